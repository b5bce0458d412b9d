import CICU
import GlaneurCore

/// The charset of some bytes, what says so, and where their text begins.
struct CharsetDecision {
    let charset: Charset
    let evidence: Provenance.CharsetEvidence
    /// The length of the byte order mark, which is no part of the text.
    var markCount = 0
    /// Whether the bytes are known to be text in UTF-8 as they are.
    var isValidUTF8 = false
    /// The declarations that the bytes speak against.
    var overruled: [CharsetDeclaration] = []
}

extension CharsetDecision {
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
        guard let first = bytes.first, first == 0 || first >= 0xEF,
            let mark = CharsetDecision.marks.first(where: { bytes.starts(with: $0.bytes) })
        else { return nil }
        self.init(charset: mark.charset, evidence: .bom, markCount: mark.bytes.count)
    }

    /// Decides for bytes without a mark, after what is declared for them, the most trusted first; nothing where they are no
    /// text.
    ///
    /// Text in another charset is hardly ever valid UTF-8 by chance, and pages that were converted keep their old
    /// declarations: so valid UTF-8 overrules what names another charset.
    init?(bytes: [UInt8], declared: [CharsetDeclaration]) {
        let hasNul = BinaryContent.hasNul(bytes)
        let isOdd = hasNul || BinaryContent.hasManyControls(bytes)
        if hasNul, let charset = WideCharset.charset(of: bytes) {
            self.init(
                charset,
                declared.map { ($0, $0.charset == charset || $0.isWideWithoutOrder && !charset.isByteOriented) })
        } else if let wide = declared.first(where: { WideCharset.fits($0.charset, bytes, isOdd: isOdd) }),
            let charset = wide.charset
        {
            self.init(charset, declared.map { ($0, $0.charset == charset) })
        } else if isOdd {
            return nil
        } else if UTF8Validity.endOfASCII(bytes.span, from: 0) == bytes.count {
            self.init(ascii: bytes, declared: declared)
        } else if UTF8Validity.isValid(bytes) {
            self.init(.utf8, declared.map { ($0, $0.charset == .utf8) }, otherwise: .validated)
            isValidUTF8 = true
        } else {
            self.init(legacy: bytes, declared: declared)
        }
    }

    /// Takes the first declaration that holds, or `evidence` where none does.
    private init(
        _ charset: Charset, _ declared: [(declaration: CharsetDeclaration, holds: Bool)],
        otherwise evidence: Provenance.CharsetEvidence = .detected
    ) {
        let first = declared.firstIndex { $0.holds }
        self.init(charset: charset, evidence: first.map { declared[$0].declaration.evidence } ?? evidence)
        overruled = declared[..<(first ?? declared.count)].map(\.declaration)
    }

    /// Decides for ASCII, which is text in nearly every charset: what is declared holds, and says how escapes are read.
    private init(ascii bytes: [UInt8], declared: [CharsetDeclaration]) {
        let first = declared.firstIndex { $0.charset?.writesASCIIAsItIs == true }
        let charset = first.flatMap { declared[$0].charset } ?? .utf8
        self.init(charset: charset, evidence: first.map { declared[$0].evidence } ?? .validated)
        overruled = Array(declared[..<(first ?? declared.count)])
        isValidUTF8 = !charset.isStateful || !bytes.contains(0x1B)
    }

    /// Decides for bytes of a byte-oriented charset that are not valid UTF-8.
    private init(legacy bytes: [UInt8], declared: [CharsetDeclaration]) {
        let tally = UTF8Validity.tally(bytes)
        let isNearlyUTF8 =
            tally.wideCharacters >= 4 * tally.strayBytes || tally.isCutAtEnd && tally.wideCharacters > 0
        let fit = CharsetFit(reading: SingleByteReading(bytes))
        for (index, declaration) in declared.enumerated() {
            guard let charset = declaration.charset, fit.holds(for: charset, bytes: bytes, isNearlyUTF8: isNearlyUTF8)
            else { continue }
            self.init(charset: charset, evidence: declaration.evidence)
            overruled = Array(declared[..<index])
            return
        }
        let best = fit.reading.best
        self.init(
            charset: isNearlyUTF8
                ? .utf8 : best.score.sum < 0 ? CharsetDecision.guessedCharset(of: bytes) ?? best.charset : best.charset,
            evidence: .detected)
        overruled = declared
    }

    /// What ICU's detector says, of which nothing is taken that text without NUL bytes and without UTF-8 cannot be.
    private static func guessedCharset(of bytes: [UInt8]) -> Charset? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                let guesses = cicu_guess_charset(base, min(buffer.count, 1 << 16))
            else { return nil }
            defer { cicu_guesses_close(guesses) }
            for index in 0..<cicu_guesses_count(guesses) {
                guard let name = cicu_guesses_name(guesses, index),
                    let charset = Charset(label: String(cString: name)), charset.writesASCIIAsItIs,
                    !charset.isStateful, charset != .utf8
                else { continue }
                return charset
            }
            return nil
        }
    }

    /// What speaks for the charset and against the declarations, in words.
    var reason: String {
        switch evidence {
        case .bom: "the byte order mark says \(charset.name)"
        case .validated: "the bytes are valid UTF-8"
        case .http: "the transport names \(charset.name)"
        case .meta: "the markup names \(charset.name)"
        case .forced: "\(charset.name) is asked for"
        case .detected: "the bytes read as \(charset.name)"
        }
    }
}

extension Charset {
    /// Returns the charset that bytes of this media type are taken for, nothing where they are no text.
    ///
    /// It is what ``DecodeStage`` does before it decodes, alone, for measuring.
    package static func decided(for bytes: [UInt8], mediaType: String) -> Charset? {
        if let marked = CharsetDecision(markOf: bytes) { return marked.charset }
        let declared = CharsetDeclaration.all(transport: nil, mediaType: mediaType, bytes: bytes)
        return CharsetDecision(bytes: bytes, declared: declared)?.charset
    }
}
