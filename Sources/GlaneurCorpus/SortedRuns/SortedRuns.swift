/// Sorts any number of records in bounded memory.
///
/// Records are bytes and stand in the order of their bytes, a record before those it begins; equal records all stay. What does not
/// fit into the memory is written as sorted runs to one temporary file, and the runs are merged while they are read:
///
/// ```swift
/// var runs = SortedRuns(memory: 128 << 20)
/// for record in records { try runs.append(record) }
/// try runs.forEach { record in … }
/// ```
/// Reading takes 64 KiB a run beside the memory, at most ``fanIn`` runs on each of the few levels.
package struct SortedRuns: ~Copyable {
    /// How many runs of one level are merged into one of the next.
    package static let fanIn = 32
    /// The memory taken where nothing is said: that of ten million short records would be more.
    package static let defaultMemory = 128 << 20

    private var arena: RecordArena
    private var file: ScratchFile?
    /// The runs of each level, as places in the file; those of a level are about `fanIn` times as long as those before.
    private var levels: [[Range<Int>]] = []

    /// The number of records added.
    package private(set) var count = 0
    /// Whether some records have been written to a file.
    package var hasSpilled: Bool { file != nil }

    /// Prepares to sort with this much memory, in bytes.
    package init(memory: Int = SortedRuns.defaultMemory) { arena = RecordArena(byteCount: memory) }

    /// Adds a record.
    package mutating func append(_ record: [UInt8]) throws(ScratchFailure) {
        try record.withUnsafeBufferPointer { bytes throws(ScratchFailure) in
            try append(UnsafeRawBufferPointer(bytes))
        }
    }

    /// Adds the record that these bytes are; they are copied.
    package mutating func append(_ record: UnsafeRawBufferPointer) throws(ScratchFailure) {
        count += 1
        if arena.append(record) { return }
        try spill()
        if arena.append(record) { return }
        // Longer than the memory: a run of its own.
        var file = try takeFile()
        let start = file.count
        try SortedRuns.write(record, to: &file)
        try file.flush()
        let run = start..<file.count
        self.file = consume file
        try add(run, level: 0)
    }

    /// Calls `body` with each record, in order; may be called again, and more records may be added in between.
    package mutating func forEach<Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws {
        arena.sort()
        guard hasSpilled else {
            try arena.forEach(body)
            return
        }
        try spill()
        try mergeDown()
        guard let file = file.take() else { return }
        var failure: (any Error)?
        do {
            var merge = RunMerge(levels.flatMap { $0 })
            while try merge.advance(in: file) { try merge.withRecord(body) }
        } catch {
            failure = error
        }
        self.file = consume file
        if let failure { throw failure }
    }

    // MARK: Runs

    private mutating func spill() throws(ScratchFailure) {
        guard arena.count > 0 else { return }
        arena.sort()
        var file = try takeFile()
        let start = file.count
        try arena.forEach { record throws(ScratchFailure) in try SortedRuns.write(record, to: &file) }
        arena.removeAll()
        let run = start..<file.count
        try file.flush()
        self.file = consume file
        try add(run, level: 0)
    }

    private mutating func add(_ run: Range<Int>, level: Int) throws(ScratchFailure) {
        while levels.count <= level { levels.append([]) }
        levels[level].append(run)
        guard levels[level].count == SortedRuns.fanIn else { return }
        let merged = try merged(levels[level])
        levels[level] = []
        try add(merged, level: level + 1)
    }

    /// Merges until so few runs are left that all can be read at once.
    private mutating func mergeDown() throws(ScratchFailure) {
        while levels.reduce(0, { $0 + $1.count }) > SortedRuns.fanIn {
            guard let lowest = levels.firstIndex(where: { !$0.isEmpty }) else { return }
            let merged = try merged(levels[lowest])
            levels[lowest] = []
            if lowest + 1 == levels.count { levels.append([]) }
            levels[lowest + 1].append(merged)
        }
    }

    /// Writes the records of some runs as one, behind all others.
    private mutating func merged(_ runs: [Range<Int>]) throws(ScratchFailure) -> Range<Int> {
        guard var file = file.take() else { preconditionFailure("runs lie in a file") }
        try file.flush()
        let start = file.count
        var merge = RunMerge(runs)
        while try merge.advance(in: file) {
            try merge.withRecord { record throws(ScratchFailure) in try SortedRuns.write(record, to: &file) }
        }
        try file.flush()
        let run = start..<file.count
        self.file = consume file
        return run
    }

    private mutating func takeFile() throws(ScratchFailure) -> ScratchFile {
        if let file = file.take() { return file }
        return try ScratchFile()
    }

    private static func write(_ record: UnsafeRawBufferPointer, to file: inout ScratchFile) throws(ScratchFailure) {
        let length = UInt32(record.count)
        try withUnsafeBytes(of: length) { bytes throws(ScratchFailure) in try file.append(bytes) }
        try file.append(record)
    }
}
