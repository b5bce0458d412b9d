/// What a run, or a part of one, has counted.
///
/// Parts are added up at the end, in any order.
public struct RunStatistics: Sendable, Equatable {
    /// What one stage has counted.
    public struct StageCount: Sendable, Equatable {
        /// The documents that came to it.
        public var documents = 0
        /// The raw bytes of those documents.
        public var bytes = 0
        /// The documents that it gave up.
        public var failures = 0
        /// The processor time they took, added over all tasks.
        public var nanoseconds: UInt64 = 0

        /// The processor time in seconds, to the millisecond.
        public var seconds: Double { Double(nanoseconds / 1_000_000) / 1e3 }

        /// Makes a count of nothing.
        public init() {}
    }

    /// The documents read, those that failed included.
    public var documentsIn = 0
    /// The documents written.
    public var documentsOut = 0
    /// The documents given up.
    public var documentsQuarantined = 0
    /// The raw bytes read.
    public var bytesIn = 0
    /// The bytes of the lines written.
    public var bytesOut = 0
    /// The mentions of each label.
    public var labels: [Label: Int] = [:]
    /// The failures of each kind.
    public var failures: [StageFailure.Code: Int] = [:]
    /// What each stage has counted.
    public var stages: [StageName: StageCount] = [:]
    /// The time from the start to the end, where somebody has looked at the clock.
    public var elapsedNanoseconds: UInt64 = 0

    /// Makes statistics of nothing.
    public init() {}

    /// The time from the start to the end in seconds, to the millisecond.
    public var elapsedSeconds: Double { Double(elapsedNanoseconds / 1_000_000) / 1e3 }

    /// The processor time of all stages in seconds, to the millisecond.
    public var cpuSeconds: Double { Double(processorNanoseconds / 1_000_000) / 1e3 }

    /// The processor time of all stages.
    public var processorNanoseconds: UInt64 { stages.values.reduce(0) { $0 + $1.nanoseconds } }

    /// The stages in the order in which documents pass them.
    public var stagesInOrder: [(name: StageName, count: StageCount)] {
        stages.sorted { $0.key.place < $1.key.place }.map { ($0.key, $0.value) }
    }

    /// Whether every document read is either written or given up.
    public var isBalanced: Bool { documentsIn == documentsOut + documentsQuarantined }

    /// Counts a document that was written.
    public mutating func countWritten(_ document: Document, bytesOut: Int) {
        documentsIn += 1
        documentsOut += 1
        bytesIn += document.provenance.bytes.count
        self.bytesOut += bytesOut
        // Counted by place first: a dictionary is asked once a label, not once a mention.
        var counts = [Int](repeating: 0, count: Label.allCases.count)
        for index in document.mentions.indices { counts[document.mentions[index].label.place] += 1 }
        for (label, count) in zip(Label.allCases, counts) where count > 0 { labels[label, default: 0] += count }
    }

    /// Counts a document that was given up; `bytesIn` is 0 where it could not be read.
    public mutating func countQuarantined(_ failure: StageFailure, bytesIn: Int = 0) {
        documentsIn += 1
        documentsQuarantined += 1
        self.bytesIn += bytesIn
        failures[failure.code, default: 0] += 1
    }

    /// Adds what a stage has counted.
    public mutating func add(_ count: StageCount, to name: StageName) {
        var sum = stages[name] ?? StageCount()
        sum.documents += count.documents
        sum.bytes += count.bytes
        sum.failures += count.failures
        sum.nanoseconds += count.nanoseconds
        stages[name] = sum
    }

    /// Adds what another part of the run has counted.
    public mutating func merge(_ other: RunStatistics) {
        documentsIn += other.documentsIn
        documentsOut += other.documentsOut
        documentsQuarantined += other.documentsQuarantined
        bytesIn += other.bytesIn
        bytesOut += other.bytesOut
        labels.merge(other.labels, uniquingKeysWith: +)
        failures.merge(other.failures, uniquingKeysWith: +)
        for (name, count) in other.stages { add(count, to: name) }
        elapsedNanoseconds += other.elapsedNanoseconds
    }
}
