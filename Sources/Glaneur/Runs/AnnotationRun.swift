package import GlaneurCore
import GlaneurCorpus
package import GlaneurPipeline
package import GlaneurReaders
import GlaneurWriters

/// Annotates everything that some paths stand for and writes it down: what `glaneur annotate` does.
package struct AnnotationRun: Sendable {
    /// How far a run has come, for a person who waits.
    package struct Progress: Sendable {
        /// What was counted so far.
        package var statistics: RunStatistics
        /// The bytes of input files read.
        package var bytesRead: Int
        /// The bytes of all input files; 0 where a stream is read.
        package var bytesTotal: Int

        /// The documents written and given up.
        package var documents: Int { statistics.documentsIn }
        /// The documents given up.
        package var quarantined: Int { statistics.documentsQuarantined }

        /// Makes a report of progress.
        package init(statistics: RunStatistics, bytesRead: Int, bytesTotal: Int) {
            self.statistics = statistics
            self.bytesRead = bytesRead
            self.bytesTotal = bytesTotal
        }
    }

    /// How a run ended.
    package struct Outcome: Sendable {
        /// What was counted.
        package var statistics: RunStatistics
        /// Whether all input was read; false after a cancellation.
        package var isComplete: Bool
        /// The entities written, where the corpus step ran.
        package var entities: Int?
        /// The documents that an earlier run had done; nothing where this one did them all.
        package var earlierDocuments: Int?
    }

    let pipeline: Pipeline
    private let plan: OutputPlan
    let window: OrderedWindow
    private let unifies: Bool
    private let findsDuplicates: Bool
    private let memory: MemoryBudget
    private let isShard: Bool
    private let start: RunStart
    /// Tells at any moment how much of the window is taken.
    package let gauge = WindowGauge()

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - tasks: the most batches of documents in work at once; it does not change the output.
    ///   - unifies: whether the corpus step runs at the end.
    ///   - findsDuplicates: whether that step looks for duplicate documents too.
    ///   - memory: what all of it may take; it does not change the output.
    ///   - start: what is done with a folder in which an earlier run did not come to its end.
    ///   - isShard: whether the report names the shard that the reader hands on.
    package init(
        pipeline: Pipeline, plan: OutputPlan, tasks: Int, unifies: Bool, findsDuplicates: Bool = true,
        memory: MemoryBudget = .standard, start: RunStart = .begins, isShard: Bool = false
    ) {
        self.pipeline = pipeline.forLines
        self.plan = plan
        self.memory = memory
        window = OrderedWindow(tasks: tasks, limits: memory.window(tasks: tasks), gauge: gauge)
        self.unifies = unifies && plan.entities != nil
        self.findsDuplicates = self.unifies && findsDuplicates
        self.isShard = isShard
        self.start = start
    }

    /// Reads, annotates and writes all documents.
    ///
    /// - Parameters:
    ///   - failure: is told each document that was given up, in reading order.
    ///   - progress: is told now and then how far the run has come.
    package func run(
        _ reader: consuming InputReader, failure: (StageFailure) -> Void, progress: (Progress) -> Void
    ) async throws -> Outcome {
        var reader = reader
        var folder: RunFolder?
        var checkpoint: Checkpoint?
        if let path = plan.folder {
            var taken = try RunFolder(path)
            switch try taken.begin(
                start, settings: settings(of: reader.shard), listing: reader.listing, plan: plan,
                keepsEntities: unifies,
                keepsDuplicates: findsDuplicates)
            {
            case .fresh: break
            case .resumed(let found): checkpoint = found
            case .finished(let statistics):
                return Outcome(statistics: statistics, isComplete: true, earlierDocuments: statistics.documentsIn)
            }
            folder = consume taken
        } else {
            plan.removeLeftovers(keepingEntities: unifies, keepingDuplicates: findsDuplicates)
        }
        var outcome = Outcome(
            statistics: checkpoint?.statistics ?? RunStatistics(), isComplete: true,
            earlierDocuments: checkpoint?.documents)
        if checkpoint?.isWhole != true {
            if let checkpoint {
                guard try passOver(checkpoint, in: &reader) else {
                    outcome.isComplete = false
                    return outcome
                }
            }
            let output = try RunOutput(plan, resuming: checkpoint)
            (outcome.statistics, outcome.isComplete) = try await write(
                &reader, to: output, in: &folder, failure: failure, progress: progress)
        }
        if unifies, outcome.isComplete, let entities = plan.entities {
            outcome.entities = try unify(into: entities, statistics: &outcome.statistics)
        }
        if let path = plan.report {
            // A run of which nothing was left to read has not seen what it left to others.
            let elsewhere = checkpoint.flatMap { $0.isWhole ? $0.elsewhere : nil } ?? reader.elsewhere
            let shard =
                isShard ? RunReport.Shard(reader.shard.index, of: reader.shard.count, elsewhere: elsewhere) : nil
            try pipeline.report(
                of: outcome, input: folder?.input, layout: plan.folder == nil ? nil : plan.layout, shard: shard
            ).write(to: path, care: plan.care)
        }
        if outcome.isComplete { folder.take()?.finish() }
        return outcome
    }

    /// Annotates what the reader still has and writes it; returns the counts, and whether it was all.
    private func write(
        _ reader: inout InputReader, to output: consuming RunOutput, in folder: inout RunFolder?,
        failure: (StageFailure) -> Void, progress: (Progress) -> Void
    ) async throws -> (RunStatistics, isComplete: Bool) {
        var output = output
        let total = reader.listing.totalBytes
        let meter = reader.meter
        let maker = BatchResult.Maker(pipeline)
        let ending = try await window.run(&reader, into: { BatchResult(maker) }) { document, result in
            result.add(document)
        } finish: { result in
            result.finish()
        } held: {
            $0.lines.count
        } emit: { result in
            let failures = result.failures
            try output.write(result, in: &folder)
            for one in failures { failure(one) }
            progress(
                Progress(
                    statistics: output.statistics,
                    bytesRead: total > 0 ? min(meter.bytes, total) : meter.bytes, bytesTotal: total))
        }
        let isComplete = ending == .exhausted
        return (
            try output.finish(isWhole: isComplete, elsewhere: reader.elsewhere, in: &folder), isComplete
        )
    }

    /// Everything the output depends on.
    private func settings(of shard: Shard) -> RunSettings {
        RunSettings(
            pipeline.settings + plan.layout.settings.map { ("output." + $0.key, $0.value) }
                + (isShard ? [(key: "shard", value: shard.description)] : []))
    }

    /// Reads past the documents that an earlier run has done; false where the task was cancelled.
    private func passOver(_ checkpoint: Checkpoint, in reader: inout InputReader) throws -> Bool {
        var name = ""
        for number in 0..<checkpoint.documents {
            guard !Task.isCancelled else { return false }
            guard let document = reader.next() else {
                throw RunRefusal.changed(
                    folder: plan.folder ?? "", ["input: \(number) documents, \(checkpoint.documents) were done"])
            }
            guard number == checkpoint.documents - 1 else { continue }
            switch document {
            case .success(let document): name = document.id
            case .failure(let failure): name = failure.document ?? ""
            }
        }
        guard name == checkpoint.lastDocument else {
            throw RunRefusal.changed(
                folder: plan.folder ?? "",
                ["input: document \(checkpoint.documents) is \(name), it was \(checkpoint.lastDocument)"])
        }
        return true
    }

    /// Joins the entities of what was written; returns their number.
    private func unify(into entities: String, statistics: inout RunStatistics) throws -> Int {
        let clock = RunClock(after: statistics)
        let count = try CorpusUnification(
            files: plan.documentFiles(), knowledge: CorpusKnowledge(lexicon: pipeline.lexicon),
            memory: memory.corpus, duplicates: findsDuplicates ? plan.duplicates : nil, tasks: window.tasks,
            care: plan.care
        ).write(to: entities)
        clock.settle(&statistics, to: .unify)
        statistics.stages[.unify]?.documents = statistics.documentsOut
        return count
    }
}
