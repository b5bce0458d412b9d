import Dispatch
import Glibc
import Synchronization

/// Turns ^C and SIGTERM into the cancellation of a task; a second signal ends the program at once.
///
/// It is there before the work begins: a signal that came between would be lost, and the program would wait for its input for ever.
final class Interrupt: Sendable {
    private struct State {
        var signal: Int32?
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// The exit status of a program that a signal stopped; of ^C where none came.
    var status: Int32 { 128 + (state.withLock { $0.signal } ?? SIGINT) }

    /// Waits until signals are heard; until then they end the program as they always do.
    func listen() async -> [any DispatchSourceSignal] {
        var sources: [any DispatchSourceSignal] = []
        for signal in [SIGINT, SIGTERM] {
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
            source.setEventHandler { @Sendable [self] in raise(signal) }
            await withCheckedContinuation { registered in
                source.setRegistrationHandler { @Sendable in registered.resume() }
                source.resume()
            }
            sources.append(source)
        }
        return sources
    }

    /// Cancels the task on a signal, at once where one has come already.
    func cancels<Success: Sendable>(_ work: Task<Success, any Error>) {
        let isRaised = state.withLock { state in
            state.cancel = { work.cancel() }
            return state.signal != nil
        }
        if isRaised { work.cancel() }
    }

    private func raise(_ signal: Int32) {
        let (isFirst, cancel) = state.withLock { state in
            defer { state.signal = signal }
            return (state.signal == nil, state.cancel)
        }
        // Who asks twice does not want to wait for documents in work.
        guard isFirst else { _exit(128 + signal) }
        cancel?()
    }
}
