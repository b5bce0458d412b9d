import GlaneurCore
import GlaneurLexicon

/// Reads quarters and halves of years: `premier trimestre 2024`, `Q1 2024`, `deuxième moitié de l’année`, `year-end`.
struct PeriodReader {
    let passage: Passage
    let anchor: CivilDate?

    private var calendar: CalendarReader { CalendarReader(passage: passage, anchor: anchor) }

    /// Reads an ordinal and the part of the year it counts.
    func ordinal(at index: Int) -> TimeReading? {
        guard let ordinal = OrdinalReader(passage: passage).read(at: index), let number = ordinal.value.integer,
            (1...4).contains(number)
        else { return nil }
        let noun = ordinal.lexemes.upperBound
        guard let gap = passage.lexeme(noun)?.gap, gap == .space || gap == .hyphen, var kind = passage.value(noun, .period),
            kind != "end"
        else { return nil }
        let needsYear = kind.hasSuffix("?")
        if needsYear { kind.removeLast() }
        guard kind == "Q" || number <= 2 else { return nil }
        if let (year, next) = yearBehind(noun + 1) {
            return TimeReading(
                index..<next, in: passage, .date, .part(kind, number, year: year), rule: "date.period")
        }
        guard !needsYear else { return nil }
        return TimeReading(index..<noun + 1, in: passage, .date, .part(kind, number, year: nil), rule: "date.period")
    }

    /// Reads the year, *l’année* or *the year* that a part of the year belongs to; the year is nothing where it is not told.
    private func yearBehind(_ index: Int) -> (year: Int?, next: Int)? {
        if let year = calendar.year(at: index) { return (year, index + 1) }
        guard passage.belongs(index, .of), passage.lexeme(index)?.gap == .space else { return nil }
        var next = index + 1
        if let year = calendar.year(at: next) { return (year, next + 1) }
        while passage.belongs(next, .dateCue, as: "of"), next < index + 3 {
            next += 1
            if let year = calendar.year(at: next) { return (year, next + 1) }
        }
        guard next > index + 1, passage.value(next, .timeUnit) == "a" else { return nil }
        return (anchor?.year, next + 1)
    }

    /// Reads `Q1 2024`, `T3`, `H1 2023`, `S2 2024`.
    func abbreviated(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 2, lexeme.shape.contains(.initialCapital) else {
            return nil
        }
        let number = Int(passage.byte(Int(lexeme.end) - 1)) - 0x30
        let isFrench = passage.language == .french
        let kind: String
        switch passage.byte(Int(lexeme.start)) {
        case 0x51 where (1...4).contains(number): kind = "Q"
        case 0x54 where (1...4).contains(number) && isFrench: kind = "Q"
        case 0x48 where (1...2).contains(number) && !isFrench: kind = "H"
        case 0x53 where (1...2).contains(number) && isFrench: kind = "H"
        default: return nil
        }
        var next = index + 1
        if passage.belongs(next, .of) { next += 1 }
        if let year = calendar.year(at: next) {
            return TimeReading(
                index..<next + 1, in: passage, .date, .part(kind, number, year: year), rule: "date.period")
        }
        // A bare "T2" or "H1" is many things.
        guard kind == "Q", !isFrench || passage.byte(Int(lexeme.start)) == 0x51 else { return nil }
        return TimeReading(index..<index + 1, in: passage, .date, .part(kind, number, year: nil), rule: "date.period")
    }

    /// Reads `fin de l’année`, `year-end`, `end of the year`.
    func end(at index: Int) -> TimeReading? {
        guard let match = passage.phrase(at: index, .period), passage.lexicon.value(match.node, .period) == "end" else {
            return nil
        }
        if let year = calendar.year(at: match.end) {
            return TimeReading(index..<match.end + 1, in: passage, .date, .year(year), rule: "date.period")
        }
        let value = TimeExpression(timex: nil)
        return TimeReading(index..<match.end, in: passage, .date, value, rule: "date.relative")
    }

    /// Reads `trois premiers mois de cette année`, `first six months of 2024`.
    func months(at index: Int) -> TimeReading? {
        let isFrench = passage.language == .french
        let numerals = NumeralReader(passage: passage)
        var next = index
        if !isFrench {
            guard passage.belongs(next, .dateCue, as: "part") else { return nil }
            next += 1
        }
        guard let numeral = numerals.read(at: next), let count = numeral.value.integer, count > 1, count < 12 else { return nil }
        next = numeral.lexemes.upperBound
        if isFrench {
            guard passage.belongs(next, .dateCue, as: "part") else { return nil }
            next += 1
        }
        guard passage.value(next, .timeUnit) == "mo", passage.lexeme(next)?.gap == .space,
            let (year, end) = yearBehind(next + 1)
        else { return nil }
        let value: TimeExpression
        switch count {
        case 3: value = .part("Q", 1, year: year)
        case 6: value = .part("H", 1, year: year)
        default:
            value = TimeExpression(
                timex: nil, first: year.map { "\(Timex.year($0))-01-01" },
                last: year.flatMap { TimeExpression.month(count, year: $0).last })
        }
        return TimeReading(index..<end, in: passage, .date, value, rule: "date.period")
    }
}
