import GlaneurCore
import Testing

@Suite struct ScalarClassTests {
    /// What the standard library's own Unicode tables say of a scalar.
    private func expected(_ scalar: Unicode.Scalar) -> ScalarClass? {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: .letter
        case .decimalNumber: .digit
        case .nonspacingMark, .enclosingMark: .mark
        case .spaceSeparator: .space
        case .lineSeparator, .paragraphSeparator: .newline
        default: nil
        }
    }

    @Test(arguments: [0x80...0x2AF, 0x300...0x36F, 0x370...0x482, 0x1E00...0x1EFF, 0x2000...0x206F, 0x4E00...0x4FFF])
    func lettersMarksAndSpacesAreThoseOfUnicode(_ range: ClosedRange<UInt32>) {
        for value in range {
            guard let scalar = Unicode.Scalar(value), let expected = expected(scalar) else { continue }
            #expect(ScalarClass.of(value) == expected, "U+\(String(value, radix: 16))")
        }
    }

    @Test(
        arguments: [
            ("a", .letter), ("Z", .letter), ("7", .digit), (" ", .space), ("\t", .space), ("\n", .newline),
            ("\r", .newline),
            ("\u{C}", .newline), ("\u{85}", .newline), ("\u{2028}", .newline), ("\u{0}", .control),
            ("\u{7F}", .control),
            ("\u{90}", .control), ("\u{A0}", .space), ("\u{202F}", .space), ("\u{2009}", .space), ("\u{3000}", .space),
            ("\u{AD}", .invisible), ("\u{200B}", .invisible), ("\u{200D}", .invisible), ("\u{FEFF}", .invisible),
            ("\u{2060}", .invisible), ("\u{FE0F}", .invisible), ("\u{301}", .mark), ("'", .punctuation),
            ("’", .punctuation),
            ("«", .punctuation), ("»", .punctuation), ("…", .punctuation), ("–", .punctuation), ("—", .punctuation),
            ("-", .punctuation), ("&", .punctuation), ("%", .punctuation), ("@", .punctuation), ("#", .punctuation),
            ("§", .punctuation), ("·", .punctuation), ("¿", .punctuation), ("。", .punctuation), ("$", .symbol),
            ("€", .symbol),
            ("£", .symbol), ("+", .symbol), ("=", .symbol), ("°", .symbol), ("©", .symbol), ("×", .symbol),
            ("÷", .symbol),
            ("™", .symbol), ("→", .symbol), ("½", .digit), ("²", .symbol), ("₂", .symbol), ("º", .letter),
            ("ª", .letter),
            ("µ", .letter), ("œ", .letter), ("Ÿ", .letter), ("ẞ", .letter), ("Ω", .letter), ("Я", .letter),
            ("中", .letter),
            ("の", .letter), ("한", .letter), ("٣", .digit), ("３", .digit), ("😀", .emoji), ("🇫", .emoji), ("☀", .emoji),
            ("✓", .emoji), ("\u{FFFD}", .symbol),
        ] as [(Unicode.Scalar, ScalarClass)])
    func signsHaveTheClassScannersExpect(_ scalar: Unicode.Scalar, _ expected: ScalarClass) {
        #expect(ScalarClass.of(scalar.value) == expected, "U+\(String(scalar.value, radix: 16))")
    }

    @Test func scalarsAreDecodedWithTheirLength() {
        let bytes = Array("aé€😀".utf8)
        #expect(bytes.scalar(at: 0) == (0x61, 1))
        #expect(bytes.scalar(at: 1) == (0xE9, 2))
        #expect(bytes.scalar(at: 3) == (0x20AC, 3))
        #expect(bytes.scalar(at: 6) == (0x1F600, 4))
    }

    @Test(arguments: [[0xE2, 0x82], [0xC3], [0xF0, 0x9F, 0x98], [0x80], [0xFF]] as [[UInt8]])
    func aCutScalarEndsWithTheBytes(_ bytes: [UInt8]) {
        #expect(bytes.scalar(at: 0) == (0xFFFD, 1))
    }
}
