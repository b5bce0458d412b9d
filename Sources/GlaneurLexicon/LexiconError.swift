/// Why a lexicon cannot be used: which file, which line, what is wrong.
public struct LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file or folder.
    public let path: String
    /// The line, counted from 1; nothing where the whole file is meant.
    public let line: Int?
    /// What was met, and what was expected.
    public let reason: String

    /// Makes an error.
    public init(path: String, line: Int? = nil, reason: String) {
        self.path = path
        self.line = line
        self.reason = reason
    }

    /// The form in messages.
    public var description: String {
        line.map { "\(path):\($0): \(reason)" } ?? "\(path): \(reason)"
    }
}
