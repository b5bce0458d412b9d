import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// What standard output is to those who read it.
enum StandardOutput {
    /// Whether it is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The columns of the terminal, `$COLUMNS` where it does not tell, or 80.
    static var width: Int {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return variable("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }

    /// Whether colours are welcome: on a terminal that has some, unless `$NO_COLOR` is set (no-color.org).
    static var welcomesColor: Bool {
        isTerminal && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
    }

    /// Writes finished JSON lines, or where there are none a table: as wide as the terminal, and as wide as it likes for a program.
    static func write(json: [UInt8]?, table: (_ width: Int, _ usesColor: Bool) -> [String]) throws {
        var output = OutputFile.standardOutput()
        if let json {
            try output.write(json)
        } else {
            for line in table(isTerminal ? width : .max, welcomesColor) { try output.write(Array((line + "\n").utf8)) }
        }
        try output.finish()
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
