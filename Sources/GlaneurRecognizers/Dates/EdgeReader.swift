import GlaneurCore
import GlaneurLexicon

/// Reads the early, middle or late part of a time: `mid-March`, `fin 2023`, `the end of the month`, `late tonight`.
struct EdgeReader {
    let passage: Passage
    var relatives: RelativeReader { RelativeReader(passage: passage) }
    var years: YearReader { YearReader(passage: passage) }

    /// Reads the expression that starts with such a word.
    ///
    /// - Parameter unit: reads the time that the word is about.
    func read(at index: Int, unit: (Int) -> TimeReading?) -> TimeReading? {
        guard let cue = passage.phrase(at: index, .period), let edge = passage.lexicon.value(cue.node, .period) else {
            return nil
        }
        if edge == "end-of-year" || edge == "end-of-month" || edge == "start-of-month" {
            return abbreviated(index..<cue.end, edge)
        }
        guard edge == "start" || edge == "mid" || edge == "end", let gap = passage.lexeme(cue.end)?.gap,
            gap == .space || gap == .hyphen || gap == .apostrophe
        else { return nil }
        // "the end of around next week"
        let behind = passage.behindCue("about", at: cue.end) ?? cue.end
        // "tôt le matin", but not "out late the night before"
        let first = cue.end > index + 1 || passage.language == .french ? passage.behindArticle(behind) : behind
        let isOf = cue.end > index + 1 || first > cue.end
        if let base = unit(first), base.lexemes.lowerBound == first, var point = base.point {
            point.date = point.part == nil ? point.date?.third(edge) : point.date
            point.edge = edge
            return base.opened(at: index, in: passage).with(.point(point), rule: .dateEdge)
        }
        guard let found = bare(first, isOf: isOf) else { return nil }
        var point = found.point
        point.date = point.date?.third(edge)
        point.edge = edge
        return TimeReading(index..<found.next, in: passage, .point(point), rule: .dateEdge)
    }

    /// Reads `month`, `année`, `2023`, `morning` behind such a word.
    private func bare(_ index: Int, isOf: Bool) -> (point: TimePoint, next: Int)? {
        if let year = passage.wholeNumber(index), passage.lexemes[index].count == 4, (1000...2199).contains(year),
            !years.isCounting(index)
        {
            return (TimePoint(date: .year(year)), index + 1)
        }
        if let (part, next) = passage.dayPart(index) { return (TimePoint(part: part), next) }
        guard isOf, let (unit, next) = passage.timeUnit(index), DurationReader.seconds(in: unit) == nil else {
            return nil
        }
        // "fin de journée": daytime
        if unit == "d" { return (TimePoint(part: "DT"), next) }
        // "début de l’année 2016"
        if unit == "a", passage.isSpaced(next), let told = bare(next, isOf: false), told.point.date?.grain == .year {
            return told
        }
        return (TimePoint(date: relatives.period(unit, step: 0) ?? DateValue(grain: .open, timex: nil)), next)
    }

    /// Reads `EOY`, `EOM`, `year-end`.
    private func abbreviated(_ lexemes: Range<Int>, _ edge: String) -> TimeReading? {
        guard lexemes.count > 1 || passage.lexemes[lexemes.lowerBound].shape.isAllCapitals else { return nil }
        let base = relatives.period(edge.hasSuffix("year") ? "a" : "mo", step: 0)
        let value = base?.third(edge.hasPrefix("end") ? "end" : "start") ?? DateValue(grain: .open, timex: nil)
        let next = lexemes.upperBound
        if edge == "end-of-year", passage.isSpaced(next), passage.lexemes[next].count == 4,
            let year = passage.wholeNumber(next), (1900...2199).contains(year)
        {
            return TimeReading(
                lexemes.lowerBound..<next + 1, in: passage, date: DateValue.year(year).third("end"), rule: .dateEdge)
        }
        return TimeReading(lexemes, in: passage, date: value, rule: .dateEdge)
    }
}

extension TimeReading {
    /// The same with other content.
    func with(_ content: Content, rule: RuleName) -> TimeReading {
        var copy = self
        copy.content = content
        copy.rule = rule
        return copy
    }
}
