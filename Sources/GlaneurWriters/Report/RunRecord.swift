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
    /// The input of a run into a folder.
    package let input: RunReport.Input?
    /// How the lines of a run into a folder lie there in parts.
    package let layout: [String: String]

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
        configuration = report.strings(of: try report.member("configuration", of: json))
        layout = json["output"].map { report.strings(of: $0) } ?? [:]
        input = try json["input"].map { input throws(RunRecordFailure) in
            RunReport.Input(
                files: try report.count("files", of: input), bytes: try report.count("bytes", of: input),
                fingerprint: try report.string("fingerprint", of: input))
        }
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

    func strings(of object: JSONValue) -> [String: String] {
        guard case .object(let members) = object else { return [:] }
        var strings: [String: String] = [:]
        for member in members { strings[member.key] = member.value.string(in: bytes) }
        return strings
    }

    /// The nanoseconds of a number of seconds; 0 where it is missing.
    func nanoseconds(_ key: String, of object: JSONValue) -> UInt64 {
        UInt64(((object[key]?.double(in: bytes) ?? 0) * 1e9).rounded())
    }

    func statistics(of json: JSONValue) throws(RunRecordFailure) -> RunStatistics {
        var statistics = RunStatistics()
        let counts = try member("counts", of: json)
        statistics.documentsIn = try count("in", of: counts)
        statistics.documentsOut = try count("out", of: counts)
        statistics.documentsQuarantined = try count("quarantined", of: counts)
        statistics.bytesIn = try count("bytes_in", of: counts)
        statistics.bytesOut = try count("bytes_out", of: counts)
        statistics.elapsedNanoseconds = nanoseconds("elapsed_seconds", of: json)
        for row in json["labels"]?.elements ?? [] {
            guard let label = Label(rawValue: try string("label", of: row)) else { continue }
            statistics.labels[label] = try count("n", of: row)
        }
        for row in json["failures"]?.elements ?? [] {
            statistics.failures[StageFailure.Code(rawValue: try string("code", of: row))] = try count("n", of: row)
        }
        for row in json["stages"]?.elements ?? [] {
            var stage = RunStatistics.StageCount()
            stage.documents = try count("documents", of: row)
            stage.bytes = try count("bytes", of: row)
            stage.failures = try count("failures", of: row)
            stage.nanoseconds = nanoseconds("cpu_seconds", of: row)
            statistics.stages[StageName(rawValue: try string("stage", of: row))] = stage
        }
        return statistics
    }
}
