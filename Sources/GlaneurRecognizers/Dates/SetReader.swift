import GlaneurCore
import GlaneurLexicon

/// Reads times that repeat: `tous les matins`, `chaque année`, `every Tuesday`, `every two years`, `Friday mornings`.
struct SetReader {
    let passage: Passage
    var numerals: NumeralReader { NumeralReader(passage: passage) }
    var calendar: CalendarReader { CalendarReader(passage: passage) }

    /// Reads the repeated time that starts at a lexeme.
    func read(at index: Int) -> TimeReading? { rate(at: index) ?? adverb(at: index) ?? every(at: index) }

    /// Reads `once a week`, `une fois par mois`.
    private func rate(at index: Int) -> TimeReading? {
        guard let cue = passage.phrase(at: index, .setCue), passage.lexicon.hasValue(cue.node, .setCue, "once"),
            passage.isSpaced(cue.end), let per = passage.phrase(at: cue.end, .per), passage.isSpaced(per.end),
            let (unit, next) = passage.timeUnit(per.end)
        else { return nil }
        let value = TimeExpression(timex: DurationReader.timex(ExactDecimal(1), unit))
        return TimeReading(index..<next, in: passage, .told(value, .set), rule: .repeatedTime)
    }

    /// Reads `annuellement`, `annually`: the value in the tables is their TIMEX3 value.
    private func adverb(at index: Int) -> TimeReading? {
        guard let value = passage.value(index, .setCue), value.hasPrefix("P") else { return nil }
        return TimeReading(
            index..<index + 1, in: passage, .told(TimeExpression(timex: value), .set), rule: .repeatedTime)
    }

    private func every(at index: Int) -> TimeReading? {
        guard let cue = passage.phrase(at: index, .setCue), !passage.lexicon.hasValue(cue.node, .setCue, "opener"),
            !passage.lexicon.hasValue(cue.node, .setCue, "once")
        else {
            return nil
        }
        var noun = cue.end
        var count: ExactDecimal? = ExactDecimal(1)
        if let numeral = numerals.read(at: noun), !numeral.isCompound {
            count = numeral.value
            noun = numeral.lexemes.upperBound
        } else if passage.behindCue("other", at: noun) != nil {
            count = ExactDecimal(2)
            noun += 1
        }
        guard passage.isSpaced(noun), let (text, next) = value(noun, count) else { return nil }
        return TimeReading(index..<next, in: passage, .told(TimeExpression(timex: text), .set), rule: .repeatedTime)
    }

    private func value(_ noun: Int, _ count: ExactDecimal?) -> (timex: String?, next: Int)? {
        if let (part, next) = passage.dayPart(noun) { return ("T\(part)", next) }
        if let (weekday, _) = calendar.weekday(at: noun) {
            // "every Friday night"
            let part = passage.isSpaced(noun + 1) ? passage.dayPart(noun + 1) : nil
            return ("XXXX-WXX-\(weekday)" + (part.map { "T\($0.code)" } ?? ""), part?.next ?? noun + 1)
        }
        if let (unit, next) = passage.timeUnit(noun) {
            return (unit == "wk-end" ? "P1WE" : DurationReader.timex(count, unit), next)
        }
        if let (month, _) = calendar.month(at: noun) { return ("XXXX-\(Timex.padded(month, 2))", noun + 1) }
        if passage.value(noun, .period) == "Q" { return ("P3M", noun + 1) }
        if let (season, _) = passage.code(noun, .season), !season.hasPrefix("=") { return ("XXXX-\(season)", noun + 1) }
        return nil
    }

    /// Joins a repeated day and a time of day: `every day at 7:13 p.m.` is `T19:13`, `chaque lundi à 16h` `XXXX-WXX-1T16`.
    func joined(_ set: TimeExpression, _ clock: ClockTime) -> TimeExpression? {
        guard let text = set.timex, !text.contains("T") || text.hasPrefix("T"), !text.contains("WE") else { return nil }
        var clock = clock
        if text.hasPrefix("T") { clock = clock.placed(in: String(text.dropFirst())) }
        return TimeExpression(timex: (text.hasPrefix("X") ? text : "") + "T\(clock.timex)")
    }
}
