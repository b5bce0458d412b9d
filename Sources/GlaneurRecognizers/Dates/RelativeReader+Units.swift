import GlaneurCore
import GlaneurLexicon

/// What stands beside *this*, *last* and *next*: one unit of time or several.
extension RelativeReader {
    // MARK: Several units

    /// A number of units up to now or from now on.
    func many(_ lexemes: Range<Int>, noun: Int, step: Int, count: Int?) -> TimeReading? {
        let isQuarter = passage.value(noun, .period) == "Q"
        guard let unit = isQuarter ? "Q" : passage.value(noun, .timeUnit) else { return nil }
        let seconds = DurationReader.seconds(in: unit)
        guard let anchor, let count, count < 1000, step != 0 else {
            let label: Label = seconds == nil ? .date : .time
            return TimeReading(lexemes, in: passage, .told(TimeExpression(timex: nil), label), rule: .dateRelative)
        }
        if let seconds {
            let here = anchor.adding(seconds: 0)?.timex
            let there = anchor.adding(seconds: step * count * seconds)?.timex
            let (first, last) = step < 0 ? (there, here) : (here, there)
            let timex = first.flatMap { first in last.map { "\(first)/\($0)" } }
            let value = TimeExpression(timex: timex, first: first, last: last, isAnchored: here != nil)
            return TimeReading(lexemes, in: passage, .told(value, .time), rule: .timeRelative)
        }
        let today = anchor.day
        let value: DateValue
        if isQuarter {
            let first = DateValue.part("Q", (today.month - 1) / 3 + 1, year: today.year).first ?? today
            let start = first.adding(months: step < 0 ? -3 * count : 3)
            value = .open(from: start, to: start.adding(months: 3 * count).adding(days: -1))
        } else {
            guard let there = today.adding(step * count, unit) else { return nil }
            value =
                step < 0
                ? .open(from: there, to: today.adding(days: -1)) : .open(from: today.adding(days: 1), to: there)
        }
        return TimeReading(lexemes, in: passage, date: value, rule: .dateRelative)
    }

    // MARK: One unit

    /// One unit, weekday, month, season or part of a day next to now.
    func one(_ lexemes: Range<Int>, noun: Int, step: Int) -> TimeReading? {
        func date(_ value: DateValue?) -> TimeReading {
            TimeReading(
                lexemes, in: passage, date: value ?? DateValue(grain: .open, timex: nil), rule: .dateRelative)
        }
        if let (part, next) = passage.dayPart(noun) {
            // "last night" was yesterday's, "ce matin" is today's.
            let day = isRelative(lexemes) ? nil : today.map { DateValue.day($0.adding(days: step), isAnchored: true) }
            let point = TimePoint(date: day ?? DateValue(grain: .day, timex: nil), part: part)
            return TimeReading(
                lexemes.lowerBound..<max(next, lexemes.upperBound), in: passage, .point(point), rule: .timeRelative)
        }
        if let (unit, next) = passage.timeUnit(noun) {
            guard DurationReader.seconds(in: unit) == nil else { return nil }
            let isOther = unit == "d" && isRelative(lexemes)
            var reading = date(
                (isOther ? nil : period(unit, step: step))
                    ?? DateValue(grain: RelativeReader.grain(of: unit), timex: nil))
            if next > lexemes.upperBound { reading = reading.extended(to: next, in: passage) }
            return reading
        }
        if let (weekday, _) = calendar.weekday(at: noun) {
            // English "next Friday" is the one of next week; "this Monday" is to come.
            // "ce mardi 16 août"
            if passage.isSpaced(noun + 1), let dated = calendar.dayAndMonth(at: noun + 1) {
                return date(dated.value).extended(to: dated.next, in: passage)
            }
            let day =
                step == 0
                ? today.map { $0.weekday == weekday ? $0 : $0.nearest(weekday: weekday, isUpcoming: true) }
                : isFrench || step < 0
                    ? today?.weekday(weekday, step: step) : today?.adding(days: 7).weekday(weekday, step: 0)
            return date(day.map { .day($0, isAnchored: true) } ?? .weekday(weekday))
        }
        if let (month, _) = calendar.month(at: noun) {
            guard passage.lexemes[noun].shape.contains(.initialCapital) || isFrench else { return nil }
            return date(today?.month(month, step: step) ?? .month(month, year: nil))
        }
        if let (code, _) = passage.code(noun, .season), !code.hasPrefix("=") {
            return date(today?.season(code, step: step) ?? .season(code, year: nil))
        }
        if let match = passage.phrase(at: noun, .season), let text = passage.lexicon.value(match.node, .season),
            let holiday = DateValue.holiday(Holiday(text.drop { "=?^".contains($0) }), year: nil)
        {
            return date(today?.day(of: holiday, step: step) ?? holiday).extended(to: match.end, in: passage)
        }
        if let match = passage.phrase(at: noun, .period), let kind = passage.lexicon.value(match.node, .period),
            kind == "FY" || kind == "SY", match.end > noun + 1
        {
            let value = DateValue(
                grain: .year, timex: today.map { "\(kind)\($0.year + step)" }, isAnchored: today != nil)
            return date(value).extended(to: match.end, in: passage)
        }
        if passage.value(noun, .period) == "Q" { return date(quarter(step: step)) }
        return nil
    }

    /// Whether *following* and *previous* count from another day than that of publication.
    private func isRelative(_ lexemes: Range<Int>) -> Bool {
        passage.belongs(lexemes.lowerBound, .dateCue, as: "other-day")
    }

    /// How long one unit is.
    static func grain(of unit: String) -> DateValue.Grain {
        switch unit {
        case "d": .day
        case "wk": .week
        case "wk-end": .weekend
        case "mo": .month
        case "a": .year
        default: .open
        }
    }

    /// The year, month, week or day a step away from the time of publication.
    func period(_ unit: String, step: Int) -> DateValue? {
        guard let today else { return nil }
        switch unit {
        case "a": return DateValue.year(today.year + step).anchored
        case "mo":
            let month = today.adding(months: step)
            return DateValue.month(month.month, year: month.year).anchored
        case "wk": return DateValue.week(of: today.adding(days: step * 7)).anchored
        case "wk-end": return DateValue.weekend(of: today.adding(days: step * 7)).anchored
        case "d": return DateValue.day(today.adding(days: step), isAnchored: true)
        case "14.d":
            let there = today.adding(days: step * 14)
            return step < 0
                ? .open(from: there, to: today.adding(days: -1)) : .open(from: today.adding(days: 1), to: there)
        case "10.a": return DateValue.decade(today.year / 10 + step).anchored
        case "100.a": return DateValue.century((today.year - 1) / 100 + 1 + step).anchored
        default: return nil
        }
    }

    private func quarter(step: Int) -> DateValue? {
        guard let month = today?.adding(months: step * 3) else { return nil }
        return DateValue.part("Q", (month.month - 1) / 3 + 1, year: month.year).anchored
    }
}

/// Steps of any unit.
extension CivilDate {
    /// The day a number of units of days or more later; nothing for other units.
    func adding(_ count: Int, _ unit: String) -> CivilDate? {
        switch unit {
        case "d": adding(days: count)
        case "wk", "wk-end": adding(days: count * 7)
        case "14.d": adding(days: count * 14)
        case "mo": adding(months: count)
        case "a": adding(months: count * 12)
        case "10.a": adding(months: count * 120)
        case "100.a": adding(months: count * 1200)
        default: nil
        }
    }
}
