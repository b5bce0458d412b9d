import GlaneurCore
import Synchronization

/// A source of documents of given sizes that counts what it has handed out.
struct TestSource: DocumentSource {
    let sizes: [Int]
    let ledger: Ledger
    private var position = 0

    init(sizes: [Int], ledger: Ledger = Ledger()) {
        self.sizes = sizes
        self.ledger = ledger
    }

    /// A size below 0 is a document that cannot be read.
    mutating func next() -> Result<Document, StageFailure>? {
        guard position < sizes.count else { return nil }
        let size = sizes[position]
        let id = "\(position)"
        position += 1
        guard size >= 0 else { return .failure(StageFailure(.unreadable, stage: .read, document: id, message: "x")) }
        ledger.add(size)
        let provenance = Provenance(path: id, bytes: ByteSpan(0, size), sha256: "", mediaType: "text/plain")
        return .success(Document(id: id, bytes: Array(repeating: 0x61, count: size), provenance: provenance))
    }
}

/// The raw bytes and documents held at any time, with their highest values.
final class Ledger: Sendable {
    struct State: Sendable, Equatable {
        var bytes = 0
        var documents = 0
        var mostBytes = 0
        var mostDocuments = 0
        var read = 0
        var inWork = 0
        var mostInWork = 0
    }

    private let state = Mutex(State())

    var now: State { state.withLock { $0 } }

    func add(_ size: Int) {
        state.withLock {
            $0.bytes += size
            $0.documents += 1
            $0.read += 1
            $0.mostBytes = max($0.mostBytes, $0.bytes)
            $0.mostDocuments = max($0.mostDocuments, $0.documents)
        }
    }

    func remove(_ size: Int) {
        state.withLock {
            $0.bytes -= size
            $0.documents -= 1
        }
    }

    func work(_ change: Int) {
        state.withLock {
            $0.inWork += change
            $0.mostInWork = max($0.mostInWork, $0.inWork)
        }
    }
}
