import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct LineWriterTests {
    private func faults(_ bytes: [UInt8], _ definition: String) throws -> [String] {
        let schema = Array(OutputSchema.text.utf8)
        let check = SchemaCheck(schema: try JSONParser.parse(schema), schemaBytes: schema)
        return check.faults(of: try JSONParser.parse(bytes), in: bytes, definition: definition)
    }

    @Test func entityLineIsThatOfTheSchemaPage() throws {
        let entity = EntityRecord(
            entityID: "per/musk", label: .person, name: "Musk", sameAs: ["per/e-musk"],
            names: [EntityRecord.Name(language: .french, text: "Musk", count: 3)], documents: 1, mentions: 3,
            languages: [.french], makers: ["surface"],
            candidates: [EntityRecord.Candidate(entityID: "per/elon-musk", score: 0.71)])
        var json = JSONWriter()
        EntityLineWriter().write(entity, to: &json)
        let expected = """
            {"schema":"glaneur.entity/1","entity_id":"per/musk","label":"PER","name":"Musk","same_as":["per/e-musk"],\
            "names":[{"lang":"fr","text":"Musk","n":3}],"docs":1,"mentions":3,"langs":["fr"],"by":["surface"],\
            "candidates":[{"entity_id":"per/elon-musk","score":0.71}]}

            """
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
        #expect(try faults(json.bytes, "entity") == [])
    }

    @Test(arguments: DuplicateRecord.Kind.allCases) func duplicateLineNamesBothDocuments(_ kind: DuplicateRecord.Kind)
        throws
    {
        let duplicate = DuplicateRecord(id: "b/1.txt", original: "a/1.txt", kind: kind, score: 0.93)
        var json = JSONWriter()
        DuplicateLineWriter().write(duplicate, to: &json)
        let expected = """
            {"schema":"glaneur.duplicate/1","id":"b/1.txt","of":"a/1.txt","kind":"\(kind.rawValue)","score":0.93}

            """
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
        #expect(try faults(json.bytes, "duplicate") == [])
    }

    @Test func entityOfSomeDocumentsNamesThem() throws {
        let entity = EntityRecord(
            entityID: "per/paul-martin~org-lens", label: .person, name: "Paul Martin",
            names: [EntityRecord.Name(language: .french, text: "Paul Martin", count: 1)], documents: 1, mentions: 1,
            languages: [.french], makers: ["context"], only: ["texts/a.txt"])
        var json = JSONWriter()
        EntityLineWriter().write(entity, to: &json)
        let line = String(decoding: json.bytes, as: UTF8.self)
        #expect(line.contains(#""name":"Paul Martin","only":["texts/a.txt"],"names""#))
        #expect(try faults(json.bytes, "entity") == [])
    }

    @Test func errorLineSaysWhereAndWhy() throws {
        let failure = StageFailure(
            .undecodable, stage: .decode, document: "seeds/9.txt", message: "byte 3: no \"utf-8\"", span: ByteSpan(3, 4)
        )
        let provenance = Provenance(
            path: "seeds/9.txt", bytes: ByteSpan(0, 9), sha256: "ab", mediaType: "text/plain")
        var json = JSONWriter()
        ErrorLineWriter().write(failure, provenance: provenance, to: &json)
        let value = try JSONParser.parse(json.bytes)
        #expect(value["code"]?.string(in: json.bytes) == "undecodable")
        #expect(value["message"]?.string(in: json.bytes) == failure.message)
        #expect(value["provenance"]?["byte_end"]?.integer(in: json.bytes) == 9)
        #expect(try faults(json.bytes, "error") == [])
        json.removeAll()
        ErrorLineWriter().write(StageFailure(.unreadable, stage: .read, document: nil, message: "x"), to: &json)
        #expect(try faults(json.bytes, "error") == [])
    }

    private var statistics: RunStatistics {
        var part = RunStatistics()
        part.documentsIn = 2
        part.documentsOut = 1
        part.countQuarantined(StageFailure(.empty, stage: .read, document: nil, message: "empty"), bytesIn: 4)
        part.documentsIn -= 1
        part.labels = [.money: 2, .person: 1]
        var stage = RunStatistics.StageCount()
        (stage.documents, stage.bytes, stage.failures, stage.nanoseconds) = (2, 70, 1, 1_500_000_000)
        part.add(stage, to: .segment)
        var whole = part
        whole.merge(part)
        return whole
    }

    @Test func reportAddsUpAllParts() throws {
        let report = try RunReport(
            run: DocumentLineWriterTests.run, configuration: WriterOptions().settings,
            resources: [RunReport.Resource(name: "names", sha256: "00")], statistics: statistics)
        let bytes = report.json()
        let value = try JSONParser.parse(bytes)
        #expect(value["counts"]?["in"]?.integer(in: bytes) == 4)
        #expect(value["counts"]?["quarantined"]?.integer(in: bytes) == 2)
        #expect(value["configuration"]?["write.offsets"]?.string(in: bytes) == "codepoint")
        #expect(value["labels"]?.elements?.first?["label"]?.string(in: bytes) == "PER")
        #expect(value["labels"]?.elements?.last?["n"]?.integer(in: bytes) == 4)
        let stage = try #require(value["stages"]?.elements?.first)
        #expect(stage["cpu_seconds"]?.double(in: bytes) == 3)
        #expect(["documents", "bytes", "failures"].map { stage[$0]?.integer(in: bytes) } == [4, 140, 2])
        #expect(try faults(RunReport.trailer(statistics), "end") == [])
    }

    @Test func lostDocumentIsABugAndNoReport() {
        var lost = statistics
        lost.documentsOut -= 1
        #expect(throws: RunReport.Imbalance(counts: (4, 1, 2))) {
            try RunReport(
                run: DocumentLineWriterTests.run, configuration: [], resources: [], statistics: lost)
        }
    }
}
