import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct FeedTests {
    private static let rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:m="http://search.yahoo.com/mrss/"
         xmlns:c="http://purl.org/dc/elements/1.1/">
        <channel><title>Le Journal &amp; Cie</title><language>fr-FR</language><image><title>logo</title></image>
        <item><title>Tesla lève 16,5&amp;nbsp;milliards</title><link>https://example.org/1</link>
        <pubDate>Wed, 31 Jan 2024 08:00:00 +0100</pubDate><c:creator>Ann Onyme</c:creator><m:title>rien</m:title>
        <description>Un résumé.</description><content:encoded><![CDATA[<p>Le groupe <b>Tesla</b> a levé
        16,5&nbsp;milliards d’euros.</p><p>« C’est beaucoup », a dit un analyste.</p>]]></content:encoded></item>
        <item><title>Deux</title><author>ann@example.org (Ann Autre)</author><source url="https://x">Autre Journal</source>
        <description>&lt;p&gt;Musk &amp;amp; Tesla ont d&amp;eacute;cid&amp;eacute; de partir.&lt;/p&gt;</description></item>
        </channel></rss>
        """

    @Test func itemsAreDocuments() throws {
        let file = ReadFile("f/feed.xml", Self.rss)
        #expect(file.failures.isEmpty)
        #expect(file.documents.map(\.id) == ["f/feed.xml#1", "f/feed.xml#2"])
        let first = try #require(file.documents.first)
        #expect(
            first.blockTexts == [
                "Tesla lève 16,5\u{A0}milliards", "Le groupe Tesla a levé 16,5\u{A0}milliards d’euros.",
                "« C’est beaucoup », a dit un analyste.",
            ])
        #expect(first.blocks.map(\.blockClass) == [.title, .body, .body])
        #expect(first.metadata.title == "Tesla lève 16,5\u{A0}milliards")
        #expect(first.metadata.published == "2024-01-31T08:00:00+01:00")
        #expect(first.metadata.url == "https://example.org/1")
        #expect(first.metadata.authors == ["Ann Onyme"])
        #expect(first.metadata.outlet == "Le Journal & Cie")
        #expect(first.metadata.declaredLanguage == .french)
        #expect(file.documents[1].metadata.authors == ["Ann Autre"])
        #expect(file.documents[1].metadata.outlet == "Autre Journal")
    }

    @Test func spansLeadToTheFeed() throws {
        let file = ReadFile("feed.xml", Self.rss)
        let (first, second) = (file.documents[0], file.documents[1])
        #expect(try file.rawText("16,5\u{A0}milliards", in: first) == "16,5&amp;nbsp;milliards")
        #expect(try file.rawText("Le groupe Tesla a", in: first) == "Le groupe <b>Tesla</b> a")
        #expect(try file.rawText("« C’est", in: first) == "« C’est")
        #expect(try file.rawText("Musk & Tesla", in: second) == "Musk &amp;amp; Tesla")
        #expect(try file.rawText("décidé", in: second) == "d&amp;eacute;cid&amp;eacute;")
        let span = second.provenance.bytes
        #expect(String(decoding: file.bytes[span.range].prefix(20), as: UTF8.self) == "<item><title>Deux</t")
        #expect(String(decoding: file.bytes[span.range].suffix(7), as: UTF8.self) == "</item>")
    }

    @Test func charsetOfTheFileHoldsForItems() throws {
        let text = """
            <?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><title>é</title>
            <item><title>Été</title><description>Une journée d'été à Orléans.</description></item></channel></rss>
            """
        let file = ReadFile("feed.xml", latin1(text))
        let document = try #require(file.documents.first)
        #expect(document.metadata.outlet == "é")
        #expect(document.blockTexts == ["Été", "Une journée d'été à Orléans."])
        #expect(document.provenance.charset == "windows-1252")
        #expect(try file.raw("journée", in: document) == latin1("journée"))
        let wide = ReadFile("feed.xml", [0xFF, 0xFE] + utf16(text, isBigEndian: false))
        #expect(wide.documents.first?.blockTexts == document.blockTexts)
        let other = try #require(wide.documents.first)
        #expect(try wide.raw("journée", in: other) == utf16("journée", isBigEndian: false))
    }

    @Test func atomHasThreeKindsOfText() throws {
        let file = ReadFile(
            "a.atom",
            """
            <?xml version="1.0"?><a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en"><a:title>The Paper</a:title>
            <a:entry><a:title type="html">R&amp;amp;D</a:title><a:link rel="self" href="x"/><a:link href="https://example.org/2"/>
            <a:updated>2024-02-01T09:00:00Z</a:updated><a:published>2024-01-31T08:00:00Z</a:published>
            <a:author><a:name>Ann Onyme</a:name><a:email>a@b</a:email></a:author>
            <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Tesla <i>raised</i> $16.5&#160;billion.</p></div>
            </a:content></a:entry>
            <a:entry><a:title>5 &lt; 6</a:title><a:summary>First line &amp;amp; more.

            Second line.</a:summary></a:entry></a:feed>
            """)
        #expect(file.failures.isEmpty)
        let (first, second) = (file.documents[0], file.documents[1])
        #expect(first.blockTexts == ["R&D", "Tesla raised $16.5\u{A0}billion."])
        #expect(first.metadata.authors == ["Ann Onyme"])
        #expect(first.metadata.published == "2024-01-31T08:00:00Z")
        #expect(first.metadata.url == "https://example.org/2")
        #expect(first.metadata.declaredLanguage == .english)
        #expect(try file.rawText("$16.5\u{A0}billion", in: first) == "$16.5&#160;billion")
        #expect(second.blockTexts.first == "5 < 6")
        #expect(try file.rawText("5 < 6", in: second) == "5 &lt; 6")
    }

    @Test func itemsOfRDFLieBesideTheChannel() throws {
        let file = ReadFile(
            "feed",
            """
            <?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Paper</title></channel>
            <item><title>One</title><description>Tesla left.</description><dc:date>2024-01-31</dc:date></item></rdf:RDF>
            """)
        #expect(file.documents.map(\.blockTexts) == [["One", "Tesla left."]])
        #expect(file.documents.first?.metadata.outlet == "The Paper")
        #expect(file.documents.first?.metadata.published == "2024-01-31")
    }

    @Test func cutFeedKeepsItsItems() throws {
        let end = try #require(Self.rss.firstRange(of: "&lt;/p&gt;"))
        let file = ReadFile("feed.xml", String(Self.rss[..<end.lowerBound]))
        #expect(file.documents.count == 2)
        #expect(file.documents.last?.warnings.contains { $0.code == "ill-formed" } == true)
        #expect(file.documents.last?.blockTexts.last == "Musk & Tesla ont décidé de partir.")
    }

    @Test func itemsWithoutTextAreFailures() {
        let file = ReadFile(
            "feed.xml", "<rss><channel><item><link>x</link></item><item><title>Un</title></item></channel></rss>")
        #expect(file.failures.map(\.code) == [.empty])
        #expect(file.documents.map(\.id) == ["feed.xml#2"])
        #expect(ReadFile("feed.xml", "<rss><channel><title>x</title></channel></rss>").failures.map(\.code) == [.empty])
    }
}
