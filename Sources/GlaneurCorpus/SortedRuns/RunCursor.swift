/// Reads the records of one sorted run, one after the other, through a small buffer.
struct RunCursor {
    private static let chunk = 1 << 16

    /// The first eight bytes of the record it stands on, as they sort.
    private(set) var prefix: UInt64 = 0
    private var buffer: [UInt8] = []
    /// Where the record lies in the buffer.
    private var record = 0..<0
    /// The part of the file not read yet.
    private var rest: Range<Int>

    /// Stands before the first record of a run.
    init(_ run: Range<Int>) { rest = run }

    /// Steps to the next record; tells whether there is one.
    mutating func advance(in file: borrowing ScratchFile) throws(ScratchFailure) -> Bool {
        let start = record.upperBound
        guard try fill(from: start, RecordArena.header, in: file) else { return false }
        let length = buffer.withUnsafeBytes {
            Int($0.loadUnaligned(fromByteOffset: record.upperBound, as: UInt32.self))
        }
        guard try fill(from: record.upperBound, RecordArena.header + length, in: file) else { return false }
        let first = record.upperBound + RecordArena.header
        record = first..<(first + length)
        prefix = withRecord { RecordOrder.prefix($0) }
        return true
    }

    /// Hands the record it stands on to `body`.
    func withRecord<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try buffer.withUnsafeBufferPointer { bytes throws(Failure) in
            try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[record])))
        }
    }

    /// Whether the record it stands on comes before that of another cursor.
    func precedes(_ other: RunCursor) -> Bool {
        if prefix != other.prefix { return prefix < other.prefix }
        return withRecord { left in other.withRecord { RecordOrder.precedes(left, $0) } }
    }

    /// Makes sure that `count` bytes from `start` on are in the buffer; what lies before may be dropped.
    private mutating func fill(
        from start: Int, _ count: Int, in file: borrowing ScratchFile
    ) throws(ScratchFailure) -> Bool {
        guard buffer.count - start < count else { return true }
        guard !rest.isEmpty else { return false }
        buffer.removeFirst(start)
        record = 0..<0
        let kept = buffer.count
        let wanted = min(rest.count, max(RunCursor.chunk, count - kept))
        buffer.append(contentsOf: repeatElement(0, count: wanted))
        let offset = rest.lowerBound
        let read = try buffer.withUnsafeMutableBufferPointer { bytes throws(ScratchFailure) in
            let room = UnsafeMutableBufferPointer(rebasing: bytes[kept...])
            return try file.read(at: offset, into: UnsafeMutableRawBufferPointer(room))
        }
        buffer.removeLast(wanted - read)
        rest = (rest.lowerBound + read)..<(read == 0 ? rest.lowerBound : rest.upperBound)
        return buffer.count >= count
    }
}
