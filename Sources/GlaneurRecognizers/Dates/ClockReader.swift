import GlaneurCore
import GlaneurLexicon

/// Reads times of day: `20h45`, `8:30 p.m.`, `quinze heures trente`, `half past seven`, `midi`.
struct ClockReader {
    let passage: Passage
    var numerals: NumeralReader { NumeralReader(passage: passage) }

    var isFrench: Bool { passage.language == .french }

    /// A time of day as far as it was read.
    struct Clock {
        var time: ClockTime
        var next: Int
        /// Whether it can be nothing but a time of day.
        var isSure = false
    }

    /// Reads the time that starts at a lexeme.
    ///
    /// - Parameter isAnnounced: whether what stands before leaves no doubt that a time comes, so that a bare hour is one.
    func read(at index: Int, isAnnounced: Bool = false) -> TimeReading? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        // What stands before is looked at only where the words themselves leave it open.
        func isExpected() -> Bool {
            isAnnounced
                || passage.startOfCue(
                    isFrench ? "at" : "hour", before: passage.startOfCue("about", before: index) ?? index) != nil
        }
        guard let clock = noon(at: index, lexeme) ?? minutesPast(at: index) ?? clock(at: index, isExpected)
        else { return nil }
        var reading = TimeReading(
            index..<clock.next, in: passage, .point(TimePoint(clock: clock.time)), rule: .timeClock)
        // "p.m." keeps its last point.
        if clock.next > index + 1, passage.lexemes[clock.next - 1].gap == .point, passage.byte(reading.end) == 0x2E,
            passage.lexemes[clock.next - 1].count == 1
        {
            reading.end += 1
        }
        return zone(behind: clock.next).map { reading.extended(to: $0, in: passage) } ?? reading
    }

    /// The index behind the code of a time zone: `GMT`; in small letters only where it is no word.
    private func zone(behind index: Int) -> Int? {
        if let zone = passage.behindCue("zone", at: index) { return zone }
        guard let zone = passage.behindCue("zone?", at: index), passage.lexemes[index].shape.isAllCapitals else {
            return nil
        }
        return zone
    }

    func clock(at index: Int, _ isExpected: () -> Bool) -> Clock? {
        guard var clock = passage.lexemes[index].shape.isNumber ? digits(at: index) : words(at: index) else {
            return nil
        }
        if let half = meridiem(clock.next), clock.time.hour <= 12 {
            clock.time.hour = half.isAfternoon ? clock.time.hour % 12 + 12 : clock.time.hour % 12
            clock.time.isOpen = false
            clock.next = half.next
            clock.isSure = true
        }
        if !clock.isSure, isFrench { clock.isSure = isHour(index..<clock.next, clock) }
        if !clock.isSure, !isFrench { clock.isSure = isLoose(at: index, clock) }
        guard clock.isSure || isBareHour(index..<clock.next, clock) && isExpected() else { return nil }
        return clock
    }

    // MARK: In digits

    private func digits(at index: Int) -> Clock? {
        let lexeme = passage.lexemes[index]
        guard lexeme.gap != .none, let number = passage.wholeNumber(index), !isTied(lexeme) else { return nil }
        if lexeme.count > 2 { return joined(number, at: index) }
        guard number <= 24 else { return nil }
        let next = index + 1
        let mark = passage.byte(Int(lexeme.end))
        let isDecimal = mark == 0x2E || mark == 0x2C
        if isDecimal, DigitRun.isDigit(passage.byte(Int(lexeme.end) + 1)), minutes(next) == nil { return nil }
        if mark == 0x3A || mark == 0x2E, let minute = minutes(next), passage.lexemes[next].start == lexeme.end + 1 {
            // "8.30" is a time only with "pm".
            guard mark == 0x3A || meridiem(next + 1) != nil else { return nil }
            return colon(number, minute, at: next)
        }
        if let hours = hourLetter(number, at: next) { return hours }
        var clock = Clock(time: ClockTime(hour: number, isOpen: (1..<13).contains(number)), next: next)
        readOClock(into: &clock)
        return clock
    }

    private func colon(_ hour: Int, _ minute: Int, at index: Int) -> Clock? {
        guard hour < 24 || minute == 0 else { return nil }
        var clock = Clock(
            time: ClockTime(hour: hour, minute: minute, isOpen: (1..<13).contains(hour)), next: index + 1, isSure: true)
        if passage.byte(Int(passage.lexemes[index].end)) == 0x3A, let second = minutes(index + 1),
            passage.lexemes[index + 1].start == passage.lexemes[index].end + 1
        {
            clock.time.second = second
            clock.next += 1
        }
        return clock
    }

    /// Whether a point, colon, slash or sign ties the digits to what stands before them.
    private func isTied(_ lexeme: Lexeme) -> Bool {
        switch passage.byte(Int(lexeme.start) - 1) {
        case 0x3A, 0x2E, 0x2C, 0x2F, 0x24, 0x23: true
        default: false
        }
    }

    /// Reads `330 p.m.` and `0730`.
    private func joined(_ number: Int, at index: Int) -> Clock? {
        let (hour, minute) = (number / 100, number % 100)
        guard hour < 24, minute < 60, passage.lexemes[index].count == 4 || meridiem(index + 1) != nil else {
            return nil
        }
        return Clock(time: ClockTime(hour: hour, minute: minute, isOpen: (1..<13).contains(hour)), next: index + 1)
    }

    func minutes(_ index: Int) -> Int? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 2 else { return nil }
        return passage.wholeNumber(index).flatMap { $0 < 60 ? $0 : nil }
    }

    /// Reads on from an hour to `h45`, `h` and `heures`, with the minutes behind.
    private func hourLetter(_ hour: Int, at index: Int) -> Clock? {
        guard let unit = passage.lexeme(index), unit.gap == .none || unit.gap == .space else { return nil }
        // In "20h45" the letter and the minutes are one lexeme.
        if unit.count == 3, unit.gap == .none, passage.byte(Int(unit.start)) | 0x20 == 0x68,
            let minute = Int(String(decoding: passage.bytes[Int(unit.start) + 1..<Int(unit.end)], as: UTF8.self))
        {
            guard minute < 60, hour < 24 || minute == 0 else { return nil }
            return Clock(
                time: ClockTime(hour: hour, minute: minute, isOpen: (1..<12).contains(hour)), next: index + 1,
                isSure: true)
        }
        guard passage.value(index, .timeUnit) == "h",
            isFrench || unit.count == 1 && unit.gap == .none && !unit.shape.contains(.initialCapital)
        else { return nil }
        var clock = Clock(time: ClockTime(hour: hour, isOpen: (1..<12).contains(hour)), next: index + 1)
        if isFrench { readMinutes(into: &clock) } else { clock.isSure = hour > 12 && hour <= 24 }
        return clock
    }

    // MARK: Bare hours

    /// Whether `from three thirty` and, at the start of a line, `8 tonight` or `3 in the morning` tell a time.
    private func isLoose(at index: Int, _ clock: Clock) -> Bool {
        if clock.time.minute != nil, passage.belongs(index, .cardinal) {
            return passage.startOfCue("at", before: index) != nil
                && (passage.endsClause(clock.next) || passage.belongs(clock.next, .dateCue, as: "till"))
        }
        guard passage.isOpenedByLine(index), clock.time.isOpen, passage.isSpaced(clock.next) else { return false }
        let next = clock.next
        if passage.belongs(next, .relativeDay) { return true }
        if passage.number(next, .deictic) == 0 { return passage.dayPart(next + 1) != nil }
        guard let part = passage.behindCue("during", at: next) else { return false }
        return passage.dayPart(passage.behindArticle(part)) != nil
    }

    /// Whether `15h`, `3 heures du matin` and `9h le 13 mai` tell when and not how long.
    private func isHour(_ lexemes: Range<Int>, _ clock: Clock) -> Bool {
        let next = lexemes.upperBound
        guard passage.belongs(next - 1, .timeUnit) else { return false }
        if clock.time.hour > 12, passage.lexemes[next - 1].gap == .none, passage.endsClause(next),
            passage.phrase(endingBefore: lexemes.lowerBound, .qualifier) == nil
        {
            return true
        }
        guard passage.isSpaced(next) else { return false }
        // "14h à 16h"
        if passage.belongs(next, .dateCue, as: "till"), let end = passage.lexeme(next + 1), end.gap == .space,
            end.shape.isNumber, let unit = passage.lexeme(next + 2), unit.gap == .none || unit.gap == .space,
            passage.byte(Int(unit.start)) | 0x20 == 0x68
        {
            return passage.value(next + 2, .timeUnit) == "h" || unit.count == 3
        }
        // "15 heures tous les jours"
        if let set = passage.phrase(at: next, .setCue), !passage.lexicon.hasValue(set.node, .setCue, "opener") {
            return true
        }
        if passage.belongs(next, .of) || passage.belongs(next, .dateCue, as: "du") {
            return passage.dayPart(passage.behindArticle(next + 1)) != nil
        }
        let day = passage.behindArticle(next)
        return day > next && (passage.belongs(day, .weekday) || passage.belongs(day + 1, .month))
            || passage.belongs(next, .relativeDay)
    }

    /// Whether a bare hour behind *at* or a date is one and does not count what follows: `at 5`, but not `at 5 sites`.
    private func isBareHour(_ lexemes: Range<Int>, _ clock: Clock) -> Bool {
        if isFrench { return passage.belongs(lexemes.upperBound - 1, .timeUnit) || lexemes.count > 1 }
        let next = lexemes.upperBound
        if passage.endsClause(next) {
            return passage.byte(Int(passage.lexemes[next - 1].end)) != 0x25
        }
        return passage.belongs(next, .dateCue, as: "on") || passage.belongs(next, .relativeDay)
            || passage.belongs(next, .deictic) || passage.belongs(next, .daypart)
    }

    /// Reads `p.m.`, `am`, `a m` behind an hour.
    private func meridiem(_ index: Int) -> (isAfternoon: Bool, next: Int)? {
        guard let gap = passage.lexeme(index)?.gap, gap == .space || gap == .none,
            let match = passage.phrase(at: index, .daypart), let code = passage.lexicon.value(match.node, .daypart),
            code == "AM" || code == "PM"
        else { return nil }
        return (code == "PM", match.end)
    }

    func noon(at index: Int, _ lexeme: Lexeme) -> Clock? {
        guard lexeme.gap != .hyphen else { return nil }
        var noon = index
        if passage.wholeNumber(index) == 12 { noon += 1 }
        guard let code = passage.value(noon, .daypart), code.utf8.count > 2, noon == index || passage.isSpaced(noon),
            !passage.lexemes[noon].shape.contains(.initialCapital) || passage.isOpenedByLine(noon)
        else { return nil }
        var clock = Clock(time: ClockTime(hour: code == "T24" ? 24 : 12), next: noon + 1, isSure: true)
        if isFrench { readMinutes(into: &clock) }
        clock.isSure = true
        return clock
    }
}
