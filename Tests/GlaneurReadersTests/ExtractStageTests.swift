import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct ExtractStageTests {
    private static let page = """
        <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le titre long de la page | Le Journal</title>
        <meta property="og:site_name" content="Le Journal"><link rel="canonical" href="https://example.org/a">
        <meta property="article:published_time" content="2024-01-31T08:00:00+01:00">
        <script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ann Onyme"}]}</script></head>
        <body><nav><a href="/">Accueil</a> <a href="/x">Économie</a></nav>
        <div id="article"><h1>Le titre long de la page</h1>
        <p>Le groupe a levé <b>16,5&nbsp;milliards</b>
           d&rsquo;euros, a-t-il annoncé mardi, ce qui en ferait la plus grande opération de l’année en Europe.</p>
        <p>« C’est beaucoup », a réagi un analyste, qui s’attendait à moins, et l’action a bondi de 5&#160;% à Paris.<br>
        Un autre se dit prudent.</p>
        <figure><img src="x.jpg"><figcaption>Le siège du groupe.</figcaption></figure>
        <ul><li><a href="/1">À lire aussi : un tout autre article de ce journal</a></li></ul>
        </div><footer><p>Tous droits réservés, mentions légales, contact, plan du site, et bien d’autres choses.</p></footer>
        </body></html>
        """

    private func extracted(_ markup: String, _ stage: ExtractStage = ExtractStage(lexicon: TestLexicon.shared)) throws
        -> Document
    {
        var document = rawDocument(Array(markup.utf8), "text/html")
        try DecodeStage().run(on: &document)
        try stage.run(on: &document)
        return document
    }

    @Test func theArticleIsTheTextAndItsHeadlineTheTitle() throws {
        let document = try extracted(Self.page)
        #expect(
            document.blocks.map { document.string($0.span) } == [
                "Le groupe a levé 16,5\u{A0}milliards d’euros, a-t-il annoncé mardi, ce qui en ferait la plus grande "
                    + "opération de l’année en Europe.",
                "« C’est beaucoup », a réagi un analyste, qui s’attendait à moins, et l’action a bondi de 5\u{A0}% à "
                    + "Paris.\nUn autre se dit prudent.",
            ])
        #expect(document.metadata.title == "Le titre long de la page")
        #expect(document.blocks.map(\.blockClass) == [.body, .body])
        #expect(document.blocks.map(\.kind) == [.paragraph, .paragraph])
        let gaps = zip(document.blocks, document.blocks.dropFirst()).map { ByteSpan($0.span.end, $1.span.start) }
        #expect(gaps.allSatisfy { document.string($0) == "\n\n" && document.origin.rawSpan(of: $0).isEmpty })
    }

    @Test func spansLeadToTheMarkup() throws {
        let document = try extracted(Self.page)
        let raw = Array(Self.page.utf8)
        func source(_ text: String) throws -> String {
            let start = try #require(document.text.firstRange(of: Array(text.utf8)))
            let span = document.origin.rawSpan(of: ByteSpan(start.lowerBound, start.upperBound))
            return String(decoding: raw[span.range], as: UTF8.self)
        }
        #expect(try source("16,5\u{A0}milliards") == "16,5&nbsp;milliards")
        #expect(try source("d’euros") == "d&rsquo;euros")
        #expect(try source("5\u{A0}%") == "5&#160;%")
        #expect(try source("milliards d") == "milliards</b>\n   d")
        #expect(try source("Un autre") == "Un autre")
    }

    @Test func metadataAreRead() throws {
        let metadata = try extracted(Self.page).metadata
        #expect(metadata.title == "Le titre long de la page")
        #expect(metadata.outlet == "Le Journal")
        #expect(metadata.url == "https://example.org/a")
        #expect(metadata.published == "2024-01-31T08:00:00+01:00")
        #expect(metadata.authors == ["Ann Onyme"])
    }

    @Test func boilerplateIsKeptAndMarkedWhenAskedFor() throws {
        let document = try extracted(Self.page, ExtractStage(lexicon: TestLexicon.shared, keepBoilerplate: true))
        let kinds = document.blocks.filter { $0.blockClass == .boilerplate }.map(\.kind)
        #expect(kinds.contains(.navigation))
        #expect(kinds.contains(.caption))
        #expect(kinds.contains(.relatedLinks))
        #expect(document.blocks.filter { $0.blockClass == .body }.count == 2)
    }

    /// With their blocks kept, a page's words still lead to the bytes that spell them.
    @Test func keptBoilerplateLeadsBackToTheRawBytes() throws {
        let raw = Array(Self.page.utf8)
        var document = rawDocument(raw, "text/html")
        try DecodeStage().run(on: &document)
        try ExtractStage(lexicon: TestLexicon.shared, keepBoilerplate: true).run(on: &document)
        #expect(document.blocks.contains { $0.blockClass == .boilerplate })
        for block in document.blocks {
            #expect(block.reason?.isEmpty == false)
            let words = document.text[block.span.range].split { $0 <= 0x20 }
            for word in words where word.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "&") }) {
                let source = document.origin.rawSpan(of: ByteSpan(word.startIndex, word.endIndex))
                #expect(Array(raw[source.range]) == Array(word))
            }
        }
    }

    @Test func pageWithoutArticleGivesAllItsText() throws {
        let document = try extracted("<p>Un mot.<p>Deux mots.")
        #expect(document.blocks.map { document.string($0.span) } == ["Un mot.", "Deux mots."])
    }

    @Test func pageWithoutTextIsAFailure() {
        #expect {
            _ = try extracted("<html><script>1</script>")
        } throws: {
            ($0 as? StageFailure)?.code == .empty
        }
    }

    @Test func plainTextIsCutIntoBlocks() throws {
        var document = rawDocument(Array("Titre\n\nUn paragraphe.\n".utf8))
        try DecodeStage().run(on: &document)
        try ExtractStage(lexicon: TestLexicon.shared).run(on: &document)
        #expect(document.blocks.count == 2)
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 20_000) + "le fond du puits",
        "<p " + (0..<20_000).map { "a\($0)=1" }.joined(separator: " ") + ">le fond du puits",
        "<p>" + String(repeating: "&amp;", count: 20_000) + " le fond du puits",
        "<p>" + String(repeating: "<", count: 5_000) + " le fond du puits",
        "<p><!-- " + String(repeating: "<p>", count: 5_000) + " --> le fond du puits",
        String(repeating: "<b><i>", count: 3_000) + "le fond du puits",
    ])
    func hostileMarkupIsReadToTheEnd(markup: String) throws {
        let document = try extracted(markup)
        #expect(String(decoding: document.text, as: UTF8.self).contains("le fond du puits"))
    }
}
