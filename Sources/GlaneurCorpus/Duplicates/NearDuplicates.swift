/// Finds near duplicates among stored sketches: bands make candidates, signatures and then shingles check them.
struct NearDuplicates {
    /// The documents before it in its band that a document is compared with, beside the first of the band: furniture that thousands of
    /// documents share must not make millions of pairs.
    private static let window = 4
    /// The most candidates of a document that are checked shingle by shingle, the most alike first.
    private static let checked = 24

    private let memory: Int

    /// Prepares to find them with this much memory, in bytes.
    init(memory: Int) { self.memory = memory }

    /// Finds the near duplicates among the documents that are no exact ones.
    ///
    /// A document is compared with those of smaller ids alone, so it stands for what comes behind it. It goes to the most alike of
    /// those that are no duplicates themselves, so that copies of copies come to one original.
    func find(in store: borrowing SketchStore, into findings: inout Findings) throws {
        var pairs = SortedRuns(memory: memory / 4)
        try collect(from: store, findings, into: &pairs)
        var document = 0
        var candidates: [Int] = []
        try pairs.forEach { record in
            let pair = record.bigEndian(at: 0)
            let (later, earlier) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
            if later != document {
                try NearDuplicates.settle(document, candidates, in: store, into: &findings)
                document = later
                candidates.removeAll(keepingCapacity: true)
            }
            if candidates.last != earlier { candidates.append(earlier) }
        }
        try NearDuplicates.settle(document, candidates, in: store, into: &findings)
    }

    /// Writes down which documents share a band.
    private func collect(
        from store: borrowing SketchStore, _ findings: Findings, into pairs: inout SortedRuns
    ) throws {
        var bands = SortedRuns(memory: memory / 2)
        for document in 0..<store.count where findings.original(of: document) == nil {
            guard let signature = try store.signature(of: document) else { continue }
            for band in 0..<DocumentSketch.bands {
                let record = (
                    DocumentSketch.key(ofBand: band, in: signature).bigEndian, UInt64(document).bigEndian
                )
                try withUnsafeBytes(of: record) { bytes throws(ScratchFailure) in try bands.append(bytes) }
            }
        }
        var key: UInt64?
        var first: UInt64 = 0
        var recent: [UInt64] = []
        try bands.forEach { record in
            let document = record.bigEndian(at: 8)
            guard key == record.bigEndian(at: 0) else {
                key = record.bigEndian(at: 0)
                first = document
                recent.removeAll(keepingCapacity: true)
                return
            }
            try pairs.append(pair: document << 32 | first)
            for earlier in recent { try pairs.append(pair: document << 32 | earlier) }
            if recent.count == NearDuplicates.window { recent.removeFirst() }
            recent.append(document)
        }
    }

    /// Decides what a document is a copy of, given those before it that share a band with it.
    private static func settle(
        _ document: Int, _ candidates: [Int], in store: borrowing SketchStore, into findings: inout Findings
    ) throws {
        guard !candidates.isEmpty, let signature = try store.signature(of: document) else { return }
        // A copy of a copy may share no band with the original.
        let originals = candidates.compactMap { findings.original(of: $0) }
        var likely: [(candidate: Int, agreement: Int)] = []
        for candidate in Set(candidates + originals).sorted() {
            guard let other = try store.signature(of: candidate) else { continue }
            let agreement = DocumentSketch.agreement(signature, other)
            if agreement >= NearDuplicateTest.leastSignature { likely.append((candidate, agreement)) }
        }
        guard !likely.isEmpty, let sketch = try store.sketch(of: document) else { return }
        likely.sort { ($1.agreement, $0.candidate) < ($0.agreement, $1.candidate) }
        var best: (candidate: Int, score: Double, isOriginal: Bool)?
        for (candidate, _) in likely.prefix(checked) {
            guard let other = try store.sketch(of: candidate), let score = NearDuplicateTest.score(sketch, other) else {
                continue
            }
            let isOriginal = findings.original(of: candidate) == nil
            if let best, (best.isOriginal ? 1 : 0, best.score) >= (isOriginal ? 1 : 0, score) { continue }
            best = (candidate, score, isOriginal)
        }
        if let best { findings.setNear(document, original: best.candidate, score: best.score) }
    }
}

extension SortedRuns {
    fileprivate mutating func append(pair: UInt64) throws(ScratchFailure) {
        try withUnsafeBytes(of: pair.bigEndian) { bytes throws(ScratchFailure) in try append(bytes) }
    }
}
