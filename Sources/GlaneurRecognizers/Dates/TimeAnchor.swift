/// The time of publication, against which *today* and *in two hours* are told.
package struct TimeAnchor: Sendable {
    /// The day.
    var day: CivilDate
    /// The seconds since midnight; nothing where only the day is known.
    var second: Int?

    /// Reads an RFC 3339 time or the day alone, as the clock of the publisher showed it: `2024-03-12T08:00:00+01:00`.
    package init?(rfc3339 text: String) {
        guard let day = CivilDate(rfc3339: text) else { return nil }
        self.day = day
        let parts = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
        guard parts.count >= 2, parts[0] < 24, parts[1] < 60 else { return }
        second = parts[0] * 3600 + parts[1] * 60 + (parts.count > 2 ? parts[2] : 0)
    }

    /// The instant a number of seconds later, as `2024-03-12T08:02:00`; nothing where the time of day is not known.
    func adding(seconds: Int) -> (day: CivilDate, timex: String)? {
        guard let second else { return nil }
        let total = second + seconds
        let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
        let rest = total - days * 86_400
        let date = day.adding(days: days)
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { Timex.padded($0, 2) }.joined(separator: ":")
        return (date, "\(Timex.day(date))T\(clock)")
    }
}
