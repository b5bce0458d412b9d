package import GlaneurCore
import GlaneurLexicon

/// Finds dates, times, durations and repeated times, in both languages with one set of readers.
///
/// In `en juillet 2023, quatre mois plus tard` it finds `juillet 2023` and `quatre mois plus tard`. Spans leave prepositions
/// and articles out and keep demonstratives, *dernier*, *last* and *next*.
package struct DateRecognizer: Recognizer {
    private let starts = WordClass.Set(
        .month, .weekday, .season, .daypart, .timeUnit, .deictic, .relativeDay, .period, .timeVague, .setCue, .ordinal,
        .cardinal, .fraction, .numberOpener, .multiplier, .scale)

    /// Makes a recognizer; it has no state.
    package init() {}

    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {
        let lexemes = passage.lexemes
        func mayStart(_ index: Int) -> Bool {
            let lexeme = lexemes[index]
            return (lexeme.shape.contains(.digit) || !lexeme.classes.isDisjoint(with: starts))
                && !lexeme.shape.contains(.opaque)
        }
        guard let first = lexemes.indices.first(where: mayStart) else { return }
        let reader = TimeReader(passage: PassageReader(passage))
        var index = first
        while index < lexemes.count {
            guard mayStart(index), let reading = reader.read(at: index) else {
                index += 1
                continue
            }
            candidates.append(
                Mention(
                    span: ByteSpan(reading.start, reading.end), label: reading.label, value: .time(reading.value),
                    maker: "rule:\(passage.languageCode).\(reading.rule)"))
            index = max(index + 1, reading.lexemes.upperBound)
        }
    }
}

/// Asks the readers of times, the one for longer expressions first.
final class TimeReader {
    private let calendar: CalendarReader
    private let clock: ClockReader
    private let years: YearReader
    private let periods: PeriodReader
    private let relatives: RelativeReader
    private let durations: DurationReader
    private let passage: PassageReader

    init(passage: PassageReader) {
        let anchor = passage.published.flatMap { CivilDate(rfc3339: $0) }
        self.passage = passage
        let numerals = NumeralReader(passage: passage)
        let ordinals = OrdinalReader(passage: passage)
        calendar = CalendarReader(passage: passage, anchor: anchor)
        clock = ClockReader(passage: passage)
        years = YearReader(passage: passage, ordinals: ordinals)
        periods = PeriodReader(passage: passage, anchor: anchor, calendar: calendar, ordinals: ordinals)
        relatives = RelativeReader(passage: passage, anchor: anchor, numerals: numerals)
        durations = DurationReader(
            passage: passage, anchor: anchor, numerals: numerals, ages: AgeReader(passage: passage))
    }

    /// Reads the expression that starts at a lexeme.
    func read(at index: Int) -> TimeReading? {
        let lexeme = passage.lexemes[index]
        if lexeme.shape.isNumber { return figure(at: index) }
        if lexeme.shape.contains(.digit) { return lexeme.count == 2 ? periods.abbreviated(at: index) : nil }
        return word(at: index)
    }

    private func figure(at index: Int) -> TimeReading? {
        let ahead = classesAhead(of: index)
        if let found = calendar.numeric(at: index) { return found }
        if ahead.contains(.month), let found = calendar.date(at: index) { return found }
        if let found = clock.read(at: index) { return found }
        if !ahead.isDisjoint(with: TimeReader.nouns), let found = counted(at: index) { return found }
        return years.decade(at: index) ?? years.year(at: index)
    }

    private func word(at index: Int) -> TimeReading? {
        let classes = passage.lexemes[index].classes
        if !classes.isDisjoint(with: TimeReader.calendarWords), let found = calendar.date(at: index) { return found }
        if !classes.isDisjoint(with: TimeReader.openers) {
            if let found = periods.end(at: index) { return found }
            if let found = durations.set(at: index) { return found }
            if let found = durations.offset(at: index) { return found }
        }
        if !classes.isDisjoint(with: TimeReader.numberWords),
            !classesAhead(of: index).isDisjoint(with: TimeReader.nouns), let found = counted(at: index)
        {
            return found
        }
        if !classes.isDisjoint(with: TimeReader.relativeWords), let found = relatives.read(at: index) { return found }
        if classes.contains(.timeUnit) {
            if let found = years.frenchDecade(at: index) { return found }
            if let found = years.romanCentury(endingAt: index) { return found }
        }
        if classes.contains(.season), let found = calendar.season(at: index) { return found }
        return classes.contains(.daypart) ? clock.read(at: index) : nil
    }

    /// Reads what a number may start.
    private func counted(at index: Int) -> TimeReading? {
        if let found = periods.months(at: index) { return found }
        if let found = periods.ordinal(at: index) { return found }
        if let found = years.century(at: index) { return found }
        if let found = relatives.read(at: index) { return found }
        return durations.duration(at: index)
    }

    /// The classes of the words among which the noun behind a number must stand, without reading the number.
    private func classesAhead(of index: Int) -> WordClass.Set {
        var classes: WordClass.Set = []
        for next in index + 1..<max(index + 1, min(index + 8, passage.lexemes.count)) {
            guard passage.lexemes[next].gap != .newline else { break }
            classes.formUnion(passage.lexemes[next].classes)
        }
        return classes
    }

    private static let calendarWords = WordClass.Set(.month, .weekday)
    private static let numberWords = NumeralReader.wordStarts.union(WordClass.Set(.ordinal))
    private static let openers = WordClass.Set(.setCue, .period, .timeUnit)
    private static let relativeWords = WordClass.Set(.deictic, .relativeDay, .setCue, .timeUnit, .period)
    private static let nouns = WordClass.Set(.timeUnit, .period)
}
