/// Brings the times that pages write into the form of RFC 3339.
enum PublicationTime {
    /// Reads `2024-01-31`, `2024-01-31T08:00:00+01:00` and their like; a time without a zone is left out.
    static func normalized(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, let month = number(bytes, 5, 2), let day = number(bytes, 8, 2),
            let year = number(bytes, 0, 4), bytes[4] == bytes[7], [0x2D, 0x2F].contains(bytes[4]),
            (1...12).contains(month), (1...31).contains(day), (1900...2200).contains(year)
        else { return nil }
        let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        guard let clock = clock(bytes) else { return date }
        return date + clock
    }

    private static func clock(_ bytes: [UInt8]) -> String? {
        guard bytes.count > 16, [0x54, 0x74, 0x20].contains(bytes[10]), let hour = number(bytes, 11, 2),
            bytes[13] == UInt8(ascii: ":"), let minute = number(bytes, 14, 2), hour < 24, minute < 60
        else { return nil }
        var index = 16
        var second = 0
        if bytes[index] == UInt8(ascii: ":") {
            guard let seconds = number(bytes, 17, 2), seconds < 61 else { return nil }
            second = seconds
            index = 19
            if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
                index += 1
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
            }
        }
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index < bytes.count, let zone = zone(bytes, index) else { return nil }
        return "T\(padded(hour)):\(padded(minute)):\(padded(second))\(zone)"
    }

    private static func zone(_ bytes: [UInt8], _ index: Int) -> String? {
        if bytes[index] | 0x20 == UInt8(ascii: "z") { return "Z" }
        guard [0x2B, 0x2D].contains(bytes[index]), let hour = number(bytes, index + 1, 2), hour < 24 else { return nil }
        let hasColon = index + 3 < bytes.count && bytes[index + 3] == UInt8(ascii: ":")
        let minute = number(bytes, index + (hasColon ? 4 : 3), 2) ?? 0
        guard minute < 60 else { return nil }
        return "\(bytes[index] == 0x2B ? "+" : "-")\(padded(hour)):\(padded(minute))"
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[start..<(start + count)] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
