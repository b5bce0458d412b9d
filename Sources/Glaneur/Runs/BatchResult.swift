import GlaneurCore
import GlaneurPipeline
import GlaneurWriters

/// The result of one batch on its way to the files.
struct BatchResult: Sendable {
    /// What becomes of a document that is given up.
    enum Refusals: Sendable {
        /// A line among the errors, and the failure itself to be told.
        case setAside
        /// A document line that says why, where every input has one answer.
        case answered
    }

    /// What makes document lines, for all batches of a run.
    struct Maker: Sendable {
        let pipeline: Pipeline
        let refusals: Refusals
        let chain: StageChain
        let writer: DocumentLineWriter
        /// The names of the stages that a watch counts: those of the chain, then the writing.
        let stages: [StageName]

        init(_ pipeline: Pipeline, refusals: Refusals = .setAside) {
            self.pipeline = pipeline
            self.refusals = refusals
            chain = pipeline.chain
            writer = pipeline.lineWriter
            stages = pipeline.chain.stages.map(\.name) + [.write]
        }
    }

    private(set) var lines: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private(set) var failures: [StageFailure] = []
    private(set) var statistics = RunStatistics()
    /// What the last document is called.
    private(set) var lastDocument = ""

    private let maker: Maker
    private let start = ProcessorClock.thread
    private var watch: StageWatch
    private var reading = RunStatistics.StageCount()

    init(_ maker: Maker) {
        self.maker = maker
        watch = StageWatch(stages: maker.stages.count, clock: ProcessorClock.monotonic)
    }

    /// Sends a document through all stages and adds its line, or why it was given up.
    mutating func add(_ document: consuming Result<Document, StageFailure>) {
        reading.documents += 1
        switch document {
        case .failure(let failure):
            reading.failures += 1
            lastDocument = failure.document ?? ""
            quarantine(failure, nil)
        case .success(var document):
            let provenance = document.provenance
            lastDocument = document.id
            reading.bytes += provenance.bytes.count
            do throws(StageFailure) {
                maker.pipeline.begin(&document)
                try maker.chain.run(on: &document, bytes: provenance.bytes.count, watch: &watch)
                // A line has the text, 200 to 250 bytes for each mention, and some columns.
                var json = JSONWriter(capacity: document.text.count * 5 / 4 + document.mentions.count * 256 + 1024)
                maker.writer.write(document, to: &json)
                statistics.countWritten(document, bytesOut: json.count)
                // The first line tells how much the sixteen or fewer documents of a batch of small files will take.
                if lines.isEmpty { lines.reserveCapacity(min(json.count * 16, 512 << 10)) }
                json.append(to: &lines)
                watch.passed(maker.chain.stages.count)
                watch.end()
            } catch {
                quarantine(error, provenance)
            }
        }
    }

    /// Counts what the stages did, on the thread that worked on the batch.
    mutating func finish() {
        statistics.add(reading, to: .read)
        let time = ProcessorClock.since(start, now: ProcessorClock.thread)
        watch.settle(time, names: maker.stages, in: &statistics)
    }

    private mutating func quarantine(_ failure: StageFailure, _ provenance: Provenance?) {
        var json = JSONWriter(capacity: 1024)
        switch maker.refusals {
        case .setAside:
            ErrorLineWriter().write(failure, provenance: provenance, to: &json)
            json.append(to: &errors)
            failures.append(failure)
        case .answered:
            let unknown = Provenance(path: "-", bytes: ByteSpan(0, 0), sha256: "", mediaType: "application/x-ndjson")
            maker.writer.write(failure, provenance: provenance ?? failure.provenance ?? unknown, to: &json)
            json.append(to: &lines)
        }
        statistics.countQuarantined(failure, bytesIn: provenance?.bytes.count ?? 0)
    }
}
