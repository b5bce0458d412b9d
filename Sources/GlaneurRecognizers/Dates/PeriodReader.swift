import GlaneurCore
import GlaneurLexicon

/// Reads parts of years: `premier trimestre 2024`, `Q1 2024`, `2018Q4`, `deuxième moitié de l’année`, `week 3 of 2027`.
struct PeriodReader {
    let passage: Passage
    var anchor: CivilDate? { passage.anchor?.day }
    var calendar: CalendarReader { CalendarReader(passage: passage) }
    var ordinals: OrdinalReader { OrdinalReader(passage: passage) }
    var years: YearReader { YearReader(passage: passage) }

    private var isFrench: Bool { passage.language == .french }

    /// Reads an ordinal and the part of the year it counts.
    func ordinal(at index: Int) -> TimeReading? {
        guard let ordinal = ordinals.read(at: index), let number = ordinal.value.integer,
            (1...4).contains(number)
        else { return nil }
        let noun = ordinal.lexemes.upperBound
        guard let gap = passage.lexeme(noun)?.gap, gap == .space || gap == .hyphen,
            let (kind, needsYear) = passage.code(noun, .period), kind == "Q" || kind == "H", kind == "Q" || number <= 2
        else { return nil }
        if let fiscal = fiscalYearBehind(noun + 1) { return self.fiscal(kind, number, fiscal, from: index) }
        if let (year, next) = yearBehind(noun + 1) {
            return TimeReading(index..<next, in: passage, date: .part(kind, number, year: year), rule: .datePeriod)
        }
        guard !needsYear else { return nil }
        return TimeReading(index..<noun + 1, in: passage, date: .part(kind, number, year: nil), rule: .datePeriod)
    }

    /// Reads `of fiscal 2024`, `FY24`, `of FY2024`.
    private func fiscalYearBehind(_ index: Int) -> TimeReading? {
        let first = passage.behindOf(index) ?? index
        guard passage.isSpaced(first) else { return nil }
        return years.fiscal(at: first)
    }

    /// A part of a business year, whose days the text does not tell: `FY2024-Q3`.
    private func fiscal(_ kind: String, _ number: Int, _ year: TimeReading, from index: Int) -> TimeReading {
        let value = DateValue(
            grain: .part, timex: year.date?.timex.map { "\($0)-\(kind)\(number)" }, year: year.date?.year)
        return TimeReading(index..<year.lexemes.upperBound, in: passage, date: value, rule: .dateFiscal)
    }

    /// Reads the year, *l’année* or *the year* that a part of the year belongs to; the year is nothing where it is not told.
    func yearBehind(_ index: Int) -> (year: Int?, next: Int)? {
        if let year = calendar.year(at: index) { return (year, index + 1) }
        guard let next = passage.behindOf(index) else { return nil }
        if let year = calendar.year(at: next) ?? passage.wholeNumber(next), (1000...2999).contains(year) {
            return (year, next + 1)
        }
        let noun = passage.number(next, .deictic) == 0 ? next + 1 : next
        guard passage.value(noun, .timeUnit) == "a" else {
            // "of last year"
            guard !isFrench, let step = passage.number(next, .deictic), passage.value(next + 1, .timeUnit) == "a" else {
                return nil
            }
            return (anchor.map { $0.year + step }, next + 2)
        }
        if let (step, next) = calendar.step(behind: noun) {
            return (anchor.flatMap { anchor in step.map { anchor.year + $0 } }, next)
        }
        guard noun > next || next > index + 1 else { return nil }
        if let year = calendar.year(at: noun + 1) { return (year, noun + 2) }
        return (anchor?.year, noun + 1)
    }

    /// Reads `Q1 2024`, `T3`, `H1 2023`, `S2 2024`.
    func abbreviated(at index: Int) -> TimeReading? {
        guard let (kind, number) = code(at: index), let lexeme = passage.lexeme(index) else { return nil }
        if let fiscal = fiscalYearBehind(index + 1) { return self.fiscal(kind, number, fiscal, from: index) }
        if let (year, next) = yearBehind(index + 1), year != nil {
            return TimeReading(index..<next, in: passage, date: .part(kind, number, year: year), rule: .datePeriod)
        }
        // A bare "T2" or "H1" is many things.
        guard kind == "Q", passage.byte(Int(lexeme.start)) == 0x51 else { return nil }
        return TimeReading(index..<index + 1, in: passage, date: .part(kind, number, year: nil), rule: .datePeriod)
    }

    /// Reads `2018 Q4`, `2017-q1`, `2018Q4`.
    func yearFirst(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 4, let year = passage.wholeNumber(index),
            (1900...2199).contains(year), let gap = passage.lexeme(index + 1)?.gap,
            gap == .space || gap == .hyphen || gap == .none, let (kind, number) = code(at: index + 1)
        else { return nil }
        return TimeReading(
            index..<index + 2, in: passage, date: .part(kind, number, year: year), rule: .datePeriod)
    }

    private func code(at index: Int) -> (kind: String, number: Int)? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 2 else { return nil }
        let number = Int(passage.byte(Int(lexeme.end) - 1)) - 0x30
        switch passage.byte(Int(lexeme.start)) {
        case 0x51 where (1...4).contains(number), 0x71 where (1...4).contains(number): return ("Q", number)
        case 0x54 where (1...4).contains(number) && isFrench: return ("Q", number)
        case 0x48 where (1...2).contains(number): return ("H", number)
        case 0x53 where (1...2).contains(number) && isFrench: return ("H", number)
        default: return nil
        }
    }

    /// Reads `trois premiers mois de cette année`, `first six months of 2024`, `last four months of 2021`.
    func months(at index: Int) -> TimeReading? {
        var next = index
        var isLast = false
        if !isFrench {
            guard let end = partCue(next, &isLast) else { return nil }
            next = end
        }
        guard let numeral = ordinals.numerals.read(at: next), let count = numeral.value.integer, count > 1, count < 12
        else { return nil }
        next = numeral.lexemes.upperBound
        if isFrench {
            guard let end = partCue(next, &isLast) else { return nil }
            next = end
        }
        guard passage.value(next, .timeUnit) == "mo", passage.isSpaced(next), let (year, end) = yearBehind(next + 1)
        else { return nil }
        let value: DateValue
        switch count {
        case 3: value = .part("Q", isLast ? 4 : 1, year: year)
        case 6: value = .part("H", isLast ? 2 : 1, year: year)
        default:
            let first = year.flatMap { CivilDate(year: $0, month: isLast ? 13 - count : 1, day: 1) }
            value = .open(from: first, to: first?.adding(months: count).adding(days: -1))
        }
        return TimeReading(index..<end, in: passage, date: value, rule: .datePeriod)
    }

    private func partCue(_ index: Int, _ isLast: inout Bool) -> Int? {
        isLast = passage.belongs(index, .deictic) && passage.number(index, .deictic) == -1
        return isLast || passage.belongs(index, .dateCue, as: "part") ? index + 1 : nil
    }

    /// Reads `week 10`, `semaine 3 de 2027`.
    func week(at index: Int) -> TimeReading? {
        guard passage.value(index, .timeUnit) == "wk", passage.isSpaced(index + 1),
            let number = passage.wholeNumber(index + 1), number > 0, passage.lexemes[index + 1].count <= 2,
            passage.lexeme(index + 2)?.gap != Lexeme.Gap.none
        else { return nil }
        let told = yearBehind(index + 2)
        guard let value = DateValue.week(number, year: told?.year ?? anchor?.year) else { return nil }
        return TimeReading(
            index..<(told?.next ?? index + 2), in: passage, date: told?.year == nil ? value.anchored : value,
            rule: .datePeriod)
    }
}
