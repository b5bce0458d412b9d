import Dispatch
import Glaneur
import GlaneurCore
import GlaneurWriters
import Synchronization

/// Writes the measurements of a run every few seconds and at its end.
///
/// A clock of its own writes them, so that a document that takes long is seen to do so. The file is renamed into place: whoever reads it finds
/// a whole one.
final class MetricsFile: RunListener {
    private struct State {
        var metrics: RunMetrics
        /// Whether a failed writing was told; a full disk is no reason to tell it every ten seconds.
        var hasFailed = false
    }

    private let path: String
    private let gauge: @Sendable () -> (documents: Int, bytes: Int)
    private let start = ContinuousClock.now
    private let state: Mutex<State>
    // A source is set up before others see it and may be cancelled from any thread, which its protocol does not say.
    private nonisolated(unsafe) let timer: any DispatchSourceTimer

    /// Writes the file for the first time, or fails where that cannot be done, and goes on by the clock.
    init(path: String, interval: Double, run: some MeasuredRun) throws {
        let gauge = run.gauge
        let metrics = run.emptyMetrics
        try MetricsFile.write(metrics, to: path)
        self.path = path
        self.gauge = { (gauge.documents, gauge.bytes) }
        state = Mutex(State(metrics: metrics))
        timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
        timer.schedule(deadline: .now() + interval, repeating: interval, leeway: .milliseconds(50))
        timer.setEventHandler { @Sendable [weak self] in self?.writeOrTell() }
        timer.resume()
    }

    deinit { timer.cancel() }

    func advanced(to progress: AnnotationRun.Progress) {
        state.withLock { state in
            state.metrics.statistics = progress.statistics
            state.metrics.input = .init(taken: progress.bytesRead, limit: progress.bytesTotal)
        }
    }

    func ended(_ outcome: AnnotationRun.Outcome) {
        timer.cancel()
        state.withLock { state in
            state.metrics.statistics = outcome.statistics
            state.metrics.isComplete = outcome.isComplete
            state.metrics.entities = outcome.entities
        }
        writeOrTell()
    }

    private func writeOrTell() {
        do {
            try write()
        } catch {
            let isNew = state.withLock { state in
                defer { state.hasFailed = true }
                return !state.hasFailed
            }
            if isNew { Log.logger.warning("\(error)") }
        }
    }

    /// Writes what is known now; one writing at a time.
    private func write() throws(OutputFailure) {
        try state.withLock { state throws(OutputFailure) in
            let held = gauge()
            state.metrics.windowDocuments.taken = held.documents
            state.metrics.windowBytes.taken = held.bytes
            state.metrics.elapsedNanoseconds = UInt64(max(0, (ContinuousClock.now - start) / .nanoseconds(1)))
            state.metrics.process = ProcessFigures.now()
            try MetricsFile.write(state.metrics, to: path)
        }
    }

    private static func write(_ metrics: RunMetrics, to path: String) throws(OutputFailure) {
        var file = try OutputFile(path: path)
        try file.write(metrics.text())
        try file.finish()
    }
}
