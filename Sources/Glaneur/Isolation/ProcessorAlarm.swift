import CProcess

/// Ends a helper that goes on with one document for ever.
///
/// A document whose time is up is given up by the next stage or loop that looks at the clock. What never looks again is ended by
/// the system some time later.
struct ProcessorAlarm {
    private let seconds: Int

    /// An alarm half as long again as the time a document may take, and one second.
    init(seconds: Double) {
        self.seconds = Int(min(seconds * 1.5, 1e9)) + 1
    }

    /// Lets the process end when it has taken that much processor time from now on.
    func set() { cprocess_alarm(seconds) }

    /// Forgets it.
    func stop() { cprocess_alarm(0) }
}
