package import GlaneurCore

/// Finds the documents of a corpus that say what others say, in any order of the documents and in bounded memory.
///
/// ```swift
/// var finder = try DuplicateFinder()
/// for document in documents { try finder.add(id: document.id, text: document.text, spans: document.ownWords) }
/// try finder.finish { duplicate in … }
/// ```
/// Every text is told by a digest and a sketch, which go to temporary files. The memory is that which is asked for, and twenty bytes a
/// document at the end.
package struct DuplicateFinder: ~Copyable {
    /// The memory taken where nothing is said.
    package static let defaultMemory = 64 << 20
    /// The least words of a text for near duplicates to be looked for: of fewer, one changed word leaves too little.
    static let leastWords = 20

    private let memory: Int
    /// The sketches and ids, in the order of arrival.
    private var sketches: ScratchFile
    /// The documents as records that sort by id.
    private var arrivals: SortedRuns

    /// Prepares to find duplicates with this much memory, in bytes.
    package init(memory: Int = DuplicateFinder.defaultMemory) throws(ScratchFailure) {
        self.memory = memory
        sketches = try ScratchFile()
        arrivals = SortedRuns(memory: memory / 2)
    }

    /// Adds a document, of whose text the parts in `spans` count; a text without words is passed over.
    package mutating func add(id: String, text: [UInt8], spans: [ByteSpan]) throws(ScratchFailure) {
        var digest = TextDigest()
        var builder = SketchBuilder()
        var isEmpty = true
        for span in spans {
            var end = span.end
            while end > span.start, text[end - 1] <= 0x20 { end -= 1 }
            guard end > span.start else { continue }
            isEmpty = false
            digest.add(text.span, span.start..<end)
            builder.add(text.span, span.start..<end)
        }
        guard !isEmpty else { return }
        let start = sketches.count
        let sketch = builder.finish(leastWords: DuplicateFinder.leastWords)
        try sketch?.store { bytes throws(ScratchFailure) in try sketches.append(bytes) }
        let length = sketches.count - start
        let name = Array(id.utf8)
        try name.withUnsafeBufferPointer { bytes throws(ScratchFailure) in
            try sketches.append(UnsafeRawBufferPointer(bytes))
        }
        let place = StoredDocument(
            offset: UInt64(start), sketchBytes: UInt32(length), idBytes: UInt32(name.count))
        try arrivals.append(Arrival(digest: digest, place: place).record(id: name))
    }

    /// Calls `body` with each duplicate, in the order of their ids.
    package consuming func finish(_ body: (DuplicateRecord) throws -> Void) throws {
        let memory = memory
        try sketches.flush()
        var documents: [StoredDocument] = []
        var exact = SortedRuns(memory: memory / 4)
        var previous: [UInt8] = []
        try arrivals.forEach { record in
            let (arrival, id) = Arrival.parse(record)
            // A document that was given twice is no duplicate of itself.
            guard documents.isEmpty || !id.elementsEqual(previous) else { return }
            previous = Array(id)
            try exact.append(arrival.digest.record(ordinal: UInt32(documents.count)))
            documents.append(arrival.place)
        }
        arrivals = SortedRuns(memory: 0)
        let store = SketchStore(file: sketches, documents: documents)
        var findings = Findings(count: documents.count)
        try DuplicateFinder.findExact(&exact, into: &findings)
        try NearDuplicates(memory: memory).find(in: store, into: &findings)
        for ordinal in documents.indices {
            guard let original = findings.original(of: ordinal) else { continue }
            try body(
                DuplicateRecord(
                    id: try store.id(of: ordinal), original: try store.id(of: original),
                    kind: findings.isExact(ordinal) ? .exact : .near, score: findings.score(of: ordinal)))
        }
    }

    private static func findExact(_ digests: inout SortedRuns, into findings: inout Findings) throws {
        var first: (digest: TextDigest, ordinal: Int)?
        try digests.forEach { record in
            let (digest, ordinal) = TextDigest.parse(record)
            if let first, first.digest == digest {
                findings.setExact(ordinal, original: first.ordinal)
            } else {
                first = (digest, ordinal)
            }
        }
    }
}
