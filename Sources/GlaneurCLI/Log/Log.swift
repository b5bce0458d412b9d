import Logging
import Synchronization

/// The messages of this process on standard error.
enum Log {
    /// What is told, and how.
    struct Settings: Sendable {
        /// The form of a message.
        var format = LogOptions.Format.text
        /// The least weight of a message.
        var level = Logger.Level.warning
    }

    private static let current = Mutex(Settings())

    /// What is told, and how; a command sets it before its work begins.
    static var settings: Settings {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    /// The log, as it is set now.
    static var logger: Logger {
        let settings = settings
        return Logger(label: "glaneur") { _ in
            StandardErrorLog(format: settings.format, logLevel: settings.level)
        }
    }
}
