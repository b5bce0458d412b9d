/// A small sample of what is met in the documents of an entity: other entities, amounts and dates.
///
/// It keeps the companions with the ``limit`` smallest hashes. Everyone keeps the same ones of what they have, so two sketches
/// share companions where their documents do; merging sketches gives the sketch of the merged documents, in any order.
struct ContextSketch: Sendable, Equatable {
    /// The most companions kept.
    ///
    /// With 48, two entities that share a third of a hundred companions share eight of the kept on average.
    static let limit = 48

    /// The hashes of the companions, ascending, each once.
    private(set) var hashes: [UInt64]

    /// Whether some companions may have been left out.
    var isSample: Bool { hashes.count == ContextSketch.limit }

    /// Makes the sketch of some companions.
    init(_ companions: [UInt64] = []) {
        let sorted = companions.sorted()
        var kept: [UInt64] = []
        kept.reserveCapacity(min(sorted.count, ContextSketch.limit))
        for hash in sorted where kept.last != hash {
            if kept.count == ContextSketch.limit { break }
            kept.append(hash)
        }
        hashes = kept
    }

    /// Writes the companions to a record.
    func write(to record: inout RecordWriter) {
        record.number(hashes.count)
        for hash in hashes { record.fixed(hash) }
    }

    /// Takes in the companions of another sketch.
    mutating func merge(_ other: ContextSketch) {
        if other.hashes == hashes || other.hashes.isEmpty { return }
        var merged: [UInt64] = []
        merged.reserveCapacity(min(hashes.count + other.hashes.count, ContextSketch.limit))
        var left = 0
        var right = 0
        while merged.count < ContextSketch.limit {
            if left < hashes.count, right == other.hashes.count || hashes[left] <= other.hashes[right] {
                if right < other.hashes.count, hashes[left] == other.hashes[right] { right += 1 }
                merged.append(hashes[left])
                left += 1
            } else if right < other.hashes.count {
                merged.append(other.hashes[right])
                right += 1
            } else {
                break
            }
        }
        hashes = merged
    }
}
