import GlaneurCore
import GlaneurPipeline
import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// A run that came to its end, as its report tells.
struct FinishedRun {
    /// The counts of its documents.
    let statistics: RunStatistics
    private let settings: [String: String]
    private let input: RunReport.Input

    /// Reads a report; nothing where there is none, or that of a run that did not come to its end.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, let bytes = FileHead.bytes(of: path, count: Int(status.st_size)),
            let report = try? JSONParser.parse(bytes), report["complete"] == .bool(true),
            let fingerprint = report["input"]?["fingerprint"]?.string(in: bytes),
            let files = report["input"]?["files"]?.integer(in: bytes),
            let size = report["input"]?["bytes"]?.integer(in: bytes),
            case .object(let members) = report["configuration"]
        else { return nil }
        var settings: [String: String] = [:]
        for member in members { settings[member.key] = member.value.string(in: bytes) }
        if case .object(let members) = report["output"] {
            for member in members { settings["output." + member.key] = member.value.string(in: bytes) }
        }
        if let shard = report["shard"], let index = shard["index"]?.integer(in: bytes),
            let count = shard["count"]?.integer(in: bytes)
        {
            settings["shard"] = "\(index)/\(count)"
        }
        var statistics = RunStatistics()
        statistics.documentsIn = report["counts"]?["in"]?.integer(in: bytes) ?? 0
        statistics.documentsOut = report["counts"]?["out"]?.integer(in: bytes) ?? 0
        statistics.documentsQuarantined = report["counts"]?["quarantined"]?.integer(in: bytes) ?? 0
        self.statistics = statistics
        self.settings = settings
        input = RunReport.Input(files: files, bytes: size, fingerprint: fingerprint)
    }

    /// Tells what is different now.
    func differences(to new: RunSettings, input now: RunReport.Input) -> [String] {
        var differences = RunSettings(settings.map { (key: $0.key, value: $0.value) }).differences(to: new)
        if input != now {
            let same = input.files == now.files && input.bytes == now.bytes
            differences.append(
                "input: \(input.files) files, \(input.bytes) bytes → \(now.files) files, \(now.bytes) bytes"
                    + (same ? ", others or written to since" : ""))
        }
        return differences
    }
}
