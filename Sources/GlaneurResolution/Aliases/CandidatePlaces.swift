import GlaneurCore

/// Where the names among the candidates of a document stand, to be asked for a place without a look at all of them.
///
/// A book states thousands of other names, and looking through all its candidates for each made its time grow with the square.
struct CandidatePlaces {
    /// The indices of the names in the order of their starts, those of one start in the order of the candidates.
    private let indices: [Int]
    private let starts: [Int]
    /// The furthest end of the names up to each that stand.
    private let ends: [Int]

    init(_ candidates: [Mention]) {
        var indices = candidates.indices.filter { candidates[$0].label.isName }
        indices.sort { (candidates[$0].span.start, $0) < (candidates[$1].span.start, $1) }
        self.indices = indices
        starts = indices.map { candidates[$0].span.start }
        var furthest = 0
        ends = indices.map { index in
            if candidates[index].isStanding { furthest = max(furthest, candidates[index].span.end) }
            return furthest
        }
    }

    /// The indices of the names that begin at an offset, in their order.
    func names(at start: Int) -> ArraySlice<Int> {
        let first = starts.partitioningIndex { $0 >= start }
        var last = first
        while last < starts.count, starts[last] == start { last += 1 }
        return indices[first..<last]
    }

    /// Whether a span lies in a name that stands.
    func covers(_ span: ByteSpan) -> Bool { furthestEnd(startingBefore: span.start + 1) >= span.end }

    /// Whether a span shares a byte with a name that stands.
    func touches(_ span: ByteSpan) -> Bool { furthestEnd(startingBefore: span.end) > span.start }

    private func furthestEnd(startingBefore offset: Int) -> Int {
        let count = starts.partitioningIndex { $0 >= offset }
        return count == 0 ? 0 : ends[count - 1]
    }
}
