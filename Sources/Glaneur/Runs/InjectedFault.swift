import GlaneurCore

#if canImport(Glibc)
    import Glibc
#endif

/// A fault of a stage that a test asks for by the environment variable `GLANEUR_FAULT`: it exists for tests alone.
///
/// `trap@TEXT` ends the process that segments a document with this text in it as a bug of ours would, and `hang@TEXT` lets that
/// process work for ever. Faults of the output are those of `FaultPlan`.
package enum InjectedFault: Sendable, Equatable {
    /// The process traps on a document with these bytes in its text.
    case trap(text: [UInt8])
    /// The process never comes back from a document with these bytes in its text.
    case hang(text: [UInt8])

    /// The fault the environment asks for; nothing without the variable.
    package static let ofEnvironment: InjectedFault? = getenv("GLANEUR_FAULT").flatMap {
        InjectedFault(String(cString: $0))
    }

    /// Reads what the variable says; nothing where it makes no sense.
    package init?(_ words: String) {
        guard let sign = words.firstIndex(of: "@") else { return nil }
        let argument = words[words.index(after: sign)...]
        guard !argument.isEmpty else { return nil }
        switch words[..<sign] {
        case "trap": self = .trap(text: Array(argument.utf8))
        case "hang": self = .hang(text: Array(argument.utf8))
        default: return nil
        }
    }

    /// Traps or hangs on a document that is asked for, before it is segmented.
    package func strike(_ document: Document, before stage: StageName) {
        guard stage == .segment else { return }
        switch self {
        case .trap(let text): if document.text.contains(text) { fatalError("the fault that was asked for") }
        case .hang(let text): while document.text.contains(text) {}
        }
    }
}
