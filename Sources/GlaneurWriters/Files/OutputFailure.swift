#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why output cannot be written.
package enum OutputFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The reader of a pipe has gone, as `head` does: the end of the run, but nothing to complain about.
    case closedPipe
    /// The system refused, with its reason: `no space left on device`.
    case cannotWrite(path: String, reason: String)
    /// Another run writes there now.
    case busy(path: String)

    package var description: String {
        switch self {
        case .closedPipe: "the reader of the output is gone"
        case .cannotWrite(let path, let reason): "\(path): cannot write: \(reason)"
        case .busy(let path): "\(path): another run is writing here"
        }
    }

    /// The failure that `errno` tells of.
    static func last(_ path: String) -> OutputFailure {
        let code = errno
        return .cannotWrite(
            path: path, reason: strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)")
    }
}
