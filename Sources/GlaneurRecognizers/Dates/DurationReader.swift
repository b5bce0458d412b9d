import GlaneurCore
import GlaneurLexicon

/// Reads stretches of time: `quatre mois`, `three years`, `an hour and a half`, `quelques semaines`.
struct DurationReader {
    let passage: Passage
    var numerals: NumeralReader { NumeralReader(passage: passage) }
    var ages: AgeReader { AgeReader(passage: passage) }

    var isFrench: Bool { passage.language == .french }

    /// A stretch of time: its lexemes, and its length where it is told.
    struct Stretch {
        var next: Int
        var count: ExactDecimal?
        var unit: String
        /// The TIMEX3 value: `P4M`, `PXM`, `PT1H30M`.
        var timex: String?
    }

    // MARK: Stretches

    /// Reads the duration that starts at a lexeme; nothing for ages, whose business is that of quantities.
    func duration(at index: Int) -> TimeReading? {
        stretch(at: index).map { reading($0, from: index) }
    }

    /// The reading of a stretch that starts at a lexeme.
    func reading(_ stretch: Stretch, from index: Int) -> TimeReading {
        let value = TimeExpression(
            timex: stretch.timex, value: stretch.count, unit: stretch.count == nil ? nil : stretch.unit)
        return TimeReading(index..<stretch.next, in: passage, .told(value, .duration), rule: .duration)
    }

    /// The seconds of a unit of the clock; nothing for days and more.
    static func seconds(in unit: String) -> Int? {
        switch unit {
        case "h": 3600
        case "min": 60
        case "s": 1
        default: nil
        }
    }

    /// Reads the stretch of time that starts at a lexeme.
    ///
    /// - Parameter isDistance: whether the words before say that it leads to another time, so that *un jour* is one day.
    func stretch(at index: Int, isDistance: Bool = false) -> Stretch? {
        if passage.belongs(index, .timeVague) || !isFrench && passage.belongs(index + 1, .timeVague) {
            return vague(at: index)
        }
        if !isFrench, passage.belongs(index, .numberOpener, as: "a"),
            let article = article(at: index, isDistance: isDistance)
        {
            return article
        }
        if let part = quarters(at: index) { return part }
        guard let numeral = numerals.read(at: index), !numeral.isCompound,
            // "dix-[huit] ans"
            passage.lexemes[index].gap != .hyphen
                || !passage.lexemes[index].shape.isNumber && !passage.belongs(index - 1, .cardinal),
            !DigitRun.isDigit(passage.byte(numeral.start - 2)) || passage.byte(numeral.start - 1) == 0x20
                || passage.byte(numeral.start - 1) == 0x2D
        else { return nil }
        var unit = numeral.lexemes.upperBound
        // "a couple of days", "une dizaine de jours"
        if numeral.isNoun || passage.belongs(unit - 1, .multiplier), passage.belongs(unit, .of) { unit += 1 }
        // "deux longues années", "two additional minutes"
        if passage.belongs(unit, .countAdjective), passage.lexeme(unit)?.gap == .space { unit += 1 }
        if let range = range(from: numeral) { return range }
        guard let code = unitCode(unit, numeral), ages.next(behind: numeral, unit: unit) == nil else { return nil }
        if numeral.isOne, isFrench, !isDistance, code == "d" || code == "s" || code == "min",
            !passage.isAlone(index..<unit + 1)
        {
            return nil
        }
        if numeral.isVague {
            // The end of an age: "vieille de 200 millions d’années".
            guard !(passage.lexeme(index - 1)?.shape.isNumber ?? false) else { return nil }
            return Stretch(next: unit + 1, count: nil, unit: code, timex: DurationReader.timex(nil, code))
        }
        var stretch = Stretch(
            next: unit + 1, count: numeral.value, unit: code, timex: DurationReader.timex(numeral.value, code))
        readOn(from: &stretch)
        return stretch
    }

    /// The UCUM code of a unit of time behind a number.
    func unitCode(_ index: Int, _ numeral: Numeral) -> String? {
        guard let lexeme = passage.lexeme(index), let code = passage.value(index, .timeUnit),
            // "années-lumière"
            !passage.belongs(index + 1, .measureCue, as: "light"),
            lexeme.gap == .space || lexeme.gap == .hyphen || lexeme.gap == .apostrophe
                || lexeme.gap == .none && (lexeme.count > 1 || code == "h"),
            isFrench || lexeme.count > 1 || lexeme.gap == .none && !lexeme.shape.contains(.initialCapital)
        else { return nil }
        // "the 8 second-hand cars": a unit in the singular behind more than one is none, but for "8-hour day".
        let isSecond =
            code == "s" && numeral.isWords && lexeme.count == 6 && !isFrench && numeral.value > ExactDecimal(1)
        return isSecond && (lexeme.gap == .space || isOrdinal(numeral)) ? nil : code
    }

    /// Whether *second* behind tens makes an ordinal of them, as it does but behind *a*: `the fifty-second state`.
    private func isOrdinal(_ numeral: Numeral) -> Bool {
        guard let tens = numeral.value.integer, tens >= 20, tens % 10 == 0 else { return false }
        return !passage.belongs(numeral.lexemes.lowerBound - 1, .numberOpener, as: "a")
    }

    /// Reads *a month*, *an hour*.
    private func article(at index: Int, isDistance: Bool) -> Stretch? {
        guard let lexeme = passage.lexeme(index + 1), lexeme.gap == .space,
            let code = passage.value(index + 1, .timeUnit),
            code != "wk-end",
            isDistance || code != "s" && code != "d" || code == "d" && passage.phrase(at: index + 2, .dateCue) != nil,
            // "$5 a day", "twice a year": a rate and no duration
            passage.lexemes[index].gap != .other, !isRate(index)
        else { return nil }
        let count = ExactDecimal(1)
        var stretch = Stretch(next: index + 2, count: count, unit: code, timex: DurationReader.timex(count, code))
        readOn(from: &stretch)
        return stretch
    }

    /// Whether *a* before a unit of time is *per*: behind a number, a noun of money or measure.
    private func isRate(_ index: Int) -> Bool {
        let measures = WordClass.Set(.scale, .currency, .unit, .multiplier)
        guard let before = passage.lexeme(index - 1), passage.lexemes[index].gap == .space else { return false }
        // "300 barrels a month", "twice a year", "2000 votes a year"
        return before.shape.isNumber || !before.classes.isDisjoint(with: measures)
            || UnitReader(passage: passage).isUnit(at: index - 1)
            || passage.belongs(index - 1, .measureCue, as: "rate") || passage.lexeme(index - 2)?.shape.isNumber ?? false
    }

    /// Reads `quelques mois`, `several years`, `a few weeks`.
    private func vague(at index: Int) -> Stretch? {
        var next = index
        if !isFrench, passage.belongs(next, .numberOpener, as: "a") { next += 1 }
        guard passage.belongs(next, .timeVague), passage.lexeme(next + 1)?.gap == .space,
            let code = passage.value(next + 1, .timeUnit)
        else { return nil }
        return Stretch(next: next + 2, count: nil, unit: code, timex: DurationReader.timex(nil, code))
    }

    /// Reads `two to three years`, `dix à quinze jours`, `5-10 ans`.
    private func range(from first: Numeral) -> Stretch? {
        let index = first.lexemes.upperBound
        var next = index
        if let length = passage.dashLength(first.end) {
            next = passage.lexemeIndex(from: index, atOrBehind: first.end + length)
            guard passage.lexeme(next).map({ Int($0.start) == first.end + length }) ?? false else { return nil }
        } else {
            guard passage.belongs(index, .range, as: "to") || passage.belongs(index, .countStop, as: "or") else {
                return nil
            }
            next += 1
        }
        guard !ages.opensRange(first, isDash: passage.dashLength(first.end) != nil),
            let second = numerals.read(at: next), !second.isCompound, second.value > first.value,
            let code = unitCode(second.lexemes.upperBound, second),
            !passage.belongs(index, .numberLink, as: "and")
                || passage.belongs(first.lexemes.lowerBound - 1, .range, as: "between")
        else { return nil }
        return Stretch(next: second.lexemes.upperBound + 1, count: nil, unit: code, timex: nil)
    }

    /// The TIMEX3 value of a number of units, `PXM` where the number is not told.
    static func timex(_ count: ExactDecimal?, _ unit: String) -> String? {
        var number = count?.description ?? "X"
        var unit = unit
        // "10.a", "100.a", "14.d": so many years or days
        let parts = unit.split(separator: ".")
        if parts.count == 2, let factor = Int128(parts[0]) {
            unit = String(parts[1])
            number = count?.multiplied(by: ExactDecimal(factor))?.description ?? "X"
        }
        switch unit {
        case "a": return "P\(number)Y"
        case "mo": return "P\(number)M"
        case "wk": return "P\(number)W"
        case "d": return "P\(number)D"
        case "h": return "PT\(number)H"
        case "min": return "PT\(number)M"
        case "s": return "PT\(number)S"
        default: return nil
        }
    }
}
