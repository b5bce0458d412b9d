import GlaneurCore
import GlaneurPipeline
import GlaneurWriters

/// What a run writes while it reads documents: lines, given-up documents, counts, and checkpoints where there is a folder.
struct RunOutput: ~Copyable {
    /// What was counted so far.
    private(set) var statistics: RunStatistics

    private var documents: DocumentOutput
    private var errors: QuarantineFile
    private var lastDocument: String
    private let clock: RunClock

    /// Opens the files, behind what a checkpoint says where there is one.
    init(_ plan: OutputPlan, resuming checkpoint: Checkpoint?) throws(OutputFailure) {
        let documents = try DocumentOutput(
            plan, resuming: checkpoint.map { PartSeries.Position(part: $0.part, bytes: $0.partBytes) })
        let errors = try QuarantineFile(
            path: plan.errors, resuming: checkpoint?.errorBytes, care: plan.care)
        self.documents = documents
        self.errors = errors
        statistics = checkpoint?.statistics ?? RunStatistics()
        lastDocument = checkpoint?.lastDocument ?? ""
        clock = RunClock(after: statistics)
    }

    /// Writes the result of a batch, and a checkpoint where it is time for one.
    ///
    /// The checkpoint is the place before the batch: up to there all is on the disk, and the counts fit.
    mutating func write(_ result: BatchResult, in folder: inout RunFolder?) throws(OutputFailure) {
        let start = ProcessorClock.thread
        let (position, errorBytes) = (documents.position, errors.count)
        try documents.write(result.lines)
        try errors.write(result.errors)
        if documents.isCheckpointDue {
            try errors.synchronize()
            try documents.synchronize()
            try folder?.append(checkpoint(at: position, errorBytes: errorBytes))
        }
        lastDocument = result.lastDocument
        statistics.merge(result.statistics)
        var writing = RunStatistics.StageCount()
        writing.nanoseconds = ProcessorClock.since(start, now: ProcessorClock.thread)
        statistics.add(writing, to: .write)
    }

    /// Closes the files and leaves a checkpoint behind the last document; returns what was counted.
    ///
    /// - Parameters:
    ///   - isWhole: whether all documents are written.
    ///   - elsewhere: the documents that were left to other shards.
    consuming func finish(
        isWhole: Bool, elsewhere: Int, in folder: inout RunFolder?
    ) throws(OutputFailure) -> RunStatistics {
        var last = checkpoint(at: documents.position, errorBytes: errors.count)
        last.isWhole = isWhole
        last.elsewhere = elsewhere
        try documents.finish()
        try errors.finish()
        try folder?.append(last)
        return last.statistics
    }

    private func checkpoint(at position: PartSeries.Position, errorBytes: Int) -> Checkpoint {
        var statistics = statistics
        clock.settle(&statistics)
        return Checkpoint(
            statistics: statistics, part: position.part, partBytes: position.bytes, errorBytes: errorBytes,
            lastDocument: lastDocument)
    }
}
