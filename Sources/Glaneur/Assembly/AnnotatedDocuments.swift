public import GlaneurCore

/// Documents on their way out of a pipeline, in their order.
public struct AnnotatedDocuments<Base: AsyncSequence>: AsyncSequence where Base.Element == Document {
    let pipeline: Pipeline
    let base: Base
    let tasks: Int

    /// Starts reading; work begins with the first call of `next()`.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pipeline: pipeline, base: base.makeAsyncIterator(), tasks: tasks)
    }

    /// Keeps a bounded number of documents in work.
    public struct Iterator: AsyncIteratorProtocol {
        /// Cancels what is still in work when the reader of the sequence leaves early.
        private final class Window {
            var work: [Task<Result<Document, StageFailure>, Never>] = []
            deinit { for task in work { task.cancel() } }
        }

        private let pipeline: Pipeline
        private var base: Base.AsyncIterator
        private let tasks: Int
        private let window = Window()
        private var isAtEnd = false

        init(pipeline: Pipeline, base: Base.AsyncIterator, tasks: Int) {
            self.pipeline = pipeline
            self.base = base
            self.tasks = tasks
        }

        /// Returns the next document with all its layers; nothing at the end.
        public mutating func next() async throws -> Document? {
            while !isAtEnd, window.work.count < tasks {
                guard let document = try await base.next() else {
                    isAtEnd = true
                    break
                }
                let pipeline = pipeline
                window.work.append(
                    Task {
                        do throws(StageFailure) {
                            return .success(try pipeline.annotate(document))
                        } catch {
                            return .failure(error)
                        }
                    })
            }
            guard !window.work.isEmpty else { return nil }
            return try await window.work.removeFirst().value.get()
        }
    }
}
