import GlaneurPipeline
import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// The output folder of a run: it belongs to one run at a time, and remembers how far an unfinished one came.
///
/// What is remembered lies in `.glaneur` below it until the run is finished: `run` (the settings), `input` (the files with their
/// sizes and times), `journal` (one checkpoint a line) and `lock`. A folder with `run` in it holds an unfinished run.
struct RunFolder: ~Copyable {
    /// How a run begins.
    enum Start {
        /// With the first document.
        case fresh
        /// Behind the documents of a checkpoint.
        case resumed(Checkpoint)
        /// Not at all: everything is there, with these counts.
        case finished(RunStatistics)
    }

    private let folder: String
    private let state: String
    private let lock: FileLock
    private var journal: OutputFile?
    /// What the report says of the input.
    private(set) var input: RunReport.Input?

    /// Takes the folder for this run; throws where another run has it.
    init(_ folder: String) throws(OutputFailure) {
        self.folder = folder
        state = folder + "/.glaneur"
        while true {
            guard mkdir(state, 0o755) == 0 || errno == EEXIST else {
                throw .cannotWrite(path: state, reason: String(cString: strerror(errno)).lowercased())
            }
            do throws(OutputFailure) {
                lock = try FileLock(path: state + "/lock")
                return
            } catch .busy {
                throw .busy(path: folder)
            } catch {
                // The run that had the folder has finished and removed it between the two calls.
                guard access(state, F_OK) != 0 else { throw error }
            }
        }
    }

    deinit {
        lock.removeFile()
        // It stays where there is something to remember.
        _ = rmdir(state)
    }

    /// Makes ready for a run over an input with some settings, as the policy says, or refuses.
    mutating func begin(
        _ policy: RunStart, settings: RunSettings, listing: InputListing, plan: OutputPlan, keepsEntities: Bool,
        keepsDuplicates: Bool
    ) throws -> Start {
        guard policy != .resumes || listing.isRepeatable else { throw RunRefusal.unrepeatable(folder: folder) }
        let inventory = Inventory(listing)
        input = inventory.account
        if let earlier = try earlierSettings() {
            let (checkpoint, end) = readJournal()
            switch policy {
            case .begins: throw RunRefusal.unfinished(folder: folder, documents: checkpoint.documents)
            case .resumes:
                let differences =
                    earlier.differences(to: settings) + (try inventory.differences(from: state + "/input"))
                guard differences.isEmpty else { throw RunRefusal.changed(folder: folder, differences) }
                journal = try OutputFile(appendingTo: state + "/journal", at: end)
                return .resumed(checkpoint)
            case .restarts: break
            }
        } else if policy == .resumes, let path = plan.report, let report = FinishedRun(path: path) {
            let differences = report.differences(to: settings, input: inventory.account)
            guard differences.isEmpty else { throw RunRefusal.changed(folder: folder, differences) }
            return .finished(report.statistics)
        }
        // What says that a run is finished goes before what it made.
        if let report = plan.report, RunFolder.isRegularFile(report) { unlink(report) }
        unlink(state + "/run")
        plan.removeLeftovers(keepingEntities: keepsEntities, keepingDuplicates: keepsDuplicates)
        try inventory.write(to: state + "/input")
        journal = try OutputFile(appendingTo: state + "/journal", at: 0)
        var file = try OutputFile(path: state + "/run", care: .durable)
        try file.write(settings.line)
        try file.finish()
        return .fresh
    }

    /// Writes down how far the run has come, on the disk when this returns.
    mutating func append(_ checkpoint: Checkpoint) throws(OutputFailure) {
        try journal?.write(checkpoint.line)
        try journal?.synchronize()
    }

    /// Forgets everything: the run is finished.
    consuming func finish() {
        for name in ["run", "journal", "input"] { unlink(state + "/" + name) }
    }

    private func earlierSettings() throws -> RunSettings? {
        guard let line = RunFolder.bytes(of: state + "/run") else { return nil }
        guard let settings = RunSettings(line[...]) else {
            throw RunRefusal.changed(folder: folder, ["\(state)/run: damaged"])
        }
        return settings
    }

    private func readJournal() -> (Checkpoint, end: Int) {
        Checkpoint.last(in: RunFolder.bytes(of: state + "/journal") ?? []) ?? (Checkpoint(), 0)
    }

    /// Whether it is a file and no device, pipe or link, which are not ours to remove.
    private static func isRegularFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private static func bytes(of path: String) -> [UInt8]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return FileHead.bytes(of: path, count: Int(status.st_size))
    }
}

/// What a run does with an output folder in which an earlier one did not come to its end.
package enum RunStart: Sendable, Equatable {
    /// It refuses to overwrite it.
    case begins
    /// It goes on where the other one was stopped, and begins where there is none.
    case resumes
    /// It overwrites it.
    case restarts
}
