import GlaneurCore
import GlaneurLexicon

/// Times of day in words: `quinze heures trente`, `neuf heures moins le quart`, `half past seven`.
extension ClockReader {
    /// Reads the hour in words that starts at a lexeme, with its minutes.
    func words(at index: Int) -> Clock? {
        guard passage.belongs(index, .cardinal) else { return nil }
        guard let (sum, next) = numerals.words.sum(at: index), sum.value <= 24 else { return nil }
        let hour = Int(sum.value)
        if isFrench {
            guard passage.isSpaced(next), passage.value(next, .timeUnit) == "h" else { return nil }
            var clock = Clock(time: ClockTime(hour: hour, isOpen: (1..<12).contains(hour)), next: next + 1)
            readMinutes(into: &clock)
            return clock
        }
        guard (1...12).contains(hour) else { return nil }
        var clock = Clock(time: ClockTime(hour: hour, isOpen: true), next: next)
        // "three twenty", "nine fifty nine"
        if passage.isSpaced(next), passage.belongs(next, .cardinal),
            let (minutes, behind) = numerals.words.sum(at: next),
            (10..<60).contains(minutes.value), !passage.belongs(behind, .scale)
        {
            clock.time.minute = Int(minutes.value)
            clock.next = passage.value(behind, .timeUnit) == "min" ? behind + 1 : behind
        }
        readOClock(into: &clock)
        return clock
    }

    /// Reads *o’clock* behind an hour.
    func readOClock(into clock: inout Clock) {
        guard !isFrench, let end = passage.behindCue("o'clock", at: clock.next) else { return }
        clock.next = end
        clock.isSure = true
    }

    /// Reads the minutes behind *heures*: `30`, `et quart`, `moins vingt`, `et vingt-sept minutes`.
    func readMinutes(into clock: inout Clock) {
        var index = clock.next
        guard passage.isSpaced(index) else { return }
        let isMinus = passage.belongs(index, .numberOpener, as: "minus")
        let isAnd = passage.belongs(index, .numberLink, as: "and")
        if isMinus || isAnd { index += 1 }
        if isMinus, passage.belongs(index, .dateCue, as: "article") { index += 1 }
        var minute: Int?
        var next = index + 1
        if isMinus || isAnd, passage.isSpaced(index), passage.belongs(index, .dateCue, as: "quarter") {
            minute = 15
        } else if isAnd, passage.isSpaced(index), passage.number(index, .fraction) == 2 {
            minute = 30
        } else if passage.isSpaced(index), let number = minutes(index) ?? word(index, &next) {
            minute = number
            // "deux heures quinze minutes" is a time of day only where the hour is announced.
            // but behind a comma another thing begins: "15 h 30, heure locale".
            let isTied = passage.isSpaced(next) || passage.lexeme(next)?.gap == Lexeme.Gap.none
            if isTied, passage.value(next, .timeUnit) == "min" {
                next += 1
            } else if isTied && passage.belongs(next, .timeUnit) || isAnd && !passage.endsClause(next) {
                return
            }
            if !isMinus, !isAnd, !passage.endsClause(next), passage.belongs(next, .scale) { return }
        }
        guard let minute, minute < 60, minute > 0 || !isMinus else { return }
        clock.time.minute = isMinus ? 60 - minute : minute
        if isMinus { clock.time.hour = (clock.time.hour + 23) % 24 }
        clock.next = next
        clock.isSure = !(isAnd && minute % 15 == 0) && passage.value(next - 1, .timeUnit) == nil
    }

    private func word(_ index: Int, _ next: inout Int) -> Int? {
        guard passage.belongs(index, .cardinal), let (sum, end) = numerals.words.sum(at: index),
            (2..<60).contains(sum.value)
        else { return nil }
        next = end
        return Int(sum.value)
    }

    // MARK: Past and to

    /// Reads `half past seven`, `a quarter past noon`, `ten past 9`, `quarter to five`.
    func minutesPast(at index: Int) -> Clock? {
        guard !isFrench else { return nil }
        var next = index
        var minute: Int
        if passage.number(next, .fraction) == 2 {
            minute = 30
            next += 1
        } else if passage.value(next, .period) == "Q" {
            minute = 15
            next += 1
        } else if let number = passage.wholeNumber(next), (1..<60).contains(number) {
            minute = number
            next += 1
        } else if passage.belongs(next, .cardinal), let (sum, end) = numerals.words.sum(at: next),
            (1..<60).contains(sum.value)
        {
            minute = Int(sum.value)
            next = end
        } else {
            return nil
        }
        if passage.value(next, .timeUnit) == "min" { next += 1 }
        let isPast = passage.belongs(next, .dateCue, as: "past")
        guard isPast || minute == 15 && next == index + 1 && passage.belongs(next, .dateCue, as: "before-hour"),
            passage.isSpaced(next), passage.isSpaced(next + 1), let lexeme = passage.lexeme(next + 1),
            var clock = noon(at: next + 1, lexeme) ?? clock(at: next + 1, { true }), clock.time.minute == nil
        else { return nil }
        if !isPast {
            clock.time.hour = (clock.time.hour + 23) % 24
            minute = 60 - minute
        }
        clock.time.minute = minute
        return clock
    }
}
