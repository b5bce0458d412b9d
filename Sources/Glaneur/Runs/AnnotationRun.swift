package import GlaneurCore
import GlaneurCorpus
package import GlaneurPipeline
package import GlaneurReaders
package import GlaneurWriters

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
    }

    /// The result of one batch on its way to the files.
    private struct BatchResult: Sendable {
        var lines: [UInt8] = []
        var errors: [UInt8] = []
        var failures: [StageFailure] = []
        var statistics = RunStatistics()
    }

    private let pipeline: Pipeline
    private let plan: OutputPlan
    private let window: OrderedWindow
    private let unifies: Bool
    private let findsDuplicates: Bool
    private let memory: MemoryBudget
    private let isShard: Bool
    /// Tells at any moment how much of the window is taken.
    package let gauge = WindowGauge()

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - tasks: the most batches of documents in work at once; it does not change the output.
    ///   - unifies: whether the corpus step runs at the end.
    ///   - findsDuplicates: whether that step looks for duplicate documents too.
    ///   - memory: what all of it may take; it does not change the output.
    ///   - isShard: whether the report names the shard that the reader hands on.
    package init(
        pipeline: Pipeline, plan: OutputPlan, tasks: Int, unifies: Bool, findsDuplicates: Bool = true,
        memory: MemoryBudget = .standard, isShard: Bool = false
    ) {
        self.pipeline = pipeline.forLines
        self.plan = plan
        self.memory = memory
        window = OrderedWindow(tasks: tasks, limits: memory.window(tasks: tasks), gauge: gauge)
        self.unifies = unifies && plan.entities != nil
        self.findsDuplicates = self.unifies && findsDuplicates
        self.isShard = isShard
    }

    /// The measurements before the first document.
    package var emptyMetrics: RunMetrics {
        var metrics = RunMetrics(run: pipeline.run)
        metrics.tasks = window.tasks
        metrics.windowDocuments.limit = window.limits.documents
        metrics.windowBytes.limit = window.limits.bytes
        return metrics
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
        plan.removeLeftovers(keepingEntities: unifies, keepingDuplicates: findsDuplicates)
        var documents = plan.documents == "-" ? OutputFile.standardOutput() : try OutputFile(path: plan.documents)
        var errors = QuarantineFile(path: plan.errors)
        var statistics = RunStatistics()
        let total = reader.listing.totalBytes
        let meter = reader.meter
        let pipeline = pipeline
        let lineWriter = pipeline.lineWriter
        let ending = try await window.run(&reader, into: { BatchResult() }) { document, result in
            AnnotationRun.process(document, with: pipeline, writer: lineWriter, into: &result)
        } held: {
            $0.lines.count
        } emit: { result in
            try documents.write(result.lines)
            try errors.write(result.errors)
            for one in result.failures { failure(one) }
            statistics.merge(result.statistics)
            progress(
                Progress(
                    statistics: statistics,
                    bytesRead: total > 0 ? min(meter.bytes, total) : meter.bytes, bytesTotal: total))
        }
        try documents.finish()
        try errors.finish()
        var outcome = Outcome(statistics: statistics, isComplete: ending == .exhausted)
        if unifies, outcome.isComplete, let entities = plan.entities {
            outcome.entities = try CorpusUnification(
                files: [plan.documents], knowledge: CorpusKnowledge(lexicon: pipeline.lexicon),
                memory: memory.corpus, duplicates: findsDuplicates ? plan.duplicates : nil, tasks: window.tasks
            ).write(to: entities)
        }
        if let path = plan.report {
            let shard =
                isShard ? RunReport.Shard(reader.shard.index, of: reader.shard.count, elsewhere: reader.elsewhere) : nil
            try writeReport(outcome, shard: shard, to: path)
        }
        return outcome
    }

    private static func process(
        _ document: consuming Result<Document, StageFailure>, with pipeline: Pipeline, writer: DocumentLineWriter,
        into result: inout BatchResult
    ) {
        func quarantine(_ failure: StageFailure, _ provenance: Provenance?) {
            var json = JSONWriter()
            ErrorLineWriter().write(failure, provenance: provenance, to: &json)
            json.append(to: &result.errors)
            result.failures.append(failure)
            result.statistics.countQuarantined(failure, bytesIn: provenance?.bytes.count ?? 0)
        }
        switch document {
        case .failure(let failure): quarantine(failure, nil)
        case .success(var document):
            let provenance = document.provenance
            do throws(StageFailure) {
                pipeline.begin(&document)
                try pipeline.chain.run(on: &document)
                // A line has the text, 200 to 250 bytes for each mention, and some columns.
                var json = JSONWriter(capacity: document.text.count * 5 / 4 + document.mentions.count * 256 + 1024)
                writer.write(document, to: &json)
                result.statistics.countWritten(document, bytesOut: json.count)
                // The first line tells how much the sixteen or fewer documents of a batch of small files will take.
                if result.lines.isEmpty { result.lines.reserveCapacity(min(json.count * 16, 512 << 10)) }
                json.append(to: &result.lines)
            } catch {
                quarantine(error, provenance)
            }
        }
    }

    private func writeReport(_ outcome: Outcome, shard: RunReport.Shard?, to path: String) throws {
        let report = try RunReport(
            run: pipeline.run, configuration: pipeline.settings,
            resources: [RunReport.Resource(name: "lexicon", sha256: pipeline.lexiconDigest)],
            statistics: outcome.statistics, isComplete: outcome.isComplete, shard: shard)
        var file = try OutputFile(path: path)
        try file.write(report.json())
        try file.finish()
    }
}

/// The file of given-up documents, which is made with the first of them.
private struct QuarantineFile: ~Copyable {
    private let path: String?
    private var file: OutputFile?

    init(path: String?) {
        self.path = path
    }

    mutating func write(_ lines: [UInt8]) throws(OutputFailure) {
        guard let path, !lines.isEmpty else { return }
        if file == nil { file = try OutputFile(path: path) }
        try file?.write(lines)
    }

    consuming func finish() throws(OutputFailure) {
        try file?.finish()
    }
}
