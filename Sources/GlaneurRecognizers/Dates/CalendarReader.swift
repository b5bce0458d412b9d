import GlaneurCore
import GlaneurLexicon

/// Reads days, months and years of the calendar: `jeudi 6 juin 2024`, `March 21, 2024`, `été 2023`, `2024-03-12`.
struct CalendarReader {
    let passage: Passage
    let anchor: CivilDate?

    private var isFrench: Bool { passage.language == .french }

    // MARK: Figures

    /// Reads a date in digits: `2024-03-12`, `12/03/2024`, `12.03.24`; the order of day and month is that of the language.
    func numeric(at index: Int) -> TimeReading? {
        guard let first = passage.lexeme(index), first.shape.isNumber, let second = passage.lexeme(index + 1),
            second.shape.isNumber, let third = passage.lexeme(index + 2), third.shape.isNumber,
            second.gap == third.gap, second.gap == .hyphen || second.gap == .slash || second.gap == .point,
            second.start - first.end == 1, third.start - second.end == 1, first.gap != second.gap,
            passage.lexeme(index + 3).map({ $0.gap != second.gap || !$0.shape.isNumber || $0.start - third.end > 1 }) ?? true,
            let numbers = [index, index + 1, index + 2].map(integer) as? [Int]
        else { return nil }
        var value: TimeExpression?
        if first.count == 4 {
            value = TimeExpression.day(numbers[2], month: numbers[1], year: numbers[0])
        } else if third.count == 4 || third.count == 2 && second.gap == .slash {
            let year = third.count == 4 ? numbers[2] : numbers[2] + (numbers[2] < 70 ? 2000 : 1900)
            let dayFirst = TimeExpression.day(numbers[0], month: numbers[1], year: year)
            let monthFirst = TimeExpression.day(numbers[1], month: numbers[0], year: year)
            value = isFrench || second.gap == .point ? dayFirst ?? monthFirst : monthFirst ?? dayFirst
        }
        guard let value else { return nil }
        return TimeReading(index..<index + 3, in: passage, .date, value, rule: "date.numeric")
    }

    /// The whole number of a lexeme of at most four digits.
    func integer(_ index: Int) -> Int? {
        guard let lexeme = passage.lexeme(index), lexeme.shape.isNumber, lexeme.count <= 4 else { return nil }
        var number = 0
        for offset in Int(lexeme.start)..<Int(lexeme.end) { number = number * 10 + Int(passage.byte(offset)) - 0x30 }
        return number
    }

    /// Reads a year of four digits that ends a date; a gap of a space or a comma before it.
    func year(at index: Int) -> Int? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 4, lexeme.gap == .space || lexeme.gap == .comma,
            let number = integer(index), (1000...2999).contains(number),
            passage.lexeme(index + 1).map({ $0.gap != Lexeme.Gap.none }) ?? true,
            DigitRun.read(passage, at: Int(lexeme.start))?.isPlain ?? false
        else { return nil }
        return number
    }

    /// Reads the day of a month, with the ending of an ordinal: `1er`, `21st`.
    private func day(at index: Int) -> (day: Int, next: Int)? {
        guard let lexeme = passage.lexeme(index), lexeme.count <= 2, let number = integer(index), (1...31).contains(number)
        else { return nil }
        guard let following = passage.lexeme(index + 1), following.gap == .none else { return (number, index + 1) }
        return passage.number(index + 1, .ordinal) == 0 ? (number, index + 2) : nil
    }

    /// Reads a month; the ambiguous ones say so.
    private func month(at index: Int) -> (month: Int, isWeak: Bool)? {
        guard var text = passage.value(index, .month) else { return nil }
        let isWeak = text.hasSuffix("?")
        if isWeak { text.removeLast() }
        return Int(text).map { ($0, isWeak) }
    }

    // MARK: Days

    /// Reads the date that starts with a weekday, a day or a month.
    func date(at index: Int) -> TimeReading? {
        if let weekday = passage.number(index, .weekday) { return weekdayDate(at: index, weekday) }
        if let dated = dayAndMonth(at: index) {
            return TimeReading(index..<dated.next, in: passage, .date, dated.value, rule: dated.rule)
        }
        return monthDate(at: index)
    }

    private func weekdayDate(at index: Int, _ weekday: Int) -> TimeReading? {
        guard !isInName(index..<index + 1) else { return nil }
        if let gap = passage.lexeme(index + 1)?.gap, gap == .space || gap == .comma {
            var first = index + 1
            if isFrench, gap == .comma || passage.belongs(first, .dateCue, as: "of"), passage.lexeme(first)?.count == 2 {
                first += 1
            }
            if let dated = dayAndMonth(at: first) ?? (isFrench ? nil : monthAndDay(at: first)) {
                return TimeReading(index..<dated.next, in: passage, .date, dated.value, rule: dated.rule)
            }
        }
        var next = index + 1
        var value = TimeExpression(timex: "XXXX-WXX-\(weekday)")
        if isFrench, let step = passage.number(next, .deictic), step != 0, passage.lexeme(next)?.gap == .space {
            next += 1
            value = RelativeReader(passage: passage, anchor: anchor).weekday(weekday, step: step) ?? value
        }
        return TimeReading(index..<next, in: passage, .date, value, rule: "date.weekday")
    }

    /// Reads `8 juillet dernier`, `1er janvier 2024`, `8th of July, 2024`.
    private func dayAndMonth(at index: Int) -> (value: TimeExpression, next: Int, rule: String)? {
        guard let (day, behind) = day(at: index), let gap = passage.lexeme(behind)?.gap, gap == .space else { return nil }
        var next = behind
        if !isFrench, passage.belongs(next, .of) { next += 1 }
        guard let (month, _) = month(at: next), passage.lexeme(next)?.gap == .space else { return nil }
        next += 1
        // "sept." and the like
        return closed(day: day, month: month, next: next)
    }

    /// Reads `March 21, 2024`, `July 8th`.
    private func monthAndDay(at index: Int) -> (value: TimeExpression, next: Int, rule: String)? {
        guard let (month, _) = month(at: index), let gap = passage.lexeme(index + 1)?.gap,
            gap == .space || gap == .point, let (day, next) = day(at: index + 1)
        else { return nil }
        // "June 30 percent", "May 5 million": the number counts something.
        if passage.belongs(next, .scale) || passage.belongs(next, .timeUnit) { return nil }
        return closed(day: day, month: month, next: next)
    }

    /// Ends a day with its year or with *dernier*.
    private func closed(day: Int, month: Int, next: Int) -> (value: TimeExpression, next: Int, rule: String)? {
        if let year = year(at: next) {
            return TimeExpression.day(day, month: month, year: year).map { ($0, next + 1, "date.day") }
        }
        if isFrench, let step = passage.number(next, .deictic), step != 0, passage.lexeme(next)?.gap == .space {
            let resolved = RelativeReader(passage: passage, anchor: anchor).day(day, month: month, step: step)
            return (resolved ?? TimeExpression.day(day, month: month, year: nil)).map { ($0, next + 1, "date.day") }
        }
        return TimeExpression.day(day, month: month, year: nil).map { ($0, next, "date.day") }
    }

    // MARK: Months

    private func monthDate(at index: Int) -> TimeReading? {
        guard let (month, isWeak) = month(at: index), let lexeme = passage.lexeme(index) else { return nil }
        // In lower case "may" and "march" are verbs more often than not.
        if !isFrench, let dated = monthAndDay(at: index),
            lexeme.shape.contains(.initialCapital) || !isWeak || dated.value.first != nil
        {
            return TimeReading(index..<dated.next, in: passage, .date, dated.value, rule: dated.rule)
        }
        var of = index + 1
        if passage.belongs(of, .of), passage.lexeme(of)?.gap == .space { of += 1 }
        if let year = year(at: of), lexeme.shape.contains(.initialCapital) || isFrench || !isWeak {
            return TimeReading(index..<of + 1, in: passage, .date, .month(month, year: year), rule: "date.month")
        }
        if let step = passage.number(index + 1, .deictic), isFrench, step != 0, passage.lexeme(index + 1)?.gap == .space {
            let value = RelativeReader(passage: passage, anchor: anchor).month(month, step: step)
            return TimeReading(
                index..<index + 2, in: passage, .date, value ?? .month(month, year: nil), rule: "date.month")
        }
        guard standsAlone(index, lexeme, isWeak: isWeak) else { return nil }
        return TimeReading(index..<index + 1, in: passage, .date, .month(month, year: nil), rule: "date.month")
    }

    /// Whether a bare word is a month here and no name, verb or noun.
    private func standsAlone(_ index: Int, _ lexeme: Lexeme, isWeak: Bool) -> Bool {
        let isCapital = lexeme.shape.contains(.initialCapital)
        let hasCue = lexeme.gap == .space && passage.belongs(index - 1, .dateCue, as: "month")
        if isFrench {
            if isWeak { return false }
            // "Mars" is a planet and a company, "Avril" a first name.
            guard isCapital else { return true }
            return hasCue || lexeme.shape.contains(.sentenceStart) && passage.value(index, .month) != "3"
        }
        guard isCapital, !isInName(index..<index + 1) else { return false }
        return hasCue || !isWeak && lexeme.count > 3
    }

    /// Whether capitals on either side make a word part of a name: `Sunday Times`, `Theresa May`, `April Ryan`.
    private func isInName(_ lexemes: Range<Int>) -> Bool {
        guard let first = passage.lexeme(lexemes.lowerBound), first.shape.contains(.initialCapital) else { return false }
        if first.gap == .space, !first.shape.contains(.sentenceStart), passage.looksLikeName(lexemes.lowerBound - 1) {
            return true
        }
        return passage.lexeme(lexemes.upperBound)?.gap == .space && passage.looksLikeName(lexemes.upperBound)
            && !isFrench
    }

    // MARK: Seasons

    /// Reads `été 2023`, `fall of 2025`, `été dernier`, `l’été`, `the summer`.
    func season(at index: Int) -> TimeReading? {
        guard var code = passage.value(index, .season), let lexeme = passage.lexeme(index) else { return nil }
        let isWeak = code.hasSuffix("?")
        if isWeak { code.removeLast() }
        var of = index + 1
        if passage.belongs(of, .of), passage.lexeme(of)?.gap == .space { of += 1 }
        // "a été 2023 fois": the participle of être
        let isParticiple = code == "SU" && isFrench && lexeme.gap == .space && !passage.belongs(index - 1, .dateCue)
        if let year = year(at: of), !isParticiple {
            return TimeReading(index..<of + 1, in: passage, .date, .season(code, year: year), rule: "date.season")
        }
        if isFrench, let step = passage.number(index + 1, .deictic), step != 0, passage.lexeme(index + 1)?.gap == .space {
            return TimeReading(
                index..<index + 2, in: passage, .date, .season(code, year: nil), rule: "date.season")
        }
        if isFrench {
            guard lexeme.gap == .apostrophe ? passage.belongs(index - 1, .dateCue, as: "of") : !isWeak else { return nil }
        } else {
            guard passage.belongs(index - 1, .dateCue, as: "of"), !isWeak, !lexeme.shape.contains(.initialCapital) else {
                return nil
            }
        }
        return TimeReading(index..<index + 1, in: passage, .date, .season(code, year: nil), rule: "date.season")
    }
}
