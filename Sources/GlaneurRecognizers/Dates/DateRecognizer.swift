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
        let reader = TimeReader(passage: passage)
        var index = 0
        while index < passage.lexemes.count {
            let lexeme = passage.lexemes[index]
            guard lexeme.shape.contains(.digit) || !lexeme.classes.isDisjoint(with: starts), !lexeme.shape.contains(.opaque), let reading = reader.read(at: index)
            else {
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
struct TimeReader {
    private let calendar: CalendarReader
    private let clock: ClockReader
    private let years: YearReader
    private let periods: PeriodReader
    private let relatives: RelativeReader
    private let durations: DurationReader
    private let passage: Passage

    init(passage: Passage) {
        let anchor = passage.published.flatMap { CivilDate(rfc3339: $0) }
        self.passage = passage
        calendar = CalendarReader(passage: passage, anchor: anchor)
        clock = ClockReader(passage: passage)
        years = YearReader(passage: passage)
        periods = PeriodReader(passage: passage, anchor: anchor)
        relatives = RelativeReader(passage: passage, anchor: anchor)
        durations = DurationReader(passage: passage, anchor: anchor)
    }

    /// Reads the expression that starts at a lexeme.
    func read(at index: Int) -> TimeReading? {
        let lexeme = passage.lexemes[index]
        if lexeme.shape.isNumber { return figure(at: index) }
        if lexeme.shape.contains(.digit) { return lexeme.count == 2 ? periods.abbreviated(at: index) : nil }
        return word(at: index)
    }

    private func figure(at index: Int) -> TimeReading? {
        if let found = calendar.numeric(at: index) { return found }
        if let found = calendar.date(at: index) { return found }
        if let found = clock.read(at: index) { return found }
        if let found = periods.ordinal(at: index) { return found }
        if let found = periods.months(at: index) { return found }
        if let found = years.century(at: index) { return found }
        if let found = years.decade(at: index) { return found }
        if let found = relatives.read(at: index) { return found }
        if let found = durations.duration(at: index) { return found }
        return years.year(at: index)
    }

    private func word(at index: Int) -> TimeReading? {
        let classes = passage.lexemes[index].classes
        if !classes.isDisjoint(with: TimeReader.calendarWords), let found = calendar.date(at: index) { return found }
        if !classes.isDisjoint(with: TimeReader.numberWords) {
            if let found = periods.months(at: index) { return found }
            if let found = periods.ordinal(at: index) { return found }
            if let found = years.century(at: index) { return found }
        }
        if !classes.isDisjoint(with: TimeReader.openers) {
            if let found = periods.end(at: index) { return found }
            if let found = durations.set(at: index) { return found }
            if let found = durations.offset(at: index) { return found }
        }
        if !classes.isDisjoint(with: TimeReader.units), let found = years.frenchDecade(at: index) { return found }
        if let found = relatives.read(at: index) { return found }
        if classes.contains(.season), let found = calendar.season(at: index) { return found }
        if !classes.isDisjoint(with: TimeReader.numberWords), let found = durations.duration(at: index) { return found }
        return classes.contains(.daypart) ? clock.read(at: index) : nil
    }

    private static let calendarWords = WordClass.Set(.month, .weekday)
    private static let numberWords = NumeralReader.wordStarts.union(WordClass.Set(.ordinal))
    private static let openers = WordClass.Set(.setCue, .period, .timeUnit)
    private static let units = WordClass.Set(.timeUnit)
}
