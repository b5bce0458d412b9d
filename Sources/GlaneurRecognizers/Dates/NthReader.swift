import GlaneurCore
import GlaneurLexicon

/// Reads the n-th or last part of a longer time: `first Monday of March`, `dernière semaine de juillet`, `semaine du 6 octobre`.
struct NthReader {
    let passage: Passage
    var anchor: CivilDate? { passage.anchor?.day }
    var ordinals: OrdinalReader { OrdinalReader(passage: passage) }
    var calendar: CalendarReader { CalendarReader(passage: passage) }
    var relatives: RelativeReader { RelativeReader(passage: passage) }

    private var isFrench: Bool { passage.language == .french }

    /// Reads the expression that starts at a lexeme.
    func read(at index: Int) -> TimeReading? { weekOf(at: index) ?? nth(at: index) }

    /// Reads `semaine du 6 octobre`, `week of April 10th`, `week starting on February 4`.
    private func weekOf(at index: Int) -> TimeReading? {
        guard passage.value(index, .timeUnit) == "wk" else { return nil }
        let start = passage.behindCue("starting", at: index + 1)
        guard var first = start ?? passage.behindOf(index + 1) else { return nil }
        if start != nil { first = passage.behindArticle(first) }
        guard let base = calendar.date(at: first), let date = base.date, date.day != nil else { return nil }
        var value = date
        if let day = date.placed(by: anchor, isUpcoming: false).first {
            let week = DateValue.week(of: day)
            (value.first, value.last) = (week.first, week.last)
        }
        value.grain = .week
        return TimeReading(index..<base.lexemes.upperBound, in: passage, date: value, rule: .dateNth)
    }

    private func nth(at index: Int) -> TimeReading? {
        guard var (number, noun) = number(at: index) else { return nil }
        // "third last week"
        if number > 0, !isFrench, passage.number(noun, .deictic) == -1 {
            number = -number
            noun += 1
        }
        guard passage.isSpaced(noun), let (kind, behind) = kind(at: noun), let of = passage.behindOf(behind),
            let base = base(at: of, kind: kind), let value = value(number, kind, of: base.value)
        else { return nil }
        return TimeReading(index..<base.next, in: passage, date: value, rule: .dateNth)
    }

    /// Reads `third`, `3e`, or `last` as -1.
    private func number(at index: Int) -> (number: Int, next: Int)? {
        if passage.number(index, .deictic) == -1 { return (-1, index + 1) }
        guard let ordinal = ordinals.read(at: index), let number = ordinal.value.integer, number > 0 else { return nil }
        return (number, ordinal.lexemes.upperBound)
    }

    /// What is counted.
    private enum Kind: Equatable { case weekday(Int), unit(String) }

    private func kind(at index: Int) -> (kind: Kind, next: Int)? {
        if let (weekday, _) = calendar.weekday(at: index) { return (.weekday(weekday), index + 1) }
        if let (unit, next) = passage.timeUnit(index), ["d", "wk", "wk-end", "mo"].contains(unit) {
            return (.unit(unit), next)
        }
        return passage.number(index, .multiplier) == 15 ? (.unit("14.d"), index + 1) : nil
    }

    /// Reads what the n-th is one of: a month, a year, `this month`, `l’année`.
    private func base(at index: Int, kind: Kind) -> (value: DateValue, next: Int)? {
        if let year = passage.wholeNumber(index), passage.lexemes[index].count == 4, (1000...2199).contains(year) {
            return (.year(year), index + 1)
        }
        let reading =
            passage.belongs(index, .month) ? calendar.date(at: index, isAnnounced: true) : relatives.read(at: index)
        if let reading, let date = reading.date, date.day == nil,
            date.grain == .month || date.grain == .year || date.grain == .open
        {
            return (date, reading.lexemes.upperBound)
        }
        // "premier lundi du mois de novembre"
        if isFrench, passage.value(index, .timeUnit) == "mo", let of = passage.behindOf(index + 1),
            passage.belongs(of, .month)
        {
            return base(at: of, kind: kind)
        }
        guard passage.belongs(index - 1, .dateCue, as: "article") || passage.belongs(index - 1, .dateCue, as: "du"),
            let unit = passage.value(index, .timeUnit), unit == "mo" || unit == "a",
            unit != "mo" || kind != .unit("mo")
        else { return nil }
        return (relatives.period(unit, step: 0) ?? DateValue(grain: .open, timex: nil), index + 1)
    }

    private func value(_ number: Int, _ kind: Kind, of base: DateValue) -> DateValue? {
        if kind == .unit("d"), number > 0, base.grain == .month, let month = base.month {
            let value = DateValue.day(number, month: month, year: base.year)
            return base.isAnchored ? value?.anchored : value
        }
        let placed = base.placed(by: anchor, isUpcoming: true)
        guard let first = placed.first, let last = placed.last else {
            return base.grain == .year ? nil : DateValue(grain: kind == .unit("wk") ? .week : .day, timex: nil)
        }
        guard var value = value(number, kind, first, last, grain: base.grain) else { return nil }
        value.isAnchored = placed.isAnchored
        if kind == .unit("wk"), base.grain == .month, let timex = base.timex {
            let week = number > 0 ? number : 6 + number
            value.timex = "\(timex)-W\(Timex.padded(week, 2))"
        }
        return value
    }

    private func value(
        _ number: Int, _ kind: Kind, _ first: CivilDate, _ last: CivilDate, grain: DateValue.Grain
    ) -> DateValue? {
        switch kind {
        case .weekday(let weekday):
            let day =
                number > 0
                ? first.adding(days: (weekday - first.weekday + 7) % 7 + (number - 1) * 7)
                : last.adding(days: -((last.weekday - weekday + 7) % 7) + (number + 1) * 7)
            return (first...last).contains(day) ? .day(day) : nil
        case .unit("d"):
            let day = number > 0 ? first.adding(days: number - 1) : last.adding(days: number + 1)
            return (first...last).contains(day) ? .day(day) : nil
        case .unit("wk"):
            // The first week of a year is that of 4 January; of a month, the one with its first day.
            let edge = grain == .year ? 3 : 0
            return number > 0
                ? .week(of: first.adding(days: edge + (number - 1) * 7))
                : .week(of: last.adding(days: -edge + (number + 1) * 7))
        case .unit("wk-end"):
            let saturday =
                number > 0
                ? first.adding(days: (6 - first.weekday + 7) % 7 + (number - 1) * 7)
                : last.adding(days: -((last.weekday - 6 + 7) % 7) + (number + 1) * 7)
            return .weekend(of: saturday)
        case .unit("mo"):
            guard grain == .year, number <= 12 else { return nil }
            return .month(number > 0 ? number : 13 + number, year: first.year)
        case .unit:
            // A fortnight, *quinzaine*: the first or second half of a month.
            let middle = first.adding(days: 14)
            var half = DateValue.open(
                from: number == 1 ? first : middle.adding(days: 1), to: number == 1 ? middle : last)
            half.isAnchored = false
            return half
        }
    }
}
