import GlaneurCore

/// A time of day as it was written: `15h`, `3:20 p.m.`.
struct ClockTime {
    /// The hour, 0 to 24.
    var hour: Int
    /// The minute, where it is told.
    var minute: Int?
    /// The second, where it is told.
    var second: Int?
    /// Whether it may be of the morning or of the evening.
    var isOpen = false

    /// The TIMEX3 value, as exact as what was written: `T15`, `T15:20`.
    var timex: String {
        ([hour, minute, second].compactMap { $0 }.map { Timex.padded($0, 2) }).joined(separator: ":")
    }

    /// The same in a part of the day, which tells the morning from the evening.
    func placed(in part: String) -> ClockTime {
        guard isOpen else { return self }
        var copy = self
        copy.isOpen = false
        switch part {
        case "AF" where hour < 12, "EV" where hour < 12: copy.hour += 12
        case "NI" where (5..<12).contains(hour): copy.hour += 12
        default: break
        }
        return copy
    }
}

/// A point in time, or as much of one as was told: a date, a time of day, a part of the day.
struct TimePoint {
    /// The date.
    var date: DateValue?
    /// The time of day.
    var clock: ClockTime?
    /// The TIMEX3 code of the part of the day: `MO`, `AF`, `EV`, `NI`, `DT` for daytime.
    var part: String?
    /// The early, middle or late part of it that is meant: `start`, `mid`, `end`.
    var edge: String?

    /// Whether it is shorter than a day.
    var isTime: Bool { clock != nil || part != nil }

    /// What both tell together; nothing where both tell the same or do not go together.
    func merged(with other: TimePoint) -> TimePoint? {
        guard clock == nil || other.clock == nil, date == nil || other.date == nil, part == nil || other.part == nil,
            (date ?? other.date)?.isDay ?? true
        else { return nil }
        var merged = TimePoint(
            date: date ?? other.date, clock: clock ?? other.clock, part: part ?? other.part, edge: edge ?? other.edge)
        if let part = merged.part { merged.clock = merged.clock?.placed(in: part) }
        return merged
    }
}

/// What the values of times are told by.
struct TimeContext {
    /// The time of publication.
    var anchor: TimeAnchor?
    /// Whether the sentence announces what is to come.
    var isUpcoming: Bool
}

/// The values of points and stretches of time.
extension TimeExpression {
    /// The value of a point in time.
    init(_ point: TimePoint, in context: TimeContext) {
        let date = point.date?.placed(by: context.anchor?.day, isUpcoming: context.isUpcoming)
        let suffix = point.clock.map { "T\($0.timex)" } ?? point.part.map { "T\($0)" }
        self.init(timex: date?.timex, isAnchored: date?.isAnchored ?? false)
        guard let suffix else {
            first = date?.first.map(Timex.day)
            last = date?.last.map(Timex.day)
            return
        }
        timex = (date?.timex ?? "") + suffix
        var day = date?.first
        if point.date == nil, let anchor = context.anchor {
            // What is announced for an hour that is past is meant for tomorrow.
            let isPast =
                (point.clock.map { !$0.isOpen && $0.seconds < anchor.second ?? 0 } ?? false) && context.isUpcoming
            day = anchor.day.adding(days: isPast ? 1 : 0)
            isAnchored = true
        }
        guard let day else { return }
        if let clock = point.clock {
            // Midnight at the end of a day is the beginning of the next one.
            first = "\(Timex.day(clock.hour == 24 ? day.adding(days: 1) : day))T\(clock.filled)"
            last = first
        } else if let part = point.part {
            let hours = TimeExpression.hours(of: part, edge: point.edge)
            first = "\(Timex.day(day))T\(Timex.padded(hours.lowerBound, 2)):00:00"
            last = "\(Timex.day(day))T\(Timex.padded(hours.upperBound - 1, 2)):59:59"
        }
    }

    /// The hours of a part of the day, or of the early, middle or late part of it, as they are most often understood.
    private static func hours(of part: String, edge: String?) -> Range<Int> {
        switch (part, edge) {
        case ("MO", "start"): 6..<9
        case ("MO", "end"): 10..<12
        case ("MO", _): 6..<12
        case ("AF", "start"): 12..<14
        case ("AF", "mid"): 14..<17
        case ("AF", "end"): 17..<19
        case ("AF", _): 12..<18
        case ("EV", "start"): 18..<20
        case ("EV", "end"), ("NI", "end"): 21..<24
        case ("EV", _): 18..<24
        case ("NI", _): 20..<24
        case (_, "start"): 6..<10
        case (_, "mid"): 11..<15
        case (_, "end"): 17..<20
        default: 8..<18
        }
    }

    /// The value of a stretch from one point to another, an interval of ISO 8601: `2024-07-03/2024-07-09`.
    init(from start: TimePoint, to end: TimePoint, in context: TimeContext) {
        var end = end
        // "on June 12, 2 p.m. to 2 a.m.": the night goes on into the next day.
        if let first = start.clock, let last = end.clock, !last.isOpen, last.seconds < first.seconds,
            let day = end.date?.first, day == start.date?.first
        {
            end.date = .day(day.adding(days: 1), isAnchored: end.date?.isAnchored ?? false)
        }
        let low = TimeExpression(start, in: context)
        var high = TimeExpression(end, in: context)
        // "from October to January": the end lies behind the start.
        if end.date?.year == nil, end.date?.timex != start.date?.timex,
            let first = start.date?.placed(
                by: context.anchor?.day, isUpcoming: context.isUpcoming
            ).first, let date = end.date, date.first == nil
        {
            var place = context
            place.anchor?.day = first
            place.isUpcoming = true
            high = TimeExpression(TimePoint(date: date, clock: end.clock, part: end.part), in: place)
        }
        self.init(timex: nil, first: low.first, last: high.last, isAnchored: low.isAnchored || high.isAnchored)
        if let low = low.timex, let high = high.timex { timex = "\(low)/\(high)" }
    }
}

extension ClockTime {
    /// The seconds since midnight.
    var seconds: Int { hour * 3600 + (minute ?? 0) * 60 + (second ?? 0) }

    /// The time to the second.
    var filled: String {
        [hour % 24, minute ?? 0, second ?? 0].map { Timex.padded($0, 2) }.joined(separator: ":")
    }
}
