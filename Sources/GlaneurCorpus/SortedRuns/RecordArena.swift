import Glibc

/// Records in one piece of memory of a fixed size, sorted where they lie.
///
/// Records grow from the front, each behind its length; what is sorted grows from the back. The memory is asked for at once and
/// taken from the system as it fills.
struct RecordArena: ~Copyable {
    /// A record and its first eight bytes, which decide most comparisons without a look at it.
    struct Entry {
        let prefix: UInt64
        let offset: Int
    }

    /// The bytes of a length.
    static let header = 4

    private let memory: UnsafeMutableRawBufferPointer
    private(set) var count = 0
    private var used = 0
    private var isSorted = true

    /// Takes memory of this size.
    init(byteCount: Int) {
        let size = max(byteCount, 1 << 12) / MemoryLayout<Entry>.stride * MemoryLayout<Entry>.stride
        memory = .allocate(byteCount: size, alignment: MemoryLayout<Entry>.alignment)
    }

    deinit { memory.deallocate() }

    /// Adds a record, where there is room for it.
    mutating func append(_ record: UnsafeRawBufferPointer) -> Bool {
        // Sorting takes half as much again as there are entries.
        let entries = (count + 1) * MemoryLayout<Entry>.stride
        guard used + RecordArena.header + record.count + entries + entries / 2 <= memory.count else { return false }
        memory.storeBytes(of: UInt32(record.count), toByteOffset: used, as: UInt32.self)
        if record.count > 0 {
            UnsafeMutableRawBufferPointer(rebasing: memory[(used + RecordArena.header)...]).copyMemory(from: record)
        }
        let place = memory.count - entries
        memory.storeBytes(
            of: Entry(prefix: RecordOrder.prefix(record), offset: used), toByteOffset: place, as: Entry.self)
        used += RecordArena.header + record.count
        count += 1
        isSorted = false
        return true
    }

    /// Sorts the records.
    mutating func sort() {
        guard !isSorted else { return }
        let base = UnsafeRawPointer(memory.baseAddress)
        var entries = entries
        entries.sort { left, right in
            if left.prefix != right.prefix { return left.prefix < right.prefix }
            return RecordOrder.precedes(RecordArena.record(base, left), RecordArena.record(base, right))
        }
        isSorted = true
    }

    /// Calls `body` with each record, in order where they are sorted.
    func forEach<Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
        let base = UnsafeRawPointer(memory.baseAddress)
        for entry in entries { try body(RecordArena.record(base, entry)) }
    }

    /// Forgets all records and keeps the memory.
    mutating func removeAll() {
        count = 0
        used = 0
        isSorted = true
    }

    private var entries: UnsafeMutableBufferPointer<Entry> {
        let start = memory.count - count * MemoryLayout<Entry>.stride
        return UnsafeMutableRawBufferPointer(rebasing: memory[start...]).assumingMemoryBound(to: Entry.self)
    }

    private static func record(_ base: UnsafeRawPointer?, _ entry: Entry) -> UnsafeRawBufferPointer {
        guard let start = base?.advanced(by: entry.offset) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: start + header, count: Int(start.loadUnaligned(as: UInt32.self)))
    }
}

/// The order of records: that of their bytes, a record before those it begins.
enum RecordOrder {
    /// The first eight bytes as a number that sorts as they do.
    static func prefix(_ record: UnsafeRawBufferPointer) -> UInt64 {
        if record.count >= 8 { return UInt64(bigEndian: record.loadUnaligned(as: UInt64.self)) }
        var prefix: UInt64 = 0
        for index in 0..<8 { prefix = prefix << 8 | UInt64(index < record.count ? record[index] : 0) }
        return prefix
    }

    /// Whether one record stands before another.
    static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        let shared = min(left.count, right.count)
        if shared > 0, let left = left.baseAddress, let right = right.baseAddress {
            let order = memcmp(left, right, shared)
            if order != 0 { return order < 0 }
        }
        return left.count < right.count
    }
}
