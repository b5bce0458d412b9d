import Foundation
import Testing

@Suite struct StatsTests {
    private static let report = """
        {
          "schema": "glaneur.run/1", "tool": "glaneur/9", "resources": "2026.11", "config": "c0", "icu": "72.1",
          "complete": true, "configuration": {}, "elapsed_seconds": 1.25, "cpu_seconds": 2.0,
          "counts": {"in": 5, "out": 3, "quarantined": 2, "bytes_in": 3500000, "bytes_out": 1234},
          "labels": [{"label": "ORG", "n": 3}, {"label": "PER", "n": 1}],
          "failures": [{"code": "binary", "n": 1}, {"code": "empty", "n": 1}],
          "stages": [
            {"stage": "decode", "documents": 4, "bytes": 3000000, "failures": 1, "cpu_seconds": 0.5},
            {"stage": "segment", "documents": 3, "bytes": 3000000, "failures": 0, "cpu_seconds": 1.5}]
        }

        """
    private static let entities = """
        {"schema":"glaneur.entity/1","entity_id":"org/nasa","label":"ORG","name":"NASA","docs":2,"mentions":3}
        {"schema":"glaneur.entity/1","entity_id":"per/ann-lee","label":"PER","name":"Ann Lee","docs":1,"mentions":1}

        """
    private static let errors = """
        {"schema":"glaneur.error/1","id":"d/4","stage":"decode","code":"binary","message":"no text"}
        {"schema":"glaneur.error/1","id":"d/5","stage":"read","code":"empty","message":"no bytes"}

        """

    private static func line(_ id: String, _ lang: String, _ facts: String, bytes: Int, _ labels: [String]) -> String {
        let ents = labels.map { #"{"label":"\#($0)"}"# }.joined(separator: ",")
        return
            #"{"schema":"glaneur.doc/1","id":"\#(id)","lang":"\#(lang)",\#(facts)"text":"t","ents":[\#(ents)],"#
            + #""provenance":{"byte_start":10,"byte_end":\#(bytes + 10)}}"# + "\n"
    }

    private static let firstPart =
        line(
            "d/1", "fr", #""published":"2025-03-04T10:00:00Z","outlet":"Le Soir","#, bytes: 1_500_000, ["ORG", "ORG"])
        + line("d/2", "en", #""published":"2025-03-06","outlet":"The Mail","#, bytes: 400, ["ORG", "PER"])
    private static let secondPart = line("d/3", "fr", #""outlet":"Le Soir","#, bytes: 600, [])

    private func output() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("out/part-00000.jsonl", Self.firstPart)
        try folder.write("out/part-00001.jsonl", Self.secondPart)
        try folder.write("out/run.json", Self.report)
        try folder.write("out/entities.jsonl", Self.entities)
        try folder.write("out/errors.jsonl", Self.errors)
        return folder
    }

    private func stats(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Ending {
        try Program.run(arguments: ["stats"] + arguments, in: folder.url.path)
    }

    @Test func folderIsToldInFull() throws {
        let ending = try stats(output(), "out")
        #expect(ending.status == 0)
        #expect(
            ending.text == """
                run        glaneur/9, resources 2026.11, config c0
                documents  3 written, 2 quarantined
                bytes      3,500,000 read, 1,234 written
                time       1.3 s, 2.0 s of processors
                entities   2

                STAGE    DOCS   MB  CPU S  MB/S  SHARE
                decode      4  3.0   0.50   6.0   25 %
                segment     3  3.0   1.50   2.0   75 %

                LANG  DOCS      BYTES
                fr       2  1,500,600
                en       1        400

                LABEL  MENTIONS  DOCS
                ORG           3     2
                PER           1     1

                QUARANTINED  STAGE   DOCS
                binary       decode     1
                empty        read       1

                OUTLET    DOCS
                Le Soir      2
                The Mail     1

                DAY         DOCS
                2025-03-04     1
                2025-03-06     1
                undated        1

                ENTITY   LABEL  DOCS  MENTIONS  ID
                NASA     ORG       2         3  org/nasa
                Ann Lee  PER       1         1  per/ann-lee

                """)
    }

    @Test func reportAloneTellsWhatItKnows() throws {
        let text = try stats(output(), "out/run.json").text
        #expect(text.contains("documents  3 written, 2 quarantined\n"))
        #expect(text.contains("LABEL  MENTIONS\nORG           3\n"))
        #expect(text.contains("QUARANTINED  DOCS\nbinary          1\n"))
        #expect(!text.contains("LANG"))
    }

    @Test func machinesGetOneObject() throws {
        struct Stats: Decodable {
            struct Row: Decodable {
                let code: String?
                let stage: String?
                let docs: Int?
                let day: String?
                let cpu_seconds: Double?
            }
            let schema: String
            let counts: [String: Int]
            let stages: [Row]
            let failures: [Row]
            let days: [Row]
            let undated: Int
            let entities: Int
            let top_entities: [Row]
        }
        let lines = try stats(output(), "out", "--json", "--top", "1").output.lines(Stats.self)
        let told = try #require(lines.first)
        #expect(lines.count == 1 && told.schema == "glaneur.stats/1")
        #expect(told.counts == ["in": 5, "out": 3, "quarantined": 2, "bytes_in": 3_500_000, "bytes_out": 1234])
        #expect(told.stages.map(\.cpu_seconds) == [0.5, 1.5])
        #expect(told.failures.map(\.code) == ["binary", "empty"] && told.failures.map(\.stage) == ["decode", "read"])
        #expect(told.days.map(\.day) == ["2025-03-04", "2025-03-06"] && told.undated == 1)
        #expect(told.entities == 2 && told.top_entities.count == 1)
    }

    @Test func linesThatTheReportDoesNotKnowAreTold() throws {
        let folder = try output()
        try folder.write("out/part-00001.jsonl", "")
        #expect(try stats(folder, "out").text.contains("lines      2, but the report says 3\n"))
    }

    @Test func manyDaysAreToldByMonth() throws {
        let folder = try TemporaryFolder()
        var lines = ""
        for month in 1...2 {
            for day in 10...28 {
                let facts = #""published":"2025-0\#(month)-\#(day)","#
                lines += Self.line("d/\(month)-\(day)", "en", facts, bytes: 1, [])
            }
        }
        try folder.write("docs.jsonl", lines)
        #expect(try stats(folder, "docs.jsonl").text.hasSuffix("MONTH    DOCS\n2025-01    19\n2025-02    19\n"))
    }

    @Test func fileOfLinesFindsWhatLiesBesideIt() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        #expect(try Program.run("annotate", seeds, "-o", folder.path("x.jsonl")).status == 0)
        let text = try stats(folder, "x.jsonl").text
        #expect(text.contains("documents  \(Checkout.seedNames.count) written, 0 quarantined\n"))
        #expect(text.contains("run        glaneur/") && text.contains("ENTITY "))
    }

    @Test func errorLinesOfAStreamAreQuarantined() throws {
        let folder = try TemporaryFolder()
        let error = #"{"schema":"glaneur.doc/1","id":"-#2","error":{"code":"bad-record","stage":"read","message":"x"}}"#
        try folder.write("docs.jsonl", Self.firstPart + error + "\n")
        let text = try stats(folder, "docs.jsonl").text
        #expect(text.contains("documents  2 written, 1 quarantined\n"))
        #expect(text.contains("QUARANTINED  STAGE  DOCS\nbad-record   read      1\n"))
    }

    @Test(arguments: [("out/errors.jsonl", 66), ("nix", 66), ("out/bad.json", 66)])
    func whatIsNoOutputIs66(_ path: String, _ status: Int) throws {
        let folder = try output()
        try folder.write("out/bad.json", "{}")
        let ending = try stats(folder, path)
        #expect(Int(ending.status) == status)
        #expect(!ending.errors.isEmpty && ending.output.isEmpty)
    }
}
