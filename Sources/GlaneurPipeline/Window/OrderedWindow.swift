package import GlaneurCore

/// Works on many documents at once and hands the results on in reading order.
///
/// Documents are read on the calling task, worked on in batches by child tasks of one group, and emitted on the calling task
/// again. The bound is counted from the oldest document that is not emitted yet, so a slow document holds up reading and
/// not memory. What is emitted does not depend on the number of tasks.
package struct OrderedWindow: Sendable {
    /// How a run came to its end.
    package enum Ending: Sendable, Equatable {
        /// All input was read.
        case exhausted
        /// The task was cancelled; what was emitted is the output for the first part of the input, complete.
        case cancelled
    }

    /// The most batches in work at once.
    package let tasks: Int
    /// How much is held at once.
    package let limits: WindowLimits
    private let gauge: WindowGauge?

    /// Makes a window.
    ///
    /// - Parameter gauge: is told how much is held.
    package init(tasks: Int, limits: WindowLimits = WindowLimits(), gauge: WindowGauge? = nil) {
        self.tasks = max(1, tasks)
        self.limits = limits
        self.gauge = gauge
    }

    /// Sends all documents of a source through `process` and their results, batch by batch in reading order, to `emit`.
    ///
    /// - Parameters:
    ///   - output: makes the empty result of a batch.
    ///   - process: adds one document, or why it could not be read, to the result of its batch. It is called in reading order
    ///     within a batch.
    ///   - finish: is called with the result behind the last document of a batch, on the thread that worked on it.
    ///   - held: the bytes that a finished result holds until it is emitted; without it, those that its documents count for.
    ///   - emit: takes the result of a batch; when it throws, reading stops and the failure is handed on.
    ///
    /// Call it from a function that is not bound to the main actor, which would pay a switch of threads for each batch.
    package func run<Source: DocumentSource, Output: Sendable, Failure: Error>(
        _ source: inout Source,
        into output: @escaping @Sendable () -> Output,
        process: @escaping @Sendable (consuming Result<Document, StageFailure>, inout Output) -> Void,
        finish: @escaping @Sendable (inout Output) -> Void = { _ in },
        held: ((Output) -> Int)? = nil,
        emit: (consuming Output) throws(Failure) -> Void
    ) async throws(Failure) -> Ending {
        var reader = BatchReader(limits: limits, gauge: gauge)
        let work: @Sendable (consuming Batch) -> Output = { batch in
            var result = output()
            for document in batch.documents { process(document, &result) }
            finish(&result)
            return result
        }
        guard tasks > 1 else {
            while !Task.isCancelled, let batch = reader.next(from: &source, waits: true) {
                let load = batch.load
                try emit(work(batch))
                reader.release(load)
            }
            return reader.isAtEnd && !Task.isCancelled ? .exhausted : .cancelled
        }
        let failure: Failure? = await withTaskGroup(of: (Int, Output).self) { group -> Failure? in
            var ring = ResultRing<Output>()
            // Read while all tasks are at work, so that the one that is finished first finds its next batch there.
            var ahead: Batch?
            while true {
                var hasEmitted: Bool
                repeat {
                    hasEmitted = false
                    while !Task.isCancelled, ring.inWork < tasks,
                        let batch = ahead.take() ?? reader.next(from: &source, waits: ring.isEmpty)
                    {
                        let number = ring.open(batch.load)
                        group.addTask { (number, work(batch)) }
                    }
                    while let (result, load) = ring.takeOldest() {
                        do throws(Failure) {
                            try emit(result)
                        } catch {
                            group.cancelAll()
                            return error
                        }
                        reader.release(load)
                        hasEmitted = true
                    }
                    // What was emitted has made room.
                } while hasEmitted && ring.inWork < tasks
                if ahead == nil, !Task.isCancelled, ring.inWork > 0 { ahead = reader.next(from: &source, waits: false) }
                guard let (number, result) = await group.next() else { return nil }
                let size = held?(result)
                let change = ring.put(result, at: number, bytes: size)
                reader.hold(change)
            }
        }
        if let failure { throw failure }
        return reader.isAtEnd && !Task.isCancelled ? .exhausted : .cancelled
    }
}
