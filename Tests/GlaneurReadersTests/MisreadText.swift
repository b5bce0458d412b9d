@testable import GlaneurReaders

/// The ways in which programs have made mojibake of texts.
enum MisreadText: String, CaseIterable, Sendable {
    case windows1252, latin1, macintosh, withoutLostBytes, withQuestionMarks

    /// Takes the bytes of a text for this charset.
    func misread(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in text.utf8 {
            let isLost = [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
            switch self {
            case .withoutLostBytes where isLost: continue
            case .withQuestionMarks where isLost: scalars.append("?")
            case .latin1: scalars.append(Unicode.Scalar(byte))
            case .macintosh: scalars.append(Self.scalar(byte, .macintosh))
            default: scalars.append(Self.scalar(byte, .windows1252))
            }
        }
        return String(scalars)
    }

    private static func scalar(_ byte: UInt8, _ table: SingleByteTable) -> Unicode.Scalar {
        Unicode.Scalar(table.codePoint(byte)) ?? "\u{FFFD}"
    }

    /// Writes a text in a charset of one byte a character; what it has not becomes `?`.
    static func encode(_ text: String, _ table: SingleByteTable) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            if scalar.value < 0x80 { return UInt8(scalar.value) }
            return table.upperHalf.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) } ?? UInt8(ascii: "?")
        }
    }
}
