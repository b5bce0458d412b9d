import ArgumentParser
import Glaneur

/// Whether and how often measurements are written.
struct MetricsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file of measurements in OpenMetrics text, written anew now and then and at the end.", valueName: "file"))
    var metrics: String?

    @Option(help: ArgumentHelp("The seconds between two writings of the measurements.", valueName: "seconds"))
    var metricsInterval = 10.0

    func validate() throws {
        if metrics == "-" { throw ValidationError("--metrics takes a file, for standard output is for documents") }
        guard metricsInterval >= 0.1, metricsInterval <= 86_400 else {
            throw ValidationError("--metrics-interval takes 0.1 to 86400 seconds, not \(metricsInterval)")
        }
    }

    /// Begins to measure a run, where that is asked for; fails where the file cannot be written.
    func listeners(of run: some MeasuredRun) throws -> [any RunListener] {
        guard let metrics else { return [] }
        return [try MetricsFile(path: metrics, interval: metricsInterval, run: run)]
    }
}
