import Synchronization

/// Counts the bytes that come from disk, for whoever shows progress meanwhile.
package final class ReadMeter: Sendable {
    private let count = Atomic(0)

    package init() {}

    /// The bytes so far.
    package var bytes: Int { count.load(ordering: .relaxed) }

    /// Corrects the count, between two files: an archive is read in more than one pass, or left before its end.
    func settle(at bytes: Int) { count.store(bytes, ordering: .relaxed) }

    package func add(_ bytes: Int) { count.add(bytes, ordering: .relaxed) }
}
