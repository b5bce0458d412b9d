package import GlaneurCore

/// How far a run has come: all that going on from there needs.
package struct Checkpoint: Sendable, Equatable {
    /// What was counted of the documents up to here; their number is how many the reader passes over.
    package var statistics: RunStatistics
    /// The number of the part that the next line goes to.
    package var part: Int
    /// The bytes of lines in that part, before compression.
    package var partBytes: Int
    /// The bytes of the file of given-up documents.
    package var errorBytes: Int
    /// What the last document is called; a reader that finds another one in its place reads another input.
    package var lastDocument: String
    /// The documents left to other shards, where all documents are written.
    package var elsewhere = 0
    /// Whether all documents are written and every part is closed.
    package var isWhole: Bool

    /// Makes a checkpoint.
    package init(
        statistics: RunStatistics = RunStatistics(), part: Int = 0, partBytes: Int = 0, errorBytes: Int = 0,
        lastDocument: String = "", isWhole: Bool = false
    ) {
        self.statistics = statistics
        self.part = part
        self.partBytes = partBytes
        self.errorBytes = errorBytes
        self.lastDocument = lastDocument
        self.isWhole = isWhole
    }

    /// The documents up to here.
    package var documents: Int { statistics.documentsIn }
}

extension Checkpoint {
    /// The line of the journal.
    package var line: [UInt8] {
        var fields = [
            ("in", "\(statistics.documentsIn)"), ("out", "\(statistics.documentsOut)"),
            ("quarantined", "\(statistics.documentsQuarantined)"), ("bytes_in", "\(statistics.bytesIn)"),
            ("bytes_out", "\(statistics.bytesOut)"), ("part", "\(part)"), ("part_bytes", "\(partBytes)"),
            ("error_bytes", "\(errorBytes)"), ("last", lastDocument), ("whole", isWhole ? "1" : "0"),
            ("elsewhere", "\(elsewhere)"), ("elapsed", "\(statistics.elapsedNanoseconds)"),
        ]
        fields += statistics.labels.map { ("label", "\($0.key.rawValue) \($0.value)") }
        fields += statistics.failures.map { ("failure", "\($0.key.rawValue) \($0.value)") }
        fields += statistics.stages.map { name, count in
            ("stage", "\(name.rawValue) \(count.documents) \(count.bytes) \(count.failures) \(count.nanoseconds)")
        }
        return JournalLine(fields).bytes
    }

    /// Reads a line of the journal; nothing where it is none, or one that was cut off.
    package init?(_ line: ArraySlice<UInt8>) {
        guard let fields = JournalLine(line)?.fields else { return nil }
        self.init()
        for (key, value) in fields {
            let words = value.split(separator: " ").map(String.init)
            let numbers = words.dropFirst().compactMap { Int($0) }
            let number = Int(value)
            switch (key, number) {
            case ("in", let number?): statistics.documentsIn = number
            case ("out", let number?): statistics.documentsOut = number
            case ("quarantined", let number?): statistics.documentsQuarantined = number
            case ("bytes_in", let number?): statistics.bytesIn = number
            case ("bytes_out", let number?): statistics.bytesOut = number
            case ("part", let number?): part = number
            case ("part_bytes", let number?): partBytes = number
            case ("error_bytes", let number?): errorBytes = number
            case ("whole", let number?): isWhole = number == 1
            case ("elapsed", let number?): statistics.elapsedNanoseconds = UInt64(clamping: number)
            case ("elsewhere", let number?): elsewhere = number
            case ("last", _): lastDocument = value
            case ("label", _):
                guard numbers.count == 1, let label = Label(rawValue: words[0]) else { return nil }
                statistics.labels[label] = numbers[0]
            case ("failure", _):
                guard numbers.count == 1 else { return nil }
                statistics.failures[StageFailure.Code(rawValue: words[0])] = numbers[0]
            case ("stage", _):
                guard numbers.count == 4 else { return nil }
                var count = RunStatistics.StageCount()
                (count.documents, count.bytes, count.failures) = (numbers[0], numbers[1], numbers[2])
                count.nanoseconds = UInt64(clamping: numbers[3])
                statistics.stages[StageName(rawValue: words[0])] = count
            default: return nil
            }
        }
        guard statistics.isBalanced else { return nil }
    }

    /// Returns the last checkpoint of a journal, and where the journal ends with it; what a crash left behind it is no line.
    package static func last(in journal: [UInt8]) -> (checkpoint: Checkpoint, end: Int)? {
        var found: (Checkpoint, Int)?
        var start = 0
        while let end = journal[start...].firstIndex(of: UInt8(ascii: "\n")) {
            guard let checkpoint = Checkpoint(journal[start...end]) else { break }
            found = (checkpoint, end + 1)
            start = end + 1
        }
        return found
    }
}
