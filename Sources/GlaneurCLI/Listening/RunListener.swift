import Glaneur
import GlaneurCore

/// Who is told how a run goes; none of it changes what is written.
protocol RunListener: Sendable {
    /// A document was given up; they come in reading order.
    mutating func documentGivenUp(_ failure: StageFailure)
    /// Some documents were written or given up.
    mutating func advanced(to progress: AnnotationRun.Progress)
    /// The run is over.
    mutating func ended(_ outcome: AnnotationRun.Outcome)
}

extension RunListener {
    mutating func documentGivenUp(_ failure: StageFailure) {}
    mutating func advanced(to progress: AnnotationRun.Progress) {}
    mutating func ended(_ outcome: AnnotationRun.Outcome) {}
}

/// Several listeners that hear the same.
struct RunListeners: RunListener {
    private var all: [any RunListener]

    /// Puts listeners together; they are told in this order.
    init(_ all: [any RunListener]) { self.all = all }

    mutating func documentGivenUp(_ failure: StageFailure) {
        for index in all.indices { all[index].documentGivenUp(failure) }
    }

    mutating func advanced(to progress: AnnotationRun.Progress) {
        for index in all.indices { all[index].advanced(to: progress) }
    }

    mutating func ended(_ outcome: AnnotationRun.Outcome) {
        for index in all.indices { all[index].ended(outcome) }
    }
}
