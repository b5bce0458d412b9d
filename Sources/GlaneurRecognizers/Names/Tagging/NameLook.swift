import GlaneurCore
import GlaneurLexicon

/// What features say of one lexeme by itself and of what stands beside it, as numbers to be hashed.
struct NameLook {
    /// The word in lower case; figures by their length.
    var word: UInt64
    /// How it is written: capitals, digits, short or long.
    var shape: UInt64
    /// The classes it belongs to that say something of names.
    var classes: UInt64
    /// The forms of the name lexicons that cover it, by kind, place in the form and strength.
    var lexicon: UInt64
    /// What stands before it.
    var gap: UInt64
    /// Its first four bytes in lower case, the first of them highest.
    var head: UInt64
    /// Its last bytes in lower case, the last of them lowest.
    var tail: UInt64
    /// What its other occurrences in the document say.
    var document: UInt64 = 0
    /// Whether it has a capital letter.
    var isCapital: Bool
    /// Whether a sentence starts with it.
    var isStart: Bool

    /// Whether it may be a name or begin one by itself.
    var mayName: Bool { isCapital || lexicon != 0 || classes & NameLook.heads.rawValue != 0 }

    /// The classes of words without a capital that begin names.
    private static let heads = WordClass.Set(.officialHead, .organizationHead, .placeHead, .eventHead)

    /// Nothing: before the first or behind the last lexeme of a sentence.
    static let edge = NameLook(
        word: 1, shape: 99, classes: 0, lexicon: 0, gap: 0, head: 0, tail: 0, isCapital: false, isStart: false)

    /// The classes of words that say something of names.
    private static let telling = WordClass.Set(
        .stop, .common, .abbreviation, .month, .weekday, .cardinal, .ordinal, .unit, .currency, .title, .givenName,
        .weakGivenName, .particle, .organizationHead, .organizationTail, .legalForm, .placeHead, .placeTail, .placeCue,
        .personCue, .speechVerb, .productHead, .eventHead, .organizationCue, .placePreposition, .acronymStop,
        .officialHead, .demonym, .timeUnit, .scale, .platformCue)

    private init(
        word: UInt64, shape: UInt64, classes: UInt64, lexicon: UInt64, gap: UInt64, head: UInt64, tail: UInt64,
        isCapital: Bool, isStart: Bool
    ) {
        self.word = word
        self.shape = shape
        self.classes = classes
        self.lexicon = lexicon
        self.gap = gap
        self.head = head
        self.tail = tail
        self.isCapital = isCapital
        self.isStart = isStart
    }

    /// Looks at a lexeme of a passage.
    init(_ passage: Passage, _ index: Int, lexicon: UInt64) {
        let lexeme = passage.lexemes[index]
        let isNumber = lexeme.shape.isNumber
        let length = UInt64(min(lexeme.count, 5))
        let written = UInt64(lexeme.shape.rawValue & 0b1111)
        let isShort = isNumber || lexeme.shape.isAllCapitals
        self.init(
            word: isNumber ? 2 + length : lexeme.wordHash,
            shape: written << 3 | (isShort ? length : lexeme.count == 1 ? 1 : 0),
            classes: lexeme.words.classes.rawValue & NameLook.telling.rawValue, lexicon: lexicon,
            gap: NameLook.gap(passage, index), head: NameLook.head(passage, lexeme),
            tail: NameLook.tail(passage, lexeme), isCapital: lexeme.shape.hasCapital,
            isStart: lexeme.shape.contains(.sentenceStart))
        if lexeme.shape.contains(.opaque) { word = 2 }
        if lexeme.shape.contains(.pointed) { shape |= 1 << 8 }
    }

    /// The signs before a lexeme, as bits where they are more than a space or a hyphen.
    private static func gap(_ passage: Passage, _ index: Int) -> UInt64 {
        let lexeme = passage.lexemes[index]
        let plain = UInt64(lexeme.gap.rawValue)
        switch lexeme.gap {
        case .other, .newline, .comma, .point: break
        default: return plain
        }
        var signs: UInt64 = 0
        let start = index > 0 ? Int(passage.lexemes[index - 1].end) : passage.span.start
        for offset in max(start, Int(lexeme.start) - 8)..<Int(lexeme.start) { signs |= sign(passage.bytes[offset]) }
        return plain << 16 | signs
    }

    /// The bit of a byte of a sign.
    private static func sign(_ byte: UInt8) -> UInt64 {
        switch byte {
        case 0x20: 0
        case 0x2C: 1
        case 0x2E, 0x21, 0x3F: 2
        case 0x3A, 0x3B: 4
        case 0x28, 0x5B: 8
        case 0x29, 0x5D: 16
        // Plain and curly quotation marks end with these bytes, guillemets too.
        case 0x22, 0x9C, 0x9D, 0xAB, 0xBB: 32
        case 0x2D, 0x93, 0x94: 64
        case 0x23, 0x2A, 0x40, 0x3C, 0x3E, 0x3D, 0x7C: 128
        case 0x0A: 256
        default: 0
        }
    }

    /// The signs behind the last lexeme of a passage.
    static func gap(behind passage: Passage) -> UInt64 {
        guard let last = passage.lexemes.last else { return 0 }
        var signs: UInt64 = 0
        for offset in Int(last.end)..<min(passage.span.end, Int(last.end) + 8) { signs |= sign(passage.bytes[offset]) }
        return UInt64(Lexeme.Gap.newline.rawValue) << 16 | signs
    }

    private static func head(_ passage: Passage, _ lexeme: Lexeme) -> UInt64 {
        var head: UInt64 = 0
        for offset in Int(lexeme.start)..<min(Int(lexeme.end), Int(lexeme.start) + 4) {
            head = head << 8 | UInt64(small(passage.bytes[offset]))
        }
        return head << UInt64(8 * max(0, 4 - lexeme.count))
    }

    private static func tail(_ passage: Passage, _ lexeme: Lexeme) -> UInt64 {
        var tail: UInt64 = 0
        for offset in max(Int(lexeme.start), Int(lexeme.end) - 4)..<Int(lexeme.end) {
            tail = tail << 8 | UInt64(small(passage.bytes[offset]))
        }
        return tail
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
