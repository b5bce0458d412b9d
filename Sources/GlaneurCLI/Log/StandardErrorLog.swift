import GlaneurWriters
import Logging

#if canImport(Glibc)
    import Glibc
#endif

/// Writes messages to standard error, as a line for people or as a JSON object.
///
/// ```
/// glaneur: in/a.txt: decode: no text: 512 of 2048 bytes are control characters
/// {"time":"2026-11-26T10:00:00.125Z","level":"warning","message":"no text: …","document":"in/a.txt","stage":"decode","code":"binary"}
/// ```
struct StandardErrorLog: LogHandler {
    /// What a message is about; these keys stand first, in this order.
    private static let firstKeys = ["document", "stage", "code"]
    /// The keys that people find in the message already.
    private static let tacitKeys: Set = ["document", "stage", "code", "status"]

    let format: LogOptions.Format
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let facts = metadata.merging(event.metadata ?? [:]) { $1 }
        let message = "\(event.message)"
        let line =
            switch format {
            case .text: StandardErrorLog.text(message, facts)
            case .json: StandardErrorLog.json(message, facts, level: event.level, time: StandardErrorLog.now())
            }
        StandardError.write(line)
    }

    /// The line for people: where it happened, the message, and what else there is to know.
    static func text(_ message: String, _ facts: Logger.Metadata) -> String {
        let place = ["document", "stage"].compactMap { facts[$0].map { "\($0): " } }.joined()
        let rest = facts.filter { !tacitKeys.contains($0.key) }.sorted { $0.key < $1.key }
        let tail = rest.map { " \($0.key)=\($0.value)" }.joined()
        return "glaneur: \(place)\(message)\(tail.isEmpty ? "" : ":" + tail)\n"
    }

    /// The line for machines; whole numbers are written as such.
    static func json(_ message: String, _ facts: Logger.Metadata, level: Logger.Level, time: String) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.member("time", time)
        json.member("level", level.rawValue)
        json.member("message", message)
        let rest = facts.keys.filter { !firstKeys.contains($0) }.sorted()
        for key in firstKeys + rest {
            guard let value = facts[key] else { continue }
            json.key(named: key)
            if case .stringConvertible(let number as Int) = value {
                json.integer(number)
            } else {
                json.string("\(value)")
            }
        }
        json.endObject()
        json.endLine()
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// The time of day in UTC, after RFC 3339.
    private static func now() -> String {
        var clock = timespec()
        var day = tm()
        guard clock_gettime(CLOCK_REALTIME, &clock) == 0, gmtime_r(&clock.tv_sec, &day) != nil else { return "" }
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let date = [digits(Int(day.tm_year) + 1900, 4), digits(Int(day.tm_mon) + 1, 2), digits(Int(day.tm_mday), 2)]
        let time = [day.tm_hour, day.tm_min, day.tm_sec].map { digits(Int($0), 2) }
        return "\(date.joined(separator: "-"))T\(time.joined(separator: ":")).\(digits(clock.tv_nsec / 1_000_000, 3))Z"
    }
}
