import GlaneurCore
import GlaneurLexicon

/// Reads dates whose parts signs join: `2024-03-12`, `12/03/2024`, `12.03.24`, `05-Aug-2016`, `2014-10`, `22/04`.
///
/// The order of day and month is that of the language, where only the other one is not possible.
struct NumericDateReader {
    let passage: Passage

    private var isFrench: Bool { passage.language == .french }

    /// A part of such a date.
    private enum Part {
        case year(Int)
        case number(Int)
        case month(Int)
    }

    /// Reads the date that starts at a lexeme.
    ///
    /// - Parameter isAnnounced: whether what stands before leaves no doubt that a date comes, so that `2/15` is no fraction.
    func read(at index: Int, isAnnounced: Bool = false) -> TimeReading? {
        guard let first = passage.lexeme(index), first.shape.isNumber || first.classes.contains(.month) else {
            return nil
        }
        if first.shape.isNumber, first.count == 8 { return compact(at: index) }
        guard let second = passage.lexeme(index + 1), isSeparator(second.gap), second.start - first.end == 1,
            let one = part(index), let two = part(index + 1), isAnnounced || !isTied(before: first)
        else { return spaced(at: index, isAnnounced: isAnnounced) }
        if let third = passage.lexeme(index + 2), third.gap == second.gap, third.start - second.end == 1,
            third.shape.isNumber || third.classes.contains(.month)
        {
            guard let three = part(index + 2), let value = value(one, two, three, gap: second.gap) else { return nil }
            if let time = timestamp(index..<index + 3, value) { return time }
            guard !isTied(behind: index + 3, second.gap) else { return nil }
            return TimeReading(index..<index + 3, in: passage, date: value, rule: .dateNumeric)
        }
        guard second.gap != .point || isAnnounced, !isTied(behind: index + 2, second.gap),
            var value = value(one, two, at: index, gap: second.gap, isAnnounced: isAnnounced)
        else { return nil }
        // "5/7, 2020"
        if value.year == nil, let behind = passage.lexeme(index + 2), behind.gap == .comma, behind.count == 4,
            let year = passage.wholeNumber(index + 2), (1900...2199).contains(year), let told = value.told(year: year)
        {
            value = told
            return TimeReading(index..<index + 3, in: passage, date: value, rule: .dateNumeric)
        }
        return TimeReading(index..<index + 2, in: passage, date: value, rule: .dateNumeric)
    }

    private func isSeparator(_ gap: Lexeme.Gap) -> Bool { gap == .hyphen || gap == .slash || gap == .point }

    /// Whether a sign joins a figure or a letter to what stands before it.
    private func isTied(before lexeme: Lexeme) -> Bool {
        switch lexeme.gap {
        case .hyphen, .slash, .point, .comma, .none, .other:
            let before = passage.byte(Int(lexeme.start) - 1)
            return before == 0x2D || before == 0x2F || before == 0x2E || before == 0x2C || before == 0x24
        default: return false
        }
    }

    private func isTied(behind index: Int, _ gap: Lexeme.Gap) -> Bool {
        guard let next = passage.lexeme(index) else { return false }
        let isNext = next.start - passage.lexemes[index - 1].end == 1
        return next.gap == Lexeme.Gap.none || next.gap == .point && next.shape.isNumber && isNext
            || next.gap == gap && next.shape.isNumber && isNext
    }

    private func part(_ index: Int) -> Part? {
        if let (code, _) = passage.code(index, .month) { return Int(code).map { .month($0) } }
        guard let number = passage.wholeNumber(index) else { return nil }
        let count = passage.lexemes[index].count
        return count == 4 ? .year(number) : count <= 2 ? .number(number) : nil
    }

    private func value(_ one: Part, _ two: Part, _ three: Part, gap: Lexeme.Gap) -> DateValue? {
        switch (one, two, three) {
        case (.year(let year), .number(let month), .number(let day)):
            return .day(day, month: month, year: year)
        case (.year(let year), .month(let month), .number(let day)),
            (.year(let year), .number(let day), .month(let month)),
            (.number(let day), .month(let month), .year(let year)),
            (.month(let month), .number(let day), .year(let year)),
            (.month(let month), .year(let year), .number(let day)):
            return .day(day, month: month, year: year)
        case (.number(let left), .number(let right), .year(let year)):
            return ordered(left, right, year: year, dayFirst: isFrench || gap == .point)
        case (.number(let left), .number(let right), .number(let year)) where gap != .point:
            return ordered(left, right, year: century(year), dayFirst: isFrench)
        default: return nil
        }
    }

    private func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    private func ordered(_ left: Int, _ right: Int, year: Int?, dayFirst: Bool) -> DateValue? {
        let day = DateValue.day(left, month: right, year: year)
        let month = DateValue.day(right, month: left, year: year)
        return dayFirst ? day ?? month : month ?? day
    }

    private func value(
        _ one: Part, _ two: Part, at index: Int, gap: Lexeme.Gap, isAnnounced: Bool
    ) -> DateValue? {
        switch (one, two) {
        case (.year(let year), .number(let month)) where passage.lexemes[index + 1].count == 2 || isFrench:
            // "2010-11" is a season of two years.
            guard (1900...2099).contains(year), (1...12).contains(month), (year + 1) % 100 != month else { return nil }
            return .month(month, year: year)
        case (.number(let month), .year(let year)):
            guard (1900...2099).contains(year), (1...12).contains(month) else { return nil }
            return .month(month, year: year)
        case (.year(let year), .month(let month)), (.month(let month), .year(let year)):
            return .month(month, year: year)
        case (.number(let day), .month(let month)), (.month(let month), .number(let day)):
            return .day(day, month: month, year: nil)
        case (.number(let left), .number(let right)):
            let isFull = passage.lexemes[index].count == 2 && passage.lexemes[index + 1].count == 2 && gap == .slash
            guard isAnnounced && gap != .hyphen || gap == .slash && (isFull && isFrench || isAnnouncedDay(index)) else {
                return nil
            }
            return ordered(left, right, year: nil, dayFirst: isFrench)
        default: return nil
        }
    }

    /// Whether the words before or the line itself say that `2/15` is a day.
    private func isAnnouncedDay(_ index: Int) -> Bool {
        // "3/4" by itself is a fraction.
        if passage.isAlone(index..<index + 2),
            [index, index + 1].contains(where: { passage.wholeNumber($0) ?? 0 > 12 })
        {
            return true
        }
        // "10/1-11/2/2017"
        if let next = passage.lexeme(index + 2), next.gap == .hyphen, passage.lexeme(index + 3)?.gap == .slash {
            return true
        }
        if passage.isSpaced(index), passage.belongs(index - 1, .dateCue, as: "day") { return true }
        // "on 11/20, 11/22 or 11/25"
        return index >= 3 && passage.lexemes[index - 1].gap == .slash && passage.lexemes[index].gap == .comma
            || index >= 4 && passage.lexemes[index - 2].gap == .slash
                && passage.belongs(index - 1, .dateCue, as: "link")
    }

    /// Reads on from a day to the time of day that ISO 8601 ties to it: `2024-03-12T08:30:00Z`.
    private func timestamp(_ lexemes: Range<Int>, _ day: DateValue) -> TimeReading? {
        let index = lexemes.upperBound
        guard let hour = passage.lexeme(index), hour.gap == .none, hour.count == 3,
            passage.byte(Int(hour.start)) == 0x54, passage.byte(Int(hour.end)) == 0x3A,
            DigitRun.isDigit(passage.byte(Int(hour.start) + 1)), DigitRun.isDigit(passage.byte(Int(hour.start) + 2)),
            let minute = passage.wholeNumber(index + 1), minute < 60
        else { return nil }
        let hours = Int(passage.byte(Int(hour.start) + 1)) * 10 + Int(passage.byte(Int(hour.start) + 2)) - 0x30 * 11
        guard hours < 24 else { return nil }
        var clock = ClockTime(hour: hours, minute: minute)
        var next = index + 2
        if passage.byte(Int(passage.lexemes[index + 1].end)) == 0x3A, let second = passage.wholeNumber(next),
            second < 60
        {
            clock.second = second
            next += 1
        }
        // "Z" for UTC
        if let zone = passage.lexeme(next), zone.gap == .none, zone.count == 1, zone.shape.isAllCapitals { next += 1 }
        return TimeReading(
            lexemes.lowerBound..<next, in: passage, .point(TimePoint(date: day, clock: clock)), rule: .timeNumeric)
    }

    /// Reads `20240302`.
    private func compact(at index: Int) -> TimeReading? {
        let start = Int(passage.lexemes[index].start)
        func number(_ range: Range<Int>) -> Int {
            range.reduce(0) { $0 * 10 + Int(passage.byte(start + $1)) - 0x30 }
        }
        let year = number(0..<4)
        guard (1950...2099).contains(year), let value = DateValue.day(number(6..<8), month: number(4..<6), year: year)
        else { return nil }
        return TimeReading(index..<index + 1, in: passage, date: value, rule: .dateNumeric)
    }

    /// Reads `le 20 02 2014`: with spaces, as French forms have it.
    private func spaced(at index: Int, isAnnounced: Bool) -> TimeReading? {
        guard isFrench, passage.isSpaced(index + 1), let day = passage.wholeNumber(index), day <= 31,
            let month = passage.wholeNumber(index + 1), month <= 12,
            passage.lexeme(index - 1).map({ !$0.shape.isNumber }) ?? true
        else { return nil }
        let isDay = isAnnounced || passage.isSpaced(index) && passage.belongs(index - 1, .dateCue, as: "day")
        if passage.isSpaced(index + 2), let year = passage.wholeNumber(index + 2),
            passage.lexeme(index + 3).map({ !$0.shape.isNumber || $0.gap != .space }) ?? true
        {
            let isFull = passage.lexemes[index + 2].count == 4 && (1900...2099).contains(year)
            guard isFull || (isDay || passage.isAlone(index..<index + 3)) && year < 100,
                let value = DateValue.day(day, month: month, year: isFull ? year : century(year))
            else { return nil }
            return TimeReading(index..<index + 3, in: passage, date: value, rule: .dateNumeric)
        }
        guard passage.isAlone(index..<index + 2) || isDay && passage.isClosed(index + 2),
            let value = DateValue.day(day, month: month, year: nil)
        else { return nil }
        return TimeReading(index..<index + 2, in: passage, date: value, rule: .dateNumeric)
    }
}
