import GlaneurCore
import GlaneurLexicon

/// Reads dates that count from the time of writing: `mois dernier`, `last week`, `ces derniers mois`, `hier soir`.
struct RelativeReader {
    let passage: Passage
    var anchor: TimeAnchor? { passage.anchor }
    var numerals: NumeralReader { NumeralReader(passage: passage) }
    var calendar: CalendarReader { CalendarReader(passage: passage) }

    var isFrench: Bool { passage.language == .french }
    var today: CivilDate? { anchor?.day }

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
            index..<next, in: passage, .point(point), rule: point.part == nil ? .dateRelative : .timeRelative)
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
        return TimeReading(index..<next, in: passage, date: DateValue(grain: grain, timex: nil), rule: .dateRelative)
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
}
