/// Steps through the records of several sorted runs in order.
///
/// Equal records of different runs come in the order of the runs.
struct RunMerge {
    private var cursors: [RunCursor]
    /// The cursors that have a record, as a binary heap with the first in order on top.
    private var heap: [Int] = []
    private var hasBegun = false

    /// Stands before the first record of these runs.
    init(_ runs: [Range<Int>]) { cursors = runs.map { RunCursor($0) } }

    /// Steps to the next record; tells whether there is one.
    mutating func advance(in file: borrowing ScratchFile) throws(ScratchFailure) -> Bool {
        if hasBegun {
            guard let top = heap.first else { return false }
            if try !cursors[top].advance(in: file) {
                heap.swapAt(0, heap.count - 1)
                heap.removeLast()
            }
            sink(0)
        } else {
            hasBegun = true
            for index in cursors.indices where try cursors[index].advance(in: file) { heap.append(index) }
            for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
        }
        return !heap.isEmpty
    }

    /// Hands the record it stands on to `body`.
    func withRecord<Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
        guard let top = heap.first else { return }
        try cursors[top].withRecord(body)
    }

    private mutating func sink(_ start: Int) {
        var place = start
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && precedes(heap[child], heap[least]) {
                least = child
            }
            guard least != place else { return }
            heap.swapAt(place, least)
            place = least
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        if cursors[left].precedes(cursors[right]) { return true }
        return left < right && !cursors[right].precedes(cursors[left])
    }
}
