import GlaneurCore
import GlaneurLexicon
import GlaneurModels
import GlaneurRecognizers
import GlaneurTestSupport
import Testing

@testable import GlaneurTraining

@Suite struct NameTrainerTests {
    /// Made-up people and firms that no lexicon knows, told by the words around them.
    private static let corpus: String = {
        let people = ["Brunok Tavisel", "Ezmar Polidou", "Sivane Kortel", "Jadwin Mobrec"]
        let firms = ["Zolvex", "Prandune", "Mikorra", "Tessavin"]
        return (0..<40).map { index in
            "[[\(people[index % 4])|PER]] a déclaré hier que la société [[\(firms[index / 4 % 4])|ORG]] fermerait son usine."
        }.joined(separator: "\n\n")
    }()

    private func trained() throws -> [UInt8] {
        var options = SequenceTrainer.Options()
        options.rowBits = 16
        options.restarts = 1
        let corpus = try NameCorpus(Array(Self.corpus.utf8), path: "x.txt", language: .french)
        let trainer = NameTrainer(lexicon: TestLexicon.shared, models: TestModels.shared, options: options)
        let (bytes, summary) = try trainer.train([corpus])
        #expect(summary.names == 80 && summary.unreachable == 0 && summary.sentences >= 40)
        return bytes
    }

    @Test func trainingTwiceGivesTheSameBytes() throws {
        #expect(try trained() == trained())
    }

    @Test func whatWasLearnedIsForThisTaskAndTheseFeatures() throws {
        let bytes = try trained()
        let model = try LinearModel(bytes: bytes, task: NameTagger.task, revision: NameTagger.revision)
        #expect(model.header.labels == NameTagger.labels)
        #expect(throws: LexiconError.self) {
            try LinearModel(bytes: bytes, task: NameTagger.task, revision: NameTagger.revision + 1)
        }
        #expect(throws: LexiconError.self) {
            try LinearModel(bytes: bytes, task: "sentences-fr", revision: NameTagger.revision)
        }
    }
}

@Suite struct RecognitionScoreTests {
    private func score(_ gold: [NameCorpus.Name], _ found: [Mention], countsOthers: Bool = true) -> RecognitionScore {
        let text = "Ada King met IBM in Oslo on Brexit"
        var document = Document.plain(text)
        document.mentions = found
        var score = RecognitionScore()
        score.add(
            NameCorpus.AnnotatedDocument(id: "a", language: .english, text: text, names: gold), found: document,
            countsOthers: countsOthers)
        return score
    }

    private func name(_ start: Int, _ end: Int, _ label: Label) -> NameCorpus.Name {
        NameCorpus.Name(span: ByteSpan(start, end), label: label)
    }

    private func mention(_ start: Int, _ end: Int, _ label: Label) -> Mention {
        Mention(span: ByteSpan(start, end), label: label, maker: "test")
    }

    @Test func exactSpansWithTheRightLabelCount() {
        let score = score(
            [name(0, 8, .person), name(13, 16, .organization), name(20, 24, .location)],
            [
                mention(0, 8, .person), mention(13, 16, .location), mention(20, 22, .location),
                mention(25, 27, .cardinal),
            ])
        #expect(score.basic.correct == 1 && score.basic.gold == 3 && score.basic.system == 3)
        #expect(score.basic.f1 == 200.0 / 6)
        #expect(score.confusion[.organization]?[.location] == 1)
        #expect(score.differences.count == 3)
    }

    @Test func othersAreOneKindAndCountOnlyWhereGoldMarksThem() {
        let gold = [name(28, 34, .event)]
        let found = [mention(28, 34, .work)]
        #expect(score(gold, found).counts[.miscellaneous]?.correct == 1)
        #expect(score([], found, countsOthers: false).differences.isEmpty)
    }
}
