import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct OffsetTranslatorTests {
    /// The offsets of all character boundaries, counted the slow way.
    private func boundaries(_ text: String, _ unit: OffsetUnit) -> [(byte: Int, offset: Int)] {
        var byte = 0
        var offset = 0
        var result: [(byte: Int, offset: Int)] = []
        for scalar in text.unicodeScalars {
            result.append((byte, offset))
            byte += scalar.utf8.count
            offset += unit == .codePoint ? 1 : unit == .utf8 ? scalar.utf8.count : scalar.utf16.count
        }
        return result + [(byte, offset)]
    }

    @Test(arguments: OffsetUnit.allCases, 0..<40 as Range<UInt64>)
    func offsetsAreTheSlowOnesInAnyOrder(unit: OffsetUnit, seed: UInt64) {
        var generator = GeneratedDocument(seed: seed)
        var random = SeededGenerator(seed: seed)
        let text = generator.text(words: Int(seed) * 20)
        let expected = boundaries(text, unit)
        let translator = OffsetTranslator(text: Array(text.utf8), unit: unit)
        for (byte, offset) in expected { #expect(translator(byte) == offset, "seed \(seed)") }
        for (byte, offset) in expected.shuffled(using: &random) { #expect(translator(byte) == offset, "seed \(seed)") }
    }

    @Test(arguments: [
        "", "a", String(repeating: "a", count: 256), String(repeating: "é", count: 128),
        String(repeating: "🤖", count: 200),
    ])
    func endsOfTextsOfAnyLengthAreReached(text: String) {
        let points = OffsetTranslator(text: Array(text.utf8), unit: .codePoint)
        let units = OffsetTranslator(text: Array(text.utf8), unit: .utf16)
        #expect(points(text.utf8.count) == text.unicodeScalars.count)
        #expect(units(text.utf8.count) == text.utf16.count)
    }
}
