/// Brings the times that feeds, mails and exchange formats write into the form of RFC 3339.
enum WrittenTime {
    /// Reads `Wed, 31 Jan 2024 08:00:00 +0100` (RFC 822), `20240131T080000+0100` and the forms of ISO 8601; a time without
    /// a zone is left out.
    static func rfc3339(_ text: String) -> String? {
        let text = AlignedText.collapsed(text.utf8)
        // In mails and feeds the names of zones are those of RFC 822; elsewhere they mean several things.
        return mailTime(text) ?? PublicationTime.normalized(text) ?? oldDay(text)
    }

    /// A day before the time of web pages: editions of old newspapers have one.
    private static func oldDay(_ text: String) -> String? {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1400..<1900).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return String(text.prefix(10))
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The zones that RFC 822 names, in hours.
    private static let zones = [
        "ut": 0, "gmt": 0, "utc": 0, "z": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
        "pst": -8,
        "pdt": -7, "cet": 1, "cest": 2, "bst": 1,
    ]

    private static func mailTime(_ text: String) -> String? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" && text.prefix(18).contains(":") == false }
        let parts = words.drop { Int($0) == nil }.map { $0.lowercased() }
        guard parts.count >= 3, let day = Int(parts[0]), let month = months.firstIndex(of: String(parts[1].prefix(3))),
            let written = Int(parts[2]), parts[2].utf8.count == 2 || parts[2].utf8.count == 4
        else { return nil }
        let year = parts[2].utf8.count == 4 ? written : written + (written < 70 ? 2000 : 1900)
        let date = "\(year)-\(twoDigits(month + 1))-\(twoDigits(day))"
        let clock = parts.count > 3 ? parts[3].split(separator: ":").map { Int($0) ?? -1 } : []
        guard clock.count >= 2, let zone = parts.count > 4 ? zone(parts[4]) : nil else {
            return PublicationTime.normalized(date)
        }
        let second = clock.count > 2 ? clock[2] : 0
        return PublicationTime.normalized(
            "\(date)T\(twoDigits(clock[0])):\(twoDigits(clock[1])):\(twoDigits(second))\(zone)")
    }

    private static func zone(_ text: String) -> String? {
        if let hours = zones[text] {
            return hours == 0 ? "Z" : "\(hours < 0 ? "-" : "+")\(twoDigits(abs(hours))):00"
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[1...].allSatisfy(isDigit) else {
            return nil
        }
        return text
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
