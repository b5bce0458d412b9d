import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Standard error, written without buffering.
///
/// One line of it may be passing: a terminal shows it until something else is written.
enum StandardError {
    /// Whether a passing line stands on the terminal.
    private static let showsPassingLine = Mutex(false)

    /// Whether a person is likely to read it.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a text in place of the passing line.
    static func write(_ text: String) {
        showsPassingLine.withLock { isShown in
            writeThrough((isShown ? clearing : "") + text)
            isShown = false
        }
    }

    /// Shows a line that the next text takes the place of.
    static func show(passing line: String) {
        showsPassingLine.withLock { isShown in
            writeThrough(clearing + line)
            isShown = true
        }
    }

    /// Takes the passing line off the terminal.
    static func clear() {
        showsPassingLine.withLock { isShown in
            if isShown { writeThrough(clearing) }
            isShown = false
        }
    }

    private static let clearing = "\r\u{1B}[K"

    private static func writeThrough(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}
