#if canImport(Glibc)
    import Glibc
#endif

/// Standard error, written without buffering.
enum StandardError {
    /// Whether a person is likely to read it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a text.
    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
