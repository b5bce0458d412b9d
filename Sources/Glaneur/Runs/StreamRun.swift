import GlaneurCore
package import GlaneurPipeline
import GlaneurReaders
import GlaneurWriters

/// Answers each line of a stream with one line, in order: what `glaneur annotate - --stream` does.
///
/// Made for consumers that count lines: Spark, Kafka, editors. Nothing is told beside the stream: a line that is no record, a
/// blank one, or a document that a stage gives up is answered by a document line with `error`.
package struct StreamRun: Sendable {
    /// How the lines are written.
    package struct Options: Sendable {
        /// Whether each line is written when it is ready; without it, lines are gathered.
        package var flushesLines: Bool
        /// Whether a line behind the last one says that the stream is whole.
        package var writesTrailer: Bool

        /// Makes options.
        package init(flushesLines: Bool = false, writesTrailer: Bool = false) {
            self.flushesLines = flushesLines
            self.writesTrailer = writesTrailer
        }
    }

    let pipeline: Pipeline
    private let options: Options
    let window: OrderedWindow
    /// Tells at any moment how much of the window is taken.
    package let gauge = WindowGauge()

    /// Prepares to answer a stream.
    ///
    /// - Parameter tasks: the most batches of lines in work at once; it does not change the output.
    package init(pipeline: Pipeline, options: Options, tasks: Int, memory: MemoryBudget = .standard) {
        self.pipeline = pipeline.forLines
        self.options = options
        var limits = memory.window(tasks: tasks)
        // A line that is asked for at once must not wait until others of its batch are ready.
        if options.flushesLines { limits.batchDocuments = 1 }
        window = OrderedWindow(tasks: tasks, limits: limits, gauge: gauge)
    }

    /// Answers standard input on a file, `-` for standard output.
    ///
    /// A stream whose reading fails or is cancelled has no trailer.
    ///
    /// - Parameters:
    ///   - report: the file of the run report; nothing where none is written.
    ///   - progress: is told after each batch how far the stream has come.
    package func run(
        output: String, report: String? = nil, progress: (AnnotationRun.Progress) -> Void
    ) async throws -> AnnotationRun.Outcome {
        var output = output == "-" ? OutputFile.standardOutput() : try OutputFile(path: output)
        var stream = RecordStream(limit: pipeline.configuration.readLimits.textBytes)
        var statistics = RunStatistics()
        let maker = BatchResult.Maker(pipeline, refusals: .answered)
        let flushesLines = options.flushesLines
        let ending = try await window.run(&stream, into: { BatchResult(maker) }) { document, result in
            result.add(document)
        } finish: { result in
            result.finish()
        } held: {
            $0.lines.count
        } emit: { result in
            try output.write(result.lines)
            if flushesLines { try output.flush() }
            statistics.merge(result.statistics)
            progress(AnnotationRun.Progress(statistics: statistics, bytesRead: statistics.bytesIn, bytesTotal: 0))
        }
        if let failure = stream.failure {
            try output.flush()
            throw failure
        }
        let isComplete = ending == .exhausted
        // Line ends and what was no record are bytes of the stream too.
        if isComplete { statistics.bytesIn = stream.bytesRead }
        let outcome = AnnotationRun.Outcome(statistics: statistics, isComplete: isComplete, entities: nil)
        if isComplete, options.writesTrailer {
            try output.write(RunReport.trailer(statistics))
        }
        try output.finish()
        if let report { try pipeline.report(of: outcome).write(to: report) }
        return outcome
    }
}
