import GlaneurCore
import GlaneurLexicon

/// Reads one unit of time with the readers of each kind, the one for longer expressions first, and joins what stands together.
struct TimeReader {
    let passage: Passage

    var anchor: TimeAnchor? { passage.anchor }
    var calendar: CalendarReader { CalendarReader(passage: passage) }
    var clock: ClockReader { ClockReader(passage: passage) }
    var relatives: RelativeReader { RelativeReader(passage: passage) }
    var announcements: AnnouncementReader { AnnouncementReader(passage: passage) }
    var sets: SetReader { SetReader(passage: passage) }
    var digits: NumericDateReader { NumericDateReader(passage: passage) }
    var years: YearReader { YearReader(passage: passage) }
    private var periods: PeriodReader { PeriodReader(passage: passage) }
    private var seasons: SeasonReader { SeasonReader(passage: passage) }
    private var edges: EdgeReader { EdgeReader(passage: passage) }
    private var parts: NthReader { NthReader(passage: passage) }
    private var durations: DurationReader { DurationReader(passage: passage) }
    private var offsets: OffsetReader { OffsetReader(passage: passage) }

    /// Reads the expression that starts at a lexeme, as far as it goes.
    func read(at index: Int) -> TimeReading? {
        if let range = sharedRange(at: index) { return range }
        guard let reading = composed(at: index) else { return nil }
        return range(from: reading) ?? reading
    }

    /// The value of a reading, with what the text leaves open filled in where the time of publication is known.
    func value(of reading: TimeReading) -> TimeExpression {
        let isUpcoming = anchor != nil && announcements.isUpcoming(reading.lexemes)
        return reading.value(in: TimeContext(anchor: anchor, isUpcoming: isUpcoming))
    }

    // MARK: One unit

    /// Reads one unit of time.
    func unit(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.isNumber { return figure(at: index) }
        if lexeme.shape.contains(.digit) { return periods.abbreviated(at: index) ?? years.fiscal(at: index) }
        return word(at: index)
    }

    private func figure(at index: Int) -> TimeReading? {
        if let found = digits.read(at: index) { return found }
        let ahead = classesAhead(of: index, within: 5)
        if ahead.contains(.month), let found = calendar.date(at: index) { return found }
        if let found = clock.read(at: index) { return found }
        if !ahead.isDisjoint(with: TimeReader.nouns), let found = counted(at: index) { return found }
        return periods.yearFirst(at: index) ?? years.decade(at: index) ?? years.year(at: index)
    }

    private func word(at index: Int) -> TimeReading? {
        let classes = passage.lexemes[index].classes
        if classes.contains(.month), let found = digits.read(at: index) { return found }
        // "lundi de Pâques", "Good Friday"
        if !classes.isDisjoint(with: TimeReader.calendarWords), let found = seasons.holiday(at: index) { return found }
        if !classes.isDisjoint(with: TimeReader.calendarWords), let found = calendar.date(at: index) { return found }
        if !classes.isDisjoint(with: TimeReader.edgeWords), let found = edges.read(at: index, unit: dateUnit) {
            return found
        }
        if classes.contains(.period), let found = clock.read(at: index) { return found }
        if classes.contains(.setCue), let found = opened(at: index) { return found }
        if classes.contains(.daypart), let found = withPart(at: index) { return found }
        if !classes.isDisjoint(with: TimeReader.numberWords) {
            let ahead = classesAhead(of: index)
            if ahead.contains(.month), let found = calendar.date(at: index) { return found }
            if !ahead.isDisjoint(with: TimeReader.nouns), let found = counted(at: index) { return found }
            if !classes.isDisjoint(with: TimeReader.clockWords), let found = clock.read(at: index) { return found }
        }
        if !classes.isDisjoint(with: TimeReader.partWords), let found = parts.read(at: index) { return found }
        if !classes.isDisjoint(with: TimeReader.relativeWords) {
            if !classes.isDisjoint(with: TimeReader.countingWords), let found = periods.months(at: index) {
                return found
            }
            if let found = relatives.read(at: index) { return found }
        }
        if classes.contains(.timeUnit) {
            if let found = years.frenchDecade(at: index) { return found }
            if let found = years.romanCentury(endingAt: index) { return found }
            if let found = periods.week(at: index) ?? insideUnit(at: index) { return found }
            if let found = offsets.single(at: index, point: dateUnit) { return found }
        }
        if classes.contains(.period), let found = years.fiscal(at: index) ?? years.wordDecade(at: index) {
            return found
        }
        return classes.isDisjoint(with: TimeReader.feastWords) ? nil : seasons.read(at: index)
    }

    /// Reads what a word may open that means something else by itself.
    private func opened(at index: Int) -> TimeReading? {
        guard passage.opensPhrase(at: index) else { return sets.read(at: index) }
        return sets.read(at: index) ?? offsets.opened(at: index) ?? edges.read(at: index, unit: dateUnit)
            ?? seasons.read(at: index)
    }

    /// Reads what a part of the day starts or is.
    private func withPart(at index: Int) -> TimeReading? {
        clock.read(at: index) ?? relatives.read(at: index) ?? partOfDay(at: index) ?? inside(at: index)
    }

    /// Reads `matinée du 15 février`, `morning of July 4`.
    private func partOfDay(at index: Int) -> TimeReading? {
        guard let (part, next) = passage.dayPart(index), let of = passage.behindOf(next) else { return nil }
        // "nuit du 8 au 9 septembre"
        if let nights = eachPart(part, of: sharedRange(at: of), from: index) { return nights }
        guard let day = dateUnit(at: of) else { return nil }
        // "nuit de samedi à dimanche"
        if let nights = eachPart(part, of: range(from: day), from: index) { return nights }
        guard let point = day.point, point.part == nil, point.date?.isDay ?? false
        else { return nil }
        return day.opened(at: index, in: passage).with(
            .point(TimePoint(date: point.date, clock: point.clock, part: part)), rule: .timePart)
    }

    /// The same part of each of two days.
    private func eachPart(_ part: String, of days: TimeReading?, from index: Int) -> TimeReading? {
        guard let days, case .stretch(var start, var end) = days.content, !start.isTime else { return nil }
        (start.part, end.part) = (part, part)
        return days.opened(at: index, in: passage).with(.stretch(start, end), rule: .timePart)
    }

    /// Reads `dans la soirée`, `in the morning`, with its preposition, without which it tells nothing.
    private func inside(at index: Int) -> TimeReading? {
        guard let (part, next) = passage.dayPart(index), let gap = passage.lexeme(index)?.gap,
            gap == .space || gap == .apostrophe, passage.belongs(index - 1, .dateCue, as: "article"),
            passage.isSpaced(index - 1), passage.belongs(index - 2, .dateCue, as: "inside"),
            passage.endsClause(next) || !passage.belongs(next, .dateCue, as: "hour")
        else { return nil }
        return TimeReading(index - 2..<next, in: passage, .point(TimePoint(part: part)), rule: .timePart)
    }

    /// Reads `dans la semaine`, `dans l’année`, `dans la journée` where nothing follows them.
    private func insideUnit(at index: Int) -> TimeReading? {
        guard passage.language == .french, let (unit, next) = passage.timeUnit(index), passage.endsClause(next),
            passage.belongs(index - 1, .dateCue, as: "article"), passage.isSpaced(index - 1),
            passage.belongs(index - 2, .dateCue, as: "inside"), DurationReader.seconds(in: unit) == nil
        else { return nil }
        let point =
            unit == "d"
            ? TimePoint(part: "DT")
            : TimePoint(date: relatives.period(unit, step: 0) ?? DateValue(grain: .open, timex: nil))
        return TimeReading(index - 2..<next, in: passage, .point(point), rule: .dateRelative)
    }

    /// Reads what a number may start.
    private func counted(at index: Int) -> TimeReading? {
        if let found = periods.months(at: index) { return found }
        if let found = parts.read(at: index) { return found }
        if let found = periods.ordinal(at: index) { return found }
        if let found = years.century(at: index) { return found }
        if let found = clock.read(at: index) { return found }
        if let found = relatives.read(at: index) { return found }
        let isDistance = passage.startOfCue("ahead", before: index) != nil
        guard let stretch = durations.stretch(at: index, isDistance: isDistance) else { return nil }
        let isUpcoming = passage.language == .french || announcements.isUpcoming(index..<stretch.next)
        return offsets.behind(stretch, from: index, isUpcoming: isUpcoming, point: dateUnit)
            ?? durations.reading(stretch, from: index)
    }

    /// Reads a date or a time of day, and no stretch of time, at an index.
    private func dateUnit(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        let classes = lexeme.classes
        if lexeme.shape.isNumber {
            return digits.read(at: index, isAnnounced: true) ?? calendar.date(at: index) ?? years.decade(at: index)
                ?? years.century(at: index)
        }
        if !classes.isDisjoint(with: TimeReader.calendarWords) { return calendar.date(at: index, isAnnounced: true) }
        if !classes.isDisjoint(with: TimeReader.relativeWords), let found = relatives.read(at: index) { return found }
        if classes.contains(.timeUnit), let found = years.frenchDecade(at: index) { return found }
        if classes.contains(.period), let found = years.wordDecade(at: index) { return found }
        if let found = years.romanCentury(endingAt: index + 1) { return found }
        if classes.contains(.setCue), let found = edges.read(at: index, unit: { _ in nil }) { return found }
        return seasons.read(at: index)
    }

    /// The classes of the words among which the noun behind a number must stand, without reading the number.
    private func classesAhead(of index: Int, within count: Int = 7) -> WordClass.Set {
        var classes: WordClass.Set = []
        for next in index + 1..<max(index + 1, min(index + 1 + count, passage.lexemes.count)) {
            guard passage.lexemes[next].gap != .newline else { break }
            classes.formUnion(passage.lexemes[next].classes)
        }
        return classes
    }

    private static let calendarWords = WordClass.Set(.month, .weekday)
    private static let feastWords = WordClass.Set(.season, .timeUnit, .relativeDay, .ordinal)
    private static let edgeWords = WordClass.Set(.period, .timeUnit)
    private static let numberWords = NumeralReader.wordStarts.union(WordClass.Set(.ordinal))
    private static let clockWords = WordClass.Set(.cardinal, .fraction, .numberOpener)
    private static let countingWords = WordClass.Set(.deictic, .ordinal)
    private static let partWords = WordClass.Set(.deictic, .ordinal, .timeUnit)
    private static let relativeWords = WordClass.Set(.deictic, .relativeDay, .setCue, .timeUnit, .period)
    private static let nouns = WordClass.Set(.timeUnit, .period, .weekday, .multiplier)
}
