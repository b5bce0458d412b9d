import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct RunRecordTests {
    private static var statistics: RunStatistics {
        var statistics = RunStatistics()
        statistics.documentsIn = 9
        statistics.documentsOut = 7
        statistics.documentsQuarantined = 2
        statistics.bytesIn = 5_000_000_000
        statistics.bytesOut = 12
        statistics.labels = [.money: 3, .organization: 5]
        statistics.failures = [.empty: 1, .badRecord: 1]
        statistics.elapsedNanoseconds = 3_250_000_000
        var stage = RunStatistics.StageCount()
        stage.documents = 9
        stage.bytes = 5_000_000_000
        stage.failures = 2
        stage.nanoseconds = 2_500_000_000
        statistics.add(stage, to: .decode)
        return statistics
    }

    private static let run = RunIdentity(
        tool: "glaneur/0.1.0", resources: "2026.11", configuration: "00ff", icu: "72.1")

    @Test func aReportIsReadAsItWasWritten() throws {
        let report = try RunReport(
            run: RunRecordTests.run, configuration: [("country", "CA"), ("language", "auto")],
            resources: [RunReport.Resource(name: "lexicon", sha256: "ab")], statistics: RunRecordTests.statistics,
            isComplete: false, input: RunReport.Input(files: 3, bytes: 12, fingerprint: "f0"),
            layout: PartSeries.Layout(), shard: RunReport.Shard(2, of: 7, elsewhere: 40))
        let record = try RunRecord(report.json())
        #expect(record.run == RunRecordTests.run && !record.isComplete)
        #expect(record.configuration == ["country": "CA", "language": "auto"])
        #expect(record.resources == [RunReport.Resource(name: "lexicon", sha256: "ab")])
        #expect(record.statistics == RunRecordTests.statistics)
        #expect(record.shard == RunReport.Shard(2, of: 7, elsewhere: 40))
        #expect(record.input == RunReport.Input(files: 3, bytes: 12, fingerprint: "f0"))
        #expect(record.layout == Dictionary(uniqueKeysWithValues: PartSeries.Layout().settings))
    }

    @Test func aRunOverEverythingIsNoShard() throws {
        let report = try RunReport(
            run: RunRecordTests.run, configuration: [], resources: [], statistics: RunStatistics())
        let record = try RunRecord(report.json())
        #expect(record.shard == nil && record.isComplete && record.statistics == RunStatistics())
    }

    @Test(arguments: [
        ("", "no JSON at byte 0: expected a value"), ("{}", "no run report: expected \"schema\""),
        ("{\"schema\":\"glaneur.doc/1\"}", "expected glaneur.run/1, not glaneur.doc/1"),
        ("{\"schema\":\"glaneur.run/1\",\"tool\":3}", "no run report: expected a string under \"tool\""),
    ]) func otherFilesAreRefused(text: String, message: String) {
        let failure = #expect(throws: RunRecordFailure.self) { try RunRecord(Array(text.utf8)) }
        #expect(failure?.message == message)
    }
}
