import GlaneurCore
import GlaneurLexicon

/// Reads times of day: `20h45`, `8:30 p.m.`, `à 20 heures`, `midi`.
struct ClockReader {
    let passage: Passage

    /// Reads the time that starts at a lexeme.
    func read(at index: Int) -> TimeReading? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        guard lexeme.shape.isNumber else { return noon(at: index, lexeme) }
        let calendar = CalendarReader(passage: passage, anchor: nil)
        guard lexeme.count <= 2, lexeme.gap != .none, let hour = calendar.integer(index), hour <= 24 else { return nil }
        let before = passage.byte(Int(lexeme.start) - 1)
        guard before != 0x3A, before != 0x2E, before != 0x2C, before != 0x2F else { return nil }
        if let colon = colon(at: index, hour) { return colon }
        return passage.language == .french ? hours(at: index, hour) : meridiem(index + 1, hour, minute: 0, start: index)
    }

    /// Reads `20:45`, `8:30 p.m.`, `12:30:15`.
    private func colon(at index: Int, _ hour: Int) -> TimeReading? {
        let lexeme = passage.lexemes[index]
        guard passage.byte(Int(lexeme.end)) == 0x3A, let minute = minutes(index + 1),
            passage.lexemes[index + 1].start == lexeme.end + 1
        else { return nil }
        var next = index + 2
        if passage.byte(Int(passage.lexemes[index + 1].end)) == 0x3A, minutes(next) != nil,
            passage.lexemes[next].start == passage.lexemes[next - 1].end + 1
        {
            next += 1
        }
        return meridiem(next, hour, minute: minute, start: index) ?? reading(index..<next, hour, minute)
    }

    private func minutes(_ index: Int) -> Int? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 2 else { return nil }
        return CalendarReader(passage: passage, anchor: nil).integer(index).flatMap { $0 < 60 ? $0 : nil }
    }

    /// Reads `p.m.` behind an hour.
    private func meridiem(_ index: Int, _ hour: Int, minute: Int, start: Int) -> TimeReading? {
        guard let gap = passage.lexeme(index)?.gap, gap == .space || gap == .none, hour <= 12,
            let match = passage.phrase(at: index, .daypart), let code = passage.lexicon.value(match.node, .daypart),
            code == "AM" || code == "PM"
        else { return nil }
        let hour24 = code == "PM" ? hour % 12 + 12 : hour % 12
        guard var reading = reading(start..<match.end, hour24, minute) else { return nil }
        if match.end > index + 1, passage.byte(reading.end) == 0x2E { reading.end += 1 }
        return reading
    }

    /// Reads `20h45`, `20 h 45`, `à 20 heures`.
    private func hours(at index: Int, _ hour: Int) -> TimeReading? {
        guard let unit = passage.lexeme(index + 1), unit.gap == .none || unit.gap == .space else { return nil }
        // In "20h45" the letter and the minutes are one lexeme.
        if unit.count == 3, passage.byte(Int(unit.start)) | 0x20 == 0x68,
            let minute = Int(String(decoding: passage.bytes[Int(unit.start) + 1..<Int(unit.end)], as: UTF8.self))
        {
            return minute < 60 ? reading(index..<index + 2, hour, minute) : nil
        }
        guard passage.value(index + 1, .timeUnit) == "h" else { return nil }
        if let minute = minutes(index + 2), passage.lexemes[index + 2].gap == .space, !passage.belongs(index + 3, .timeUnit) {
            return reading(index..<index + 3, hour, minute)
        }
        guard passage.lexemes[index].gap == .space, passage.belongs(index - 1, .dateCue, as: "at") else { return nil }
        return reading(index..<index + 2, hour, 0)
    }

    private func noon(at index: Int, _ lexeme: Lexeme) -> TimeReading? {
        guard let code = passage.value(index, .daypart), code.utf8.count > 2, !lexeme.shape.contains(.initialCapital) else {
            return nil
        }
        return TimeReading(index..<index + 1, in: passage, .time, TimeExpression(timex: code), rule: "time.clock")
    }

    private func reading(_ lexemes: Range<Int>, _ hour: Int, _ minute: Int) -> TimeReading? {
        guard hour < 24 || minute == 0 else { return nil }
        let text = "T\(Timex.padded(hour, 2)):\(Timex.padded(minute, 2))"
        return TimeReading(lexemes, in: passage, .time, TimeExpression(timex: text), rule: "time.clock")
    }
}
