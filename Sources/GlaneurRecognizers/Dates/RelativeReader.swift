import GlaneurCore
import GlaneurLexicon

/// Reads dates that count from the time of writing: `mois dernier`, `last week`, `ces derniers mois`, `hier soir`.
struct RelativeReader {
    let passage: Passage
    let anchor: CivilDate?

    private var isFrench: Bool { passage.language == .french }

    /// Reads the expression that starts at a lexeme.
    func read(at index: Int) -> TimeReading? {
        relativeDay(at: index) ?? (isFrench ? french(at: index) : english(at: index))
    }

    // MARK: Hier, tomorrow morning

    private func relativeDay(at index: Int) -> TimeReading? {
        guard let match = passage.phrase(at: index, .relativeDay),
            let text = passage.lexicon.value(match.node, .relativeDay)
        else { return nil }
        var next = match.end
        let step = Int(text) ?? 0
        var part = text.hasSuffix("n") ? "TNI" : ""
        if let code = daypart(next), passage.lexeme(next)?.gap == .space {
            part = code
            next += 1
        }
        var value = TimeExpression(timex: nil)
        if let day = anchor?.adding(days: step) {
            value = TimeExpression.day(day, isAnchored: true)
            value.timex = Timex.day(day) + part
        } else if !part.isEmpty {
            value.timex = part
        }
        let label: Label = part.isEmpty ? .date : .time
        return TimeReading(index..<next, in: passage, label, value, rule: part.isEmpty ? "date.relative" : "time.relative")
    }

    /// The TIMEX3 code of a part of the day.
    private func daypart(_ index: Int) -> String? {
        guard let code = passage.value(index, .daypart), code.utf8.count == 2, code != "AM", code != "PM" else { return nil }
        return "T\(code)"
    }

    // MARK: Last week

    private func english(at index: Int) -> TimeReading? {
        guard let step = passage.number(index, .deictic), let lexeme = passage.lexeme(index) else { return nil }
        var next = index + 1
        // "the past few months", "last two years", "next several weeks"
        var isMany = false
        if passage.belongs(next, .timeVague) {
            isMany = true
            next += 1
        } else if let numeral = NumeralReader(passage: passage).read(at: next), !numeral.isOne, !numeral.isCompound {
            isMany = true
            next = numeral.lexemes.upperBound
        }
        guard let noun = passage.lexeme(next), noun.gap == .space, !lexeme.shape.isAllCapitals || noun.shape.isAllCapitals
        else { return nil }
        if isMany {
            guard passage.belongs(next, .timeUnit) else { return nil }
            return many(index..<next + 1)
        }
        return noun.classes.isEmpty ? nil : one(index..<next + 1, noun: next, step: step)
    }

    // MARK: Mois dernier

    private func french(at index: Int) -> TimeReading? {
        if passage.number(index, .deictic) == 0 { return demonstrative(at: index) }
        // "derniers mois", "trois prochaines années"
        if let step = passage.number(index, .deictic), step != 0, let noun = passage.lexeme(index + 1), noun.gap == .space,
            passage.belongs(index + 1, .timeUnit)
        {
            return isPlural(index) ? many(index..<index + 2) : one(index..<index + 2, noun: index + 1, step: step)
        }
        if let numeral = NumeralReader(passage: passage).read(at: index), !numeral.isCompound {
            let next = numeral.lexemes.upperBound
            guard let step = passage.number(next, .deictic), step != 0, passage.belongs(next + 1, .timeUnit),
                passage.lexeme(next + 1)?.gap == .space
            else { return nil }
            return many(index..<next + 2)
        }
        guard let step = passage.number(index + 1, .deictic), step != 0, passage.lexeme(index + 1)?.gap == .space,
            passage.belongs(index, .timeUnit) || passage.belongs(index, .period)
        else { return nil }
        return one(index..<index + 2, noun: index, step: step)
    }

    /// Reads on from *ce*, *cette*, *ces*.
    private func demonstrative(at index: Int) -> TimeReading? {
        var next = index + 1
        var isMany = false
        if let numeral = NumeralReader(passage: passage).read(at: next), !numeral.isOne, !numeral.isCompound {
            isMany = true
            next = numeral.lexemes.upperBound
        }
        if let step = passage.number(next, .deictic), step != 0 {
            isMany = isMany || isPlural(next)
            next += 1
        }
        guard let noun = passage.lexeme(next), noun.gap == .space, !noun.classes.isEmpty else { return nil }
        if isMany { return passage.belongs(next, .timeUnit) ? many(index..<next + 1) : nil }
        return one(index..<next + 1, noun: next, step: 0)
    }

    private func isPlural(_ index: Int) -> Bool { passage.byte(Int(passage.lexemes[index].end) - 1) == 0x73 }

    // MARK: Values

    /// A number of units up to now or from now on, whose ends the words leave open.
    private func many(_ lexemes: Range<Int>) -> TimeReading {
        TimeReading(lexemes, in: passage, .date, TimeExpression(timex: nil), rule: "date.relative")
    }

    /// One unit, weekday, month, season or part of a day next to now.
    private func one(_ lexemes: Range<Int>, noun: Int, step: Int) -> TimeReading? {
        func date(_ value: TimeExpression?) -> TimeReading {
            TimeReading(lexemes, in: passage, .date, value ?? TimeExpression(timex: nil), rule: "date.relative")
        }
        if let part = daypart(noun) {
            // "last night" was yesterday's, "ce matin" is today's.
            var value = TimeExpression(timex: part)
            if let day = anchor?.adding(days: step) {
                value = TimeExpression.day(day, isAnchored: true)
                value.timex = Timex.day(day) + part
            }
            return TimeReading(lexemes, in: passage, .time, value, rule: "time.relative")
        }
        if let unit = passage.value(noun, .timeUnit) {
            guard unit != "h", unit != "min", unit != "s" else { return nil }
            return date(period(unit, step: step))
        }
        if let weekday = passage.number(noun, .weekday) {
            return date(self.weekday(weekday, step: step) ?? TimeExpression(timex: "XXXX-WXX-\(weekday)"))
        }
        if let text = passage.value(noun, .month), let month = Int(text.prefix { $0 != "?" }) {
            guard passage.lexemes[noun].shape.contains(.initialCapital) || isFrench else { return nil }
            return date(self.month(month, step: step) ?? .month(month, year: nil))
        }
        if let code = passage.value(noun, .season) {
            return date(.season(String(code.prefix { $0 != "?" }), year: nil))
        }
        if passage.value(noun, .period) == "Q" { return date(quarter(step: step)) }
        return nil
    }

    /// The year, month, week or day a step away from the time of publication.
    private func period(_ unit: String, step: Int) -> TimeExpression? {
        guard let anchor else { return nil }
        switch unit {
        case "a": return TimeExpression.year(anchor.year + step).anchored
        case "mo":
            let month = anchor.adding(months: step)
            return TimeExpression.month(month.month, year: month.year).anchored
        case "wk":
            let monday = anchor.adding(days: step * 7 + 1 - anchor.weekday)
            let week = monday.week
            return TimeExpression(
                timex: "\(Timex.year(week.year))-W\(Timex.padded(week.number, 2))", first: Timex.day(monday),
                last: Timex.day(monday.adding(days: 6)), isAnchored: true)
        case "d": return TimeExpression.day(anchor.adding(days: step), isAnchored: true)
        default: return nil
        }
    }

    private func quarter(step: Int) -> TimeExpression? {
        guard let month = anchor?.adding(months: step * 3) else { return nil }
        return TimeExpression.part("Q", (month.month - 1) / 3 + 1, year: month.year).anchored
    }

    /// The last or next weekday before or behind the day of publication, or the one of its week.
    func weekday(_ weekday: Int, step: Int) -> TimeExpression? {
        guard let anchor else { return nil }
        var days = weekday - anchor.weekday
        if step < 0, days >= 0 { days -= 7 }
        if step > 0, days <= 0 { days += 7 }
        return TimeExpression.day(anchor.adding(days: days), isAnchored: true)
    }

    /// The last or next month of that name before or behind the month of publication, or the one of its year.
    func month(_ month: Int, step: Int) -> TimeExpression? {
        guard let anchor else { return nil }
        var year = anchor.year
        if step < 0, month >= anchor.month { year -= 1 }
        if step > 0, month <= anchor.month { year += 1 }
        return TimeExpression.month(month, year: year).anchored
    }

    /// The last or next day of that name before or behind the day of publication.
    func day(_ day: Int, month: Int, step: Int) -> TimeExpression? {
        guard let anchor, var date = CivilDate(year: anchor.year, month: month, day: day) else { return nil }
        if step < 0, date >= anchor { date.year -= 1 }
        if step > 0, date <= anchor { date.year += 1 }
        return TimeExpression.day(date, isAnchored: true)
    }
}
