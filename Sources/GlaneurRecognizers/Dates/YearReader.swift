import GlaneurCore
import GlaneurLexicon

/// Reads bare years, decades and centuries: `en 2018`, `(2017)`, `1990s`, `années 90`, `XXIe siècle`.
struct YearReader {
    let passage: Passage
    var ordinals: OrdinalReader { OrdinalReader(passage: passage) }

    private var isFrench: Bool { passage.language == .french }

    /// Reads a year that stands alone, where the words around it say that it is one.
    func year(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 4, lexeme.shape.isNumber, lexeme.gap != .none,
            let year = passage.plainNumber(index), (1900...2199).contains(year), !isCounting(index),
            isAnnounced(index, lexeme)
        else { return nil }
        return TimeReading(index..<index + 1, in: passage, date: .year(year), rule: .dateYear)
    }

    /// Whether a currency, a unit or a sign makes the figure an amount.
    func isCounting(_ index: Int) -> Bool {
        if passage.isCounting(behind: Int(passage.lexemes[index].end)) { return true }
        if CurrencySign.endingAt(passage.startOfSpaces(Int(passage.lexemes[index].start)), in: passage) != nil {
            return true
        }
        guard let next = passage.lexeme(index + 1) else { return false }
        switch next.gap {
        case .none: return true
        case .hyphen: return next.shape.contains(.small)
        case .space:
            let units = WordClass.Set(.currency, .scale, .timeUnit, .multiplier)
            if !next.classes.isDisjoint(with: units) || UnitReader(passage: passage).isUnit(at: index + 1) {
                return true
            }
            return next.shape.isNumber
        default: return false
        }
    }

    private func isAnnounced(_ index: Int, _ lexeme: Lexeme) -> Bool {
        let isFollowedByNoun =
            passage.lexeme(index + 1).map {
                $0.gap == .space && $0.classes.isDisjoint(with: .functionWords) && !$0.shape.hasCapital
            } ?? false
        switch lexeme.gap {
        case .space, .apostrophe:
            if passage.belongs(index - 1, .dateCue, as: "year") { return true }
            if passage.startOfCue("year", before: index) != nil { return true }
            if passage.belongs(index - 1, .dateCue, as: "link") { return !isFollowedByNoun || isPaired(index) }
            if passage.belongs(index - 1, .season) || passage.belongs(index - 1, .month) { return true }
            guard let before = passage.lexeme(index - 1), !before.shape.isNumber else { return false }
            // "the 2024 election", "its 2023 budget"
            if !isFrench, passage.belongs(index - 1, .dateCue, as: "of") { return true }
            // "rentrée 2024", "budget 2023"; a capital would be a name: "Euro 2024"
            return !before.shape.hasCapital && before.count > 3 && before.classes.isDisjoint(with: .functionWords)
                && !isFollowedByNoun
        case .hyphen:
            // "2023-2024", "mid-2024"
            let isChained = passage.lexeme(index + 1).map { $0.gap == .hyphen && $0.shape.isNumber } ?? false
            return isPaired(index) && !isChained && passage.lexeme(index - 1)?.gap != .hyphen
                || passage.belongs(index - 1, .dateCue, as: "year")
        case .newline: return !isFollowedByNoun && passage.lexeme(index + 1)?.gap == .space
        case .comma: return isPaired(index) || passage.belongs(index - 1, .month)
        case .slash: return isPaired(index)
        case .other:
            // In brackets, or behind a dash between years.
            let before = passage.byte(Int(lexeme.start) - 1)
            return before == 0x28 || isPaired(index)
        default: return lexeme.shape.contains(.sentenceStart) && !isFollowedByNoun
        }
    }

    /// Whether the number one or two lexemes before is a year too: `2020 et 2023`, `2023-2024`.
    private func isPaired(_ index: Int) -> Bool {
        for before in [index - 1, index - 2] where passage.lexeme(before)?.count == 4 {
            if let year = passage.wholeNumber(before), (1900...2099).contains(year) { return true }
        }
        return false
    }

    /// Reads `FY2024`, `FY24`, `FY 2024`, `fiscal year 2024`, `fiscal 2024`: a business year, whose days the text does not tell.
    func fiscal(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.contains(.digit), lexeme.count == 4 || lexeme.count == 6,
            passage.byte(Int(lexeme.start)) == 0x46, passage.byte(Int(lexeme.start) + 1) == 0x59
        {
            var year = 0
            for offset in Int(lexeme.start) + 2..<Int(lexeme.end) {
                guard DigitRun.isDigit(passage.byte(offset)) else { return nil }
                year = year * 10 + Int(passage.byte(offset)) - 0x30
            }
            return fiscal(index..<index + 1, year < 100 ? 2000 + year : year)
        }
        guard let cue = passage.phrase(at: index, .period), let kind = passage.lexicon.value(cue.node, .period),
            kind == "FY" || kind == "SY" || kind == "CY",
            passage.isSpaced(cue.end), passage.lexemes[cue.end].count == 4, let year = passage.wholeNumber(cue.end)
        else { return nil }
        return fiscal(index..<cue.end + 1, year, kind)
    }

    private func fiscal(_ lexemes: Range<Int>, _ year: Int, _ kind: String = "FY") -> TimeReading? {
        guard (1900...2199).contains(year) else { return nil }
        let value = kind == "CY" ? DateValue.year(year) : DateValue(grain: .year, timex: "\(kind)\(year)", year: year)
        return TimeReading(lexemes, in: passage, date: value, rule: .dateFiscal)
    }

    // MARK: Decades and centuries

    /// Reads `1990s`, `the 90s`.
    func decade(at index: Int) -> TimeReading? {
        guard !isFrench, let lexeme = passage.lexeme(index), lexeme.count == 4 || lexeme.count == 2,
            let number = passage.wholeNumber(index), number % 10 == 0,
            let suffix = passage.lexeme(index + 1), suffix.count == 1, passage.byte(Int(suffix.start)) == 0x73,
            suffix.gap == .none || suffix.gap == .apostrophe,
            lexeme.count == 4 ? (1500...2090).contains(number) && suffix.gap == .none : number >= 20 && isTold(index)
        else { return nil }
        return decade(index..<index + 2, startingIn: number)
    }

    /// Reads `the nineties`, `the mid-eighties`.
    func wordDecade(at index: Int) -> TimeReading? {
        guard let text = passage.value(index, .period), let decade = Int(text), hasArticle(index) else { return nil }
        return TimeReading(index..<index + 1, in: passage, date: .decade(decade), rule: .dateDecade)
    }

    /// Whether *the* stands before two digits, which are an age otherwise: `in their mid-20s`.
    private func isTold(_ index: Int) -> Bool { hasArticle(index) || passage.isAlone(index..<index + 2) }

    private func hasArticle(_ index: Int) -> Bool {
        let first = passage.belongs(index - 1, .period) ? index - 1 : index
        return passage.belongs(first - 1, .dateCue, as: "article")
    }

    /// Reads `années 1990`, `années 90`, `années soixante`.
    func frenchDecade(at index: Int) -> TimeReading? {
        guard isFrench, passage.belongs(index, .dateCue, as: "decade"), passage.lexeme(index + 1)?.gap == .space else {
            return nil
        }
        var next = index + 2
        var number = passage.wholeNumber(index + 1)
        if number == nil, let (sum, end) = ordinals.numerals.words.sum(at: index + 1), sum.value < 100 {
            number = Int(sum.value)
            next = end
        }
        guard let number, number % 10 == 0, (20...90).contains(number) || (1500...2090).contains(number) else {
            return nil
        }
        return decade(index..<next, startingIn: number)
    }

    /// The decade that starts in a year; two digits are of the twentieth century.
    private func decade(_ lexemes: Range<Int>, startingIn year: Int) -> TimeReading {
        let decade = year < 100 ? 190 + year / 10 : year / 10
        return TimeReading(lexemes, in: passage, date: .decade(decade), rule: .dateDecade)
    }

    /// Reads `21st century`, `19e siècle`, `dix-neuvième siècle`.
    func century(at index: Int) -> TimeReading? {
        guard let ordinal = ordinals.read(at: index), let number = ordinal.value.integer else { return nil }
        return century(index..<ordinal.lexemes.upperBound + 1, number)
    }

    /// Reads `XXIe siècle`, whose first word no table has, from its second.
    func romanCentury(endingAt noun: Int) -> TimeReading? {
        guard isFrench, let lexeme = passage.lexeme(noun - 1), lexeme.shape.contains(.initialCapital),
            let number = roman(lexeme)
        else { return nil }
        return century(noun - 1..<noun + 1, number)
    }

    private func century(_ lexemes: Range<Int>, _ number: Int) -> TimeReading? {
        let noun = lexemes.upperBound - 1
        guard (1...30).contains(number), passage.value(noun, .timeUnit) == "100.a", let gap = passage.lexeme(noun)?.gap,
            gap == .space || gap == .hyphen
        else { return nil }
        return TimeReading(lexemes, in: passage, date: .century(number), rule: .dateCentury)
    }

    /// Reads `XXIe` and `XIXème`.
    private func roman(_ lexeme: Lexeme) -> Int? {
        var total = 0
        var last = 0
        var offset = Int(lexeme.start)
        while offset < Int(lexeme.end) {
            let value: Int
            switch passage.byte(offset) {
            case 0x49: value = 1
            case 0x56: value = 5
            case 0x58: value = 10
            case 0x65, 0xC3, 0x72: return total > 0 ? total : nil
            default: return nil
            }
            total += value > last && last > 0 ? value - 2 * last : value
            last = value
            offset += 1
        }
        return nil
    }
}
