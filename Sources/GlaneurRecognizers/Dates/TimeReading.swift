import GlaneurCore

/// A date, a time, a duration or a repeated time as it was read.
struct TimeReading {
    /// What was read.
    ///
    /// It is stored apart, for readings are handed on through many readers that mostly say nothing.
    indirect enum Content {
        /// A date or time, which may grow with what stands beside it.
        case point(TimePoint)
        /// From one point to another.
        case stretch(TimePoint, TimePoint)
        /// A length of time, or a time that repeats, whose value is told.
        case told(TimeExpression, Label)
    }

    /// The lexemes it covers.
    var lexemes: Range<Int>
    /// The first byte.
    var start: Int
    /// The offset behind the last byte.
    var end: Int
    var content: Content
    /// The rule that read it: `date.day`.
    var rule: RuleName

    /// Makes a reading that covers lexemes from their first to their last byte.
    init(_ lexemes: Range<Int>, in passage: Passage, _ content: Content, rule: RuleName) {
        let span = passage.span(lexemes)
        self.lexemes = lexemes
        start = span.start
        end = span.end
        self.content = content
        self.rule = rule
    }

    /// Makes the reading of a date.
    init(_ lexemes: Range<Int>, in passage: Passage, date: DateValue, rule: RuleName) {
        self.init(lexemes, in: passage, .point(TimePoint(date: date)), rule: rule)
    }

    /// The point in time, where it is one.
    var point: TimePoint? {
        if case .point(let point) = content { point } else { nil }
    }

    /// The date, where it is one and has no time of day.
    var date: DateValue? { point.flatMap { $0.isTime ? nil : $0.date } }

    /// The same read on to the end of another reading, as something else.
    func extended(to other: TimeReading, _ content: Content) -> TimeReading {
        var copy = self
        copy.lexemes = lexemes.lowerBound..<max(lexemes.upperBound, other.lexemes.upperBound)
        copy.end = max(end, other.end)
        copy.content = content
        return copy
    }

    /// The same read on to another lexeme.
    func extended(to next: Int, in passage: Passage) -> TimeReading {
        var copy = self
        copy.lexemes = lexemes.lowerBound..<next
        copy.end = Int(passage.lexemes[next - 1].end)
        return copy
    }

    /// The same from an earlier lexeme on.
    func opened(at first: Int, in passage: Passage) -> TimeReading {
        var copy = self
        copy.lexemes = first..<lexemes.upperBound
        copy.start = Int(passage.lexemes[first].start)
        return copy
    }

    /// The label of its mention.
    var label: Label {
        switch content {
        case .point(let point): point.isTime ? .time : .date
        case .stretch(let start, let end): start.isTime || end.isTime ? .time : .date
        case .told(_, let label): label
        }
    }

    /// The value of its mention.
    func value(in context: TimeContext) -> TimeExpression {
        switch content {
        case .point(let point): TimeExpression(point, in: context)
        case .stretch(let start, let end): TimeExpression(from: start, to: end, in: context)
        case .told(let value, _): value
        }
    }
}
