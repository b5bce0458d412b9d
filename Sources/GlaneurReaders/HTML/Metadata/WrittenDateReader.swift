import GlaneurCore
import GlaneurLexicon

/// Finds days written for readers, in French and in English: `12 mars 2019 à 14h05`, `March 12, 2019`, `12/03/2019`.
struct WrittenDateReader {
    /// A day in a line.
    struct Found {
        /// The day, with its clock where one stands beside it; never with a zone.
        var time: PublicationTime
        /// The bytes it stands on, without the clock.
        let range: Range<Int>
    }

    private let bytes: [UInt8]
    private let lexicon: Lexicon
    private let isDayFirst: Bool
    private var lexemes: [Lexeme] = []

    /// Reads a line; `isDayFirst` tells what comes first in `12/03/2019`.
    static func dates(in bytes: [UInt8], lexicon: Lexicon, isDayFirst: Bool) -> [Found] {
        guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        var reader = WrittenDateReader(bytes: bytes, lexicon: lexicon, isDayFirst: isDayFirst)
        LexemeScanner.scan(bytes, into: &reader.lexemes)
        return reader.found()
    }

    private init(bytes: [UInt8], lexicon: Lexicon, isDayFirst: Bool) {
        self.bytes = bytes
        self.lexicon = lexicon
        self.isDayFirst = isDayFirst
    }

    private func found() -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < lexemes.count {
            guard var date = numeric(at: index) ?? worded(at: index) else {
                index += 1
                continue
            }
            date.found.time.clock = clock(from: date.end, to: lexemes.count) ?? clock(before: index)
            found.append(date.found)
            index = date.end
        }
        return found
    }

    /// Digits that are a number by themselves, or with letters right behind them: `12`, `1er`, `4th`.
    private func number(_ index: Int) -> Int? {
        guard index >= 0, index < lexemes.count, lexemes[index].shape.isNumber, lexemes[index].count <= 4 else {
            return nil
        }
        return Int(string(index))
    }

    private func string(_ index: Int) -> String { String(decoding: bytes[lexemes[index].span.range], as: UTF8.self) }

    /// The bytes between a lexeme and the one before it.
    private func gap(_ index: Int) -> ArraySlice<UInt8> {
        index > 0 && index < lexemes.count ? bytes[Int(lexemes[index - 1].end)..<Int(lexemes[index].start)] : []
    }

    private func make(_ first: Int, _ end: Int, _ time: PublicationTime?) -> (found: Found, end: Int)? {
        guard let time, (1990...2100).contains(time.year) else { return nil }
        return (Found(time: time, range: Int(lexemes[first].start)..<Int(lexemes[end - 1].end)), end)
    }

    /// `2019-03-12`, `12/03/2019`, `12.3.19`.
    private func numeric(at index: Int) -> (found: Found, end: Int)? {
        guard let first = number(index), let second = number(index + 1), let third = number(index + 2) else {
            return nil
        }
        let mark = gap(index + 1)
        guard mark.count == 1, let sign = mark.first, sign == 0x2D || sign == 0x2E || sign == 0x2F,
            gap(index + 2).elementsEqual(mark), index == 0 || !gap(index).elementsEqual(mark)
        else { return nil }
        if lexemes[index].count == 4 {
            return make(index, index + 3, PublicationTime(year: first, month: second, day: third))
        }
        let digits = lexemes[index + 2].count
        guard digits == 4 || digits == 2 && sign != 0x2D, lexemes[index].count <= 2 else { return nil }
        let year = digits == 2 ? 2000 + third : third
        let dayFirst = sign == 0x2E || first > 12 || isDayFirst && second <= 12
        let time = PublicationTime(year: year, month: dayFirst ? second : first, day: dayFirst ? first : second)
        return make(index, index + 3, time)
    }

    /// `12 mars 2019`, `1er mars 2019`, `12th of March, 2019`, `March 12, 2019`, `mars 12, 2019`.
    private func worded(at index: Int) -> (found: Found, end: Int)? {
        if let day = number(index), lexemes[index].count <= 2 {
            var next = index + 1
            // The ending of an ordinal, `of`, `de`.
            while next < lexemes.count, next < index + 3, month(next) == nil {
                guard lexemes[next].count <= 2, !lexemes[next].shape.isNumber else { return nil }
                next += 1
            }
            guard let month = month(next) else { return nil }
            if let year = year(next + 1) {
                return make(index, next + 2, PublicationTime(year: year, month: month, day: day))
            }
            guard let year = year(next + 2), lexemes[next + 1].count <= 2,
                !lexemes[next + 1].shape.isNumber
            else { return nil }
            return make(index, next + 3, PublicationTime(year: year, month: month, day: day))
        }
        guard let month = month(index), let day = number(index + 1), lexemes[index + 1].count <= 2 else { return nil }
        var next = index + 2
        if next < lexemes.count, !lexemes[next].shape.isNumber, lexemes[next].count == 2, gap(next).isEmpty {
            next += 1
        }
        guard let year = year(next) else { return nil }
        return make(index, next + 1, PublicationTime(year: year, month: month, day: day))
    }

    /// Four digits, or more where the next number is glued to them: `Dec 5, 202312 Shares`.
    private func year(_ index: Int) -> Int? {
        guard index < lexemes.count, lexemes[index].shape.isNumber, (4...8).contains(lexemes[index].count) else {
            return nil
        }
        return Int(string(index).prefix(4))
    }

    private func month(_ index: Int) -> Int? {
        guard index < lexemes.count, !lexemes[index].shape.isNumber, lexemes[index].count >= 3 else { return nil }
        for language in [Language.english, .french] {
            let node = lexicon.words(language).node(of: lexemes[index].wordHash)
            guard node.classes.contains(.month), let value = lexicon.value(node, .month) else { continue }
            return Int(value.last == "?" ? value.dropLast() : value[...])
        }
        return nil
    }

    /// A clock among the next few lexemes: `14:05`, `14h05`, `2.05 pm`, `8 PM`.
    private func clock(from start: Int, to end: Int) -> PublicationTime.Clock? {
        for index in start..<max(start, min(end, start + 5)) {
            guard let hour = number(index), lexemes[index].count <= 2, hour < 24 else { continue }
            if index == 0 || !isJoined(index) {
                if let clock = clock(at: index, hour) { return clock }
            }
        }
        return nil
    }

    private func clock(before end: Int) -> PublicationTime.Clock? {
        let start = max(0, end - 5)
        guard start < end else { return nil }
        return clock(from: start, to: end)
    }

    private func isJoined(_ index: Int) -> Bool {
        let gap = gap(index)
        return gap.count == 1 && (gap.first == 0x3A || gap.first == 0x2F || gap.first == 0x2D)
    }

    /// The minute in what stands behind an hour: `h`, `h05`.
    private func hourMinute(_ index: Int) -> Int? {
        let text = string(index).utf8
        guard let first = text.first, first | 0x20 == UInt8(ascii: "h"), gap(index).isEmpty else { return nil }
        return text.count == 1 ? 0 : Int(String(decoding: text.dropFirst(), as: UTF8.self))
    }

    private func clock(at index: Int, _ hour: Int) -> PublicationTime.Clock? {
        var next = index + 1
        guard next < lexemes.count else { return nil }
        var minute: Int?
        if number(next) != nil {
            let sign = gap(next)
            guard sign.count == 1, sign.first == 0x3A || sign.first == 0x2E, lexemes[next].count == 2 else {
                return nil
            }
            minute = number(next)
            next += 1
            // Seconds.
            if number(next) != nil, isJoined(next) { next += 1 }
        } else if let hours = hourMinute(next) {
            minute = hours
            next += 1
        }
        if let minute, minute > 59 { return nil }
        var half = ""
        if next < lexemes.count { half = string(next).lowercased() }
        if half == "p" || half == "a", next + 1 < lexemes.count, string(next + 1).lowercased() == "m" { half += "m" }
        switch half {
        case "pm": return hour > 12 ? nil : PublicationTime.Clock(hour: hour % 12 + 12, minute: minute ?? 0)
        case "am": return hour > 12 ? nil : PublicationTime.Clock(hour: hour % 12, minute: minute ?? 0)
        default: return minute.map { PublicationTime.Clock(hour: hour, minute: $0) }
        }
    }
}
