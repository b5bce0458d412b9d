import GlaneurCore
import GlaneurLexicon

/// Reads dates that count from the time of writing: `mois dernier`, `last week`, `ces derniers mois`, `hier soir`.
struct RelativeReader {
    let passage: PassageReader
    let anchor: TimeAnchor?
    let numerals: NumeralReader
    let calendar: CalendarReader

    private var isFrench: Bool { passage.language == .french }
    private var today: CivilDate? { anchor?.day }

    /// Reads the expression that starts at a lexeme.
    func read(at index: Int) -> TimeReading? {
        relativeDay(at: index) ?? (isFrench ? french(at: index) : english(at: index))
    }

    // MARK: Hier, tomorrow morning

    private func relativeDay(at index: Int) -> TimeReading? {
        guard let match = passage.phrase(at: index, .relativeDay),
            let text = passage.lexicon.value(match.node, .relativeDay)
        else { return nil }
        var point = TimePoint(date: DateValue(grain: .day, timex: nil))
        let isNight = text.hasSuffix("n")
        if isNight { point.part = "NI" }
        // "le lendemain": a day away from another day, which only a reader knows; "la veille du sommet" is no such day.
        if text == "?" {
            guard
                passage.dayPart(match.end) != nil
                    || !passage.belongs(match.end, .of) && !passage.belongs(match.end, .dateCue, as: "du"),
                passage.isOpenedByLine(index)
                    || passage.isSpaced(index) && passage.belongs(index - 1, .dateCue, as: "article")
            else { return nil }
        }
        if let step = Int(isNight ? text.dropLast() : text[...]), let today {
            point.date = .day(today.adding(days: step), isAnchored: true)
        }
        var next = match.end
        // "hier jeudi"
        if isFrench, passage.isSpaced(next), calendar.weekday(at: next) != nil { next += 1 }
        if let part = passage.dayPart(next), passage.isSpaced(next) {
            point.part = part.code
            next = part.next
        }
        return TimeReading(
            index..<next, in: passage, .point(point), rule: point.part == nil ? "date.relative" : "time.relative")
    }

    // MARK: Last week

    private func english(at index: Int) -> TimeReading? {
        if let counted = countedFirst(at: index) { return counted }
        guard var step = passage.number(index, .deictic), let lexeme = passage.lexeme(index) else { return nil }
        var next = index + 1
        // "this past weekend", "this coming Friday"
        if step == 0, passage.isSpaced(next), let second = passage.number(next, .deictic), second != 0 {
            step = second
            next += 1
        }
        // "the past few months", "last two years", "next several weeks"
        var count: Int?
        var isMany = false
        if passage.belongs(next, .timeVague) {
            isMany = true
            next += 1
        } else if let numeral = numerals.read(at: next), !numeral.isOne, !numeral.isCompound {
            isMany = true
            count = numeral.value.integer
            next = numeral.lexemes.upperBound
        }
        guard let noun = passage.lexeme(next), noun.gap == .space,
            !lexeme.shape.isAllCapitals || noun.shape.isAllCapitals
        else { return nil }
        if isMany { return many(index..<next + 1, noun: next, step: step, count: count) }
        return one(index..<next + 1, noun: next, step: step)
    }

    /// Reads `5 upcoming years`, `two past quarters`, `trois prochaines années`.
    private func countedFirst(at index: Int) -> TimeReading? {
        guard let numeral = numerals.read(at: index), !numeral.isCompound, !numeral.isOne else { return nil }
        let next = numeral.lexemes.upperBound
        guard passage.isSpaced(next) else { return nil }
        let count = numeral.value.integer
        if let unit = passage.timeUnit(next), let (step, end) = calendar.step(behind: unit.next - 1) {
            return many(index..<end, noun: next, step: step ?? 0, count: count)
        }
        guard let step = passage.number(next, .deictic), step != 0, passage.isSpaced(next + 1),
            !isFrench || isPlural(next)
        else { return nil }
        return many(index..<next + 2, noun: next + 1, step: step, count: count)
    }

    // MARK: Mois dernier

    private func french(at index: Int) -> TimeReading? {
        if passage.number(index, .deictic) == 0 { return demonstrative(at: index) }
        // "derniers mois", "prochaine semaine", "dernier trimestre"
        if let step = passage.number(index, .deictic), step != 0, passage.isSpaced(index + 1),
            passage.timeUnit(index + 1) != nil || passage.belongs(index + 1, .period)
                || passage.belongs(index + 1, .weekday)
        {
            return isPlural(index)
                ? many(index..<index + 2, noun: index + 1, step: step, count: nil)
                : one(index..<index + 2, noun: index + 1, step: step)
        }
        if let counted = countedFirst(at: index) { return counted }
        guard
            let noun = passage.timeUnit(index)?.next ?? passage.dayPart(index)?.next
                ?? (passage.belongs(index, .period) ? index + 1 : nil),
            let (step, next) = calendar.step(behind: noun - 1)
        else { return nil }
        if let step { return one(index..<next, noun: index, step: step) }
        // "la semaine suivante": away from another one, which only a reader knows.
        let grain = passage.value(index, .timeUnit).map(RelativeReader.grain) ?? .open
        return TimeReading(index..<next, in: passage, date: DateValue(grain: grain, timex: nil), rule: "date.relative")
    }

    /// Reads on from *ce*, *cette*, *ces*, with *-ci* behind or not.
    private func demonstrative(at index: Int) -> TimeReading? {
        var next = index + 1
        var step = 0
        var isMany = false
        var count: Int?
        if let numeral = numerals.read(at: next), !numeral.isOne, !numeral.isCompound {
            isMany = true
            count = numeral.value.integer
            next = numeral.lexemes.upperBound
        }
        if let told = passage.number(next, .deictic), told != 0 {
            isMany = isMany || isPlural(next)
            step = told
            next += 1
        }
        guard passage.isSpaced(next) else { return nil }
        if isMany { return many(index..<next + 1, noun: next, step: step, count: count) }
        // "ce mercredi passé"
        if step == 0, passage.belongs(next, .weekday), let (told, end) = calendar.step(behind: next), let told {
            return one(index..<end, noun: next, step: told)
        }
        guard var reading = one(index..<next + 1, noun: next, step: step) else { return nil }
        let behind = reading.lexemes.upperBound
        if passage.lexeme(behind)?.gap == .hyphen, passage.belongs(behind, .dateCue, as: "there") {
            // "ce jour-là": another day than today, which only a reader knows
            reading = reading.extended(to: behind + 1, in: passage)
            let grain = reading.point?.date?.grain ?? .open
            reading.content = .point(TimePoint(date: DateValue(grain: grain, timex: nil), part: reading.point?.part))
            return reading
        }
        next = reading.lexemes.upperBound - 1
        guard passage.lexeme(next + 1)?.gap == .hyphen, passage.belongs(next + 1, .dateCue, as: "here") else {
            return reading
        }
        return reading.extended(to: next + 2, in: passage)
    }

    private func isPlural(_ index: Int) -> Bool { passage.byte(Int(passage.lexemes[index].end) - 1) == 0x73 }

    // MARK: Several units

    /// A number of units up to now or from now on.
    private func many(_ lexemes: Range<Int>, noun: Int, step: Int, count: Int?) -> TimeReading? {
        let isQuarter = passage.value(noun, .period) == "Q"
        guard let unit = isQuarter ? "Q" : passage.value(noun, .timeUnit) else { return nil }
        let seconds = ["h": 3600, "min": 60, "s": 1][unit]
        guard let anchor, let count, count < 1000, step != 0 else {
            let label: Label = seconds == nil ? .date : .time
            return TimeReading(lexemes, in: passage, .told(TimeExpression(timex: nil), label), rule: "date.relative")
        }
        if let seconds {
            let here = anchor.adding(seconds: 0)?.timex
            let there = anchor.adding(seconds: step * count * seconds)?.timex
            let (first, last) = step < 0 ? (there, here) : (here, there)
            let timex = first.flatMap { first in last.map { "\(first)/\($0)" } }
            let value = TimeExpression(timex: timex, first: first, last: last, isAnchored: here != nil)
            return TimeReading(lexemes, in: passage, .told(value, .time), rule: "time.relative")
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
        return TimeReading(lexemes, in: passage, date: value, rule: "date.relative")
    }

    // MARK: One unit

    /// One unit, weekday, month, season or part of a day next to now.
    private func one(_ lexemes: Range<Int>, noun: Int, step: Int) -> TimeReading? {
        func date(_ value: DateValue?) -> TimeReading {
            TimeReading(
                lexemes, in: passage, date: value ?? DateValue(grain: .open, timex: nil), rule: "date.relative")
        }
        if let (part, next) = passage.dayPart(noun) {
            // "last night" was yesterday's, "ce matin" is today's.
            let day = isRelative(lexemes) ? nil : today.map { DateValue.day($0.adding(days: step), isAnchored: true) }
            let point = TimePoint(date: day ?? DateValue(grain: .day, timex: nil), part: part)
            return TimeReading(
                lexemes.lowerBound..<max(next, lexemes.upperBound), in: passage, .point(point), rule: "time.relative")
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
    private static func grain(of unit: String) -> DateValue.Grain {
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
