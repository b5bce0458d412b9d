/// A day of the Gregorian calendar.
struct CivilDate: Comparable {
    /// The year.
    var year: Int
    /// The month, 1 to 12.
    var month: Int
    /// The day of the month, from 1.
    var day: Int

    /// Makes a day, if there is such a day.
    init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= CivilDate.length(ofMonth: month, year: year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads the day at the start of an RFC 3339 time: `2024-03-12T08:00:00Z`.
    init?(rfc3339 text: String) {
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// Makes the day with a number of days behind 1970-01-01.
    init(daysFromEpoch days: Int) {
        // Howard Hinnant's civil_from_days: eras of 400 years that start on 1 March.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let index = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * index + 2) / 5 + 1
        month = index < 10 ? index + 3 : index - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The number of days behind 1970-01-01.
    var daysFromEpoch: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    var weekday: Int { (daysFromEpoch % 7 + 7 + 3) % 7 + 1 }

    /// The day a number of days later.
    func adding(days: Int) -> CivilDate { CivilDate(daysFromEpoch: daysFromEpoch + days) }

    /// The day a number of months later, or the last of that month where it is shorter.
    func adding(months: Int) -> CivilDate {
        let index = year * 12 + month - 1 + months
        let year = index >= 0 ? index / 12 : (index - 11) / 12
        var result = self
        result.year = year
        result.month = index - year * 12 + 1
        result.day = min(day, CivilDate.length(ofMonth: result.month, year: year))
        return result
    }

    /// The ISO 8601 week, with the year it belongs to.
    var week: (year: Int, number: Int) {
        let thursday = adding(days: 4 - weekday)
        var first = thursday
        (first.month, first.day) = (1, 1)
        return (thursday.year, (thursday.daysFromEpoch - first.daysFromEpoch) / 7 + 1)
    }

    /// The number of days of a month.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
