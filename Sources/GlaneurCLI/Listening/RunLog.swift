import Glaneur
import GlaneurCore
import Logging

/// Tells on standard error what a run meets.
struct RunLog: RunListener {
    /// How many given-up documents people are told one by one; all of them stand in the errors file.
    static let shownFailures = 20

    private let logger = Log.logger
    /// How many are told one by one: a machine, and a person who looks for a fault, wants them all.
    private let most: Int
    private var givenUp = 0

    /// Makes the log of one run.
    init() {
        let settings = Log.settings
        most = settings.format == .json || settings.level < .info ? .max : RunLog.shownFailures
    }

    mutating func documentGivenUp(_ failure: StageFailure) {
        givenUp += 1
        guard givenUp <= most else { return }
        var facts: Logger.Metadata = ["stage": "\(failure.stage)", "code": "\(failure.code.rawValue)"]
        if let document = failure.document { facts["document"] = "\(document)" }
        if let span = failure.span {
            facts["byte_start"] = .stringConvertible(span.start)
            facts["byte_end"] = .stringConvertible(span.end)
        }
        logger.warning("\(failure.message)", metadata: facts)
    }

    mutating func advanced(to progress: AnnotationRun.Progress) {
        logger.debug(
            "written",
            metadata: [
                "documents": .stringConvertible(progress.documents),
                "quarantined": .stringConvertible(progress.quarantined),
                "bytes_read": .stringConvertible(progress.bytesRead),
                "bytes_out": .stringConvertible(progress.statistics.bytesOut),
            ])
    }

    mutating func ended(_ outcome: AnnotationRun.Outcome) {
        if givenUp > most { logger.warning("and \(givenUp - most) more documents given up") }
        let counts = outcome.statistics
        var facts: Logger.Metadata = [
            "in": .stringConvertible(counts.documentsIn), "out": .stringConvertible(counts.documentsOut),
            "quarantined": .stringConvertible(counts.documentsQuarantined),
            "bytes_in": .stringConvertible(counts.bytesIn), "bytes_out": .stringConvertible(counts.bytesOut),
        ]
        if let earlier = outcome.earlierDocuments { facts["in_earlier_run"] = .stringConvertible(earlier) }
        if let entities = outcome.entities { facts["entities"] = .stringConvertible(entities) }
        logger.info(outcome.isComplete ? "all documents are written" : "stopped", metadata: facts)
    }
}
