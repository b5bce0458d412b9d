import GlaneurCore

/// A date, a time, a duration or a repeated time as it was read.
struct TimeReading {
    /// The lexemes it covers.
    var lexemes: Range<Int>
    /// The first byte.
    var start: Int
    /// The offset behind the last byte.
    var end: Int
    var label: Label
    var value: TimeExpression
    /// The rule that read it: `date.day`.
    var rule: String

    /// Makes a reading that covers lexemes from their first to their last byte.
    init(_ lexemes: Range<Int>, in passage: Passage, _ label: Label, _ value: TimeExpression, rule: String) {
        let span = passage.span(lexemes)
        self.lexemes = lexemes
        start = span.start
        end = span.end
        self.label = label
        self.value = value
        self.rule = rule
    }
}

extension TimeExpression {
    /// A whole year.
    static func year(_ year: Int) -> TimeExpression {
        let text = Timex.year(year)
        return TimeExpression(timex: text, first: "\(text)-01-01", last: "\(text)-12-31")
    }

    /// A month of a year, or of a year that is not told.
    static func month(_ month: Int, year: Int?) -> TimeExpression {
        let text = "\(Timex.year(year))-\(Timex.padded(month, 2))"
        guard let year else { return TimeExpression(timex: text) }
        let last = CivilDate.length(ofMonth: month, year: year)
        return TimeExpression(timex: text, first: "\(text)-01", last: "\(text)-\(Timex.padded(last, 2))")
    }

    /// A day of a month, of a year or of one that is not told; nothing where there is no such day.
    static func day(_ day: Int, month: Int, year: Int?) -> TimeExpression? {
        guard let date = CivilDate(year: year ?? 2000, month: month, day: day) else { return nil }
        guard year != nil else {
            return TimeExpression(timex: "XXXX-\(Timex.padded(month, 2))-\(Timex.padded(day, 2))")
        }
        return TimeExpression.day(date)
    }

    /// A day.
    static func day(_ date: CivilDate, isAnchored: Bool = false) -> TimeExpression {
        let text = Timex.day(date)
        return TimeExpression(timex: text, first: text, last: text, isAnchored: isAnchored)
    }

    /// The n-th quarter (`Q`, of 3 months) or half (`H`, of 6) of a year, or of a year that is not told.
    static func part(_ kind: String, _ number: Int, year: Int?) -> TimeExpression {
        let text = "\(Timex.year(year))-\(kind)\(number)"
        guard let year else { return TimeExpression(timex: text) }
        let months = kind == "Q" ? 3 : 6
        let first = TimeExpression.month((number - 1) * months + 1, year: year)
        let last = TimeExpression.month(number * months, year: year)
        return TimeExpression(timex: text, first: first.first, last: last.last)
    }

    /// A season (`SP`, `SU`, `FA`, `WI`) of a year, or of a year that is not told; its days differ from use to use.
    static func season(_ code: String, year: Int?) -> TimeExpression {
        TimeExpression(timex: "\(Timex.year(year))-\(code)")
    }

    /// The same, resolved against the time of publication.
    var anchored: TimeExpression {
        var copy = self
        copy.isAnchored = true
        return copy
    }
}
