import GlaneurCore
import GlaneurLexicon

/// Ranges of times: `du 3 au 5 mai`, `from 9 to 11:30 on Thursday`, `between 2014 and 2018`, `Jan–Feb 2017`.
///
/// A range is one span and takes *from* and *between* along, which mean nothing without its other end.
extension TimeReader {
    /// What joins the ends of a range.
    private struct Link {
        /// The lexeme the other end must start with.
        var next: Int
        /// Whether it is a dash.
        var isDash = false
        /// Whether it is *and*, which needs *between* before the first end.
        var isAnd = false
    }

    /// Reads what joins two ends behind an offset.
    private func link(at next: Int, behind offset: Int) -> Link? {
        let end = passage.endOfSpaces(offset)
        var length = passage.dashLength(end)
        if length == nil, passage.byte(end) == 0x7E { length = 1 }
        if let length {
            let start = passage.endOfSpaces(end + length)
            guard let lexeme = passage.lexeme(next), Int(lexeme.start) == start else { return nil }
            return Link(next: next, isDash: true)
        }
        guard passage.isSpaced(next) else { return nil }
        if let behind = passage.behindCue("till", at: next) { return Link(next: passage.behindArticle(behind)) }
        guard passage.belongs(next, .numberLink, as: "and") else { return nil }
        return Link(next: passage.behindArticle(next + 1), isAnd: true)
    }

    /// What opens a range before its first end.
    private struct Opening {
        var start: Int
        var isBetween: Bool
    }

    private func opening(before index: Int) -> Opening? {
        guard let gap = passage.lexeme(index)?.gap, gap == .space || gap == .apostrophe else { return nil }
        var first = index - 1
        if passage.belongs(first, .dateCue, as: "article"), passage.isSpaced(first), !passage.belongs(first, .range) {
            first -= 1
        }
        if passage.belongs(first, .range, as: "between") {
            // "in between"
            return Opening(start: passage.belongs(first - 1, .dateCue, as: "in") ? first - 1 : first, isBetween: true)
        }
        guard passage.belongs(first, .range, as: "from") || passage.belongs(first, .dateCue, as: "du") else {
            return nil
        }
        return Opening(start: first, isBetween: false)
    }

    // MARK: Both ends read by themselves

    /// Reads on from one end to the other.
    func range(from low: TimeReading) -> TimeReading? {
        guard let start = low.point, let link = link(at: low.lexemes.upperBound, behind: low.end) else { return nil }
        let opening = opening(before: low.lexemes.lowerBound)
        guard !link.isAnd || opening?.isBetween ?? false,
            let high = highEnd(at: link.next, start: start, isOpened: opening != nil), let end = high.point,
            // "from 2pm till tomorrow 4:30pm": the day belongs to the end alone.
            let (first, last) = ends(
                start, end, link, isOpened: opening != nil,
                sharesDay: clock.read(at: link.next, isAnnounced: true) != nil)
        else { return nil }
        return finished(low.extended(to: high, .stretch(first, last)), opening)
    }

    private func finished(_ range: TimeReading, _ opening: Opening?) -> TimeReading {
        var range = opening.map { range.opened(at: $0.start, in: passage) } ?? range
        range.rule = .dateRange
        return grown(range) ?? range
    }

    /// Reads the other end, which may leave out what the first one has told.
    private func highEnd(at index: Int, start: TimePoint, isOpened: Bool) -> TimeReading? {
        if start.clock != nil {
            if let found = clock.read(at: index, isAnnounced: true) {
                var reading = found
                while let grown = grown(reading), grown.point != nil { reading = grown }
                return reading
            }
            return composed(at: index)
        }
        guard let date = start.date, let lexeme = passage.lexeme(index) else { return nil }
        if date.isDay, let found = digits.read(at: index, isAnnounced: true) { return found }
        if date.isDay, date.month != nil,
            lexeme.classes.isDisjoint(with: WordClass.Set(.weekday, .month)), let found = sameMonth(at: index, as: date)
        {
            return found
        }
        if date.grain == .year, lexeme.shape.isNumber, let found = year(at: index, after: date) { return found }
        if lexeme.classes.contains(.month) || lexeme.classes.contains(.weekday) {
            return calendar.date(at: index, isAnnounced: true).map { reading in
                // "Monday through Friday 4 pm": the time of day belongs to both.
                if let grown = grown(reading), let point = grown.point, !point.isTime || start.isTime { return grown }
                return reading
            }
        }
        return composed(at: index)
    }

    /// Reads the second of two days of one month: `July 13 to 15`, `August 27th – 29th`.
    private func sameMonth(at index: Int, as date: DateValue) -> TimeReading? {
        guard date.year == nil, calendar.dayAndMonth(at: index) == nil, let month = date.month, let first = date.day,
            let (day, next, isOrdinal) = calendar.day(at: index), day > first,
            isOrdinal || passage.lexemes[index].shape.isNumber,
            isOrdinal
                || !passage.belongs(next, .timeUnit) && !passage.belongs(next, .scale)
                    && passage.byte(Int(passage.lexemes[next - 1].end)) != 0x25
                    && passage.byte(Int(passage.lexemes[next - 1].end)) != 0x3A
        else { return nil }
        let told = calendar.yearBehind(next)
        return DateValue.day(day, month: month, year: told?.year).map {
            TimeReading(index..<(told?.next ?? next), in: passage, date: $0, rule: .dateDay)
        }
    }

    /// Reads the second of two years: `2014-2018`, `2010-11`.
    private func year(at index: Int, after date: DateValue) -> TimeReading? {
        guard let lexeme = passage.lexeme(index), var year = passage.wholeNumber(index), let first = date.year else {
            return nil
        }
        if lexeme.count == 2, lexeme.gap == .hyphen || lexeme.gap == .slash { year += first / 100 * 100 }
        guard (1000...2199).contains(year), year > first, lexeme.count != 2 || year == first + 1,
            passage.lexeme(index + 1).map({ $0.gap != Lexeme.Gap.none && ($0.gap != .hyphen || !$0.shape.isNumber) })
                ?? true
        else { return nil }
        return TimeReading(index..<index + 1, in: passage, date: .year(year), rule: .dateYear)
    }

    /// Reads two years of which only the other tells that each is one: `2014-2018`, `between 2014 and 2018`.
    private func yearRange(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index), lexeme.gap != .none, lexeme.gap != .hyphen,
            let first = passage.wholeNumber(index),
            (1900...2099).contains(first), DigitRun.read(passage, at: Int(lexeme.start))?.isPlain ?? false,
            let link = link(at: index + 1, behind: Int(lexeme.end))
        else { return nil }
        let opening = opening(before: index)
        guard passage.lexeme(link.next)?.count == 4, let high = year(at: link.next, after: .year(first)),
            !years.isCounting(link.next)
        else {
            guard opening != nil, !passage.lexemes[link.next - 1].shape.contains(.digit),
                passage.lexeme(link.next)?.shape.contains(.digit) == false
            else { return nil }
            return range(from: TimeReading(index..<index + 1, in: passage, date: .year(first), rule: .dateYear))
        }
        guard !link.isAnd || opening?.isBetween ?? false, let end = high.point else { return nil }
        return finished(
            high.opened(at: index, in: passage).with(.stretch(TimePoint(date: .year(first)), end), rule: .dateRange),
            opening)
    }

    /// The two ends, each with what the other tells of both; nothing where they are no range.
    private func ends(
        _ start: TimePoint, _ end: TimePoint, _ link: Link, isOpened: Bool, sharesDay: Bool = true
    ) -> (TimePoint, TimePoint)? {
        var (start, end) = (start, end)
        if start.isTime, end.isTime {
            if end.date != nil, start.date == nil {
                if sharesDay { start.date = end.date }
            } else if end.date == nil {
                end.date = start.date
            }
            alignHalves(&start, &end)
            return (start, end)
        }
        guard !start.isTime, !end.isTime, var low = start.date, let high = end.date else { return nil }
        if let day = low.day, low.month == nil, let month = high.month {
            // "lundi 1er au mercredi 10 juillet"
            guard let told = DateValue.day(day, month: month, year: high.year) else { return nil }
            low = told
            start.date = told
        }
        if low.grain != high.grain {
            let isLoose = !link.isDash && (isOpened || low.grain == .year || high.grain == .open)
            guard isLoose, low.grain != .open || low.first != nil else { return nil }
        } else if low.timex == high.timex || low.grain == .open {
            return nil
        }
        if let year = high.year, low.year == nil, let told = low.told(year: year) {
            // "from November to February 2017": the first month lies in the year before.
            let isBehind = (told.first ?? CivilDate(daysFromEpoch: 0)) > (high.first ?? CivilDate(daysFromEpoch: 0))
            start.date = isBehind ? low.told(year: year - 1) : told
        }
        return (start, end)
    }

    /// Lets the first of two times of day share the half of the day that only the second one tells.
    private func alignHalves(_ start: inout TimePoint, _ end: inout TimePoint) {
        guard var low = start.clock, var high = end.clock, low.isOpen else { return }
        if high.isOpen {
            // "from 9 to 5"
            guard passage.language != .french, high.hour < low.hour, end.part == nil else { return }
            high.hour += 12
            (low.isOpen, high.isOpen) = (false, false)
            (start.clock, end.clock) = (low, high)
            return
        }
        if high.hour > 12, low.hour < 12, low.hour + 12 <= high.hour { low.hour += 12 }
        low.isOpen = false
        start.clock = low
    }

    // MARK: A first end that is only a number

    /// Reads a range whose first end takes its month or hour from the second: `13-15 juillet`, `5 to 6pm`, `entre 10 et 11h30`.
    func sharedRange(at index: Int) -> TimeReading? {
        if passage.lexeme(index)?.count == 4, passage.lexemes[index].shape.isNumber { return yearRange(at: index) }
        guard let lexeme = passage.lexeme(index), !lexeme.shape.contains(.digit) || lexeme.count <= 2,
            lexeme.shape.isNumber || !lexeme.classes.isDisjoint(with: WordClass.Set(.cardinal, .ordinal)),
            lexeme.gap != Lexeme.Gap.none, passage.byte(Int(lexeme.start) - 1) != 0x2E,
            let (number, next, isOrdinal) = calendar.day(at: index) ?? zero(at: index),
            let link = link(at: next, behind: Int(passage.lexemes[next - 1].end))
        else { return nil }
        let opening = opening(before: index)
        guard !link.isAnd || opening?.isBetween ?? false else { return nil }
        if let days = days(from: number, at: index, link) { return finished(days, opening) }
        guard !isOrdinal, number <= 24, !passage.belongs(index - 1, .dateCue, as: "the"),
            let times = hours(from: number, at: index, link, isOpened: opening != nil)
        else {
            return nil
        }
        return finished(times, opening)
    }

    private func zero(at index: Int) -> (day: Int, next: Int, isOrdinal: Bool)? {
        passage.wholeNumber(index) == 0 && passage.lexeme(index)?.count ?? 9 <= 2 ? (0, index + 1, false) : nil
    }

    private func days(from number: Int, at index: Int, _ link: Link) -> TimeReading? {
        guard let high = calendar.date(at: link.next), let last = high.date, let month = last.month, let day = last.day,
            number > 0, number < day, let first = DateValue.day(number, month: month, year: last.year)
        else { return nil }
        return high.opened(at: index, in: passage).with(
            .stretch(TimePoint(date: first), TimePoint(date: last)), rule: .dateRange)
    }

    private func hours(from number: Int, at index: Int, _ link: Link, isOpened: Bool) -> TimeReading? {
        guard let high = clock.read(at: link.next, isAnnounced: true), let end = high.point, end.date == nil,
            let last = end.clock
        else { return nil }
        let isTold = last.minute != nil || !last.isOpen || high.lexemes.count > 1
        var first = TimePoint(clock: ClockTime(hour: number, isOpen: (1..<13).contains(number)))
        var second = end
        if last.isOpen == false, !isTold || high.lexemes.count == 1, passage.language == .french {
            first.clock?.isOpen = false
        }
        alignHalves(&first, &second)
        let range = high.opened(at: index, in: passage).with(.stretch(first, second), rule: .timeRange)
        // "between 3 and 8 yesterday": two bare numbers are hours only where a day follows.
        let isBare = high.lexemes.count == 1 && passage.lexemes[high.lexemes.lowerBound].shape.isNumber
        if isBare { return (isOpened || link.isDash) && number < 25 ? grown(range) : nil }
        guard number < last.hour || last.isOpen || !link.isDash else { return nil }
        return range
    }

    /// Reads the range of times of day behind a day: `de 9h à 11h`, `9-11am`, `from 7 to 7:30`, `entre 14h et 16h`.
    func clockRangeBehind(_ index: Int) -> TimeReading? {
        var first = index
        if passage.belongs(index, .range, as: "from") || passage.belongs(index, .range, as: "between")
            || passage.belongs(index, .dateCue, as: "at")
        {
            first = index + 1
        }
        guard passage.isSpaced(index), passage.isSpaced(first), let low = bareClock(at: first), let start = low.point,
            let link = link(at: low.lexemes.upperBound, behind: low.end),
            !link.isAnd || passage.belongs(index, .range, as: "between"),
            let high = bareClock(at: link.next), let end = high.point
        else { return nil }
        let isBare = low.lexemes.count == 1 && high.lexemes.count == 1
        // "Monday 12-4" is a time, "in May 3-5 people" is not.
        guard !isBare || first > index || passage.endsClause(high.lexemes.upperBound) else { return nil }
        guard let (from, to) = ends(start, end, link, isOpened: first > index) else { return nil }
        return low.extended(to: high, .stretch(from, to))
    }

    private func bareClock(at index: Int) -> TimeReading? {
        if let found = clock.read(at: index, isAnnounced: true) { return found }
        guard let hour = passage.wholeNumber(index), hour <= 24, passage.lexemes[index].count <= 2 else { return nil }
        let time = ClockTime(hour: hour, isOpen: (1..<13).contains(hour))
        return TimeReading(index..<index + 1, in: passage, .point(TimePoint(clock: time)), rule: .timeClock)
    }

    /// Reads the day behind a range of times of day: `9:30 – 11:00 on Thursday`.
    func dated(_ reading: TimeReading, _ start: TimePoint, _ end: TimePoint, at next: Int) -> TimeReading? {
        guard start.date == nil, end.date == nil, start.clock != nil, let found = dayOrPartBehind(next),
            let point = found.point, let low = point.merged(with: start), let high = point.merged(with: end)
        else { return nil }
        return reading.extended(to: found, .stretch(low, high))
    }
}
