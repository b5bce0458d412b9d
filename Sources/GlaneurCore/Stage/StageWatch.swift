/// Tells how the work on the documents of a batch divides among the stages, at a hundredth of a percent of it.
///
/// The time of the thread is a call of the system (350 ns here), the time of the wall is not (20 ns). So walls are looked at between
/// the stages, for one document in every few kilobytes, and the batch's own processor time is divided in that proportion.
/// A clock that runs backwards counts as one that stands still.
public struct StageWatch: Sendable {
    /// Nanoseconds from any moment on.
    public typealias Clock = @Sendable () -> UInt64

    /// The raw bytes after which a document is looked at: a look at ten stages takes 200 ns, the work on so much 40 µs and more.
    private static let bytesBetweenLooks = 4096

    private let clock: Clock
    private var shares: [UInt64]
    private var failures: [(documents: Int, bytes: Int)]
    private var documents = 0
    private var bytes = 0
    /// What has gone by since a document was looked at, this one included.
    private var waiting = (documents: 0, bytes: bytesBetweenLooks)
    private var isLooking = false
    private var last: UInt64 = 0

    /// Makes a watch for so many stages.
    public init(stages: Int, clock: @escaping Clock) {
        self.clock = clock
        shares = Array(repeating: 0, count: stages)
        failures = Array(repeating: (0, 0), count: stages)
    }

    /// Begins with a document of so many raw bytes.
    public mutating func begin(bytes count: Int) {
        documents += 1
        bytes += count
        waiting.documents += 1
        waiting.bytes += count
        isLooking = waiting.bytes >= StageWatch.bytesBetweenLooks
        if isLooking { last = clock() }
    }

    /// Tells that a stage is through with the document.
    public mutating func passed(_ stage: Int) {
        guard isLooking else { return }
        let now = clock()
        // Small documents that were not looked at are taken to be like this one.
        if now > last { shares[stage] += (now - last) * UInt64(waiting.documents) }
        last = now
    }

    /// Tells that all stages are through with the document.
    public mutating func end() {
        if isLooking { waiting = (0, 0) }
        isLooking = false
    }

    /// Tells that a stage gave the document up.
    public mutating func failed(_ stage: Int, bytes count: Int) {
        passed(stage)
        failures[stage].documents += 1
        failures[stage].bytes += count
        end()
    }

    /// Adds what the stages did to the statistics, with the processor time of the batch divided among them.
    public func settle(_ nanoseconds: UInt64, names: [StageName], in statistics: inout RunStatistics) {
        let total = max(1, shares.reduce(0, +))
        var (documents, bytes) = (documents, bytes)
        for (index, name) in names.enumerated() where documents > 0 {
            var count = RunStatistics.StageCount()
            count.documents = documents
            count.bytes = bytes
            count.failures = failures[index].documents
            count.nanoseconds = UInt64(Double(nanoseconds) * (Double(shares[index]) / Double(total)))
            statistics.add(count, to: name)
            documents -= failures[index].documents
            bytes -= failures[index].bytes
        }
    }
}
