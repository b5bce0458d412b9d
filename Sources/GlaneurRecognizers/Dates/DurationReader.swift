import GlaneurCore
import GlaneurLexicon

/// Reads stretches of time and what is made of them: `quatre mois`, `three years ago`, `il y a quelques mois`, `every day`.
struct DurationReader {
    let passage: PassageReader
    let anchor: CivilDate?
    let numerals: NumeralReader
    let ages: AgeReader

    private var isFrench: Bool { passage.language == .french }

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
        guard let stretch = stretch(at: index) else { return nil }
        if let offset = offset(behind: stretch, from: index) { return offset }
        let value = TimeExpression(
            timex: stretch.timex, value: stretch.count, unit: stretch.count == nil ? nil : stretch.unit)
        return TimeReading(index..<stretch.next, in: passage, .duration, value, rule: "duration")
    }

    private func stretch(at index: Int) -> Stretch? {
        if passage.belongs(index, .timeVague) || !isFrench && passage.belongs(index + 1, .timeVague) {
            return vague(at: index)
        }
        if !isFrench, passage.belongs(index, .numberOpener, as: "a"), let article = article(at: index) {
            return article
        }
        guard let numeral = numerals.read(at: index), !numeral.isCompound,
            passage.lexemes[index].gap != .hyphen || !passage.lexemes[index].shape.isNumber,
            !DigitRun.isDigit(passage.byte(numeral.start - 2)) || passage.byte(numeral.start - 1) == 0x20
                || passage.byte(numeral.start - 1) == 0x2D
        else { return nil }
        var unit = numeral.lexemes.upperBound
        if numeral.isNoun, passage.belongs(unit, .of) { unit += 1 }
        // "deux longues années", "two additional minutes"
        if passage.belongs(unit, .countAdjective), passage.lexeme(unit)?.gap == .space { unit += 1 }
        if let range = range(from: numeral) { return range }
        guard let code = unitCode(unit, numeral), ages.next(behind: numeral, unit: unit) == nil else { return nil }
        if numeral.isOne, isFrench, code == "d" || code == "s" || code == "min" { return nil }
        if numeral.isVague {
            // The end of an age: "vieille de 200 millions d’années".
            guard !(passage.lexeme(index - 1)?.shape.isNumber ?? false) else { return nil }
            return Stretch(next: unit + 1, count: nil, unit: code, timex: timex(nil, code))
        }
        var stretch = Stretch(next: unit + 1, count: numeral.value, unit: code, timex: timex(numeral.value, code))
        readHalf(into: &stretch)
        readMinutes(into: &stretch)
        return stretch
    }

    /// The UCUM code of a unit of time behind a number.
    private func unitCode(_ index: Int, _ numeral: Numeral) -> String? {
        guard let lexeme = passage.lexeme(index), let code = passage.value(index, .timeUnit),
            lexeme.gap == .space || lexeme.gap == .hyphen || lexeme.gap == .apostrophe
                || lexeme.gap == .none && lexeme.count > 1
        else { return nil }
        // "the 8 second-hand cars": a unit in the singular behind more than one is none, but for "8-hour day".
        return code == "s" && numeral.isWords && lexeme.count == 6 && !isFrench && numeral.value > ExactDecimal(1)
            && lexeme.gap == .space ? nil : code
    }

    /// Reads *a month*, *an hour*.
    private func article(at index: Int) -> Stretch? {
        guard let lexeme = passage.lexeme(index + 1), lexeme.gap == .space,
            let code = passage.value(index + 1, .timeUnit),
            code != "s", code != "wk-end", code != "d" || passage.phrase(at: index + 2, .dateCue) != nil,
            // "$5 a day", "twice a year": a rate and no duration
            passage.lexemes[index].gap != .other, !isRate(index)
        else { return nil }
        let count = ExactDecimal(1)
        var stretch = Stretch(next: index + 2, count: count, unit: code, timex: timex(count, code))
        readHalf(into: &stretch)
        readMinutes(into: &stretch)
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
        return Stretch(next: next + 2, count: nil, unit: code, timex: timex(nil, code))
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

    /// Reads on from `un an` to `un an et demi`, from `an hour` to `an hour and a half`.
    private func readHalf(into stretch: inout Stretch) {
        guard passage.belongs(stretch.next, .numberLink, as: "and") else { return }
        let half = passage.belongs(stretch.next + 1, .numberOpener, as: "a") ? stretch.next + 2 : stretch.next + 1
        guard passage.number(half, .fraction) == 2, let sum = stretch.count?.adding(ExactDecimal(5, exponent: -1))
        else {
            return
        }
        stretch.count = sum
        stretch.timex = timex(sum, stretch.unit)
        stretch.next = half + 1
    }

    /// Reads on from `1 hour` to `1 hour 30 minutes`: smaller units behind a larger one are one duration.
    private func readMinutes(into stretch: inout Stretch) {
        while stretch.unit == "h" || stretch.unit == "min" {
            var next = stretch.next
            if passage.belongs(next, .numberLink, as: "and") { next += 1 }
            guard let gap = passage.lexeme(next)?.gap, gap == .space || gap == .comma,
                let numeral = numerals.read(at: next), !numeral.isCompound, !numeral.isOne || isFrench,
                let code = unitCode(numeral.lexemes.upperBound, numeral), code != stretch.unit,
                code == "min" || code == "s",
                let total = stretch.count?.multiplied(by: ExactDecimal(stretch.unit == "h" && code == "s" ? 3600 : 60)),
                let sum = total.adding(numeral.value)
            else { return }
            stretch.count = sum
            stretch.unit = code
            stretch.timex = timex(sum, code)
            stretch.next = numeral.lexemes.upperBound + 1
        }
    }

    /// The TIMEX3 value of a number of units, `PXM` where the number is not told.
    func timex(_ count: ExactDecimal?, _ unit: String) -> String? {
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

    // MARK: Il y a, ago

    /// Reads on from `three years` to `three years ago`, from `deux jours` to `deux jours plus tôt`.
    private func offset(behind stretch: Stretch, from index: Int) -> TimeReading? {
        guard passage.lexeme(stretch.next)?.gap == .space, let cue = passage.phrase(at: stretch.next, .dateCue) else {
            return nil
        }
        let values = passage.lexicon.values(cue.node, .dateCue)
        guard values.contains("ago") || values.contains("later") else { return nil }
        // "before" is "earlier" only where nothing follows it.
        if values.contains("month"), passage.lexeme(cue.end)?.gap == .space { return nil }
        let isFromNow = !isFrench && passage.byte(Int(passage.lexemes[stretch.next].start)) == 0x61
        let value = isFromNow ? resolve(stretch, step: -1) : nil
        return TimeReading(
            index..<cue.end, in: passage, .date, value ?? TimeExpression(timex: nil), rule: "date.offset")
    }

    /// Reads `il y a trois ans`, `d’ici quelques mois`.
    func offset(at index: Int) -> TimeReading? {
        guard isFrench, let cue = passage.phrase(at: index, .dateCue) else { return nil }
        let values = passage.lexicon.values(cue.node, .dateCue)
        let isBefore = values.contains("before")
        guard isBefore || values.contains("within"), let stretch = stretch(at: cue.end) else { return nil }
        let value = isBefore ? resolve(stretch, step: -1) : nil
        return TimeReading(
            index..<stretch.next, in: passage, .date, value ?? TimeExpression(timex: nil), rule: "date.offset")
    }

    /// The day, month or year so many whole units before or behind the time of publication.
    private func resolve(_ stretch: Stretch, step: Int) -> TimeExpression? {
        guard let anchor, let count = stretch.count?.integer, count < 10_000 else { return nil }
        switch stretch.unit {
        case "a": return TimeExpression.year(anchor.year + step * count).anchored
        case "mo":
            let month = anchor.adding(months: step * count)
            return TimeExpression.month(month.month, year: month.year).anchored
        case "wk": return TimeExpression.day(anchor.adding(days: step * count * 7), isAnchored: true)
        case "d": return TimeExpression.day(anchor.adding(days: step * count), isAnchored: true)
        default: return nil
        }
    }

    // MARK: Sets

    /// Reads `tous les matins`, `chaque année`, `every Tuesday`, `every two years`.
    func set(at index: Int) -> TimeReading? {
        guard let cue = passage.phrase(at: index, .setCue),
            !passage.lexicon.hasValue(cue.node, .setCue, "opener")
        else { return nil }
        var noun = cue.end
        var count: ExactDecimal? = ExactDecimal(1)
        if let numeral = numerals.read(at: noun), !numeral.isCompound {
            count = numeral.value
            noun = numeral.lexemes.upperBound
        }
        guard passage.lexeme(noun)?.gap == .space else { return nil }
        let text: String?
        if let part = passage.value(noun, .daypart), part.utf8.count == 2 {
            text = "T\(part)"
        } else if let weekday = passage.number(noun, .weekday) {
            text = "XXXX-WXX-\(weekday)"
        } else if let unit = passage.value(noun, .timeUnit) {
            text = timex(count, unit)
        } else if let month = passage.number(noun, .month) {
            text = "XXXX-\(Timex.padded(month, 2))"
        } else if passage.value(noun, .period) == "Q" {
            text = "P3M"
        } else if let season = passage.value(noun, .season) {
            text = "XXXX-\(season.prefix(2))"
        } else {
            return nil
        }
        return TimeReading(index..<noun + 1, in: passage, .set, TimeExpression(timex: text), rule: "set")
    }
}
