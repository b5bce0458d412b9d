import GlaneurCore

/// What a batch holds: documents and the bytes they count for.
struct Load: Sendable, Equatable {
    var documents = 0
    var bytes = 0

    static func += (sum: inout Load, load: Load) {
        sum.documents += load.documents
        sum.bytes += load.bytes
    }
}

/// Documents that are worked on together.
struct Batch: Sendable {
    var documents: [Result<Document, StageFailure>] = []
    var load = Load()
}

/// Cuts a source into batches and reads no more than the limits allow.
struct BatchReader {
    private let limits: WindowLimits
    /// A document that was read, but has no room yet; only its raw bytes are there.
    private var waiting: Result<Document, StageFailure>?
    private var sourceIsExhausted = false
    /// What is held by batches that are not released.
    private(set) var held = Load() {
        didSet { gauge?.set(held) }
    }
    private let gauge: WindowGauge?

    init(limits: WindowLimits, gauge: WindowGauge? = nil) {
        self.limits = limits
        self.gauge = gauge
    }

    /// Whether every document of the source was put into a batch.
    var isAtEnd: Bool { sourceIsExhausted && waiting == nil }

    /// Returns the next batch, or nothing where there is no room or no document left, or none without waiting.
    ///
    /// - Parameter waits: whether a source that is not ready is waited for; a document read already never waits for another.
    mutating func next(from source: inout some DocumentSource, waits: Bool) -> Batch? {
        var batch = Batch()
        var rawBytes = 0
        while batch.documents.count < limits.batchDocuments, rawBytes < limits.batchBytes,
            held.documents < limits.documents,
            waits && batch.documents.isEmpty || waiting != nil || sourceIsExhausted || source.isReady,
            let document = read(from: &source)
        {
            let cost = limits.cost(of: document)
            // A document beyond the limit is let in when nothing else is held: it would never find room otherwise.
            guard held.bytes + cost <= limits.bytes || held.documents == 0 else {
                waiting = document
                break
            }
            rawBytes += limits.rawBytes(of: document)
            held += Load(documents: 1, bytes: cost)
            batch.load.documents += 1
            batch.load.bytes += cost
            batch.documents.append(document)
        }
        return batch.documents.isEmpty ? nil : batch
    }

    /// Tells that a batch with this load was emitted.
    mutating func release(_ load: Load) {
        held += Load(documents: -load.documents, bytes: -load.bytes)
    }

    /// Tells that a batch holds more now, or less.
    mutating func hold(_ change: Load) {
        held.documents += change.documents
        held.bytes += change.bytes
    }

    private mutating func read(from source: inout some DocumentSource) -> Result<Document, StageFailure>? {
        if let document = waiting {
            waiting = nil
            return document
        }
        guard !sourceIsExhausted, let document = source.next() else {
            sourceIsExhausted = true
            return nil
        }
        return document
    }
}
