package import GlaneurWriters

/// An offset at which a text has no character.
package struct OffsetOutOfRange: Error, Sendable, CustomStringConvertible {
    /// The offset.
    package let offset: Int
    /// The length of the text in the same unit.
    package let count: Int
    /// What offsets count.
    package let unit: OffsetUnit

    package var description: String {
        let units =
            switch unit {
            case .codePoint: "code points"
            case .utf8: "UTF-8 bytes"
            case .utf16: "UTF-16 units"
            }
        return "no character at offset \(offset): the text has \(count) \(units)"
    }
}

/// The character of a text that an offset stands in.
struct CharacterPosition {
    /// The bytes of the character.
    let start: Int
    let end: Int

    /// Counts through `text`, valid UTF-8, up to `offset`; an offset inside a character is that character's.
    init(_ offset: Int, in text: [UInt8], unit: OffsetUnit) throws(OffsetOutOfRange) {
        var count = 0
        var index = 0
        while index < text.count {
            let length = text.scalar(at: index).length
            let units =
                switch unit {
                case .codePoint: 1
                case .utf8: length
                case .utf16: length == 4 ? 2 : 1
                }
            if offset >= count, offset < count + units {
                start = index
                end = index + length
                return
            }
            count += units
            index += length
        }
        throw OffsetOutOfRange(offset: offset, count: count, unit: unit)
    }
}
