import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct ArticleMarkupTests {
    private static let nitf = """
        <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
        <nitf><head><title>TESLA-SLUG</title><docdata><date.issue norm="20240131T080000Z"/></docdata></head><body><body.head>
        <hedline><hl1>Tesla raises $16.5 billion</hl1><hl2>A record</hl2></hedline>
        <byline>By <person>Ann Onyme</person></byline></body.head><body.content><p>Tesla &amp; co raised $16.5 billion.</p>
        <media><media-caption>A photo</media-caption></media><table><tr><td>x 1</td></tr></table></body.content></body></nitf>
        """

    @Test func agencyTextsHaveTheirParts() throws {
        let file = ReadFile("a.xml", Self.nitf)
        let document = try #require(file.documents.first)
        #expect(
            document.blockTexts == [
                "Tesla raises $16.5 billion", "A record", "Tesla & co raised $16.5 billion.", "x 1",
            ])
        #expect(document.blocks.map(\.kind) == [.main, .standfirst, .paragraph, .table])
        #expect(document.metadata.title == "Tesla raises $16.5 billion")
        #expect(document.metadata.published == "2024-01-31T08:00:00Z")
        #expect(document.metadata.authors == ["Ann Onyme"])
        #expect(document.provenance.mediaType == "application/nitf+xml")
        #expect(try file.rawText("Tesla & co", in: document) == "Tesla &amp; co")
    }

    @Test func furnitureIsKeptWhenAskedFor() throws {
        let document = try #require(ReadFile("a.xml", Self.nitf, keepBoilerplate: true).documents.first)
        let furniture = document.blocks.filter { $0.blockClass == .boilerplate }
        #expect(furniture.map { document.string($0.span) } == ["By Ann Onyme", "A photo"])
        #expect(furniture.map(\.kind) == [.byline, .caption])
    }

    @Test func packagesAreCutIntoItems() throws {
        func item(_ number: Int) -> String {
            """
            <newsItem guid="\(number)" xml:lang="fr"><itemMeta><provider literal="Agence"/><versionCreated>2024-01-3\(number)T08:00:00Z
            </versionCreated></itemMeta><contentMeta><headline>Titre \(number)</headline><by>Ann Onyme</by><language tag="fr"/>
            </contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
            <head><title>x</title></head><body><h1>Titre \(number)</h1><p>Tesla a levé \(number),5&#160;milliards.</p></body></html>
            </inlineXML></contentSet></newsItem>
            """
        }
        let file = ReadFile(
            "p.xml",
            "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>\(item(0))\(item(1))</itemSet></newsMessage>"
        )
        #expect(file.documents.map(\.id) == ["p.xml#1", "p.xml#2"])
        let second = try #require(file.documents.last)
        #expect(second.blockTexts == ["Titre 1", "Tesla a levé 1,5\u{A0}milliards."])
        #expect(second.metadata.title == "Titre 1")
        #expect(second.metadata.published == "2024-01-31T08:00:00Z")
        #expect(second.metadata.authors == ["Ann Onyme"])
        #expect(second.metadata.outlet == "Agence")
        #expect(second.metadata.declaredLanguage == .french)
        #expect(try file.rawText("1,5\u{A0}milliards", in: second) == "1,5&#160;milliards")
    }

    @Test func editionsAreReadAsText() throws {
        let file = ReadFile(
            "t.xml",
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>L’Aurore</title><author>É. Z.</author>
            </titleStmt><publicationStmt><date when="1898-01-13"/></publicationStmt></fileDesc><profileDesc><langUsage>
            <language ident="fr">français</language></langUsage></profileDesc></teiHeader><text><body><div><head>J’accuse</head>
            <fw>Page 1</fw><p>Monsieur le Pré<lb break="no"/>sident de la <hi>République</hi><note><p>non</p></note>,<lb/>permettez.
            <pb n="2"/></p><quote>Une citation.</quote><list><item>un point</item></list>
            <p><choice><sic>faux</sic><corr>juste</corr></choice></p></div></body></text></TEI>
            """)
        let document = try #require(file.documents.first)
        #expect(
            document.blockTexts == [
                "J’accuse", "Monsieur le Président de la République, permettez.", "Une citation.", "un point", "juste",
            ])
        #expect(document.blocks.map(\.kind) == [.heading, .paragraph, .blockquote, .list, .paragraph])
        #expect(document.metadata.title == "L’Aurore")
        #expect(document.metadata.published == "1898-01-13")
        #expect(document.metadata.authors == ["É. Z."])
        #expect(document.metadata.declaredLanguage == .french)
        #expect(try file.rawText("Président", in: document) == "Pré<lb break=\"no\"/>sident")
    }

    @Test func unknownElementsGiveAllTheirText() throws {
        let file = ReadFile(
            "d.xml",
            "<?xml version='1.0'?><doc><t>Un titre</t><par>Tesla a levé <b>16,5</b> milliards.</par><par>Deux</par></doc>"
        )
        let document = try #require(file.documents.first)
        #expect(document.blockTexts == ["Un titre", "Tesla a levé 16,5 milliards.", "Deux"])
        #expect(document.warnings.map(\.code) == ["unknown-xml"])
        #expect(try file.rawText("levé 16,5", in: document) == "levé <b>16,5")
    }

    @Test func pagesWithAnXMLDeclarationArePages() throws {
        let file = ReadFile(
            "p.xhtml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>Un titre</h1><p>Tesla<br/>part.</p>
            </body></html>
            """)
        #expect(file.documents.first?.blockTexts == ["Un titre", "Tesla\npart."])
        #expect(file.documents.first?.provenance.mediaType == "text/html")
    }

    @Test func bombsAreFailuresWithAReason() {
        let bomb = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]><a>&b;</a>"
        #expect(ReadFile("b.xml", bomb).failures.map(\.code) == [.malformed])
        let deep = "<rss>" + String(repeating: "<a>", count: 2000)
        #expect(ReadFile("b.xml", deep).failures.map(\.code) == [.tooLarge])
        let large = "<?xml version='1.0'?><a>" + String(repeating: " ", count: 49 << 20) + "</a>"
        #expect(ReadFile("b.xml", large).failures.map(\.code) == [.tooLarge])
        #expect(ReadFile("b.xml", "<?xml version='1.0'?><a/>").failures.map(\.code) == [.empty])
    }
}
