#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files `part-00000.jsonl`, `part-00001.jsonl` … that the document lines of one run go to, one after the other.
///
/// A part ends behind the document with which it reaches its size, and inside a part the compressor is flushed behind the document
/// with which so many bytes more have been written. Both depend on the lines alone, so any run over the same documents
/// makes the same bytes, and so does one that goes on where another was killed.
package struct PartSeries: ~Copyable {
    /// How the lines of a run are laid down.
    package struct Layout: Sendable, Equatable {
        /// The bytes of lines, before compression, at which a part is complete; at least 1.
        package var partSize: Int
        /// The bytes of lines after which all can be read that was written, and a checkpoint is due.
        package var markInterval: Int
        /// How parts are compressed.
        package var compression: OutputCompression

        /// The bytes of a part where nothing else is said.
        ///
        /// Large enough that a corpus of 10⁸ documents has no more than some thousand, small enough to be one piece of work elsewhere.
        package static let defaultPartSize = 256 << 20
        /// The bytes between marks where nothing else is said: half a second of work, and 5 ms of waiting for the disk.
        package static let defaultMarkInterval = 16 << 20

        /// Makes a layout.
        package init(
            partSize: Int = Layout.defaultPartSize, markInterval: Int = Layout.defaultMarkInterval,
            compression: OutputCompression = .none
        ) {
            self.partSize = max(1, partSize)
            self.markInterval = max(1, markInterval)
            self.compression = compression
        }

        /// The layout as keys and values.
        package var settings: [(key: String, value: String)] {
            [
                ("checkpoint-every", "\(markInterval)"), ("compress", compression.rawValue),
                ("part-size", "\(partSize)"),
            ]
        }
    }

    /// A place between two documents.
    package struct Position: Sendable, Equatable {
        /// The number of the part.
        package var part: Int
        /// The bytes of lines before it in the part, before compression.
        package var bytes: Int

        /// Makes a position.
        package init(part: Int = 0, bytes: Int = 0) {
            self.part = part
            self.bytes = bytes
        }
    }

    /// Where the next line goes.
    package private(set) var position: Position
    /// Whether a mark was passed since ``synchronize()``: time for a checkpoint.
    package private(set) var isCheckpointDue = false
    /// The parts that were closed.
    package var closedParts: Int { position.part }

    private let folder: String
    private let layout: Layout
    private let faults: FaultPlan?
    /// The open part; there is none between the end of one and the first line of the next.
    private var file: OutputFile?
    private var sinceMark = 0
    /// Whether a file has come into the folder that may not be on the disk yet.
    private var isFolderBehind = false

    /// Begins with the first part.
    package init(in folder: String, layout: Layout = Layout(), faults: FaultPlan? = nil) throws(OutputFailure) {
        self.folder = folder
        self.layout = layout
        self.faults = faults ?? FaultPlan.environment
        position = Position()
        try openPart()
    }

    /// Goes on behind a position that an earlier run reached, with everything behind it removed.
    package init(
        resuming position: Position, in folder: String, layout: Layout = Layout(), faults: FaultPlan? = nil
    ) throws(OutputFailure) {
        self.folder = folder
        self.layout = layout
        self.faults = faults ?? FaultPlan.environment
        self.position = position
        try removeParts(behind: position)
        guard position.bytes > 0 else {
            // Behind a complete part there may be no document more, and then no part either.
            if position.part == 0 { try openPart() }
            return
        }
        isFolderBehind = true
        let path = PartSeries.path(of: position.part, in: folder, layout: layout)
        guard layout.compression != .none else {
            // Marks matter to compression alone; without it the next may be anywhere.
            file = try OutputFile(resuming: path, at: position.bytes, faults: faults)
            return
        }
        // What is read again from the start of the part is no checkpoint of this run.
        defer { isCheckpointDue = false }
        self.position.bytes = 0
        file = try OutputFile(again: path, compression: layout.compression, faults: faults)
        let earlier = access(path + OutputFile.partialSuffix, F_OK) == 0 ? path + OutputFile.partialSuffix : path
        var left = position.bytes
        try CompressedFile.read(earlier, layout.compression) { bytes throws(OutputFailure) in
            let piece = bytes.prefix(left)
            left -= piece.count
            if !piece.isEmpty { try write(piece) }
            return left > 0
        }
        guard left == 0 else {
            throw .cannotWrite(path: earlier, reason: "cut off \(left) bytes of lines before the checkpoint")
        }
    }

    /// Adds whole lines.
    package mutating func write(_ lines: [UInt8]) throws(OutputFailure) { try write(lines[...]) }

    /// Waits until everything up to the last mark is on the disk.
    package mutating func synchronize() throws(OutputFailure) {
        isCheckpointDue = false
        try file?.synchronize()
        try file?.replaceEarlier()
        if isFolderBehind { try OutputSystem(faults: faults).synchronizeFolder(folder) }
        isFolderBehind = false
    }

    /// Hands everything to the system, so that a reader of the folder sees whole lines.
    package mutating func flush() throws(OutputFailure) { try file?.flush() }

    /// Closes the last part.
    package consuming func finish() throws(OutputFailure) { try file.take()?.finish() }

    private mutating func write(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
        var rest = bytes
        while !rest.isEmpty {
            if file == nil { try openPart() }
            // The last byte of a document that reaches the size or the mark can stand here at the earliest.
            let least = max(1, min(layout.partSize - position.bytes, layout.markInterval - sinceMark))
            guard least <= rest.count,
                let end = rest[(rest.startIndex + least - 1)...].firstIndex(of: UInt8(ascii: "\n"))
            else { return try append(rest) }
            try append(rest[...end])
            rest = rest[(end + 1)...]
            isCheckpointDue = true
            sinceMark = 0
            if position.bytes >= layout.partSize {
                try file.take()?.finish()
                position = Position(part: position.part + 1)
            } else if layout.compression != .none {
                try file?.flush()
            }
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
        try file?.write(bytes)
        position.bytes += bytes.count
        sinceMark += bytes.count
    }

    private mutating func openPart() throws(OutputFailure) {
        file = try OutputFile(
            path: PartSeries.path(of: position.part, in: folder, layout: layout), compression: layout.compression,
            care: .durable, faults: faults)
        sinceMark = 0
        isFolderBehind = true
    }

    /// Removes what was written behind a position that a run goes back to, and what a killed run left of complete parts.
    private func removeParts(behind position: Position) throws(OutputFailure) {
        for name in PartSeries.names(in: folder) {
            let isBehind = name.part > position.part || name.part == position.part && position.bytes == 0
            guard isBehind || name.part < position.part && !name.isComplete else { continue }
            OutputSystem(faults: faults).remove(folder + "/" + name.name)
        }
    }
}

extension PartSeries {
    /// The path of a part when it is complete.
    static func path(of part: Int, in folder: String, layout: Layout) -> String {
        let digits = String(part)
        let zeros = String(repeating: "0", count: max(0, 5 - digits.count))
        return "\(folder)/part-\(zeros)\(digits).jsonl\(layout.compression.suffix)"
    }

    /// Returns the number of the part that a file name stands for, complete or not, and whether it is complete.
    package static func part(of name: String) -> (number: Int, isComplete: Bool)? {
        guard name.hasPrefix("part-") else { return nil }
        let rest = name.dropFirst(5)
        let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
        guard digits.count >= 5, let number = Int(digits) else { return nil }
        var ending = rest.dropFirst(digits.count)
        let marks = [OutputFile.partialSuffix, ".again"]
        let mark = marks.first { ending.hasSuffix($0) }
        if let mark { ending = ending.dropLast(mark.count) }
        guard OutputCompression.allCases.contains(where: { ending == ".jsonl" + $0.suffix }) else { return nil }
        return (number, mark == nil)
    }

    /// The files in a folder that are parts, complete or not, in no particular order; none where there is no such folder.
    package static func names(in folder: String) -> [(name: String, part: Int, isComplete: Bool)] {
        FolderNames.of(folder).compactMap { name in
            part(of: name).map { (name, $0.number, $0.isComplete) }
        }
    }
}
