import ArgumentParser
import Logging

/// What is told on standard error, and how.
struct LogOptions: ParsableArguments {
    /// The form of a message.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    /// The least weight of a message that is told.
    enum Level: String, ExpressibleByArgument, CaseIterable {
        case error, warning, info, debug

        /// The level as the log takes it.
        var level: Logger.Level {
            switch self {
            case .error: .error
            case .warning: .warning
            case .info: .info
            case .debug: .debug
            }
        }
    }

    @Option(help: "How messages on standard error are written: for people, or one JSON object a line.")
    var logFormat = Format.text

    @Option(help: "The least weight of messages on standard error.")
    var logLevel = Level.warning

    /// Makes the log of this process do as it is told.
    func start() { Log.settings = Log.Settings(format: logFormat, level: logLevel.level) }
}
