import Glaneur
import GlaneurCore
import GlaneurTraining
import Testing

@Suite struct BlockScoreTests {
    private static let file = """
        # A comment.
        == fr-02
        main | Tesla abandonne Dojo

        source-line/byline | AFP | Paris
        paragraph | Le groupe renonce.
        share | Partager
        """

    private func found(_ gold: BlockCorpus.AnnotatedDocument, _ kinds: [(Block.Class, Block.Kind)]) -> Document {
        var document = gold.document
        document.text = Array(gold.text.utf8)
        document.blocks = zip(gold.lines, kinds).map { Block(span: $0.span, blockClass: $1.0, kind: $1.1) }
        return document
    }

    @Test func linesAreReadWithWhatTheyMayBe() throws {
        let gold = try #require(try BlockCorpus(Self.file).documents.first)
        #expect(gold.text == "Tesla abandonne Dojo\n\nAFP | Paris\nLe groupe renonce.\nPartager\n")
        #expect(gold.lines.map(\.kinds) == [[.main], [.sourceLine, .byline], [.paragraph], [.share]])
        #expect(gold.lines.map { String(Array(gold.text.utf8)[$0.span.range].count) } == ["20", "11", "18", "8"])
        #expect(!gold.isOfCheckHalf)
    }

    @Test(arguments: ["== a\nno kind", "== a\nnonsense | text", "main | text"])
    func otherFilesAreRefused(_ content: String) {
        #expect(throws: BlockCorpus.FormatError.self) { try BlockCorpus(content) }
    }

    @Test func eitherKindIsRightAndParagraphsAreNotTold() throws {
        let gold = try #require(try BlockCorpus(Self.file).documents.first)
        var score = BlockScore()
        score.add(
            gold,
            found: found(
                gold, [(.title, .main), (.boilerplate, .byline), (.body, .list), (.boilerplate, .share)]))
        #expect(score.differences.isEmpty)
        #expect(score.boilerplateKinds.f1 == 1)
        #expect(score.classes[.body]?.f1 == 1)
    }

    @Test func mistakesCountOnBothSides() throws {
        let gold = try #require(try BlockCorpus(Self.file).documents.first)
        var score = BlockScore()
        score.add(
            gold,
            found: found(
                gold, [(.body, .paragraph), (.boilerplate, .byline), (.boilerplate, .promo), (.boilerplate, .cookies)]))
        #expect(score.classes[.title]?.recall == 0)
        #expect(score.classes[.body].map { [$0.precision, $0.recall] } == [0, 0])
        #expect(score.classes[.boilerplate].map { [$0.correct, $0.gold, $0.system] } == [2, 2, 3])
        #expect(
            [score.boilerplateKinds.correct, score.boilerplateKinds.gold, score.boilerplateKinds.system] == [1, 2, 3])
        #expect(score.differences.count == 3)
    }
}
