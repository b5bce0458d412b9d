/// A day, or a time of a day with its zone, as RFC 3339 writes them.
struct GivenTime {
    /// The time in the form that goes into documents.
    let text: String

    /// Reads `2026-03-12`, `2026-03-12T14:00:00Z`, `2026-03-12 14:00+01:00`; nothing else.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = GivenTime.number(bytes[..<4]), let month = GivenTime.number(bytes[5..<7]),
            let day = GivenTime.number(bytes[8..<10]), year >= 1, (1...12).contains(month),
            (1...GivenTime.dayCount(of: month, in: year)).contains(day)
        else { return nil }
        let date = String(decoding: bytes[..<10], as: UTF8.self)
        guard bytes.count > 10 else {
            self.text = date
            return
        }
        guard "Tt ".utf8.contains(bytes[10]), let clock = GivenTime.clock(bytes[11...]) else { return nil }
        self.text = "\(date)T\(clock)"
    }

    /// Reads hours, minutes, perhaps seconds and their fraction, and a zone.
    private static func clock(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let zoneStart = bytes.firstIndex(where: { "Zz+-".utf8.contains($0) }) else { return nil }
        var time = bytes[..<zoneStart]
        if let point = time.firstIndex(of: UInt8(ascii: ".")) {
            guard time[(point + 1)...].allSatisfy(isDigit), point + 1 < time.endIndex else { return nil }
            time = time[..<point]
        }
        let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let limits = [24, 60, 61]
        guard (2...3).contains(parts.count),
            zip(parts, limits).allSatisfy({ part, limit in
                part.count == 2 && number(part).map { $0 < limit } ?? false
            }),
            let zone = zone(bytes[zoneStart...])
        else { return nil }
        let digits = parts.map { String(decoding: $0, as: UTF8.self) } + (parts.count == 2 ? ["00"] : [])
        return digits.joined(separator: ":") + zone
    }

    private static func zone(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let sign = bytes.first else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? "Z" : nil }
        let figures = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }
        guard figures.count == 4, bytes.count <= 6, let hours = number(figures.prefix(2)),
            let minutes = number(figures.suffix(2)), hours < 24, minutes < 60
        else { return nil }
        return String(decoding: [sign] + figures.prefix(2) + [UInt8(ascii: ":")] + figures.suffix(2), as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.allSatisfy(isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func dayCount(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
