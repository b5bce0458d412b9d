/// Why the inputs on a command line cannot be read at all.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of mistake it is; the command line exits differently for each.
    public enum Reason: Sendable, Equatable {
        /// A given path does not exist or cannot be opened.
        case missing
        /// Two inputs have one id, or a path is no input.
        case usage
    }

    /// The kind of mistake.
    public let reason: Reason
    /// The path as it was given.
    public let path: String
    /// What was met, in a few words.
    public let message: String

    /// Makes an error about one path.
    public init(_ reason: Reason, path: String, message: String) {
        self.reason = reason
        self.path = path
        self.message = message
    }

    /// The path and what is wrong with it.
    public var description: String { "\(path): \(message)" }
}
