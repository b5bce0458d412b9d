/// Why output cannot be written.
package enum OutputFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The reader of a pipe has gone, as `head` does: the end of the run, but nothing to complain about.
    case closedPipe
    /// The system refused, with its reason: `no space left on device`.
    case cannotWrite(path: String, reason: String)

    package var description: String {
        switch self {
        case .closedPipe: "the reader of the output is gone"
        case .cannotWrite(let path, let reason): "\(path): cannot write: \(reason)"
        }
    }
}
