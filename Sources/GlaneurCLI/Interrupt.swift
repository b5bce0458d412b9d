import Dispatch
import Glibc
import Synchronization

/// Turns ^C into the cancellation of a task.
///
/// It is there before the work begins: a signal that came between would be lost, and the program would wait for its input for ever.
final class Interrupt: Sendable {
    private struct State {
        var isRaised = false
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Waits until signals are heard; until then ^C ends the program as it always does.
    func listen() async -> any DispatchSourceSignal {
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { @Sendable [self] in raise() }
        await withCheckedContinuation { registered in
            source.setRegistrationHandler { @Sendable in registered.resume() }
            source.resume()
        }
        return source
    }

    /// Cancels the task on ^C, at once where that has come already.
    func cancels<Success: Sendable>(_ work: Task<Success, any Error>) {
        let isRaised = state.withLock { state in
            state.cancel = { work.cancel() }
            return state.isRaised
        }
        if isRaised { work.cancel() }
    }

    private func raise() {
        let cancel = state.withLock { state in
            state.isRaised = true
            return state.cancel
        }
        cancel?()
    }
}
