import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes a call of the writer fail that never fails by itself, so that tests need not wait for a full disk or a power cut.
///
/// Every call that changes a file of output is a step, counted from 1. Tests of the program set `GLANEUR_FAULT`:
///
/// - `kill@N`: SIGKILL instead of step N;
/// - `error@N`: step N fails with EIO, the others do not;
/// - `full@N`: from step N on, writing fails with ENOSPC;
/// - `short@N`: from step N on, a write takes a third of what it is given;
/// - `count@0`: nothing happens, and the number of steps is told on standard error at the end.
package final class FaultPlan: Sendable {
    /// What happens.
    package enum Kind: String, Sendable {
        case kill, error, full, short, count
    }

    /// What becomes of one step.
    enum Outcome {
        case asUsual
        /// The call fails with this error number.
        case failure(Int32)
        /// The call takes a part of the bytes only.
        case short
    }

    /// What the environment asks for: nothing, outside of tests.
    static let environment: FaultPlan? = getenv("GLANEUR_FAULT").flatMap { FaultPlan(String(cString: $0)) }

    private let kind: Kind
    private let step: Int
    private let steps = Atomic(0)

    /// Plans a fault.
    package init(_ kind: Kind, at step: Int) {
        self.kind = kind
        self.step = step
    }

    /// Plans the fault that `kill@12` asks for.
    private convenience init?(_ text: String) {
        let parts = text.split(separator: "@")
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), let step = Int(parts[1]) else {
            return nil
        }
        self.init(kind, at: step)
        guard kind == .count else { return }
        atexit { FaultPlan.environment?.tell() }
    }

    /// How many steps there were.
    package var count: Int { steps.load(ordering: .relaxed) }

    /// Counts a step and tells what becomes of it.
    func next(isWrite: Bool = false) -> Outcome {
        let number = steps.add(1, ordering: .relaxed).newValue
        switch kind {
        case .kill where number == step:
            _ = kill(getpid(), SIGKILL)
            return .asUsual
        case .error where number == step: return .failure(EIO)
        case .full where isWrite && number >= step: return .failure(ENOSPC)
        case .short where isWrite && number >= step: return .short
        default: return .asUsual
        }
    }

    private func tell() {
        let text = "steps \(count)\n"
        _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}
