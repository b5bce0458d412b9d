/// Letter case and accents, folded the same way when lexicons are compiled and when text is read.
///
/// The tables cover Latin, Greek and Cyrillic letters; a letter of another script is its own folded form.
package enum Folding {
    /// The lower-case form of a scalar, where it has a single one.
    package static func lowercase(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A: scalar + 0x20
        case 0xC0...0xDE: scalar == 0xD7 ? scalar : scalar + 0x20
        case 0x178: 0xFF
        case 0x100...0x137, 0x14A...0x177: scalar | 1
        case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
        case 0x1CD...0x1DC: scalar + (scalar & 1)
        case 0x1DE...0x1EF, 0x1F8...0x21F, 0x222...0x233, 0x1E00...0x1E95, 0x1EA0...0x1EFF: scalar | 1
        case 0x1E9E: 0xDF
        case 0x386: 0x3AC
        case 0x388...0x38A: scalar + 0x25
        case 0x391...0x3A9: scalar + 0x20
        case 0x400...0x40F: scalar + 0x50
        case 0x410...0x42F: scalar + 0x20
        default: scalar
        }
    }

    /// Whether a scalar is a capital letter.
    package static func isUppercase(_ scalar: UInt32) -> Bool { lowercase(scalar) != scalar }

    /// The letters without accents that a lower-case scalar stands for: `é` is `e`, `œ` is `oe`; nothing for a mark.
    package static func bare(_ scalar: UInt32) -> (first: UInt32, second: UInt32?)? {
        switch scalar {
        case 0xDF: return (0x73, 0x73)
        case 0xE6: return (0x61, 0x65)
        case 0x153: return (0x6F, 0x65)
        case 0xFE: return (0x74, 0x68)
        case 0xF7: return (scalar, nil)
        case 0x152: return (0x153, nil)
        case 0xE0...0x17F: return (UInt32(bareLatin.utf8Start[Int(scalar - 0xE0)]), nil)
        case 0x219: return (0x73, nil)
        case 0x21B: return (0x74, nil)
        case 0x1EA0...0x1EF9: return (bareVietnamese(scalar), nil)
        case 0x300...0x36F: return nil
        default: return (scalar, nil)
        }
    }

    /// The letters of U+00E0 to U+017F without their accents, in the order of their code points; a point for those that are none
    /// or two.
    private static let bareLatin: StaticString = """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk\
        llllllllllnnnnnnnnnooooooo.rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
        """

    private static func bareVietnamese(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x1EA0...0x1EB7: 0x61
        case 0x1EB8...0x1EC7: 0x65
        case 0x1EC8...0x1ECB: 0x69
        case 0x1ECC...0x1EE3: 0x6F
        case 0x1EE4...0x1EF1: 0x75
        default: 0x79
        }
    }

    /// Appends a scalar as UTF-8.
    package static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: bytes.append(UInt8(scalar))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | scalar >> 6))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | scalar >> 12))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | scalar >> 18))
            bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}

/// A 64-bit hash of folded bytes, fed one byte at a time and mixed eight at a time.
struct FoldHash {
    private static let multiplier: UInt64 = 0x9FB2_1C65_1E98_DF25
    private var state: UInt64 = 0x2545_F491_4F6C_DD1D
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        word = word << 8 | UInt64(byte)
        count &+= 1
        if count & 7 == 0 { mix() }
    }

    /// Adds up to eight bytes at once: the first of them stands in the lowest byte of `bytes`.
    @inline(__always)
    mutating func add(_ bytes: UInt64, count added: UInt64) {
        let room = 8 &- (count & 7)
        let ordered = bytes.byteSwapped
        if added < room {
            word = word << (added &* 8) | ordered >> (64 &- added &* 8)
            count &+= added
            return
        }
        // Fill the word, mix it in, and begin the next with the rest.
        word = room == 8 ? ordered : word << (room &* 8) | ordered >> (64 &- room &* 8)
        mix()
        let rest = added &- room
        if rest > 0 { word = (ordered << (room &* 8)) >> (64 &- rest &* 8) }
        count &+= added
    }

    /// Adds the small letters of ASCII that stand at `index`, eight at most, and returns how many there are.
    ///
    /// Nine letters in ten are such; near the end of `bytes`, where eight bytes cannot be read at once, it adds none.
    @inline(__always)
    mutating func addSmallLetters(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int, to end: Int) -> Int {
        guard index + 8 <= bytes.count else { return 0 }
        let word = UInt64(
            littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let run = min(FoldHash.smallLetters(word), end - index)
        if run > 0 { add(word, count: UInt64(run)) }
        return run
    }

    /// The number of small letters of ASCII that eight bytes begin with, the first byte lowest.
    @inline(__always)
    static func smallLetters(_ word: UInt64) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & (ones &* 0x7F)
        // The highest bit of each byte: at least "a", more than "z".
        let letters = (low &+ ones &* (0x80 - 0x61)) & ~(low &+ ones &* (0x80 - 0x7B)) & ~word & (ones &* 0x80)
        return (letters ^ (ones &* 0x80)).trailingZeroBitCount >> 3
    }

    /// The letters of ASCII that eight bytes begin with, the first byte lowest.
    struct LetterRun {
        /// How many there are.
        let count: Int
        /// The bytes with all letters made small.
        let lower: UInt64
        /// The top bit of each byte that is a capital, and of each that is small.
        private let capitals: UInt64
        private let smalls: UInt64

        /// Looks at eight bytes, of which at most `limit` count.
        @inline(__always)
        init(_ word: UInt64, limit: Int) {
            let tops: UInt64 = 0x8080_8080_8080_8080
            lower = word | 0x2020_2020_2020_2020
            // A byte beyond ASCII is none, with or without the bit of small letters.
            let run = min(FoldHash.smallLetters(lower), limit)
            count = run
            let inside = run == 8 ? tops : tops & (1 &<< (UInt64(run) &* 8) &- 1)
            capitals = ~word &<< 2 & inside
            smalls = word &<< 2 & inside
        }

        /// How a lexeme that begins with them is written.
        @inline(__always)
        var shape: Lexeme.Shape {
            Lexeme.Shape(
                rawValue: (capitals & 0x80 != 0 ? Lexeme.Shape.initialCapital.rawValue : 0)
                    | (capitals & ~0x80 != 0 ? Lexeme.Shape.innerCapital.rawValue : 0)
                    | (smalls != 0 ? Lexeme.Shape.small.rawValue : 0))
        }
    }

    @inline(__always)
    mutating func add(scalar: UInt32) {
        guard scalar >= 0x80 else { return add(UInt8(truncatingIfNeeded: scalar)) }
        var rest = scalar
        while rest > 0 {
            add(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
    }

    @inline(__always)
    private mutating func mix() {
        state = (state ^ word) &* FoldHash.multiplier
        state ^= state >> 32
        word = 0
    }

    /// The hash; never 0, which stands for an empty slot.
    @inline(__always)
    var value: UInt64 {
        var result = (state ^ word ^ count << 56) &* FoldHash.multiplier
        result ^= result >> 29
        result = result &* 0xBF58_476D_1CE4_E5B9
        result ^= result >> 32
        return result == 0 ? 1 : result
    }
}
