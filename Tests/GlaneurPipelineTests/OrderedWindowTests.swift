import GlaneurCore
import Glibc
import Testing

@testable import GlaneurPipeline

@Suite struct OrderedWindowTests {
    /// What a batch comes to: the ids in order, failures marked, and the sizes.
    struct Trace: Sendable, Equatable {
        var ids: [String] = []
        var sizes: [Int] = []
    }

    struct Stop: Error, Equatable {}

    private static let process: @Sendable (consuming Result<Document, StageFailure>, inout Trace) -> Void = {
        result, trace in
        switch result {
        case .success(let document):
            trace.ids.append(document.id)
            trace.sizes.append(document.bytes.count)
            // Documents finish out of order: the odd ones of every seven take longer.
            if (Int(document.id) ?? 0) % 7 == 0 { usleep(300) }
        case .failure(let failure): trace.ids.append("!\(failure.document ?? "")")
        }
    }

    private func run(
        _ source: TestSource, tasks: Int, limits: WindowLimits = WindowLimits(),
        emit: (Trace) throws -> Void
    ) async throws -> OrderedWindow.Ending {
        var source = source
        return try await OrderedWindow(tasks: tasks, limits: limits).run(
            &source, into: { Trace() }, process: OrderedWindowTests.process, emit: emit)
    }

    @Test(arguments: [1, 2, 3, 8], [1, 3, 16])
    func resultsComeInReadingOrderForAnyNumberOfTasks(tasks: Int, batch: Int) async throws {
        let sizes = (0..<500).map { $0 % 11 == 3 ? -1 : $0 * 37 % 5000 }
        var ids: [String] = []
        let ending = try await run(
            TestSource(sizes: sizes), tasks: tasks, limits: WindowLimits(batchDocuments: batch)
        ) { ids += $0.ids }
        #expect(ids == sizes.enumerated().map { $1 < 0 ? "!\($0)" : "\($0)" })
        #expect(ending == .exhausted)
    }

    @Test func batchesDoNotDependOnTasks() async throws {
        let sizes = (0..<300).map { $0 * 7919 % 60_000 }
        var traces: [[Trace]] = []
        for tasks in [1, 4] {
            var batches: [Trace] = []
            _ = try await run(TestSource(sizes: sizes), tasks: tasks) { batches.append($0) }
            traces.append(batches)
        }
        #expect(traces[0] == traces[1])
    }

    @Test(arguments: [1, 2, 4])
    func heldBytesAndDocumentsStayWithinTheBounds(tasks: Int) async throws {
        // One document in 40 is larger than the bound; it is worked on alone.
        let sizes = (0..<400).map { $0 % 40 == 20 ? 50_000 : 100 + $0 * 31 % 900 }
        let limits = WindowLimits(documents: 24, bytes: 40_000, batchDocuments: 4, batchBytes: 2000, expansion: 4)
        let ledger = Ledger()
        var ids: [String] = []
        _ = try await run(TestSource(sizes: sizes, ledger: ledger), tasks: tasks, limits: limits) { trace in
            let held = ledger.now
            // The one document that waits for room is read, but not let in.
            #expect(held.documents <= 25)
            if trace.sizes.contains(50_000) {
                #expect(trace.sizes.count == 1)
                #expect(held.documents <= 2)
            }
            ids += trace.ids
            for size in trace.sizes { ledger.remove(size) }
        }
        #expect(ids.count == sizes.count)
        #expect(ledger.now.documents == 0)
        #expect(ledger.now.mostBytes <= 40_000 / 4 + 50_000 + 1000)
    }

    @Test func slowOldestDocumentHoldsUpReading() async {
        let limits = WindowLimits(documents: 10, batchDocuments: 1)
        let ledger = Ledger()
        var source = TestSource(sizes: Array(repeating: 10, count: 200), ledger: ledger)
        _ = await OrderedWindow(tasks: 4, limits: limits).run(
            &source, into: { Trace() },
            process: { result, trace in
                guard case .success(let document) = result else { return }
                if document.id == "0" { usleep(50_000) }
                trace.sizes.append(document.bytes.count)
            },
            emit: { trace throws(Never) in for size in trace.sizes { ledger.remove(size) } })
        #expect(ledger.now.mostDocuments <= 10)
        #expect(ledger.now.read == 200)
    }

    /// Finished lines hold less than documents in work, so that many of them find room behind a slow one.
    @Test func documentsBehindASlowOneGoOn() async {
        let limits = WindowLimits(documents: 1000, bytes: 40_000, batchDocuments: 1, expansion: 4)
        let ledger = Ledger()
        var source = TestSource(sizes: Array(repeating: 1000, count: 300), ledger: ledger)
        var readBeforeTheSlowOne = 0
        _ = await OrderedWindow(tasks: 2, limits: limits).run(
            &source, into: { Trace() },
            process: { result, trace in
                guard case .success(let document) = result else { return }
                if document.id == "0" {
                    while ledger.now.read < 200 { usleep(1000) }
                }
                trace.ids.append(document.id)
            },
            held: { _ in 100 },
            emit: { trace throws(Never) in
                if trace.ids == ["0"] { readBeforeTheSlowOne = ledger.now.read }
            })
        #expect(readBeforeTheSlowOne >= 200)
        #expect(ledger.now.read == 300)
    }

    /// A source that has nothing more to give for now.
    private struct Halting: DocumentSource {
        var base: TestSource
        let ledger: Ledger
        let emitted: Ledger
        var isReady: Bool { ledger.now.read == emitted.now.read }

        mutating func next() -> Result<Document, StageFailure>? {
            let document = base.next()
            // Who writes the stream waits for the answer to each document before the next.
            if document != nil { #expect(ledger.now.read == emitted.now.read + 1) }
            return document
        }
    }

    @Test(arguments: [1, 2, 4])
    func sourceThatIsNotReadyIsAnsweredFirst(tasks: Int) async {
        let ledger = Ledger()
        let emitted = Ledger()
        var source = Halting(
            base: TestSource(sizes: Array(repeating: 10, count: 50), ledger: ledger), ledger: ledger, emitted: emitted)
        _ = await OrderedWindow(tasks: tasks, limits: WindowLimits(batchDocuments: 1)).run(
            &source, into: { Trace() }, process: OrderedWindowTests.process,
            emit: { trace throws(Never) in for size in trace.sizes { emitted.add(size) } })
        #expect(emitted.now.read == 50)
    }

    @Test(arguments: [2, 3])
    func asManyBatchesAsTasksAreInWorkAndNoMore(tasks: Int) async {
        let ledger = Ledger()
        var source = TestSource(sizes: Array(repeating: 10, count: 100), ledger: ledger)
        var readBeforeOutput = 0
        _ = await OrderedWindow(tasks: tasks, limits: WindowLimits(batchDocuments: 2)).run(
            &source, into: { Trace() },
            process: { _, _ in
                ledger.work(1)
                usleep(1000)
                ledger.work(-1)
            },
            emit: { _ throws(Never) in if readBeforeOutput == 0 { readBeforeOutput = ledger.now.read } })
        #expect(ledger.now.mostInWork <= tasks)
        // How many run at one moment is the machine's affair; that each task was given a batch first is the window's.
        #expect(readBeforeOutput >= 2 * tasks)
    }

    @Test(arguments: [1, 4])
    func cancellationLeavesACleanPrefix(tasks: Int) async throws {
        let sizes = Array(repeating: 100, count: 2000)
        let (ending, ids) = try await Task {
            var ids: [String] = []
            let ending = try await run(
                TestSource(sizes: sizes), tasks: tasks, limits: WindowLimits(batchDocuments: 2)
            ) { trace in
                ids += trace.ids
                if ids.count == 50 { withUnsafeCurrentTask { $0?.cancel() } }
            }
            return (ending, ids)
        }.value
        #expect(ending == .cancelled)
        #expect(ids.count >= 50 && ids.count <= 50 + 2 * tasks * 2)
        #expect(ids == (0..<ids.count).map(String.init))
    }

    @Test(arguments: [1, 4])
    func failureOfTheOutputEndsTheRun(tasks: Int) async throws {
        let ledger = Ledger()
        await #expect(throws: Stop()) {
            try await run(TestSource(sizes: Array(repeating: 5, count: 1000), ledger: ledger), tasks: tasks) { trace in
                if trace.ids.contains("40") { throw Stop() }
            }
        }
        #expect(ledger.now.read < 1000)
    }

    @Test(arguments: [1, 4])
    func emptySourceGivesNothing(tasks: Int) async throws {
        let ending = try await run(TestSource(sizes: []), tasks: tasks) { _ in Issue.record("a batch out of nothing") }
        #expect(ending == .exhausted)
    }
}
