import GlaneurCore

/// Tells whether bytes that are not UTF-8 can be what a declaration says.
///
/// A declaration is believed until the bytes speak against it: sequences the charset does not have, control characters,
/// letters of another alphabet glued to Latin ones (`йtй` for `été`), or French that reads far better otherwise.
struct CharsetFit {
    /// What the bytes say when they are taken for each of our own charsets; shared with the decision that follows.
    let reading: SingleByteReading

    /// How much of a text is decoded for a try.
    private static let sampleLimit = 1 << 14
    /// A charset is out when more than one in five characters beyond ASCII cannot be right.
    private static let faultShare = 5
    /// How far another single-byte charset must lead: one euro sign that would be a `¤` between the two Latin charsets.
    private static let latinLead = 5
    /// For the Macintosh two letters, because nearly every byte reads as something else there.
    private static let macintoshLead = 8
    /// French in windows-1252 has 2.9 a vote; Hungarian, the nearest other language, 1.7.
    private static let surenessInTenths = 24
    private static let fewestVotes = 10

    /// Whether the bytes, which are not valid UTF-8, fit a charset; `tally` tells how far they are UTF-8.
    func holds(for charset: Charset, bytes: [UInt8], isNearlyUTF8: Bool) -> Bool {
        switch charset.form {
        case .utf8: return isNearlyUTF8
        case .utf16, .utf32: return false
        case .singleByte(let table):
            guard !isNearlyUTF8 else { return false }
            let own = reading.score(of: table)
            let lead = reading.best.score.sum - own.sum
            return lead
                < (reading.best.charset == .macintosh || charset == .macintosh ? Self.macintoshLead : Self.latinLead)
        case .converter(let name):
            guard !isNearlyUTF8, !isFaulty(bytes, in: charset) else { return false }
            guard let table = SingleByteTable(converter: name) else { return true }
            let best = reading.best.score
            guard best.votes >= Self.fewestVotes, best.sum * 10 >= best.votes * Self.surenessInTenths else {
                return true
            }
            return best.sum - SingleByteEvidence(table: table).score(bytes).sum < best.votes
        }
    }

    /// Whether too much of a sample, from the first byte beyond ASCII on, cannot be text in a charset.
    private func isFaulty(_ bytes: [UInt8], in charset: Charset) -> Bool {
        let start = UTF8Validity.endOfASCII(bytes.span, from: 0)
        let sample = Array(bytes[start..<min(bytes.count, start + Self.sampleLimit)])
        guard let text = DecodedText(sample, from: 0, as: charset) else { return true }
        let scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars
        var (faults, wide) = (0, 0)
        // What begins the sample stands behind ASCII that was left out.
        var last: UInt32 = start > 0 ? UInt32(bytes[start - 1]) : 0x20
        for scalar in scalars.map(\.value) {
            if scalar >= 0x80 { wide += 1 }
            if scalar == 0xFFFD || (0x80..<0xA0).contains(scalar) { faults += 1 }
            if Self.isGlued(last, scalar) || Self.isGlued(scalar, last) { faults += 1 }
            last = scalar
        }
        return faults * Self.faultShare > wide
    }

    /// Whether a Latin letter touches one of the other alphabets, from Greek to Thai, that charsets of one byte hold.
    private static func isGlued(_ first: UInt32, _ second: UInt32) -> Bool {
        let isLatin = (0x41...0x5A).contains(first & ~0x20)
        return isLatin && (0x370..<0x1E00).contains(second)
    }
}

/// How bytes read when taken for each of the single-byte charsets that French and English are written in.
struct SingleByteReading {
    /// A charset with what the bytes say to it.
    typealias Candidate = (charset: Charset, score: SingleByteEvidence.Score)

    private let candidates: [Candidate]

    /// Reads the bytes thrice.
    init(_ bytes: [UInt8]) {
        candidates = [
            (.windows1252, SingleByteEvidence.windows1252.score(bytes)),
            (.latin9, SingleByteEvidence.latin9.score(bytes)),
            (.macintosh, SingleByteEvidence.macintosh.score(bytes)),
        ]
    }

    /// The charset that reads best; windows-1252 where others are no better.
    var best: Candidate {
        candidates.dropFirst().reduce(candidates[0]) { $1.score.sum > $0.score.sum ? $1 : $0 }
    }

    /// What the bytes say to one of the charsets.
    func score(of table: SingleByteTable) -> SingleByteEvidence.Score {
        candidates.first { $0.charset.form == .singleByte(table) }?.score ?? best.score
    }
}
