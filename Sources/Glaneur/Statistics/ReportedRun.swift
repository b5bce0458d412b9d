import GlaneurCore
import GlaneurReaders

/// What a `run.json` says, as far as it is shown.
struct ReportedRun: Sendable {
    /// What went through one stage.
    struct Stage: Sendable {
        let name: String
        let documents: Int
        let bytes: Int?
        let cpuSeconds: Double
    }

    /// Something that was counted under one name.
    struct Row: Sendable {
        let name: String
        let count: Int
    }

    let tool: String
    let resources: String
    let configuration: String
    let isComplete: Bool
    let documentsIn: Int
    let documentsOut: Int
    let quarantined: Int
    let bytesIn: Int
    let bytesOut: Int
    let labels: [Row]
    let failures: [Row]
    let stages: [Stage]

    private static let schema = "glaneur.run/1"

    /// Reads a run report, or says why it is none.
    init(path: String) throws(InputError) {
        var bytes: [UInt8] = []
        let reader = try LineReader(path: path)
        do {
            while let line = try reader.next() { bytes += reader.buffer[line.range] + [UInt8(ascii: "\n")] }
        } catch {
            throw InputError(.missing, path: path, message: "\(error)")
        }
        guard let value = try? JSONParser.parse(bytes), value["schema"]?.string(in: bytes) == ReportedRun.schema else {
            throw InputError(.missing, path: path, message: "no run report")
        }
        self.init(value, in: bytes)
    }

    private init(_ report: JSONValue, in bytes: [UInt8]) {
        func text(_ key: String) -> String { report[key]?.string(in: bytes) ?? "" }
        func count(_ key: String) -> Int { report["counts"]?[key]?.integer(in: bytes) ?? 0 }
        func rows(_ key: String, name: String) -> [Row] {
            (report[key]?.elements ?? []).compactMap { row in
                guard let name = row[name]?.string(in: bytes), let count = row["n"]?.integer(in: bytes) else {
                    return nil
                }
                return Row(name: name, count: count)
            }
        }
        tool = text("tool")
        resources = text("resources")
        configuration = text("config")
        isComplete = report["complete"] == .bool(true)
        documentsIn = count("in")
        documentsOut = count("out")
        quarantined = count("quarantined")
        bytesIn = count("bytes_in")
        bytesOut = count("bytes_out")
        labels = rows("labels", name: "label")
        failures = rows("failures", name: "code")
        stages = (report["stages"]?.elements ?? []).compactMap { row in
            guard let name = row["stage"]?.string(in: bytes),
                let seconds = (row["cpu_seconds"] ?? row["seconds"])?.double(in: bytes)
            else { return nil }
            return Stage(
                name: name, documents: row["documents"]?.integer(in: bytes) ?? 0,
                bytes: row["bytes"]?.integer(in: bytes), cpuSeconds: seconds)
        }
    }
}
