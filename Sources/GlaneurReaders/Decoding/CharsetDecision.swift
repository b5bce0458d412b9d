import CICU
import GlaneurCore

/// The charset of some bytes, what says so, and where their text begins.
struct CharsetDecision {
    let charset: Charset
    let evidence: Provenance.CharsetEvidence
    /// The length of the byte order mark, which is no part of the text.
    var markCount = 0
    /// Whether the bytes are known to be valid UTF-8.
    var isValidUTF8 = false
}

extension CharsetDecision {
    /// How far the HTML standard looks for a declaration.
    private static let declarationLimit = 1024
    /// How far we look once nothing else is sure: many pages put scripts before their declaration.
    private static let lateDeclarationLimit = 1 << 16

    /// Takes a charset the user names, and skips a byte order mark that fits it.
    init(forced charset: Charset, for bytes: [UInt8]) {
        self.init(charset: charset, evidence: .forced)
        if let mark = CharsetDecision(markOf: bytes), mark.charset == charset { markCount = mark.markCount }
    }

    private static let marks: [(bytes: [UInt8], charset: Charset)] = [
        ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0x00, 0x00], .utf32LittleEndian),
        ([0x00, 0x00, 0xFE, 0xFF], .utf32BigEndian), ([0xFF, 0xFE], .utf16LittleEndian),
        ([0xFE, 0xFF], .utf16BigEndian),
    ]

    /// Reads the byte order mark, where there is one.
    init?(markOf bytes: [UInt8]) {
        guard let mark = CharsetDecision.marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
        self.init(charset: mark.charset, evidence: .bom, markCount: mark.bytes.count)
    }

    /// Decides for bytes without a mark; nothing where they are no text.
    ///
    /// Valid UTF-8 comes before what a page declares: text in another charset is hardly ever valid UTF-8 by chance, and
    /// pages that were converted keep their old declarations.
    init?(bytes: [UInt8], isHTML: Bool) {
        if BinaryContent.hasNul(bytes) {
            guard let charset = CharsetDecision.wideCharset(of: bytes) else { return nil }
            self.init(charset: charset, evidence: .detected)
            return
        }
        guard !BinaryContent.hasManyControls(bytes) else { return nil }
        if UTF8Validity.isValid(bytes) {
            self.init(charset: .utf8, evidence: .validated, isValidUTF8: true)
            return
        }
        let tally = UTF8Validity.tally(bytes)
        if tally.wideCharacters >= 4 * tally.strayBytes || tally.isCutAtEnd && tally.wideCharacters > 0 {
            self.init(charset: .utf8, evidence: .detected)
            return
        }
        if isHTML, let declared = CharsetDecision.declaredCharset(in: bytes) {
            self.init(charset: declared, evidence: .meta)
            return
        }
        self.init(charset: CharsetDecision.likelyCharset(of: bytes), evidence: .detected)
    }

    /// The declared charset of a page that is not valid UTF-8, unless it says UTF-8 all the same.
    private static func declaredCharset(in bytes: [UInt8]) -> Charset? {
        let label =
            HTMLCharsetDeclaration.label(in: bytes, limit: declarationLimit)
            ?? HTMLCharsetDeclaration.label(in: bytes, limit: lateDeclarationLimit)
        guard let charset = label.flatMap({ Charset(label: $0) }), charset != .utf8, charset.isByteOriented else {
            return nil
        }
        return charset
    }

    /// The charset of 16 or 32 bits whose NUL bytes lie where they do in Western text, whose code points are small.
    private static func wideCharset(of bytes: [UInt8]) -> Charset? {
        var nuls = [0, 0, 0, 0]
        let sample = bytes.prefix(1 << 14)
        for (index, byte) in sample.enumerated() where byte == 0 { nuls[index & 3] += 1 }
        let quarter = max(1, sample.count / 4)
        func isMost(_ count: Int) -> Bool { count * 10 >= quarter * 9 }
        if isMost(nuls[2]), isMost(nuls[3]), nuls[0] == 0 { return .utf32LittleEndian }
        if isMost(nuls[0]), isMost(nuls[1]), nuls[3] == 0 { return .utf32BigEndian }
        let (even, odd) = (nuls[0] + nuls[2], nuls[1] + nuls[3])
        // Half the characters at least are below U+0100 in French and English; NULs on the other side are rare.
        let half = max(1, sample.count / 2)
        if odd * 2 >= half, even * 20 <= odd { return .utf16LittleEndian }
        if even * 2 >= half, odd * 20 <= even { return .utf16BigEndian }
        return nil
    }

    /// The single-byte charset that reads best as French or English; what ICU's detector says where none does.
    private static func likelyCharset(of bytes: [UInt8]) -> Charset {
        var best = Charset.windows1252
        var bestScore = SingleByteEvidence.score(bytes, as: .windows1252)
        for (charset, table) in [(Charset.latin9, SingleByteTable.latin9), (.macintosh, .macintosh)] {
            let score = SingleByteEvidence.score(bytes, as: table)
            if score > bestScore { (best, bestScore) = (charset, score) }
        }
        guard bestScore < 0 else { return best }
        return guessedCharset(of: bytes) ?? best
    }

    private static func guessedCharset(of bytes: [UInt8]) -> Charset? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                let guesses = cicu_guess_charset(base, min(buffer.count, 1 << 16))
            else { return nil }
            defer { cicu_guesses_close(guesses) }
            for index in 0..<cicu_guesses_count(guesses) {
                guard let name = cicu_guesses_name(guesses, index),
                    let charset = Charset(label: String(cString: name)), charset.isByteOriented, charset != .utf8
                else { continue }
                return charset
            }
            return nil
        }
    }
}
