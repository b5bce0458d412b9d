import ArgumentParser
import Glaneur
import GlaneurPipeline

/// How `annotate` answers a stream line by line.
struct StreamOptions: ParsableArguments {
    @Flag(help: "Answer each line of standard input, a JSON object with \"text\", with exactly one line, in order.")
    var stream = false

    @Flag(help: "With --stream: write each line as soon as it is ready.")
    var lineBuffered = false

    @Flag(help: "With --stream: end with a line of counts, by which a cut stream is seen.")
    var trailer = false

    func validate() throws {
        if !stream, lineBuffered || trailer {
            throw ValidationError("\(lineBuffered ? "--line-buffered" : "--trailer") goes with --stream")
        }
    }

    /// Refuses paths that are no stream.
    func check(_ paths: [String]) throws {
        if stream, paths != ["-"] {
            throw ValidationError("--stream reads standard input alone: annotate - --stream")
        }
    }

    /// Answers standard input; returns what was counted.
    func answer(
        with pipeline: Pipeline, tasks: Int, memory: MemoryBudget, output: String, report: String?,
        metrics: MetricsOptions, interrupt: Interrupt
    ) async throws -> AnnotationRun.Outcome {
        let options = StreamRun.Options(flushesLines: lineBuffered, writesTrailer: trailer)
        let run = StreamRun(pipeline: pipeline, options: options, tasks: tasks, memory: memory)
        // Documents that are given up are told by their lines.
        let listeners = RunListeners([RunLog()] + (try metrics.listeners(of: run)))
        let work = Task { () throws -> AnnotationRun.Outcome in
            var listeners = listeners
            let outcome = try await run.run(output: output, report: report) { listeners.advanced(to: $0) }
            listeners.ended(outcome)
            return outcome
        }
        interrupt.cancels(work)
        return try await work.value
    }
}
