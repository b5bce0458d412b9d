import Synchronization

/// Tells other threads how much a window holds, for whoever looks on meanwhile.
package final class WindowGauge: Sendable {
    private let heldDocuments = Atomic(0)
    private let heldBytes = Atomic(0)

    package init() {}

    /// The documents read and not yet written.
    package var documents: Int { heldDocuments.load(ordering: .relaxed) }
    /// The bytes they count for.
    package var bytes: Int { heldBytes.load(ordering: .relaxed) }

    func set(_ load: Load) {
        heldDocuments.store(load.documents, ordering: .relaxed)
        heldBytes.store(load.bytes, ordering: .relaxed)
    }
}
