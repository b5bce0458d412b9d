package import GlaneurPipeline
package import GlaneurWriters

/// A run that can be measured while it works.
package protocol MeasuredRun: Sendable {
    /// Tells at any moment how much of the window is taken.
    var gauge: WindowGauge { get }
    /// The measurements before the first document.
    var emptyMetrics: RunMetrics { get }
}

extension AnnotationRun: MeasuredRun {
    package var emptyMetrics: RunMetrics { RunMetrics(of: pipeline, window) }
}

extension StreamRun: MeasuredRun {
    package var emptyMetrics: RunMetrics { RunMetrics(of: pipeline, window) }
}

extension RunMetrics {
    /// Makes the measurements of a pipeline before its first document.
    fileprivate init(of pipeline: Pipeline, _ window: OrderedWindow) {
        self.init(run: pipeline.run)
        tasks = window.tasks
        windowDocuments.limit = window.limits.documents
        windowBytes.limit = window.limits.bytes
    }
}
