/// Brings the times that feeds, mails and exchange formats write into the form of RFC 3339.
enum WrittenTime {
    /// Reads `Wed, 31 Jan 2024 08:00:00 +0100` (RFC 822), `20240131T080000+0100` and the forms of ISO 8601; a time without
    /// a zone is left out.
    static func rfc3339(_ text: String) -> String? {
        let text = AlignedText.collapsed(text.utf8)
        return PublicationTime(machineWritten: text, isMail: true)?.description ?? oldDay(text)
    }

    /// A day before the time of web pages: editions of old newspapers have one.
    private static func oldDay(_ text: String) -> String? {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1400..<1900).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        return String(text.prefix(10))
    }
}
