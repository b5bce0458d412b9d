package import GlaneurCore
import GlaneurCorpus
import GlaneurPipeline
package import GlaneurReaders
import GlaneurWriters

/// Annotates everything that some paths stand for and writes it down: what `glaneur annotate` does.
package struct AnnotationRun: Sendable {
    /// How far a run has come, for a person who waits.
    package struct Progress: Sendable {
        /// The documents written and given up.
        package var documents: Int
        /// The documents given up.
        package var quarantined: Int
        /// The bytes of input files read.
        package var bytesRead: Int
        /// The bytes of all input files; 0 where a stream is read.
        package var bytesTotal: Int

        /// Makes a report of progress.
        package init(documents: Int, quarantined: Int, bytesRead: Int, bytesTotal: Int) {
            self.documents = documents
            self.quarantined = quarantined
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

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - tasks: the most batches of documents in work at once; it does not change the output.
    ///   - unifies: whether the corpus step runs at the end.
    ///   - findsDuplicates: whether that step looks for duplicate documents too.
    package init(pipeline: Pipeline, plan: OutputPlan, tasks: Int, unifies: Bool, findsDuplicates: Bool = true) {
        self.pipeline = pipeline
        self.plan = plan
        window = OrderedWindow(tasks: tasks)
        self.unifies = unifies && plan.entities != nil
        self.findsDuplicates = self.unifies && findsDuplicates
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
        var documents = try DocumentOutput(plan)
        var errors = QuarantineFile(path: plan.errors)
        var statistics = RunStatistics()
        let total = reader.listing.totalBytes
        let meter = reader.meter
        let chain = pipeline.chain
        let lineWriter = pipeline.lineWriter
        let ending = try await window.run(&reader, into: { BatchResult() }) { document, result in
            AnnotationRun.process(document, with: chain, writer: lineWriter, into: &result)
        } emit: { result in
            try documents.write(result.lines)
            try errors.write(result.errors)
            for one in result.failures { failure(one) }
            statistics.merge(result.statistics)
            progress(
                Progress(
                    documents: statistics.documentsIn, quarantined: statistics.documentsQuarantined,
                    bytesRead: total > 0 ? min(meter.bytes, total) : meter.bytes, bytesTotal: total))
        }
        try documents.finish()
        try errors.finish()
        var outcome = Outcome(statistics: statistics, isComplete: ending == .exhausted)
        if unifies, outcome.isComplete, let entities = plan.entities {
            outcome.entities = try CorpusUnification(
                files: plan.documentFiles(), knowledge: CorpusKnowledge(lexicon: pipeline.lexicon),
                duplicates: findsDuplicates ? plan.duplicates : nil
            ).write(to: entities)
        }
        if let path = plan.report { try writeReport(outcome, to: path) }
        return outcome
    }

    private static func process(
        _ document: consuming Result<Document, StageFailure>, with chain: StageChain, writer: DocumentLineWriter,
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
                try chain.run(on: &document)
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

    private func writeReport(_ outcome: Outcome, to path: String) throws {
        let report = try RunReport(
            run: pipeline.run, configuration: pipeline.settings,
            resources: [RunReport.Resource(name: "lexicon", sha256: pipeline.lexiconDigest)],
            statistics: outcome.statistics, isComplete: outcome.isComplete)
        var file = try OutputFile(path: path)
        try file.write(report.json())
        try file.finish()
    }
}
