import GlaneurCore
import GlaneurLexicon

/// Reads days, weekdays and months of the calendar: `jeudi 6 juin 2024`, `March 21, 2024`, `second of August`.
struct CalendarReader {
    let passage: Passage
    var anchor: CivilDate? { passage.anchor?.day }
    var ordinals: OrdinalReader { OrdinalReader(passage: passage) }
    var digits: NumericDateReader { NumericDateReader(passage: passage) }

    var isFrench: Bool { passage.language == .french }

    /// A date as far as it was read.
    struct Dated {
        var value: DateValue
        var next: Int
    }

    // MARK: Parts of dates

    /// Reads a year of four digits that ends a date; a gap of a space or a comma before it.
    func year(at index: Int) -> Int? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 4, lexeme.gap == .space || lexeme.gap == .comma,
            let number = passage.wholeNumber(index), (1000...2999).contains(number),
            passage.lexeme(index + 1).map({ $0.gap != Lexeme.Gap.none }) ?? true,
            DigitRun.read(passage, at: Int(lexeme.start))?.isPlain ?? false
        else { return nil }
        return number
    }

    /// Reads the year behind a date, with *of* or *in* before it or not, or a year in words: `two thousand and fifteen`.
    func yearBehind(_ index: Int) -> (year: Int, next: Int)? {
        if let year = year(at: index) { return (year, index + 1) }
        // "20 sept. 2014"
        if passage.lexeme(index)?.gap == .point, month(at: index - 1)?.isWeak ?? false,
            passage.lexemes[index].count == 4,
            let year = passage.wholeNumber(index), (1000...2999).contains(year)
        {
            return (year, index + 1)
        }
        if let of = passage.behindOf(index), let year = year(at: of) { return (year, of + 1) }
        guard passage.isSpaced(index), passage.belongs(index, .cardinal),
            let (sum, next) = ordinals.numerals.words.sum(at: index), (1000...2099).contains(sum.value)
        else { return nil }
        return (Int(sum.value), next)
    }

    /// Reads the day of a month in digits, with the ending of an ordinal or not, or in words: `1er`, `21st`, `twenty-third`.
    func day(at index: Int) -> (day: Int, next: Int, isOrdinal: Bool)? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.isNumber {
            guard lexeme.count <= 2, passage.byte(Int(lexeme.start) - 1) != 0x24,
                let number = passage.wholeNumber(index), (1...31).contains(number)
            else {
                return nil
            }
            // "1 er octobre": the ending was small and raised before the text was extracted.
            if isFrench, number == 1, passage.isSpaced(index + 1), passage.number(index + 1, .ordinal) == 0,
                passage.belongs(index + 2, .month)
            {
                return (number, index + 2, true)
            }
            guard passage.lexeme(index + 1)?.gap == Lexeme.Gap.none else { return (number, index + 1, false) }
            if passage.belongs(index + 1, .month) { return (number, index + 1, false) }
            return passage.number(index + 1, .ordinal) == 0 ? (number, index + 2, true) : nil
        }
        if let ordinal = ordinals.read(at: index), let number = ordinal.value.integer, (1...31).contains(number) {
            return (number, ordinal.lexemes.upperBound, true)
        }
        guard let (sum, next) = ordinals.numerals.words.sum(at: index), (2...31).contains(sum.value) else { return nil }
        return (Int(sum.value), next, false)
    }

    /// Reads a month; the ambiguous ones say so.
    func month(at index: Int) -> (month: Int, isWeak: Bool)? {
        numbered(index, .month).map { ($0.number, $0.isWeak) }
    }

    /// Reads a weekday; abbreviations are weak.
    func weekday(at index: Int) -> (weekday: Int, isWeak: Bool)? {
        numbered(index, .weekday).map { ($0.number, $0.isWeak) }
    }

    private func numbered(_ index: Int, _ wordClass: WordClass) -> (number: Int, isWeak: Bool)? {
        guard let (code, isWeak) = passage.code(index, wordClass) else { return nil }
        return Int(code).map { ($0, isWeak) }
    }

    // MARK: Days

    /// Reads the date that starts with a weekday, a day or a month.
    ///
    /// - Parameter isAnnounced: whether what stands before leaves no doubt that a date comes.
    func date(at index: Int, isAnnounced: Bool = false) -> TimeReading? {
        if passage.belongs(index, .weekday), let found = weekdayDate(at: index, isAnnounced: isAnnounced) {
            return found
        }
        if let dated = dayAndMonth(at: index) {
            let reading = closingPoint(
                TimeReading(index..<dated.next, in: passage, date: dated.value, rule: .dateDay))
            // "sam. 12 octobre": the abbreviation alone would be a name or another word.
            guard isFrench, passage.lexeme(index)?.gap == .point, passage.belongs(index - 1, .dateCue, as: "weekday")
            else {
                return reading
            }
            return reading.opened(at: index - 1, in: passage)
        }
        return monthDate(at: index, isAnnounced: isAnnounced)
    }

    /// Takes the point of an abbreviated month along: `27 déc.`, not `27 déc`.
    private func closingPoint(_ reading: TimeReading) -> TimeReading {
        guard month(at: reading.lexemes.upperBound - 1)?.isWeak ?? false, passage.byte(reading.end) == 0x2E,
            passage.lexemes[reading.lexemes.upperBound - 1].count <= 5
        else { return reading }
        var closed = reading
        closed.end += 1
        return closed
    }

    /// The step of *dernier*, *prochain* or *à venir* behind a French noun; nothing for *suivant*, which steps from another time.
    func step(behind index: Int) -> (step: Int?, next: Int)? {
        guard isFrench, passage.isSpaced(index + 1), let match = passage.phrase(at: index + 1, .deictic),
            match.end == index + 2 || passage.isSpaced(index + 2) || passage.lexeme(index + 2)?.gap == .apostrophe
        else { return nil }
        let step = passage.lexicon.number(match.node, .deictic)
        // "le mois en cours", but not "ce travail en cours de publication"
        if step == 0, match.end == index + 2 || passage.belongs(match.end, .of) { return nil }
        return (step, match.end)
    }

    /// Reads `8 juillet dernier`, `1er janvier 2024`, `8th of July, 2024`, `third day of October`.
    func dayAndMonth(at index: Int) -> Dated? {
        guard let (day, behind, isOrdinal) = day(at: index), let gap = passage.lexeme(behind)?.gap,
            gap == .space || gap == .none || gap == .hyphen && isOrdinal
        else { return nil }
        var next = behind
        if isOrdinal, passage.value(next, .timeUnit) == "d" { next += 1 }
        if let of = passage.behindOf(next), !isFrench || isOrdinal { next = of }
        guard let (month, _) = month(at: next), let before = passage.lexeme(next)?.gap, before != .newline,
            before != .point, before != .comma, isOrdinal || !passage.belongs(index, .cardinal) || next == behind
        else { return nil }
        next += 1
        return closed(day: day, month: month, next: next)
    }

    /// Reads `March 21, 2024`, `July 8th`, `march the third`.
    func monthAndDay(at index: Int) -> Dated? {
        guard let (month, _) = month(at: index), let gap = passage.lexeme(index + 1)?.gap,
            gap == .space || gap == .point || gap == .comma && !isFrench
        else { return nil }
        let first = passage.behindArticle(index + 1)
        guard let (day, next, isOrdinal) = day(at: first), gap != .comma || isOrdinal,
            isOrdinal || passage.lexemes[first].shape.isNumber
        else { return nil }
        if isFrench, isOrdinal || year(at: next) == nil && passage.behindOf(next).flatMap({ year(at: $0) }) == nil {
            return nil
        }
        // "June 30 percent", "May 5 million": the number counts something.
        if passage.belongs(next, .scale) || passage.belongs(next, .timeUnit)
            || passage.byte(Int(passage.lexemes[next - 1].end)) == 0x25
        {
            return nil
        }
        return closed(day: day, month: month, next: next)
    }

    /// Ends a day with its year or with *dernier*.
    private func closed(day: Int, month: Int, next: Int) -> Dated? {
        if let (year, behind) = yearBehind(next) {
            return DateValue.day(day, month: month, year: year).map { Dated(value: $0, next: behind) }
        }
        guard let value = DateValue.day(day, month: month, year: nil) else { return nil }
        if isFrench, let year = passage.wholeNumber(next), passage.isSpaced(next), year > 31, year < 100,
            passage.endsClause(next + 1)
        {
            return DateValue.day(day, month: month, year: 1900 + year).map { Dated(value: $0, next: next + 1) }
        }
        if let (step, next) = step(behind: next - 1) {
            return Dated(value: step.flatMap { anchor?.day(of: value, step: $0) } ?? value, next: next)
        }
        return Dated(value: value, next: next)
    }

    // MARK: Months

    private func monthDate(at index: Int, isAnnounced: Bool) -> TimeReading? {
        guard let (month, isWeak) = month(at: index), let lexeme = passage.lexeme(index) else { return nil }
        let isCapital = lexeme.shape.contains(.initialCapital)
        // In lower case "may" and "march" are verbs more often than not.
        if let dated = monthAndDay(at: index),
            isCapital || !isWeak || isAnnounced || dated.value.year != nil || isFrench
                || passage.isOpenedByLine(index) || passage.belongs(dated.next - 1, .ordinal)
        {
            return TimeReading(index..<dated.next, in: passage, date: dated.value, rule: .dateDay)
        }
        if let (year, next) = yearBehind(index + 1), isCapital || isFrench || !isWeak || isAnnounced {
            return TimeReading(index..<next, in: passage, date: .month(month, year: year), rule: .dateMonth)
        }
        if isFrench, let year = passage.wholeNumber(index + 1), passage.isSpaced(index + 1), year > 31, year < 100,
            passage.endsClause(index + 2)
        {
            return TimeReading(
                index..<index + 2, in: passage, date: .month(month, year: 1900 + year), rule: .dateMonth)
        }
        if let (step, next) = step(behind: index) {
            let value = step.flatMap { anchor?.month(month, step: $0) } ?? .month(month, year: nil)
            return TimeReading(index..<next, in: passage, date: value, rule: .dateMonth)
        }
        guard isAnnounced || standsAlone(index, lexeme, isWeak: isWeak) else { return nil }
        return TimeReading(index..<index + 1, in: passage, date: .month(month, year: nil), rule: .dateMonth)
    }

    /// Whether a bare word is a month here and no name, verb or noun.
    private func standsAlone(_ index: Int, _ lexeme: Lexeme, isWeak: Bool) -> Bool {
        let isCapital = lexeme.shape.contains(.initialCapital)
        let hasCue = lexeme.gap == .space && passage.belongs(index - 1, .dateCue, as: "month") || opensMonths(index)
        if isFrench {
            if isWeak { return false }
            // "Mars" is a planet and a company, "Avril" a first name.
            guard isCapital else { return true }
            if passage.isSpaced(index + 1), passage.looksLikeName(index + 1) { return false }
            return hasCue || lexeme.shape.contains(.sentenceStart) && passage.value(index, .month) != "3"
        }
        guard !isInName(index..<index + 1) else { return false }
        guard isCapital || opensMonths(index) else { return !isWeak && hasCue && lexeme.count > 3 }
        return hasCue || !isWeak && lexeme.count > 3
    }

    /// Whether another month stands behind a dash or *to*: `Jan–Feb 2017`, `May to March`.
    private func opensMonths(_ index: Int) -> Bool {
        guard let next = passage.lexeme(index + 1) else { return false }
        if next.classes.contains(.month) {
            return next.gap == .hyphen
                || next.gap == .other && passage.dashLength(Int(passage.lexemes[index].end)) != nil
        }
        return next.gap == .space && passage.belongs(index + 1, .dateCue, as: "till") && passage.isSpaced(index + 2)
            && passage.belongs(index + 2, .month)
    }

    /// Whether capitals on either side make a word part of a name: `Sunday Times`, `Theresa May`, `April Ryan`.
    func isInName(_ lexemes: Range<Int>) -> Bool {
        guard let first = passage.lexeme(lexemes.lowerBound), first.shape.contains(.initialCapital) else {
            return false
        }
        if first.gap == .space, !first.shape.contains(.sentenceStart), passage.looksLikeName(lexemes.lowerBound - 1) {
            return true
        }
        return passage.lexeme(lexemes.upperBound)?.gap == .space && passage.looksLikeName(lexemes.upperBound)
            && !isFrench
    }
}
