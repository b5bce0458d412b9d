import GlaneurCore

/// What document lines are counted by.
struct LineCounts: Sendable {
    /// Documents with the bytes they were made of.
    struct Share: Sendable {
        var documents = 0
        var bytes = 0
    }

    /// Mentions with the documents they stand in.
    struct Mentions: Sendable {
        var mentions = 0
        var documents = 0
    }

    /// A reason to give documents up.
    struct Reason: Sendable, Hashable {
        let stage: String
        let code: String
    }

    /// The documents and their bytes.
    private(set) var total = Share()
    /// The bytes of their lines.
    private(set) var lineBytes = 0
    /// The documents of each language.
    private(set) var languages: [String: Share] = [:]
    /// The mentions of each label.
    private(set) var labels: [String: Mentions] = [:]
    /// The documents of each outlet that is known.
    private(set) var outlets: [String: Int] = [:]
    /// The documents of each day of publication, and under no day those whose day is not known.
    private(set) var days: [String: Int] = [:]
    /// The documents given up for each reason.
    private(set) var failures: [Reason: Int] = [:]
    private var seen: Set<String> = []

    /// Counts a document line; one with an `error` stands for a document that was given up.
    mutating func add(_ line: JSONValue, in bytes: [UInt8], lineBytes count: Int) {
        guard case .object(let members) = line else { return }
        if let error = line["error"] { return addFailure(error, in: bytes) }
        var language = ""
        var size = 0
        var day = ""
        seen.removeAll(keepingCapacity: true)
        for member in members {
            switch member.key {
            case "lang": language = member.value.string(in: bytes) ?? ""
            case "published": day = member.value.string(in: bytes).map { LineCounts.day(of: $0) } ?? ""
            case "outlet": if let outlet = member.value.string(in: bytes) { outlets[outlet, default: 0] += 1 }
            case "provenance":
                let start = member.value["byte_start"]?.integer(in: bytes) ?? 0
                size = max(0, (member.value["byte_end"]?.integer(in: bytes) ?? start) - start)
            case "ents":
                for mention in member.value.elements ?? [] {
                    guard let label = mention["label"]?.string(in: bytes) else { continue }
                    labels[label, default: Mentions()].mentions += 1
                    if seen.insert(label).inserted { labels[label, default: Mentions()].documents += 1 }
                }
            default: break
            }
        }
        total.documents += 1
        total.bytes += size
        lineBytes += count
        languages[language, default: Share()].documents += 1
        languages[language, default: Share()].bytes += size
        days[day, default: 0] += 1
    }

    /// Counts an error line or the `error` of a document line.
    mutating func addFailure(_ error: JSONValue, in bytes: [UInt8]) {
        let reason = Reason(
            stage: error["stage"]?.string(in: bytes) ?? "", code: error["code"]?.string(in: bytes) ?? "")
        failures[reason, default: 0] += 1
    }

    /// The day at the beginning of a time after RFC 3339; nothing where there is none.
    private static func day(of time: String) -> String {
        let day = time.prefix(10)
        let isDay =
            day.utf8.count == 10
            && day.utf8.enumerated().allSatisfy { place, byte in
                place == 4 || place == 7 ? byte == UInt8(ascii: "-") : byte &- 0x30 < 10
            }
        return isDay ? String(day) : ""
    }
}
