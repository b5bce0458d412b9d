import GlaneurCore
import GlaneurRecognizers
import GlaneurTestSupport
import Testing

@Suite("Numbers in words")
struct SpelledOutNumberTests {
    @Test("every number below a million is read back", arguments: [NumberSpeller.Style.french, .american])
    func everyNumber(style: NumberSpeller.Style) throws {
        try check(Array(0..<1_000_000), NumberSpeller(style))
    }

    @Test(
        "so are those below ten thousand and a sample above in every other style",
        arguments: NumberSpeller.Style.allCases)
    func otherStyles(style: NumberSpeller.Style) throws {
        try check(Array(0..<10_000) + stride(from: 10_007, to: 1_000_000, by: 97), NumberSpeller(style))
    }

    @Test("and a sample up to a quadrillion", arguments: NumberSpeller.Style.allCases)
    func largeNumbers(style: NumberSpeller.Style) throws {
        let seed: UInt64 = 20_261_125
        var generator = SeededGenerator(seed: seed)
        let sample = (0..<3000).map { index in
            // All sizes alike, half of the numbers round in the middle, as sums are.
            let number = Int.random(in: 1..<1_000_000_000_000_000, using: &generator)
            let size = [1_000_000_000, 1_000_000, 1000, 1][index % 4]
            return index % 2 == 0 ? number / size : number / size / 1_000_000 * 1_000_000 + number % 1000
        }
        try check(sample, NumberSpeller(style), note: "seed \(seed)")
    }

    /// Reads numbers in passages of some hundred, and checks that each comes back, whole and alone.
    private func check(_ numbers: [Int], _ speller: NumberSpeller, note: String = "") throws {
        let lexicon = try AmountText.lexicon.get()
        let recognizer = AmountRecognizer()
        var wrong: [String] = []
        for start in stride(from: 0, to: numbers.count, by: 500) {
            let part = numbers[start..<min(start + 500, numbers.count)]
            let texts = part.map { speller.spell($0) + " points" }
            let bytes = Array(texts.joined(separator: " ; ").utf8)
            let passage = Passage(
                lexicon: lexicon, language: speller.isEnglish ? .english : .french, bytes: bytes,
                span: ByteSpan(0, bytes.count))
            var found: [Mention] = []
            recognizer.recognize(passage, into: &found)
            var place = 0
            var byStart: [Int: Mention] = [:]
            for mention in found { byStart[mention.span.start] = mention }
            for (number, text) in zip(part, texts) {
                let count = text.utf8.count
                // A single one may be an article, which is no number.
                if number != 1, value(of: byStart[place]) != ExactDecimal(Int128(number)) {
                    wrong.append("\(number) \(text)")
                }
                place += count + 3
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count) wrong, the first: \(wrong.prefix(5)) \(note)")
    }

    private func value(of mention: Mention?) -> ExactDecimal? {
        switch mention?.value {
        case .number(let number): number.magnitude.value
        case .quantity(let quantity): quantity.magnitude.value
        default: nil
        }
    }
}
