/// A character that cannot stand in a JSON line as it is.
struct JSONEscape {
    /// The code of the character.
    let code: UInt16
    /// The number of UTF-8 bytes it takes in the text.
    let length: Int

    /// Finds the character to escape that starts at `index`, if it is one.
    init?(at index: Int, in text: Span<UInt8>) {
        let byte = text[index]
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"):
            code = UInt16(byte)
            length = 1
        case 0xC2 where index + 1 < text.count && text[index + 1] == 0x85:
            code = 0x85
            length = 2
        case 0xE2
        where index + 2 < text.count && text[index + 1] == 0x80 && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9):
            code = 0x2000 | UInt16(text[index + 2] & 0x3F)
            length = 3
        default: return nil
        }
    }

    /// Returns a word whose lowest set bit is the top bit of the first of eight bytes that can begin a character to escape.
    ///
    /// Four tests of all bytes of a word at once let the writer copy clean text eight bytes at a step. 0xC2 and 0xE2, which
    /// begin the line separators, differ in one bit and share a test; they also begin no-break spaces and curly quotes.
    static func hits(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let little = UInt64(littleEndian: word)
        let quotes = little ^ (ones &* 0x22)
        let backslashes = little ^ (ones &* 0x5C)
        let leads = (little | ones &* 0x20) ^ (ones &* 0xE2)
        // A borrow can make a false hit only above a true one, so the lowest hit is exact.
        let controls = (little &- ones &* 0x20) & ~little
        let hits =
            controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
            | ((leads &- ones) & ~leads)
        return hits & tops
    }

    /// The most bytes an escape takes.
    static let longest = 6

    /// Writes the escape, in its short form where there is one, and returns its length; there must be room for the longest.
    func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
        target[0] = UInt8(ascii: "\\")
        switch code {
        case 0x22, 0x5C: target[1] = UInt8(code)
        case 0x08: target[1] = UInt8(ascii: "b")
        case 0x09: target[1] = UInt8(ascii: "t")
        case 0x0A: target[1] = UInt8(ascii: "n")
        case 0x0C: target[1] = UInt8(ascii: "f")
        case 0x0D: target[1] = UInt8(ascii: "r")
        default:
            target[1] = UInt8(ascii: "u")
            for place in 0..<4 {
                let digit = UInt8(code >> UInt16(12 - 4 * place) & 0xF)
                target[2 + place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 6
        }
        return 2
    }
}
