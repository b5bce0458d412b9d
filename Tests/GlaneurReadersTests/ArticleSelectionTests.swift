import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

/// What is taken for the article of small pages, by kinds of pages.
@Suite struct ArticleSelectionTests {
    private static let hints = MarkupHints(lexicon: TestLexicon.shared)
    private static let words = PageWords(lexicon: TestLexicon.shared)

    private static func sentence(_ number: Int) -> String {
        "Le conseil municipal a voté hier soir le budget numéro \(number), après trois heures de débats, "
            + "par vingt voix contre sept."
    }

    private static func paragraphs(_ numbers: Range<Int>) -> String {
        numbers.map { "<p>\(sentence($0))</p>" }.joined()
    }

    private func extraction(_ markup: String, keepsBoilerplate: Bool = false) throws -> HTMLExtraction {
        try HTMLExtraction(
            Array(markup.utf8), hints: ArticleSelectionTests.hints, words: ArticleSelectionTests.words,
            keepsBoilerplate: keepsBoilerplate)
    }

    private func body(_ markup: String) throws -> String {
        String(decoding: try extraction(markup).text, as: UTF8.self)
    }

    private let article = paragraphs(0..<4)
    private var text: String { (0..<4).map(ArticleSelectionTests.sentence).joined(separator: "\n\n") }

    @Test func theHeadlineIsMetadataAndNoPartOfTheText() throws {
        let page = "<title>Budget voté - Le Courrier</title><body><h1>Budget voté</h1>\(article)</body>"
        let extraction = try extraction(page)
        #expect(String(decoding: extraction.text, as: UTF8.self) == text)
        #expect(extraction.heading == "Budget voté")
    }

    @Test func keptBoilerplateHasTheHeadlineAsTitle() throws {
        let page =
            "<title>Budget voté - Le Courrier</title><body><nav>Accueil</nav><h1>Budget voté</h1>\(article)</body>"
        let blocks = try extraction(page, keepsBoilerplate: true).blocks
        #expect(blocks.map(\.blockClass).prefix(3) == [.boilerplate, .title, .body])
        #expect(blocks.first?.kind == .navigation)
    }

    @Test func ofSeveralArticlesTheOneWithTheHeadlineIsTaken() throws {
        let others = (0..<5).map {
            "<article class=post><h2>Autre \($0)</h2>\(ArticleSelectionTests.paragraphs(10 * $0 + 20..<10 * $0 + 26))</article>"
        }
        let page =
            "<title>Budget voté</title><article class=main><h1>Budget voté</h1>\(article)</article>" + others.joined()
        #expect(try body(page) == text)
    }

    @Test func teasersAmongTheParagraphsAreLeftOut() throws {
        let teasers = (0..<3).map {
            "<div class=item><h3><a href=/\($0)>Un tout autre sujet du jour \($0)</a></h3><p>\(ArticleSelectionTests.sentence(50 + $0))</p></div>"
        }
        let page = "<div id=page><h1>Budget voté</h1>\(article)<div>\(teasers.joined())</div></div>"
        #expect(try body(page) == text)
    }

    @Test func standfirstBetweenHeadlineAndArticleIsTaken() throws {
        let lead = "La séance a été longue, mais le budget est là."
        let page =
            "<header><h1>Budget voté</h1><p class=chapo>\(lead)</p></header><div class=article-body>\(article)</div>"
        #expect(try body(page) == lead + "\n\n" + text)
    }

    @Test func commentsBehindTheirHeadingAreLeftOut() throws {
        let page =
            "<div><h1>Budget voté</h1>\(article)<h3>3 commentaires</h3>\(ArticleSelectionTests.paragraphs(70..<72))</div>"
        #expect(try body(page) == text)
    }

    @Test func whatNamesCallFurnitureIsLeftOutInsideTheArticle() throws {
        let inside = "<div class=newsletter-box><p>\(ArticleSelectionTests.sentence(80))</p></div>"
        let page =
            "<article><h1>Budget voté</h1>\(ArticleSelectionTests.paragraphs(0..<2))\(inside)\(ArticleSelectionTests.paragraphs(2..<4))</article>"
        #expect(try body(page) == text)
    }

    @Test func namesOfFurnitureAreNotBelievedAroundTheWholeArticle() throws {
        #expect(try body("<div class=sidebar-layout>\(article)</div>") == text)
    }

    @Test func captionsAreLeftOut() throws {
        let figure =
            "<figure><img src=a.png><figcaption><p>\(ArticleSelectionTests.sentence(90))</p></figcaption></figure>"
        #expect(try body("<article>\(figure)\(article)</article>") == text)
    }

    @Test func aPageWithoutParagraphsKeepsAllOfItsText() throws {
        #expect(try body("<div>Fermé</div><div>Pour travaux</div>") == "Fermé\n\nPour travaux")
    }

    @Test(arguments: [
        ("Le budget est là.", true), ("« Le budget est là, enfin, pour tous. »", true),
        ("Rubrique Politique et société du soir", false),
        ("Et après une longue nuit de débats…", true),
    ])
    func sentencesEndWithAMarkOrAreLong(text: String, isSentence: Bool) throws {
        let page = try HTMLPage(Array("<p>\(text) </p>".utf8))
        let outline = try PageReader.outline(of: page, hints: MarkupHints(), names: ArticleSelectionTests.words.names)
        #expect(outline.blocks.first.map { $0.isSentence || $0.count < 30 } == isSentence)
    }
}
