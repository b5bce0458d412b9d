import GlaneurCore
import GlaneurLexicon

/// Reads seasons and feasts: `été 2023`, `fall of 2025`, `été dernier`, `l’été`, `Thanksgiving 2014`, `lundi de Pâques`.
struct SeasonReader {
    let passage: Passage
    var anchor: CivilDate? { passage.anchor?.day }
    var calendar: CalendarReader { CalendarReader(passage: passage) }

    private var isFrench: Bool { passage.language == .french }

    /// Reads the season or feast that starts at a lexeme.
    func read(at index: Int) -> TimeReading? { holiday(at: index) ?? season(at: index) }

    // MARK: Feasts

    /// Reads a feast with its year or *dernier*.
    ///
    /// Its value in the lexicon starts with `=`; with `=?` where it is also a name or another word and needs a year beside it,
    /// with `=^` where it needs its capital: `Ascension`.
    func holiday(at index: Int) -> TimeReading? {
        guard let match = passage.phrase(at: index, .season), let text = passage.lexicon.value(match.node, .season),
            text.hasPrefix("=")
        else { return nil }
        var rule = text.dropFirst()
        let shape = passage.lexemes[index].shape
        let isSmall = rule.hasPrefix("^") && (!shape.contains(.initialCapital) || shape.contains(.sentenceStart))
        let isWeak = rule.hasPrefix("?") || isSmall
        if rule.hasPrefix("?") || rule.hasPrefix("^") { rule = rule.dropFirst() }
        let holiday = Holiday(rule)
        if let (year, next) = calendar.yearBehind(match.end) {
            let value = DateValue.holiday(holiday, year: year) ?? DateValue(grain: .day, timex: nil, year: year)
            return TimeReading(index..<next, in: passage, date: value, rule: .dateHoliday)
        }
        let isLine = passage.isAlone(index..<match.end)
        guard !isWeak || isLine, isLine || isTold(index..<match.end), !isName(index..<match.end),
            var value = DateValue.holiday(holiday, year: nil)
        else {
            return nil
        }
        if let (step, next) = calendar.step(behind: match.end - 1) {
            value = step.flatMap { anchor?.day(of: value, step: $0) } ?? value
            return TimeReading(index..<next, in: passage, date: value, rule: .dateHoliday)
        }
        return TimeReading(index..<match.end, in: passage, date: value, rule: .dateHoliday)
    }

    /// Whether the feast tells when, and not what kind of thing: `père-Noël`, `marché de Noël`, `Christmas cake`.
    private func isTold(_ lexemes: Range<Int>) -> Bool {
        let first = lexemes.lowerBound
        if passage.lexeme(first)?.gap == .hyphen { return false }
        let times = WordClass.Set(.timeUnit, .weekday, .daypart, .relativeDay, .period, .dateCue, .deictic)
        if isFrench {
            guard let gap = passage.lexeme(first)?.gap, gap == .space || gap == .apostrophe,
                passage.belongs(first - 1, .of)
            else { return true }
            return passage.lexeme(first - 2).map { !$0.classes.isDisjoint(with: times) } ?? true
        }
        guard let next = passage.lexeme(lexemes.upperBound), next.gap == .space, !next.shape.hasCapital else {
            return true
        }
        return !next.classes.isDisjoint(with: times) || !next.classes.isDisjoint(with: .functionWords)
    }

    /// Whether the feast is part of a name: `Noël Le Graët`, `Easter Island`, `Good Friday Agreement`.
    private func isName(_ lexemes: Range<Int>) -> Bool {
        func joins(_ index: Int, _ gap: Int) -> Bool {
            let between = passage.lexeme(gap)?.gap
            guard between == .space || between == .hyphen, let lexeme = passage.lexeme(index) else { return false }
            return lexeme.shape.hasCapital && lexeme.classes.isDisjoint(with: .functionWords)
                && !lexeme.shape.contains(.sentenceStart)
        }
        guard passage.lexemes[lexemes.lowerBound].shape.contains(.initialCapital) else { return false }
        return joins(lexemes.upperBound, lexemes.upperBound) || joins(lexemes.lowerBound - 1, lexemes.lowerBound)
    }

    // MARK: Seasons

    private func season(at index: Int) -> TimeReading? {
        guard let (code, isWeak) = passage.code(index, .season), !code.hasPrefix("="),
            let lexeme = passage.lexeme(index)
        else { return nil }
        var of = index + 1
        if passage.belongs(of, .of), passage.isSpaced(of) { of += 1 }
        // "a été 2023 fois": the participle of être
        let isParticiple =
            code == "SU" && isFrench && lexeme.gap == .space
            && !["of", "month", "year"].contains { passage.belongs(index - 1, .dateCue, as: $0) }
        if let year = calendar.year(at: of), !isParticiple {
            return TimeReading(index..<of + 1, in: passage, date: .season(code, year: year), rule: .dateSeason)
        }
        if !isParticiple, let (step, next) = calendar.step(behind: index) {
            let value = step.flatMap { anchor?.season(code, step: $0) } ?? .season(code, year: nil)
            return TimeReading(index..<next, in: passage, date: value, rule: .dateSeason)
        }
        if isFrench {
            guard lexeme.gap == .apostrophe ? passage.belongs(index - 1, .dateCue, as: "of") : !isWeak else {
                return nil
            }
        } else {
            guard passage.belongs(index - 1, .dateCue, as: "of"), !isWeak, !lexeme.shape.contains(.initialCapital)
            else {
                return nil
            }
        }
        return TimeReading(index..<index + 1, in: passage, date: .season(code, year: nil), rule: .dateSeason)
    }
}
