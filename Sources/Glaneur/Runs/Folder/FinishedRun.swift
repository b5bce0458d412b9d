import GlaneurCore
import GlaneurPipeline
import GlaneurWriters

/// A run that came to its end, as its report tells.
struct FinishedRun {
    /// The counts of its documents.
    let statistics: RunStatistics
    private let settings: [String: String]
    private let input: RunReport.Input

    /// Reads a report; nothing where there is none, or that of a run that did not come to its end.
    init?(path: String) {
        guard let record = try? RunRecord(path: path), record.isComplete, let input = record.input else { return nil }
        var settings = record.configuration
        for (key, value) in record.layout { settings["output." + key] = value }
        if let shard = record.shard { settings["shard"] = "\(shard.index)/\(shard.count)" }
        statistics = record.statistics
        self.settings = settings
        self.input = input
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
