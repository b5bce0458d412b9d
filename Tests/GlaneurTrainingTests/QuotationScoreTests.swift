import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurTraining

@Suite struct QuotationScoreTests {
    @Test func passagesAreReadWithTheirQuotations() throws {
        let corpus = try QuotationCorpus(
            """
            # A comment.
            == first
            « ⟦direct|Ann Bell/Bell|Je dis “⟦partial||non⟧”⟧ », dit Bell.

            La suite.
            == second
            Rien.
            """)
        #expect(corpus.documents.map(\.id) == ["first", "second"])
        let first = corpus.documents[0]
        #expect(first.text == "« Je dis “non” », dit Bell.\n\nLa suite.")
        #expect(first.quotes.map(\.kind) == [.partial, .direct])
        #expect(first.quotes.map(\.speakers) == [[], ["Ann Bell", "Bell"]])
        let document = Document.plain(first.text)
        #expect(document.strings(first.quotes.map(\.span)) == ["non", "Je dis “non”"])
    }

    @Test(arguments: ["== a\n⟦direct|words⟧", "== a\n⟦spoken||words⟧", "== a\n⟦direct||words", "== a\nwords⟧"])
    func aPassageWithBrokenMarksIsRefused(_ content: String) {
        #expect(throws: QuotationCorpus.FormatError.self) { try QuotationCorpus(content) }
    }

    @Test func spansAndSpeakersAreCountedApart() throws {
        let corpus = try QuotationCorpus(
            "== a\nElon Musk et Bell : ⟦direct|Elon Musk|un⟧ ⟦direct|Bell|deux⟧ ⟦partial||trois⟧ ⟦term||mot⟧ quatre")
        let gold = corpus.documents[0]
        var document = Document.plain(gold.text)
        document.mentions = [
            Mention(span: ByteSpan(5, 9), label: .person, maker: "rule:test"),
            Mention(span: ByteSpan(13, 17), label: .person, maker: "rule:test"),
        ]
        // The second has the wrong speaker, the third is not found, the term is taken for a quotation, the last is none.
        document.quotations = [
            Quotation(span: gold.quotes[0].span, kind: .direct, speaker: 0),
            Quotation(span: gold.quotes[1].span, kind: .direct, speaker: 0),
            Quotation(span: gold.quotes[3].span, kind: .partial),
            Quotation(span: ByteSpan(gold.text.utf8.count - 6, gold.text.utf8.count), kind: .partial),
        ]
        var score = QuotationScore()
        score.add(gold, found: document)
        #expect(score.quotations.correct == 2 && score.quotations.gold == 3 && score.quotations.system == 3)
        #expect(score.speakers.correct == 1 && score.speakers.gold == 2 && score.speakers.system == 2)
        #expect(score.quotations.f1 == 0.6667 && score.speakers.f1 == 0.5)
        #expect(score.differences.count == 3)
    }
}
