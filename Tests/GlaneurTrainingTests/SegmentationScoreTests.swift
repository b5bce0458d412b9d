import GlaneurCore
import Testing

@testable import GlaneurTraining

@Suite struct SegmentationScoreTests {
    /// Gold of two sentences, with `au` = `à` + `le`.
    private var gold: Treebank.TreebankDocument {
        let spans = [(0, 2), (3, 5), (6, 8), (9, 12), (12, 13), (14, 17)]
        return Treebank.TreebankDocument(
            id: "a", text: Array("Il va au bal. Fin".utf8), sentences: [ByteSpan(0, 13), ByteSpan(14, 17)],
            tokens: spans.map {
                Treebank.TreebankToken(span: ByteSpan($0.0, $0.1), words: $0.0 == 6 ? ["à", "le"] : [])
            })
    }

    private func document(_ tokens: [(Int, Int)], sentences: [(Int, Int)], words: [Int: [String]] = [:]) -> Document {
        let text = "Il va au bal. Fin"
        var document = Document(
            id: "a", bytes: [],
            provenance: Provenance(path: "a", bytes: ByteSpan(0, 17), sha256: "", mediaType: "text/plain"))
        document.text = Array(text.utf8)
        document.tokens = tokens.map { Token(span: ByteSpan($0.0, $0.1), kind: .word) }
        document.sentences = sentences.map { Sentence(span: ByteSpan($0.0, $0.1), language: .french) }
        document.multiwordTokens = words.sorted { $0.key < $1.key }
            .map { MultiwordToken(token: $0.key, forms: $0.value) }
        return document
    }

    @Test func goldItselfIsPerfect() {
        let score = SegmentationScore(
            gold,
            document(
                [(0, 2), (3, 5), (6, 8), (9, 12), (12, 13), (14, 17)], sentences: [(0, 13), (14, 17)],
                words: [2: ["à", "LE"]]))
        #expect(score.tokens == SegmentationScore.Counts(correct: 6, gold: 6, system: 6))
        #expect(score.words == SegmentationScore.Counts(correct: 7, gold: 7, system: 7))
        #expect(score.sentences.f1 == 1)
    }

    @Test func aContractionLeftWholeCostsItsWordsOnly() {
        let score = SegmentationScore(
            gold,
            document([(0, 2), (3, 5), (6, 8), (9, 12), (12, 13), (14, 17)], sentences: [(0, 17)]))
        #expect(score.tokens.f1 == 1)
        #expect(score.words == SegmentationScore.Counts(correct: 5, gold: 7, system: 6))
        #expect(score.sentences == SegmentationScore.Counts(correct: 0, gold: 2, system: 1))
    }

    @Test func joinedTokensMissBoth() {
        let score = SegmentationScore(
            gold,
            document(
                [(0, 2), (3, 8), (9, 13), (14, 17)], sentences: [(0, 13), (14, 17)], words: [1: ["va", "à", "le"]]))
        #expect(score.tokens == SegmentationScore.Counts(correct: 2, gold: 6, system: 4))
        // "va", "à" and "le" are found in the span that both cover; "bal." is not.
        #expect(score.words == SegmentationScore.Counts(correct: 5, gold: 7, system: 6))
    }

    @Test func theDifferencesAreNamed() {
        let errors = SegmentationErrors(
            gold, document([(0, 2), (3, 5), (6, 8), (9, 13), (14, 17)], sentences: [(0, 17)]))
        #expect(errors.differences.map(\.kind) == ["missed end", "words à+le, not ", "missed token", "missed token"])
        #expect(errors.differences[0].context == "Il va au bal. ‖  Fin")
    }
}
