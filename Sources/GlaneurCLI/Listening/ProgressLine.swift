import Glaneur

/// One line on standard error that says how far a run has come.
///
/// A terminal gets a line that is rewritten, a machine that asks gets JSON lines, a pipe gets nothing.
struct ProgressLine: RunListener {
    private enum Form {
        case none, terminal, json
    }

    private let form: Form
    private let start = ContinuousClock.now
    private var shown: ContinuousClock.Instant?

    init(form: AnnotateCommand.ProgressForm) {
        self.form =
            switch form {
            case .none: .none
            case .json: .json
            case .auto: StandardError.isTerminal ? .terminal : .none
            }
    }

    /// Shows how far the run has come, ten times a second at most (a machine: once).
    mutating func advanced(to progress: AnnotationRun.Progress) {
        guard form != .none else { return }
        let now = ContinuousClock.now
        let pause: Duration = form == .json ? .seconds(1) : .milliseconds(100)
        if let shown, now - shown < pause { return }
        shown = now
        write(progress, at: now)
    }

    /// Says what came of the run.
    mutating func ended(_ outcome: AnnotationRun.Outcome) {
        guard form != .none else { return }
        let counts = outcome.statistics
        if form == .json {
            write(
                AnnotationRun.Progress(statistics: counts, bytesRead: counts.bytesIn, bytesTotal: counts.bytesIn),
                at: .now)
            return
        }
        let seconds = ProgressLine.seconds(.now - start)
        let given = counts.documentsQuarantined > 0 ? ", \(counts.documentsQuarantined) given up" : ""
        let entities = outcome.entities.map { ", \($0) entities" } ?? ""
        StandardError.write(
            "\(counts.documentsOut) documents, \(ProgressLine.megabytes(counts.bytesIn)) MB in \(seconds) s\(entities)\(given)\n"
        )
    }

    private func write(_ progress: AnnotationRun.Progress, at now: ContinuousClock.Instant) {
        let elapsed = max(0.001, Double((now - start) / .milliseconds(1)) / 1000)
        let rate = Double(progress.bytesRead) / elapsed
        let left =
            progress.bytesTotal > progress.bytesRead ? Double(progress.bytesTotal - progress.bytesRead) / rate : 0
        if form == .json {
            StandardError.write(
                "{\"documents\":\(progress.documents),\"quarantined\":\(progress.quarantined),"
                    + "\"bytes\":\(progress.bytesRead),\"bytes_total\":\(progress.bytesTotal),"
                    + "\"seconds\":\(ProgressLine.tenths(elapsed))}\n")
            return
        }
        let given = progress.quarantined > 0 ? " · \(progress.quarantined) given up" : ""
        let remaining = progress.bytesTotal > 0 ? " · \(ProgressLine.tenths(left)) s left" : ""
        StandardError.show(
            passing: "\(progress.documents) documents · \(ProgressLine.megabytes(progress.bytesRead)) MB · "
                + "\(ProgressLine.megabytes(Int(rate))) MB/s\(given)\(remaining)")
    }

    private static func megabytes(_ bytes: Int) -> String { tenths(Double(bytes) / 1_000_000) }

    private static func seconds(_ duration: Duration) -> String { tenths(Double(duration / .milliseconds(1)) / 1000) }

    private static func tenths(_ value: Double) -> String {
        guard value.isFinite, value < 1e12 else { return "?" }
        let rounded = Int((value * 10).rounded())
        return "\(rounded / 10).\(rounded % 10)"
    }
}
