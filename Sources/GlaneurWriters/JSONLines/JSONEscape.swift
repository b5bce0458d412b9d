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

    /// Tells whether one of eight bytes can begin a character to escape; never wrong when it says no.
    ///
    /// Four tests of all bytes of a word at once let the writer skip clean text eight bytes at a step. 0xC2 and 0xE2, which
    /// begin the line separators, differ in one bit and share a test; they also begin no-break spaces and curly quotes.
    static func isPossible(in word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let controls = (word &- ones &* 0x20) & ~word
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let leads = (word | ones &* 0x20) ^ (ones &* 0xE2)
        let hits =
            controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
            | ((leads &- ones) & ~leads)
        return hits & tops != 0
    }

    /// Adds the escape to a buffer, in its short form where there is one.
    func append(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch code {
        case 0x22, 0x5C: bytes.append(UInt8(code))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(code >> shift & 0xF)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}
