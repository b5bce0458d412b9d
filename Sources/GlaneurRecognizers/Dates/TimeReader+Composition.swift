import GlaneurCore
import GlaneurLexicon

/// Joining units of time that tell one time: `lundi 8 mai à 8h`, `8 tonight`, `Wednesday of next week`.
extension TimeReader {
    /// Reads one unit with all that belongs to it.
    func composed(at index: Int) -> TimeReading? {
        guard var reading = unit(at: index) else { return dayAlone(at: index) }
        while let grown = grown(reading) { reading = grown }
        return reading
    }

    /// Reads a day of a month that is not told where a time of day or nothing follows it: `le 2 à 5h`, `on the 18th`.
    private func dayAlone(at index: Int) -> TimeReading? {
        if let listed = listedDay(at: index) { return listed }
        guard let lexeme = passage.lexeme(index), lexeme.shape.isNumber, passage.isSpaced(index), lexeme.count <= 2,
            passage.belongs(index - 1, .dateCue, as: "the"), let (day, next, isOrdinal) = calendar.day(at: index)
        else { return nil }
        let reading = TimeReading(index..<next, in: passage, date: .day(day), rule: .dateDay)
        if var timed = grown(reading), isTimed(timed.content) {
            while let grown = grown(timed) { timed = grown }
            return timed
        }
        if passage.isAlone(index..<next), passage.language == .french { return reading }
        guard isOrdinal, passage.language != .french, passage.endsClause(next),
            passage.belongs(index - 2, .dateCue, as: "day"),
            passage.isSpaced(index - 1)
        else { return nil }
        return reading
    }

    /// Reads the first of several days that share a month behind the last of them: `les 18, 19 et 20 juin`.
    private func listedDay(at index: Int) -> TimeReading? {
        guard passage.language == .french, let (day, end, _) = calendar.day(at: index),
            passage.isSpaced(index) || passage.lexemes[index].gap == .comma, passage.lexemes[index].shape.isNumber
        else { return nil }
        var next = end
        var last = day
        for _ in 0..<4 {
            let isAnd = passage.isSpaced(next) && passage.belongs(next, .numberLink, as: "and")
            guard isAnd || passage.lexeme(next)?.gap == .comma else { return nil }
            let following = isAnd ? passage.behindArticle(next + 1) : next
            guard passage.isSpaced(following) || !isAnd else { return nil }
            if let dated = calendar.dayAndMonth(at: following) {
                guard isAnd, let month = dated.value.month, let other = dated.value.day, other > last,
                    let value = DateValue.day(day, month: month, year: dated.value.year)
                else { return nil }
                return TimeReading(index..<end, in: passage, date: value, rule: .dateDay)
            }
            guard let (other, behind, _) = calendar.day(at: following), passage.lexemes[following].shape.isNumber,
                other > last
            else { return nil }
            (last, next) = (other, behind)
        }
        return nil
    }

    private func isTimed(_ content: TimeReading.Content) -> Bool {
        switch content {
        case .point(let point): point.clock != nil
        case .stretch(let start, _): start.clock != nil
        case .told: false
        }
    }

    /// Reads on to the next unit that belongs to a reading.
    func grown(_ reading: TimeReading) -> TimeReading? {
        let next = reading.lexemes.upperBound
        guard let gap = passage.lexeme(next)?.gap,
            passage.isSpaced(next) || gap == .comma || gap == .other || gap == .hyphen
        else {
            return nil
        }
        switch reading.content {
        case .told(let value, .set):
            guard passage.isSpaced(next), let found = clockBehind(next), let clock = found.point?.clock,
                found.point?.date == nil,
                let joined = sets.joined(value, clock)
            else { return nil }
            return reading.extended(to: found, .told(joined, .set))
        case .told: return nil
        case .stretch(let start, let end): return dated(reading, start, end, at: next)
        case .point(let point): return grown(reading, point, at: next)
        }
    }

    private func grown(_ reading: TimeReading, _ point: TimePoint, at next: Int) -> TimeReading? {
        if let date = point.date {
            if date.isDay, point.clock == nil {
                if let found = clockRangeBehind(next), case .stretch(let start, let end) = found.content,
                    start.date == nil, let low = point.merged(with: start), let high = point.merged(with: end)
                {
                    return reading.extended(to: found, .stretch(low, high))
                }
                if let found = clockBehind(next), let other = found.point, let merged = point.merged(with: other) {
                    return reading.extended(to: found, .point(merged))
                }
            }
            if point.part == nil, let clock = point.clock, let found = partBehind(next), found.point?.date == nil,
                let part = found.point?.part
            {
                return reading.extended(
                    to: found, .point(TimePoint(date: date, clock: clock.placed(in: part), part: part)))
            }
            guard point.clock == nil, let placed = placed(reading, date, at: next) else { return nil }
            guard point.part != nil, let date = placed.date else { return placed }
            return placed.with(.point(TimePoint(date: date, part: point.part)), rule: placed.rule)
        }
        if let part = point.part, point.clock == nil, let found = clockBehind(next), let clock = found.point?.clock {
            return reading.extended(to: found, .point(TimePoint(clock: clock.placed(in: part), part: part)))
        }
        if let set = setBehind(next), let clock = point.clock, case .told(let value, .set) = set.content,
            let joined = sets.joined(value, clock)
        {
            return reading.extended(to: set, .told(joined, .set))
        }
        guard let found = dayBehind(next, isPart: point.part != nil && point.clock == nil) ?? partBehind(next),
            let other = found.point,
            let merged = point.merged(with: other)
        else { return nil }
        return reading.extended(to: found, .point(merged))
    }

    // MARK: What may stand behind

    /// Reads the time of day behind a day: `à 8h`, `at 5`, `matin`, `in the morning`.
    private func clockBehind(_ index: Int) -> TimeReading? {
        let cued = passage.behindCue("at", at: index)
        var first = cued ?? index
        if let about = passage.behindCue("about", at: first) { first = about }
        let isClose = passage.isSpaced(first) || passage.lexeme(first)?.gap == .comma
        if isClose, let found = clock.read(at: first, isAnnounced: cued != nil), isSure(found, isCued: cued != nil) {
            return found
        }
        return partBehind(index)
    }

    private func isSure(_ reading: TimeReading, isCued: Bool) -> Bool {
        guard !isCued, let clock = reading.point?.clock else { return true }
        // "lundi 3 heures": only where it cannot be a stretch of time.
        return clock.minute != nil || !clock.isOpen || passage.language != .french
    }

    /// Reads `le matin`, `in the morning`, `du matin`, `en fin de journée` behind a day or a time.
    private func partBehind(_ index: Int) -> TimeReading? {
        guard passage.isSpaced(index) else { return nil }
        var first = index
        if let cue = passage.behindCue("during", at: index) {
            first = passage.behindArticle(cue)
        } else {
            first = passage.behindArticle(index)
        }
        if let (part, next) = passage.dayPart(first),
            passage.isSpaced(first) || passage.lexemes[first].gap == .apostrophe
        {
            return TimeReading(
                first..<next, in: passage, .point(TimePoint(part: part)), rule: .timePart)
        }
        if passage.phrase(at: first, .period) != nil, let found = unit(at: first), let point = found.point,
            point.date == nil
        {
            return found
        }
        // "8h ce matin", "8 tonight"
        guard let found = relatives.read(at: first), found.point?.part != nil, first == index else { return nil }
        return found
    }

    /// Reads the day behind a time: `on Tuesday`, `le 13 décembre`, `tomorrow`.
    private func dayBehind(_ index: Int, isPart: Bool) -> TimeReading? {
        let cued = passage.behindCue("day", at: index)
        let first = passage.behindArticle(cued ?? index)
        guard let gap = passage.lexeme(first)?.gap,
            passage.isSpaced(first) || gap == .comma && cued == nil && !isPart || gap == .apostrophe
        else {
            return nil
        }
        let classes = passage.lexemes[first].classes
        if classes.contains(.relativeDay) || classes.contains(.deictic) {
            guard let found = relatives.read(at: first), found.point?.date?.isDay ?? false else { return nil }
            return found
        }
        guard passage.isSpaced(first) || gap == .apostrophe, !isPart || cued != nil, let found = unit(at: first),
            let date = found.date, date.isDay
        else {
            return nil
        }
        return found
    }

    /// Reads the day or the part of the day behind a time.
    func dayOrPartBehind(_ index: Int) -> TimeReading? { dayBehind(index, isPart: false) ?? partBehind(index) }

    private func setBehind(_ index: Int) -> TimeReading? {
        passage.isSpaced(index) && passage.belongs(index, .setCue) ? sets.read(at: index) : nil
    }

    // MARK: Weeks and years that a day lies in

    /// Reads on from a day to the week or year it lies in, or from a week to its day.
    private func placed(_ reading: TimeReading, _ date: DateValue, at next: Int) -> TimeReading? {
        if date.year == nil, date.month != nil || date.holiday != nil || date.part != nil,
            let of = passage.behindOf(next),
            let found = relatives.read(at: of), let year = found.date, year.grain == .year
        {
            let value = year.year.flatMap { date.told(year: $0) } ?? date
            return reading.extended(to: found, .point(TimePoint(date: value.anchored)))
        }
        if let weekday = date.weekday, date.day == nil, let found = weekBehind(next) {
            let day = found.date?.first.map { DateValue.day($0.adding(days: weekday - 1), isAnchored: true) }
            return reading.extended(to: found, .point(TimePoint(date: day ?? date)))
        }
        if date.grain == .week, passage.isSpaced(next), passage.belongs(next, .weekday),
            let found = calendar.date(at: next, isAnnounced: true), let weekday = found.date?.weekday,
            found.lexemes.count == 1
        {
            let day = date.first.map { DateValue.day($0.adding(days: weekday - 1), isAnchored: date.isAnchored) }
            return reading.extended(to: found, .point(TimePoint(date: day ?? .weekday(weekday))))
        }
        // "this Friday (June 15)"
        if date.isDay, date.weekday != nil || date.isAnchored, passage.lexeme(next)?.gap == .other,
            passage.byte(Int(passage.lexemes[next].start) - 1) == 0x28, let found = unit(at: next),
            let told = found.date,
            told.day != nil, passage.byte(found.end) == 0x29
        {
            var grown = reading.extended(to: found, .point(TimePoint(date: told)))
            grown.end += 1
            return grown
        }
        return nil
    }

    /// Reads `next week`, `of this week`, `la semaine prochaine`.
    private func weekBehind(_ index: Int) -> TimeReading? {
        let first = passage.behindOf(index) ?? passage.behindCue("beyond", at: index) ?? passage.behindArticle(index)
        guard passage.isSpaced(first), let found = relatives.read(at: first), found.date?.grain == .week else {
            return nil
        }
        return found
    }
}
