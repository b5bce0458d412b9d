/// Weighs how well French or English reads when bytes are taken for one of the single-byte charsets.
///
/// Each byte above ASCII votes with the character it would be and the two beside it: an `é` between letters speaks for a
/// charset, an `È` behind a small letter, a control character or a `¤` against it. News written on a Macintosh and read
/// as windows-1252 collects such faults with nearly every accent, and so does text in a charset of another script.
///
/// The votes of all bytes in all surroundings are counted out once for each charset, so that a text takes two look-ups a vote.
struct SingleByteEvidence: Sendable {
    /// What some bytes say.
    struct Score {
        /// The sum of the votes; above 0 the bytes read as text.
        var sum = 0
        /// How many bytes voted.
        var votes = 0
    }

    /// How many bytes above ASCII are weighed; more do not change the mind.
    static let voteLimit = 1500

    static let windows1252 = SingleByteEvidence(table: .windows1252)
    static let latin9 = SingleByteEvidence(table: .latin9)
    static let macintosh = SingleByteEvidence(table: .macintosh)

    /// One character for each kind of neighbor that votes tell apart: space, digit, letters plain and accented, other signs.
    ///
    /// `M` stands for itself, because euros are counted in `M€`.
    private static let neighbors: [UInt32] = [0x20, 0x30, 0x61, 0x41, 0xE9, 0xC9, 0x2C, 0x4D]

    /// The kind of neighbor each byte makes, an index of ``neighbors``.
    private let kinds: [UInt8]
    /// The vote of each byte from 0x80 on, between each two kinds of neighbors.
    private let votes: [Int8]

    /// Counts out the votes of a charset.
    init(table: SingleByteTable) {
        kinds = (UInt8.min...UInt8.max).map { SingleByteEvidence.kind(of: table.codePoint($0)) }
        var votes: [Int8] = []
        votes.reserveCapacity(128 * 64)
        for byte in UInt8(0x80)...0xFF {
            for before in SingleByteEvidence.neighbors {
                for after in SingleByteEvidence.neighbors {
                    votes.append(Int8(SingleByteEvidence.vote(table.codePoint(byte), before, after)))
                }
            }
        }
        self.votes = votes
    }

    /// Returns what the bytes say, the first of those above ASCII standing for all.
    func score(_ bytes: [UInt8]) -> Score {
        let (text, kinds, votes) = (bytes.span, kinds.span, votes.span)
        var score = Score()
        var index = UTF8Validity.endOfASCII(text, from: 0)
        while index < text.count, score.votes < SingleByteEvidence.voteLimit {
            let before = index > 0 ? Int(kinds[Int(text[index - 1])]) : 0
            let after = index + 1 < text.count ? Int(kinds[Int(text[index + 1])]) : 0
            score.sum += Int(votes[(Int(text[index]) - 0x80) << 6 | before << 3 | after])
            score.votes += 1
            index = UTF8Validity.endOfASCII(text, from: index + 1)
        }
        return score
    }

    private static func kind(of character: UInt32) -> UInt8 {
        if isSpace(character) { return 0 }
        if isDigit(character) { return 1 }
        if character == 0x4D { return 7 }
        if isSmall(character) { return character < 0x80 ? 2 : 4 }
        if isCapital(character) { return character < 0x80 ? 3 : 5 }
        return 6
    }

    private static func vote(_ character: UInt32, _ before: UInt32, _ after: UInt32) -> Int {
        let isInWord = isLetter(before) || isLetter(after)
        switch character {
        case 0xE0 where !isInWord: return 3
        case 0xE0, 0xE2, 0xE6...0xEB, 0xEE, 0xEF, 0xF4, 0xF9, 0xFB, 0x153:
            return smallLetterVote(before, after, weight: 3)
        case 0xDF...0xFF where character != 0xF7 && character != 0xF0 && character != 0xFE:
            return smallLetterVote(before, after, weight: 1)
        case 0xC0, 0xC2, 0xC6...0xCB, 0xCE, 0xCF, 0xD4, 0xD9, 0xDB, 0x152:
            if isSmall(before) { return -4 }
            // Words in capitals end in É, hardly ever in the letter that 1252 has where the Macintosh has the euro sign.
            return isLetter(after) || isCapital(before) && character != 0xDB ? 2 : isCapital(before) ? 1 : -1
        case 0xC1...0xDC where character != 0xD7 && character != 0xD0:
            return isSmall(before) ? -4 : isLetter(after) ? 1 : -2
        case 0x160, 0x17D, 0x178: return isSmall(before) ? -4 : -1
        case 0x161, 0x17E: return -1
        case 0x2019: return isLetter(before) ? (isLetter(after) ? 3 : 1) : 0
        case 0xAB, 0x2018, 0x201C, 0x201E, 0x2039:
            return isLetter(before) ? -2 : isLetter(after) || isSpace(after) ? 2 : 0
        case 0xBB, 0x201D, 0x203A: return isLetter(after) ? -2 : 2
        case 0x2013, 0x2014, 0x2026, 0xA0: return 1
        case 0x20AC where before == 0x4D && !isLetter(after): return 2
        case 0x20AC, 0xA3: return isDigit(before) || isDigit(after) || isSpace(before) ? 2 : 0
        case 0xB0: return isDigit(before) || isLetter(before) ? 1 : 0
        case 0xBC...0xBE: return isInWord ? -3 : 0
        case 0xA7, 0xA9, 0xAE, 0xB2, 0xB3, 0xB7, 0x2022, 0x2122, 0xAD: return 0
        case 0xA1, 0xAA, 0xB1, 0xB5, 0xBA, 0xBF, 0xD7, 0xA5, 0xA2, 0x2020, 0x2030: return isInWord ? -2 : -1
        case 0x80..<0xA0, 0xFFFD: return -10
        default: return -3
        }
    }

    /// Small accented letters stand in words, and hardly ever three in a row.
    private static func smallLetterVote(_ before: UInt32, _ after: UInt32, weight: Int) -> Int {
        if isAccented(before), isAccented(after) { return -4 }
        if isCapital(before), isCapital(after) { return -2 }
        return isLetter(before) || isLetter(after) ? weight : -1
    }

    private static func isAccented(_ character: UInt32) -> Bool { character >= 0x80 && isLetter(character) }

    private static func isSmall(_ character: UInt32) -> Bool {
        (0x61...0x7A).contains(character) || (0xDF...0xFF).contains(character) && character != 0xF7
            || character == 0x153
    }

    private static func isCapital(_ character: UInt32) -> Bool {
        (0x41...0x5A).contains(character) || (0xC0...0xDE).contains(character) && character != 0xD7
            || character == 0x152
    }

    private static func isLetter(_ character: UInt32) -> Bool { isSmall(character) || isCapital(character) }

    private static func isDigit(_ character: UInt32) -> Bool { (0x30...0x39).contains(character) }

    private static func isSpace(_ character: UInt32) -> Bool { character <= 0x20 || character == 0xA0 }
}
