/// A stretch of the calendar: a day, a week, a quarter, a year, or one whose year the text leaves open.
struct DateValue {
    /// How long it is.
    enum Grain: Int { case day, weekend, week, month, season, part, year, decade, century, open }

    /// How long it is.
    var grain: Grain
    /// The TIMEX3 value, which tells no more than the text does: `XXXX-07-08`.
    var timex: String?
    /// The first day, where it is known.
    var first: CivilDate?
    /// The last day, where it is known.
    var last: CivilDate?
    /// Whether the time of publication was needed.
    var isAnchored = false
    /// The year the text tells.
    var year: Int?
    /// The month of a month or day.
    var month: Int?
    /// The day of the month.
    var day: Int?
    /// The day of the week, 1 for Monday.
    var weekday: Int?
    /// The quarter or half: its kind and number.
    var part: (kind: String, number: Int)?
    /// The feast, whose day differs from year to year.
    var holiday: Holiday?

    /// The part of it that is meant, where its days are not known yet: `start`, `mid`, `end`.
    var edge: String?

    /// Whether it is one day, with a date or the name of a weekday, so that a time of day may go with it.
    var isDay: Bool { grain == .day }

    /// The same, resolved against the time of publication.
    var anchored: DateValue {
        var copy = self
        copy.isAnchored = true
        return copy
    }
}

/// The values of each kind of date.
extension DateValue {
    /// A day of a known year.
    static func day(_ date: CivilDate, isAnchored: Bool = false) -> DateValue {
        DateValue(
            grain: .day, timex: Timex.day(date), first: date, last: date, isAnchored: isAnchored, year: date.year,
            month: date.month, day: date.day)
    }

    /// A day of a month, of a year or of one that is not told; nothing where there is no such day.
    static func day(_ day: Int, month: Int, year: Int?) -> DateValue? {
        guard let date = CivilDate(year: year ?? 2000, month: month, day: day) else { return nil }
        guard year == nil else { return .day(date) }
        return DateValue(
            grain: .day, timex: "XXXX-\(Timex.padded(month, 2))-\(Timex.padded(day, 2))", month: month, day: day)
    }

    /// A day of a month that is not told.
    static func day(_ day: Int) -> DateValue {
        DateValue(grain: .day, timex: "XXXX-XX-\(Timex.padded(day, 2))", day: day)
    }

    /// A day of the week.
    static func weekday(_ weekday: Int) -> DateValue {
        DateValue(grain: .day, timex: "XXXX-WXX-\(weekday)", weekday: weekday)
    }

    /// A month of a year, or of a year that is not told.
    static func month(_ month: Int, year: Int?) -> DateValue {
        let text = "\(Timex.year(year))-\(Timex.padded(month, 2))"
        guard let year else { return DateValue(grain: .month, timex: text, month: month) }
        return DateValue(
            grain: .month, timex: text, first: CivilDate(year: year, month: month, day: 1),
            last: CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year)), year: year,
            month: month)
    }

    /// The ISO week of a day.
    static func week(of day: CivilDate) -> DateValue {
        let monday = day.adding(days: 1 - day.weekday)
        let week = monday.week
        return DateValue(
            grain: .week, timex: "\(Timex.year(week.year))-W\(Timex.padded(week.number, 2))", first: monday,
            last: monday.adding(days: 6))
    }

    /// The ISO week with a number, of a year or of one that is not told; nothing where no year has such a week.
    static func week(_ number: Int, year: Int?) -> DateValue? {
        guard (1...53).contains(number) else { return nil }
        guard let year, let january = CivilDate(year: year, month: 1, day: 4) else {
            return DateValue(grain: .week, timex: "XXXX-W\(Timex.padded(number, 2))")
        }
        return .week(of: january.adding(days: (number - 1) * 7))
    }

    /// The Saturday and Sunday of a week.
    static func weekend(of day: CivilDate) -> DateValue {
        let week = week(of: day)
        guard let saturday = week.first?.adding(days: 5) else { return week }
        return DateValue(
            grain: .weekend, timex: week.timex.map { "\($0)-WE" }, first: saturday, last: saturday.adding(days: 1))
    }

    /// The n-th quarter (`Q`, of 3 months) or half (`H`, of 6) of a year, or of a year that is not told.
    static func part(_ kind: String, _ number: Int, year: Int?) -> DateValue {
        let months = kind == "Q" ? 3 : 6
        return DateValue(
            grain: .part, timex: "\(Timex.year(year))-\(kind)\(number)",
            first: year.flatMap { CivilDate(year: $0, month: (number - 1) * months + 1, day: 1) },
            last: year.flatMap { DateValue.month(number * months, year: $0).last }, year: year, part: (kind, number))
    }

    /// A season (`SP`, `SU`, `FA`, `WI`) of a year, or of a year that is not told; its days differ from use to use.
    static func season(_ code: String, year: Int?) -> DateValue {
        DateValue(grain: .season, timex: "\(Timex.year(year))-\(code)", year: year)
    }

    /// A whole year.
    static func year(_ year: Int) -> DateValue {
        DateValue(
            grain: .year, timex: Timex.year(year), first: CivilDate(year: year, month: 1, day: 1),
            last: CivilDate(year: year, month: 12, day: 31), year: year)
    }

    /// A decade by its first three digits: 199 for the 1990s.
    static func decade(_ decade: Int) -> DateValue {
        DateValue(
            grain: .decade, timex: "\(decade)", first: CivilDate(year: decade * 10, month: 1, day: 1),
            last: CivilDate(year: decade * 10 + 9, month: 12, day: 31))
    }

    /// A century: 21 for the years 2001 to 2100.
    static func century(_ number: Int) -> DateValue {
        DateValue(
            grain: .century, timex: Timex.padded(number - 1, 2),
            first: CivilDate(year: (number - 1) * 100 + 1, month: 1, day: 1),
            last: CivilDate(year: number * 100, month: 12, day: 31))
    }

    /// A feast of a year, or of a year that is not told.
    static func holiday(_ holiday: Holiday, year: Int?) -> DateValue? {
        if let year { return holiday.day(of: year).map { .day($0) } }
        var value =
            holiday.fixed.flatMap { DateValue.day($0.day, month: $0.month, year: nil) }
            ?? DateValue(grain: .day, timex: nil)
        value.holiday = holiday
        return value
    }

    /// Some days, or as many as nobody knows, from one to another.
    static func open(from first: CivilDate? = nil, to last: CivilDate? = nil, timex: String? = nil) -> DateValue {
        var value = DateValue(grain: .open, timex: timex, first: first, last: last, isAnchored: first != nil)
        if timex == nil, let first, let last { value.timex = "\(Timex.day(first))/\(Timex.day(last))" }
        return value
    }
}
