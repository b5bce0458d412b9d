/// How much processor time a document may take until it is given up.
///
/// It is a matter of whole documents and not of exact moments: a stage with a long loop asks ``isPast`` now and then and stops
/// early, and the document fails when the stage returns. The clock counts the time of one thread, so that a document that
/// waits for the processor loses nothing.
public struct Deadline: Sendable, Equatable {
    /// Nanoseconds from any moment on.
    public typealias Clock = @Sendable () -> UInt64

    /// A deadline that never comes.
    public static let none = Deadline()

    private let clock: Clock?
    private let limit: UInt64
    private let end: UInt64

    private init() {
        clock = nil
        limit = 0
        end = 0
    }

    /// Begins now.
    public init(nanoseconds: UInt64, clock: @escaping Clock) {
        self.clock = clock
        limit = nanoseconds
        end = clock() + nanoseconds
    }

    /// Whether the time is up; a call of the system, so ask once for many kilobytes.
    public var isPast: Bool { clock.map { $0() > end } ?? false }

    /// Throws where the time is up.
    func check(_ stage: StageName, document: String) throws(StageFailure) {
        guard isPast else { return }
        throw StageFailure(
            .deadline, stage: stage, document: document,
            message: "more than \(Double(limit) / 1e9) s of processor time")
    }

    /// Deadlines are no part of what a document says: all are equal.
    public static func == (_: Deadline, _: Deadline) -> Bool { true }
}
