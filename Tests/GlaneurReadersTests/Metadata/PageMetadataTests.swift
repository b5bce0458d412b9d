import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct PageMetadataTests {
    private static let stage = ExtractStage(lexicon: TestLexicon.shared)

    /// A page with an article of two paragraphs.
    private func metadata(
        head: String = "", above: String = "", below: String = "", language: String = "en",
        heading: String = "A headline of five words"
    ) throws -> Metadata {
        let paragraph =
            "<p>" + String(repeating: "The group said on Tuesday that it would go on, and so it did. ", count: 4)
        let markup =
            "<html lang=\"\(language)\"><head>\(head)</head><body><article><h1>\(heading)</h1>\(above)"
            + "<div>\(paragraph)</p>\(paragraph)</p></div>\(below)</article></body></html>"
        var document = rawDocument(Array(markup.utf8), "text/html")
        try DecodeStage().run(on: &document)
        try Self.stage.run(on: &document)
        return document.metadata
    }

    private func linked(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

    // MARK: Dates

    @Test(arguments: [
        #"{"@type":"NewsArticle","datePublished":"2019-03-12T08:00:00+01:00","dateModified":"2019-03-14"}"#,
        #"{"@graph":[{"@type":"WebPage","datePublished":"2018-01-01"},{"@type":["Article","X"],"datePublished":"2019-03-12T08:00:00+01:00"}]}"#,
        #"[{"@type":"Organization","name":"O"},{"@type":"http://schema.org/BlogPosting","datePublished":"2019-03-12T08:00:00+01:00",}]"#,
        #"{"@type":"WebPage","mainEntity":{"@type":"ReportageNewsArticle","datePublished":"2019-03-12T08:00:00+01:00"}}"#,
    ])
    func linkedDataTellTheTime(json: String) throws {
        let metadata = try metadata(head: linked(json))
        #expect(metadata.published == "2019-03-12T08:00:00+01:00")
        #expect(metadata.evidence.published == .jsonLD)
    }

    @Test(arguments: [
        (#"<meta property="article:published_time" content="2019-03-12">"#, MetadataEvidence.Source.meta),
        (#"<meta name="parsely-pub-date" content="2019-03-12">"#, .meta),
        (#"<meta name="DC.date.issued" content="2019-03-12">"#, .meta),
        (#"<meta name="sailthru.date" content="Tue, 12 Mar 2019 09:45:16 PST">"#, .meta),
        (#"<link rel="canonical" href="https://example.org/2019/03/12/a-story">"#, .url),
        (#"<title>A story (The Paper, 12 March 2019)</title>"#, .text),
    ])
    func headTellsTheDay(head: String, evidence: MetadataEvidence.Source) throws {
        let metadata = try metadata(head: head)
        #expect(metadata.published == "2019-03-12")
        #expect(metadata.evidence.published == evidence)
    }

    @Test(arguments: [
        (#"<span itemprop="datePublished" content="2019-03-12">long ago</span>"#, MetadataEvidence.Source.microdata),
        (#"<time datetime="2019-03-12" pubdate>Tuesday</time>"#, .time),
        (#"<abbr class="published" title="2019-03-12">mardi</abbr>"#, .text),
        (#"<span class="post-date">12 March 2019</span>"#, .text),
        (#"<p>March 12, 2019</p>"#, .text),
        (#"<p>Mis à jour le 14 mars 2019, publié le 12 mars 2019</p>"#, .text),
        (#"<div><span>Ann Onyme</span><span>Mar 12, 2019</span></div>"#, .text),
    ])
    func pageTellsTheDay(above: String, evidence: MetadataEvidence.Source) throws {
        let metadata = try metadata(above: above)
        #expect(metadata.published == "2019-03-12")
        #expect(metadata.evidence.published == evidence)
    }

    @Test func figuresAreReadByTheRegionOfThePage() throws {
        #expect(try metadata(above: "<p>03/12/2019</p>", language: "en-US").published == "2019-03-12")
        #expect(try metadata(above: "<p>03/12/2019</p>", language: "en").published == "2019-03-12")
        #expect(try metadata(above: "<p>03/12/2019</p>", language: "en-GB").published == "2019-12-03")
        #expect(try metadata(above: "<p>03/12/2019</p>", language: "fr").published == "2019-12-03")
        #expect(try metadata(above: "<p>03/12/2019</p>", language: "").published == "2019-03-12")
    }

    @Test func updateIsNoPublicationWhereBothAreThere() throws {
        let line = "<p>Published 12 March 2019, last updated 14 March 2019</p>"
        let metadata = try metadata(above: line)
        #expect(metadata.published == "2019-03-12")
        #expect(metadata.updated == "2019-03-14")
        let told = try self.metadata(
            head: linked(#"{"@type":"Article","datePublished":"2019-03-12","dateModified":"2019-03-20"}"#),
            above: "<p>Updated March 20, 2019</p>")
        #expect(told.published == "2019-03-12")
        #expect(told.updated == "2019-03-20")
    }

    @Test func updateAloneIsTakenForPublication() throws {
        #expect(try metadata(above: "<p>Updated March 12, 2019</p>").published == "2019-03-12")
    }

    @Test func dayOfANewEditionIsThatOfPublication() throws {
        let head = linked(#"{"@type":"Article","datePublished":"2016-03-12","dateModified":"2019-03-20"}"#)
        #expect(
            try metadata(head: head, above: "<time datetime=2019-03-20>March 20, 2019</time>").published == "2019-03-20"
        )
        #expect(try metadata(head: head, above: "<p>Updated March 20, 2019</p>").published == "2019-03-20")
        #expect(try metadata(head: head, above: "<p>March 20, 2010</p>").published == "2016-03-12")
    }

    @Test func timeIsThatOfTheReaders() throws {
        let head = #"<meta property="article:published_time" content="2023-12-20T01:00:21Z">"#
        let shown = "<p>Published 8:00 PM EST, Tue December 19, 2023</p>"
        #expect(try metadata(head: head, above: shown).published == "2023-12-19T20:00:21-05:00")
        let other = #"<time datetime="2023-12-19T20:00:21-05:00">today</time>"#
        #expect(try metadata(head: head, above: other).published == "2023-12-19T20:00:21-05:00")
        #expect(try metadata(head: head, above: "<p>December 19, 2023</p>").published == "2023-12-19")
        #expect(try metadata(head: head).published == "2023-12-20T01:00:21Z")
    }

    @Test func daysOfOthersAreNotTaken() throws {
        let below =
            #"<div class="comments"><time datetime="2020-01-01">1 January 2020</time></div><footer>© 2019 The Paper</footer>"#
        #expect(try metadata(below: below).published == nil)
    }

    // MARK: Authors

    @Test(arguments: [
        #"{"@type":"Article","author":"Ann Onyme"}"#,
        #"{"@type":"Article","author":{"@type":"Person","name":"Ann Onyme"}}"#,
        #"{"@type":"Article","author":["Ann Onyme",{"@type":"Organization","name":"The Paper"}]}"#,
        #"{"@graph":[{"@type":"Article","author":{"@id":"/a"}},{"@type":"Person","@id":"/a","name":"Ann Onyme"}]}"#,
        #"{"@type":"Article","author":{"name":"Ann Onyme, The Paper"},"publisher":{"name":"The Paper"}}"#,
    ])
    func linkedDataNameAuthors(json: String) throws {
        let metadata = try metadata(head: linked(json))
        #expect(metadata.authors == ["Ann Onyme"])
        #expect(metadata.evidence.authors == .jsonLD)
    }

    @Test(arguments: [
        #"<a rel="author" href="/a">Ann Onyme</a> <a rel="author" href="/j">Jo Dupont</a>"#,
        #"<div class="article__byline">By <span class="name">Ann Onyme</span> and Jo Dupont, Reuters</div>"#,
        #"<span itemprop="author" itemscope><meta itemprop="name" content="Ann Onyme"></span><p>By Ann Onyme and Jo Dupont</p>"#,
        #"<p>By Ann Onyme and Jo Dupont</p>"#,
        #"<p>12 mars 2019 – Par Ann Onyme et Jo Dupont</p>"#,
        #"<div class="post-authorName">Ann Onyme<br>and Jo Dupont</div><img class="author-avatar" alt="">"#,
    ])
    func pageNamesAuthors(above: String) throws {
        #expect(try metadata(above: above).authors == ["Ann Onyme", "Jo Dupont"])
    }

    @Test func outletIsTheAuthorOnlyWhereNobodyIs() throws {
        let head = #"<meta property="og:site_name" content="The Paper"><meta name="author" content="The Paper">"#
        #expect(try metadata(head: head).authors == ["The Paper"])
        #expect(try metadata(head: head, above: "<p>By Ann Onyme</p>").authors == ["Ann Onyme"])
    }

    @Test func nameOfTheWholePageIsNoAside() throws {
        let page =
            #"<div class="with-sidebar"><h1>A headline of five words</h1><span class="author">Ann Onyme</span><p>"#
        var document = rawDocument(
            Array((page + "The group said that it would go on, and so it did.").utf8), "text/html")
        try DecodeStage().run(on: &document)
        try Self.stage.run(on: &document)
        #expect(document.metadata.authors == ["Ann Onyme"])
    }

    @Test func authorsOfOtherArticlesAreNotTaken() throws {
        let below = #"<div class="related-posts"><span class="author">Jo Dupont</span></div>"#
        #expect(try metadata(below: below).authors.isEmpty)
    }

    @Test func scriptAndStyleAreNoNames() throws {
        let above = #"<div class="byline"><style>.a{}</style>By <script>var By = 1</script>Ann Onyme</div>"#
        #expect(try metadata(above: above).authors == ["Ann Onyme"])
    }

    // MARK: Title and the rest

    @Test(arguments: [
        ("<title>A headline of a few more words | The Paper</title>", "Home", "A headline of a few more words"),
        (
            "<title>The Paper - A headline of five words</title><link rel=canonical href=https://thepaper.org/1>",
            "Home",
            "A headline of five words"
        ),
        (
            #"<meta property="og:title" content="Quite another story about something else">"#,
            "More from this section today",
            "Quite another story about something else"
        ),
        ("<title>The Paper</title>", "A headline of five words", "A headline of five words"),
    ])
    func titleIsTheHeadline(head: String, heading: String, title: String) throws {
        #expect(try metadata(head: head, heading: heading).title == title)
    }

    @Test func addressAndOutletAreRead() throws {
        let metadata = try metadata(
            head: linked(#"{"@type":"Article","url":"https://example.org/a","publisher":{"name":"The Paper"}}"#))
        #expect(metadata.url == "https://example.org/a")
        #expect(metadata.outlet == "The Paper")
    }

    @Test func whatTheDocumentSaysStands() throws {
        var document = rawDocument(Array("<h1>A headline of five words</h1><p>12 March 2019<p>Text.".utf8), "text/html")
        document.metadata.published = "2001-01-01"
        try DecodeStage().run(on: &document)
        try Self.stage.run(on: &document)
        #expect(document.metadata.published == "2001-01-01")
        #expect(document.metadata.evidence.published == nil)
    }

    // MARK: Hostile pages

    @Test(arguments: [
        String(repeating: "<div class=byline>", count: 50_000),
        String(repeating: "<span class=author>By A B<i></span>", count: 50_000),
        "<div class=byline>" + String(repeating: "By Ann Onyme ", count: 100_000),
        String(repeating: "<meta name=author content=a><meta name=date content=b>", count: 50_000),
        "<script type=application/ld+json>" + String(repeating: "[", count: 100_000) + "</script>",
        "<script type=application/ld+json>" + String(repeating: "{\"@graph\":", count: 100_000) + "</script>",
        "<p>" + String(repeating: "1/1/2019 ", count: 100_000),
        "<time datetime=" + String(repeating: "9", count: 100_000) + ">",
    ])
    func hostileSignsAreReadInTime(markup: String) throws {
        let clock = ContinuousClock()
        var document = rawDocument(Array((markup + "<p>the end of it").utf8), "text/html")
        let time = try clock.measure {
            try DecodeStage().run(on: &document)
            try Self.stage.run(on: &document)
        }
        #expect(time < .seconds(20))
    }
}
