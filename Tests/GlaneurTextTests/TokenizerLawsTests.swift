import GlaneurCore
import GlaneurTestSupport
import GlaneurText
import Testing

/// What holds of the tokens of any text whatever.
@Suite struct TokenizerLawsTests {
    private func tokenize(_ bytes: [UInt8], _ language: Language) -> (tokens: [Token], bytesRead: Int) {
        var tokens: [Token] = []
        let bytesRead = Tokenizer(lexicon: TestLexicon.shared, language: language)
            .tokenize(bytes, in: 0..<bytes.count, into: &tokens)
        return (tokens, bytesRead)
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func tokensAndGapsMakeUpAnyText(_ kind: TextGenerator.Kind) {
        var generator = TextGenerator(seed: SeededGenerator.announce(44, for: "tokens of any text, \(kind)"))
        for number in 0..<200 {
            let text = Array(String(decoding: generator.bytes(kind), as: UTF8.self).utf8)
            for language in [Language.french, .english] { expectLaws(text, language, "text \(number)") }
        }
    }

    @Test func tokensAndGapsMakeUpHeapsOfOddPieces() {
        var random = SeededGenerator(seed: SeededGenerator.announce(45, for: "heaps of odd pieces"))
        for number in 0..<400 {
            let pieces = (0..<40).map { _ in AdversarialText.pieces.randomElement(using: &random) ?? "" }
            for language in [Language.french, .english] {
                expectLaws(Array(pieces.joined().utf8), language, "heap \(number)")
            }
        }
    }

    private func expectLaws(_ text: [UInt8], _ language: Language, _ name: String) {
        let tokens = tokenize(text, language).tokens
        #expect(tokens == tokenize(text, language).tokens, "\(name) gives the same tokens twice")
        var end = 0
        for token in tokens {
            let span = token.span
            guard span.start >= end, span.end > span.start, span.end <= text.count else {
                Issue.record("\(name): \(span) lies out of order or bounds")
                return
            }
            expectNothingVisible(text[end..<span.start], name)
            let string = String(decoding: text[span.range], as: UTF8.self)
            #expect(Array(string.utf8) == Array(text[span.range]), "\(name): \(span) cuts a character")
            let hasSpace = string.unicodeScalars.contains { [.space, .newline].contains(ScalarClass.of($0.value)) }
            #expect(!hasSpace || token.kind == .number, "\(name): white space in '\(string)'")
            end = span.end
        }
        expectNothingVisible(text[end...], name)
    }

    private func expectNothingVisible(_ gap: ArraySlice<UInt8>, _ name: String) {
        let scalars = String(decoding: gap, as: UTF8.self).unicodeScalars
        let isInvisible = scalars.allSatisfy {
            [.space, .newline, .control, .invisible].contains(ScalarClass.of($0.value))
        }
        #expect(isInvisible, "\(name): '\(String(scalars))' is in no token")
    }

    /// Counts the bytes that are looked at, not time: a line twice as long takes twice the steps, and few for each byte.
    @Test(arguments: AdversarialText.pieces)
    func theStepsGrowLikeTheText(_ piece: String) {
        for language in [Language.french, .english] {
            let short = AdversarialText.line(of: piece, byteCount: 20_000)
            let long = AdversarialText.line(of: piece, byteCount: 40_000)
            let (few, many) = (tokenize(short, language).bytesRead, tokenize(long, language).bytesRead)
            #expect(many <= few * 2 + 200, "\(few) bytes are read of \(short.count), but \(many) of \(long.count)")
            #expect(many <= long.count * 8, "\(many) bytes are read of \(long.count)")
        }
    }
}
