import GlaneurCore
import GlaneurLexicon

/// What features say of one lexeme by itself and of what stands beside it, as numbers to be hashed.
struct NameLook {
    /// The word in lower case; figures by their length.
    var word: UInt64
    /// The classes it belongs to that say something of names.
    var classes: UInt64
    /// The forms of the name lexicons that cover it, by kind, place in the form and strength: 47 bits.
    var lexicon: UInt64
    /// What its other occurrences in the document say.
    var document: UInt32 = 0
    /// What stands before it: 20 bits.
    var gap: UInt32 = 0
    /// Its first four bytes in lower case, the first of them highest.
    var head: UInt32 = 0
    /// Its last bytes in lower case, the last of them lowest.
    var tail: UInt32 = 0
    /// How it is written: capitals, digits, short or long: 8 bits.
    var shape: UInt64
    /// Whether it has a capital letter.
    var isCapital: Bool
    /// Whether a sentence starts with it.
    var isStart: Bool
    /// Whether its bytes and the signs before it have been read.
    private(set) var isComplete = false

    /// Whether it may be a name or begin one by itself.
    var mayName: Bool { isCapital || lexicon != 0 || classes & NameLook.heads != 0 }

    /// The classes of words without a capital that begin names.
    private static var heads: UInt64 {
        WordClass.Set(.officialHead, .organizationHead, .placeHead, .eventHead).rawValue
    }

    /// Nothing: before the first or behind the last lexeme of a sentence.
    static var edge: NameLook {
        NameLook(word: 1, classes: 0, lexicon: 0, shape: 99, isCapital: false, isStart: false)
    }

    /// The classes of words that say something of names.
    private static var telling: UInt64 {
        // Seven at a time, so that they fold into a constant.
        let words = WordClass.Set(.stop, .common, .abbreviation, .month, .weekday, .cardinal, .ordinal)
        let people = WordClass.Set(.title, .givenName, .weakGivenName, .particle, .personCue, .speechVerb, .demonym)
        let organizations = WordClass.Set(
            .organizationHead, .organizationTail, .legalForm, .organizationCue, .officialHead, .acronymStop,
            .platformCue)
        let places = WordClass.Set(.placeHead, .placeTail, .placeCue, .placePreposition, .productHead, .eventHead)
        let amounts = WordClass.Set(.unit, .currency, .timeUnit, .scale)
        return words.rawValue | people.rawValue | organizations.rawValue | places.rawValue | amounts.rawValue
    }

    private init(word: UInt64, classes: UInt64, lexicon: UInt64, shape: UInt64, isCapital: Bool, isStart: Bool) {
        self.word = word
        self.classes = classes
        self.lexicon = lexicon
        self.shape = shape
        self.isCapital = isCapital
        self.isStart = isStart
    }

    /// Looks at a lexeme by itself; ``complete(_:_:)`` adds what its bytes say.
    @inline(__always)
    init(_ lexeme: Lexeme, lexicon: UInt64) {
        let shape = lexeme.shape
        let isNumber = shape.isNumber
        let length = UInt64(min(lexeme.count, 5))
        let isShort = isNumber || shape.isAllCapitals
        self.init(
            word: shape.contains(.opaque) ? 2 : isNumber ? 2 + length : lexeme.wordHash,
            classes: lexeme.words.classes.rawValue & NameLook.telling, lexicon: lexicon,
            shape: UInt64(shape.rawValue & 0b1111) << 3 | (isShort ? length : lexeme.count == 1 ? 1 : 0)
                | (shape.contains(.pointed) ? 1 << 7 : 0),
            isCapital: shape.hasCapital, isStart: shape.contains(.sentenceStart))
    }

    /// Adds what the bytes in and before a lexeme say.
    @inline(__always)
    mutating func complete(_ passage: Passage, _ index: Int) {
        let lexeme = passage.lexemes[index]
        isComplete = true
        gap = NameLook.gap(passage, index)
        let start = Int(lexeme.start)
        let end = Int(lexeme.end)
        var head: UInt32 = 0
        for offset in start..<min(end, start + 4) { head = head << 8 | UInt32(NameLook.small(passage.bytes[offset])) }
        self.head = head << UInt32(8 * max(0, 4 - lexeme.count))
        var tail: UInt32 = 0
        for offset in max(start, end - 4)..<end { tail = tail << 8 | UInt32(NameLook.small(passage.bytes[offset])) }
        self.tail = tail
    }

    /// The signs before a lexeme, as bits where they are more than a space or a hyphen.
    static func gap(_ passage: Passage, _ index: Int) -> UInt32 {
        let lexeme = passage.lexemes[index]
        let plain = UInt32(lexeme.gap.rawValue)
        switch lexeme.gap {
        case .other, .newline, .comma, .point: break
        default: return plain
        }
        var signs: UInt32 = 0
        let start = index > 0 ? Int(passage.lexemes[index - 1].end) : passage.span.start
        for offset in max(start, Int(lexeme.start) - 8)..<Int(lexeme.start) { signs |= sign(passage.bytes[offset]) }
        return plain << 16 | signs
    }

    /// The bit of a byte of a sign.
    private static func sign(_ byte: UInt8) -> UInt32 {
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
    static func gap(behind passage: Passage) -> UInt32 {
        guard let last = passage.lexemes.last else { return 0 }
        var signs: UInt32 = 0
        for offset in Int(last.end)..<min(passage.span.end, Int(last.end) + 8) { signs |= sign(passage.bytes[offset]) }
        return UInt32(Lexeme.Gap.newline.rawValue) << 16 | signs
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
