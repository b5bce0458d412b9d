/// A charset that UTF-8 was taken for when mojibake was made.
enum Misreading: Sendable, Equatable {
    /// windows-1252, or Latin-1 with its C1 controls: `Ã©` for `é`, `â€™` for `’`.
    case windows1252
    /// The charset of the Macintosh: `√©` for `é`, `‚Äô` for `’`.
    case macintosh

    /// The name of the charset.
    var name: String { self == .windows1252 ? "windows-1252" : "macintosh" }

    /// The misreading that makes this character of the first byte of a longer one, and the byte.
    ///
    /// Of the Macintosh only those are taken that no language begins a word with.
    static func lead(_ character: UInt32) -> (misreading: Misreading, byte: UInt8)? {
        switch character {
        case 0xC2...0xDF, 0xE0...0xEF, 0xF0...0xF4: (.windows1252, UInt8(character))
        case 0xAC: (.macintosh, 0xC2)
        case 0x221A: (.macintosh, 0xC3)
        case 0x192: (.macintosh, 0xC4)
        case 0x2248: (.macintosh, 0xC5)
        case 0x152: (.macintosh, 0xCE)
        case 0x153: (.macintosh, 0xCF)
        case 0x201A: (.macintosh, 0xE2)
        case 0xF8FF: (.macintosh, 0xF0)
        default: nil
        }
    }

    /// The byte from 0x80 to 0xBF that is read as this character, if one is.
    func continuation(_ character: UInt32) -> UInt8? {
        switch self {
        case .windows1252:
            // The bytes from 0x80 to 0x9F are controls to Latin-1, and five of them to browsers in windows-1252 too.
            if 0x80 <= character, character < 0xC0 { return UInt8(character) }
            return Misreading.find(character, SingleByteTable.windows1252, ..<0x20)
        case .macintosh:
            return Misreading.find(character, SingleByteTable.macintosh, ..<0x40)
        }
    }

    private static func find(_ character: UInt32, _ table: SingleByteTable, _ range: PartialRangeUpTo<Int>) -> UInt8? {
        table.upperHalf[range].firstIndex(of: character).map { UInt8(0x80 + $0) }
    }
}
