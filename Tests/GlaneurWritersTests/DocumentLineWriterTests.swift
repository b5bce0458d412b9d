import Foundation
import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct DocumentLineWriterTests {
    static let run = RunIdentity(
        tool: "glaneur/0.1.0", resources: "2026.11", configuration: "9f2c4e1ab0d37765", icu: "72.1")

    private func line(_ document: Document, _ options: WriterOptions = WriterOptions()) -> [UInt8] {
        var json = JSONWriter()
        DocumentLineWriter(run: DocumentLineWriterTests.run, options: options).write(document, to: &json)
        return json.bytes
    }

    /// The example of the schema, built from its parts.
    private var example: Document {
        let text =
            "Morgan Stanley, en 2023, a attribué une valorisation spéculative de 500 milliards de dollars à Tesla"
        var provenance = Provenance(
            path: "seeds/000.txt", bytes: ByteSpan(0, 103), sha256: "466595f3", mediaType: "text/plain")
        provenance.charset = "UTF-8"
        provenance.charsetEvidence = .validated
        var document = Document(id: "seeds/000.txt", bytes: [], provenance: provenance)
        document.text = Array(text.utf8)
        document.language = .french
        document.languageScore = 0.998
        document.sentences = [Sentence(span: ByteSpan(0, 103), language: .french)]
        document.tokens = [Token(span: ByteSpan(0, 6), kind: .word), Token(span: ByteSpan(98, 103), kind: .word)]
        let amount = ExactDecimal(500, exponent: 9)
        document.mentions = [
            Mention(
                span: ByteSpan(0, 14), label: .organization, maker: "lexicon:organizations",
                entityID: "org/morgan-stanley"),
            Mention(
                span: ByteSpan(19, 23), label: .date,
                value: .time(TimeExpression(timex: "2023", first: "2023-01-01", last: "2023-12-31")),
                maker: "rule:fr.date.year"),
            Mention(
                span: ByteSpan(70, 94), label: .money,
                value: .money(
                    Money(
                        magnitude: Magnitude(amount), currency: "USD", currencyEvidence: .byDefault,
                        alternatives: ["CAD", "AUD"], figure: ExactDecimal(500), scale: 9)),
                maker: "rule:fr.money.scale"),
            Mention(
                span: ByteSpan(98, 103), label: .organization, maker: "lexicon:organizations", entityID: "org/tesla"),
        ]
        return document
    }

    @Test func mentionsOfAKnownEntityHaveItsIDInAKnowledgeBase() {
        var json = JSONWriter()
        DocumentLineWriter(
            run: DocumentLineWriterTests.run,
            knowledgeBaseIDs: ["org/tesla": "wikidata:Q478214", "per/x": "wikidata:Q1"]
        )
        .write(example, to: &json)
        let line = String(decoding: json.bytes, as: UTF8.self)
        #expect(line.contains(#""entity_id":"org/tesla","kb_id":"wikidata:Q478214","by":"lexicon:organizations""#))
        #expect(line.components(separatedBy: "kb_id").count == 2)
    }

    @Test func charsetOfTheTransportStaysBetweenStages() {
        var document = example
        document.provenance.transportCharset = "iso-8859-1"
        #expect(line(document) == line(example))
    }

    @Test func exampleOfTheSchemaIsWrittenLetterForLetter() {
        let expected = #"""
            {"schema":"glaneur.doc/1","id":"seeds/000.txt","lang":"fr","lang_score":0.998,\#
            "text":"Morgan Stanley, en 2023, a attribué une valorisation spéculative de 500 milliards de dollars à Tesla",\#
            "sents":{"start":[0],"end":[100]},"ents":[{"id":0,"start":0,"end":14,"label":"ORG",\#
            "text":"Morgan Stanley","entity_id":"org/morgan-stanley","by":"lexicon:organizations","raw_start":0,\#
            "raw_end":14},{"id":1,"start":19,"end":23,"label":"DATE","text":"2023","norm":"2023",\#
            "date":{"timex":"2023","first":"2023-01-01","last":"2023-12-31"},"by":"rule:fr.date.year",\#
            "raw_start":19,"raw_end":23},{"id":2,"start":68,"end":92,"label":"MONEY",\#
            "text":"500 milliards de dollars","norm":"USD 500000000000","money":{"value":"500000000000",\#
            "low":"500000000000","high":"500000000000","currency":"USD","currency_by":"default",\#
            "currency_alt":["CAD","AUD"],"qualifier":"exact","figure":"500","scale":9},\#
            "by":"rule:fr.money.scale","raw_start":70,"raw_end":94},{"id":3,"start":95,"end":100,"label":"ORG",\#
            "text":"Tesla","entity_id":"org/tesla","by":"lexicon:organizations","raw_start":98,"raw_end":103}],\#
            "provenance":{"path":"seeds/000.txt","byte_start":0,"byte_end":103,"sha256":"466595f3",\#
            "media_type":"text/plain","charset":"UTF-8","charset_by":"validated"},"run":{"tool":"glaneur/0.1.0",\#
            "resources":"2026.11","config":"9f2c4e1ab0d37765","icu":"72.1","offsets":"codepoint"}}
            """# + "\n"
        #expect(String(decoding: line(example), as: UTF8.self) == expected)
    }

    @Test func tokensAreWrittenOnDemandInTheChosenUnit() throws {
        let bytes = line(example, WriterOptions(withTokens: true, offsets: .utf8))
        let value = try JSONParser.parse(bytes)
        #expect(value["tokens"]?["start"]?.elements?.map { $0.integer(in: bytes) } == [0, 98])
        #expect(value["run"]?["offsets"]?.string(in: bytes) == "utf8")
    }

    @Test(arguments: [
        (Label.person, "PER", "PERSON"), (.location, "LOC", "GPE"), (.work, "MISC", "WORK_OF_ART"),
        (.duration, "DURATION", "DATE"), (.miscellaneous, "MISC", "MISC"), (.group, "MISC", "NORP"),
        (.money, "MONEY", "MONEY"),
    ])
    func labelsFollowTheScheme(label: Label, conll: String, ontonotes: String) {
        #expect(LabelScheme.conll.name(of: label) == conll)
        #expect(LabelScheme.ontonotes.name(of: label) == ontonotes)
        #expect(LabelScheme.glaneur.name(of: label) == label.rawValue)
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func everyOffsetCutsTheTextOfItsMention(seed: UInt64) throws {
        var generator = GeneratedDocument(seed: seed)
        let document = generator.document()
        let bytes = line(document, WriterOptions(withTokens: true))
        #expect(bytes.filter { $0 == 0x0A }.count == 1, "seed \(seed)")
        let value = try JSONParser.parse(bytes)
        let text = Array(try #require(value["text"]?.string(in: bytes)).unicodeScalars)
        let ents = value["ents"]?.elements ?? []
        #expect(ents.count == document.mentions.count, "seed \(seed)")
        for (ent, mention) in zip(ents, document.mentions) {
            let start = try #require(ent["start"]?.integer(in: bytes))
            let end = try #require(ent["end"]?.integer(in: bytes))
            var slice = String.UnicodeScalarView()
            slice.append(contentsOf: text[start..<end])
            #expect(ent["text"]?.string(in: bytes) == String(slice), "seed \(seed)")
            #expect(String(slice) == document.string(mention.span), "seed \(seed)")
            #expect(ent["raw_end"]?.integer(in: bytes) == document.origin.rawSpan(of: mention.span).end, "seed \(seed)")
        }
        let starts = value["tokens"]?["start"]?.elements?.compactMap { $0.integer(in: bytes) } ?? []
        #expect(starts.count == document.tokens.count && starts == starts.sorted(), "seed \(seed)")
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func nothingEmptyIsWritten(seed: UInt64) throws {
        var generator = GeneratedDocument(seed: seed)
        let value = try JSONParser.parse(line(generator.document(), WriterOptions(withTokens: true)))
        #expect(!holdsEmpty(value), "seed \(seed)")
    }

    private func holdsEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .string(let string): string.span.isEmpty
        case .array(let elements): elements.isEmpty || elements.contains(where: holdsEmpty)
        case .object(let members): members.isEmpty || members.contains { holdsEmpty($0.value) }
        default: false
        }
    }
}
