package import GlaneurCore

/// A `run.json` that was read again.
package struct RunRecord: Sendable {
    /// What the lines of the run were made with.
    package let run: RunIdentity
    /// The effective configuration.
    package let configuration: [String: String]
    /// The files of lexicons and models.
    package let resources: [RunReport.Resource]
    /// What was counted.
    package let statistics: RunStatistics
    /// Whether all input was read.
    package let isComplete: Bool
    /// The shard of the input that was annotated; nothing where it was all of it.
    package let shard: RunReport.Shard?

    /// Reads a report, or throws where the bytes are none.
    package init(_ bytes: [UInt8]) throws(RunRecordFailure) {
        let json: JSONValue
        do throws(JSONParser.Failure) {
            json = try JSONParser.parse(bytes)
        } catch {
            throw RunRecordFailure(message: "\(error)")
        }
        let report = ReportReader(bytes: bytes)
        let schema = try report.string("schema", of: json)
        guard schema == RunReport.schema else {
            throw RunRecordFailure(message: "expected \(RunReport.schema), not \(schema)")
        }
        run = RunIdentity(
            tool: try report.string("tool", of: json), resources: try report.string("resources", of: json),
            configuration: try report.string("config", of: json), icu: try report.string("icu", of: json))
        isComplete = try report.member("complete", of: json) == .bool(true)
        var configuration: [String: String] = [:]
        if case .object(let members) = try report.member("configuration", of: json) {
            for member in members { configuration[member.key] = member.value.string(in: bytes) }
        }
        self.configuration = configuration
        var resources: [RunReport.Resource] = []
        for row in json["resource_files"]?.elements ?? [] {
            resources.append(
                RunReport.Resource(
                    name: try report.string("name", of: row), sha256: try report.string("sha256", of: row)))
        }
        self.resources = resources
        statistics = try report.statistics(of: json)
        shard = try json["shard"].map { shard throws(RunRecordFailure) in
            RunReport.Shard(
                try report.count("index", of: shard), of: try report.count("count", of: shard),
                elsewhere: try report.count("elsewhere", of: shard))
        }
    }
}

/// Why a file is no run report.
package struct RunRecordFailure: Error, Sendable, Equatable {
    /// What was met and what was expected.
    package let message: String
}

/// Takes single values out of a report.
private struct ReportReader {
    let bytes: [UInt8]

    func member(_ key: String, of object: JSONValue) throws(RunRecordFailure) -> JSONValue {
        guard let value = object[key] else { throw RunRecordFailure(message: "no run report: expected \"\(key)\"") }
        return value
    }

    func string(_ key: String, of object: JSONValue) throws(RunRecordFailure) -> String {
        guard let string = try member(key, of: object).string(in: bytes) else {
            throw RunRecordFailure(message: "no run report: expected a string under \"\(key)\"")
        }
        return string
    }

    func count(_ key: String, of object: JSONValue) throws(RunRecordFailure) -> Int {
        guard let count = try member(key, of: object).integer(in: bytes), count >= 0 else {
            throw RunRecordFailure(message: "no run report: expected a number under \"\(key)\"")
        }
        return count
    }

    func statistics(of json: JSONValue) throws(RunRecordFailure) -> RunStatistics {
        var statistics = RunStatistics()
        let counts = try member("counts", of: json)
        statistics.documentsIn = try count("in", of: counts)
        statistics.documentsOut = try count("out", of: counts)
        statistics.documentsQuarantined = try count("quarantined", of: counts)
        statistics.bytesIn = try count("bytes_in", of: counts)
        statistics.bytesOut = try count("bytes_out", of: counts)
        for row in json["labels"]?.elements ?? [] {
            guard let label = Label(rawValue: try string("label", of: row)) else { continue }
            statistics.labels[label] = try count("n", of: row)
        }
        for row in json["failures"]?.elements ?? [] {
            statistics.failures[StageFailure.Code(rawValue: try string("code", of: row))] = try count("n", of: row)
        }
        statistics.elapsedNanoseconds = UInt64((json["elapsed_seconds"]?.double(in: bytes) ?? 0) * 1e9)
        for row in json["stages"]?.elements ?? [] {
            var stage = RunStatistics.StageCount()
            stage.documents = try count("documents", of: row)
            stage.bytes = try count("bytes", of: row)
            stage.failures = try count("failures", of: row)
            stage.nanoseconds = UInt64((row["cpu_seconds"]?.double(in: bytes) ?? 0) * 1e9)
            statistics.stages[StageName(rawValue: try string("stage", of: row))] = stage
        }
        return statistics
    }
}
