import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct PackageTests {
    private static let word = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\
        <w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>Un titre</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">Le groupe Tes</w:t></w:r><w:r><w:t xml:space="preserve">la a levé </w:t></w:r>\
        <w:r><w:t>16,5</w:t><w:tab/><w:t>milliards &amp;</w:t></w:r><w:del><w:r><w:delText>non</w:delText></w:r></w:del>\
        <w:r><w:br/><w:t>fin.</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>un point</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>une cellule</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Intertitre</w:t></w:r></w:p></w:body></w:document>
        """

    private static let properties = """
        <cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
        <dc:title>Le titre</dc:title><dc:creator>Ann Onyme</dc:creator><cp:lastModifiedBy>Bob</cp:lastModifiedBy>
        <dcterms:created>2024-01-31T08:00:00Z</dcterms:created></cp:coreProperties>
        """

    /// The text of a part that a piece of a document stands on.
    private func source(_ text: String, in document: Document, of part: String) throws -> String {
        let found = try #require(document.text.firstRange(of: Array(text.utf8)))
        let span = document.origin.rawSpan(of: ByteSpan(found.lowerBound, found.upperBound))
        return String(decoding: Array(part.utf8)[span.range], as: UTF8.self)
    }

    @Test func wordDocumentsHaveBlocks() throws {
        let archive = StoredZip.archive([
            ("[Content_Types].xml", "<Types/>"), ("word/document.xml", Self.word),
            ("docProps/core.xml", Self.properties),
        ])
        let file = ReadFile("a.docx", archive)
        let document = try #require(file.documents.first)
        #expect(
            document.blockTexts == [
                "Un titre", "Le groupe Tesla a levé 16,5 milliards &\nfin.", "un point", "une cellule", "Intertitre",
            ])
        #expect(document.blocks.map(\.kind) == [.main, .paragraph, .list, .table, .heading])
        #expect(document.id == "a.docx")
        #expect(document.provenance.member == "word/document.xml")
        #expect(document.metadata.title == "Le titre")
        #expect(document.metadata.authors == ["Ann Onyme"])
        #expect(document.metadata.published == "2024-01-31T08:00:00Z")
        #expect(try source("milliards &", in: document, of: Self.word) == "milliards &amp;")
        #expect(
            try source("Tesla", in: document, of: Self.word)
                == "Tes</w:t></w:r><w:r><w:t xml:space=\"preserve\">la")
    }

    @Test func openDocumentsHaveBlocks() throws {
        let content = """
            <?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text>
            <text:h text:outline-level="1">Un titre</text:h><text:p>Tesla a levé<text:s text:c="2"/>16,5 <text:span>mil</text:span>liards\
            <text:note><text:note-body><text:p>non</text:p></text:note-body></text:note>.</text:p>
            <text:list><text:list-item><text:p>un point</text:p></text:list-item></text:list></office:text></office:body>
            </office:document-content>
            """
        let meta = """
            <office:document-meta xmlns:office="o" xmlns:meta="m" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>
            <dc:title>Le titre</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bob</dc:creator>
            <meta:creation-date>2024-01-31T08:00:00</meta:creation-date></office:meta></office:document-meta>
            """
        let archive = StoredZip.archive([
            ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("meta.xml", meta),
        ])
        let document = try #require(ReadFile("b", archive).documents.first)
        #expect(document.blockTexts == ["Un titre", "Tesla a levé 16,5 milliards.", "un point"])
        #expect(document.blocks.map(\.kind) == [.heading, .paragraph, .list])
        #expect(document.metadata.authors == ["Ann"])
        #expect(document.metadata.published?.hasPrefix("2024-01-31") == true)
        #expect(try source("milliards", in: document, of: content) == "mil</text:span>liards")
    }

    private static func book(
        spine: String = "<itemref idref='c'/><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/>"
    )
        -> [UInt8]
    {
        let list = """
            <package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Un livre</dc:title><dc:creator>Ann</dc:creator>
            <dc:date>2020-02-03</dc:date><dc:language>fr</dc:language></metadata><manifest>
            <item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
            <item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
            <item id="a" href="t/ch%201.xhtml" media-type="application/xhtml+xml"/>
            <item id="b" href="../OPS/./t/ch2.xhtml" media-type="application/xhtml+xml"/></manifest><spine>\(spine)</spine></package>
            """
        return StoredZip.archive([
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>"
            ),
            ("OPS/p.opf", list), ("OPS/nav.xhtml", "<html><body>Sommaire</body></html>"),
            ("OPS/cover.xhtml", "<html><body><img/></body></html>"),
            (
                "OPS/t/ch 1.xhtml",
                "<?xml version='1.0'?><html><head><title/></head><body><h1>Un</h1><p>Tesla a levé 3&#160;M.</p></body></html>"
            ),
            ("OPS/t/ch2.xhtml", "<html><body><h1>Deux</h1><p>Musk part.</p></body></html>"),
        ])
    }

    @Test func chaptersAreDocuments() throws {
        let file = ReadFile("c.epub", Self.book())
        #expect(file.failures.isEmpty)
        #expect(file.documents.map(\.id) == ["c.epub#1", "c.epub#2"])
        #expect(file.documents.map(\.provenance.member) == ["OPS/t/ch 1.xhtml", "OPS/t/ch2.xhtml"])
        let first = try #require(file.documents.first)
        #expect(first.blockTexts == ["Un", "Tesla a levé 3\u{A0}M."])
        #expect(first.metadata.title == "Un livre")
        #expect(first.metadata.published == "2020-02-03")
        #expect(first.metadata.authors == ["Ann"])
        #expect(first.metadata.declaredLanguage == .french)
    }

    @Test func brokenPackagesAreFailures() {
        #expect(ReadFile("c.epub", Self.book(spine: "<itemref idref='c'/>")).failures.map(\.code) == [.empty])
        #expect(ReadFile("a.docx", StoredZip.archive([("word/other.xml", "x")])).failures.map(\.code) == [.damaged])
        #expect(ReadFile("c.epub", Array(Self.book().prefix(300))).documents.isEmpty)
        let deck = StoredZip.archive([("[Content_Types].xml", "x")])
        #expect(ReadFile("a.pptx", deck).failures.map(\.code) == [.unsupported])
    }
}
