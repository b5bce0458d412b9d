import GlaneurCore
import GlaneurLexicon

/// Reads what is told by its distance: `il y a trois ans`, `two weeks ago`, `dans deux heures`, `3 days after January 12`.
struct OffsetReader {
    let passage: Passage
    var anchor: TimeAnchor? { passage.anchor }
    var durations: DurationReader { DurationReader(passage: passage) }

    private var isFrench: Bool { passage.language == .french }

    /// Reads `il y a trois ans`, `d’ici quelques mois`, from its first word on.
    func opened(at index: Int) -> TimeReading? {
        guard isFrench, let cue = passage.phrase(at: index, .dateCue) else { return nil }
        let isBefore = says(cue, "before")
        guard isBefore || says(cue, "within"),
            // "il y a près de trois ans"
            let stretch = durations.stretch(
                at: passage.phrase(at: cue.end, .qualifier)?.end ?? cue.end, isDistance: true)
        else { return nil }
        return reading(index..<stretch.next, isBefore ? resolve(stretch, step: -1, from: nil) : nil, stretch)
    }

    /// Reads on from a stretch of time that starts at `index`: `three years` to `three years ago`.
    ///
    /// - Parameters:
    ///   - isUpcoming: whether the sentence announces what is to come, so that *in two weeks* tells when and not how long.
    ///   - point: reads the date that a distance is counted from.
    func behind(
        _ stretch: DurationReader.Stretch, from index: Int, isUpcoming: Bool, point: (Int) -> TimeReading?
    ) -> TimeReading? {
        if let told = told(behind: stretch, from: index) { return told }
        if let joined = joined(behind: stretch, from: index, point: point) { return joined }
        guard let opener = passage.startOfCue("ahead", before: index), isFrench || isUpcoming else { return nil }
        return reading(opener..<stretch.next, resolve(stretch, step: 1, from: nil), stretch)
    }

    /// Reads `the day after Christmas`, `the week before the election` as far as it names a day.
    func single(at index: Int, point: (Int) -> TimeReading?) -> TimeReading? {
        guard !isFrench, passage.belongs(index - 1, .dateCue, as: "article"), passage.isSpaced(index),
            let code = passage.value(index, .timeUnit), DurationReader.seconds(in: code) == nil
        else { return nil }
        let one = DurationReader.Stretch(next: index + 1, count: ExactDecimal(1), unit: code, timex: nil)
        return joined(behind: one, from: index, point: point)
    }

    private func says(_ cue: WordPhrase, _ value: StaticString) -> Bool {
        passage.lexicon.hasValue(cue.node, .dateCue, value)
    }

    private func told(behind stretch: DurationReader.Stretch, from index: Int) -> TimeReading? {
        guard passage.isSpaced(stretch.next), let cue = passage.phrase(at: stretch.next, .dateCue) else { return nil }
        let step = says(cue, "ago") ? -1 : says(cue, "hence") ? 1 : 0
        guard step != 0 || says(cue, "earlier") || says(cue, "later") else { return nil }
        // "before" is "earlier" only where nothing follows it.
        if step == 0, says(cue, "month"), passage.isSpaced(cue.end) { return nil }
        return reading(index..<cue.end, step == 0 ? nil : resolve(stretch, step: step, from: nil), stretch)
    }

    /// Reads `3 days after January 12th`, `deux jours avant Noël`, `three weeks from tomorrow`.
    private func joined(
        behind stretch: DurationReader.Stretch, from index: Int, point: (Int) -> TimeReading?
    ) -> TimeReading? {
        let after = passage.behindCue("beyond", at: stretch.next)
        guard let next = after ?? passage.behindCue("short", at: stretch.next) else { return nil }
        let first = passage.behindArticle(next)
        guard let lexeme = passage.lexeme(first), lexeme.gap == .space || lexeme.gap == .apostrophe,
            let base = point(first), let date = base.date, date.isDay
        else { return nil }
        let day = date.placed(by: anchor?.day, isUpcoming: true)
        let resolved = resolve(stretch, step: after == nil ? -1 : 1, from: day)
        return reading(index..<base.lexemes.upperBound, resolved, stretch)
    }

    private func reading(
        _ lexemes: Range<Int>, _ content: TimeReading.Content?, _ stretch: DurationReader.Stretch
    ) -> TimeReading {
        let isTime = DurationReader.seconds(in: stretch.unit) != nil
        return TimeReading(
            lexemes, in: passage,
            content
                ?? (isTime
                    ? .told(TimeExpression(timex: nil), .time)
                    : .point(TimePoint(date: DateValue(grain: .day, timex: nil)))),
            rule: .dateOffset)
    }

    /// The time so many units before or behind the time of publication or another day.
    private func resolve(
        _ stretch: DurationReader.Stretch, step: Int, from base: DateValue?
    ) -> TimeReading.Content? {
        guard let count = stretch.count else { return nil }
        if let seconds = DurationReader.seconds(in: stretch.unit) {
            guard base == nil, let total = count.multiplied(by: ExactDecimal(Int128(seconds)))?.integer,
                let there = anchor?.adding(seconds: step * total)
            else { return nil }
            return .told(
                TimeExpression(timex: there.timex, first: there.timex, last: there.timex, isAnchored: true), .time)
        }
        guard let whole = count.integer, whole < 10_000 else { return nil }
        if base == nil, stretch.unit == "a", let today = anchor?.day {
            guard today.year + step * whole > 0 else { return nil }
            return .point(TimePoint(date: DateValue.year(today.year + step * whole).anchored))
        }
        if stretch.unit == "wk-end", base == nil, let there = anchor?.day.adding(days: step * whole * 7) {
            return .point(TimePoint(date: DateValue.weekend(of: there).anchored))
        }
        guard let day = base == nil ? anchor?.day : base?.first, let there = day.adding(step * whole, stretch.unit),
            there.year > 0
        else { return nil }
        return .point(TimePoint(date: .day(there, isAnchored: base == nil || base?.isAnchored == true)))
    }
}
