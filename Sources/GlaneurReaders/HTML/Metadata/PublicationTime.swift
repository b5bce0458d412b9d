/// A day, and where it is known the time of the day and the zone: what pages and feeds write as a date.
struct PublicationTime: Equatable {
    /// The time of a day.
    struct Clock: Equatable {
        let hour: Int
        let minute: Int
        var second = 0
    }

    let year: Int
    let month: Int
    let day: Int
    var clock: Clock?
    /// Minutes east of Greenwich.
    var zoneMinutes: Int?
    /// Whether the zone is written as that of Greenwich, which servers write whatever clock their readers go by.
    var isZulu: Bool { zoneMinutes == 0 }

    /// Makes a day; nothing where the calendar has none, or nobody could have published then.
    init?(year: Int, month: Int, day: Int, clock: Clock? = nil, zoneMinutes: Int? = nil) {
        guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
            day <= PublicationTime.dayCount(of: month, in: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.clock = clock
        self.zoneMinutes = zoneMinutes
    }

    /// Reads `2024-01-31`, `2024-01-31T08:00:00+01:00`, `20240131`, `Wed, 31 Jan 2024 08:00:00 GMT` and their like;
    /// of mails and feeds also years of two digits and the zones that RFC 822 names.
    init?(machineWritten text: String, isMail: Bool = false) {
        var reader = PublicationTimeReader(text, isMail: isMail)
        guard let time = reader.time() else { return nil }
        self = time
    }

    /// Makes the time of seconds, or milliseconds, since 1970; nothing before 1990, when nobody published pages.
    init?(epoch: Int) {
        let seconds = epoch > 100_000_000_000 ? epoch / 1000 : epoch
        guard seconds > 631_152_000, seconds < 7_258_118_400 else { return nil }
        let civil = PublicationTime.civil(ofDay: seconds / 86_400)
        let rest = seconds % 86_400
        self.init(
            year: civil.year, month: civil.month, day: civil.day,
            clock: Clock(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60), zoneMinutes: 0)
    }

    /// Brings the times that pages write into the form of RFC 3339; a day where no zone is written.
    static func normalized(_ text: String) -> String? { PublicationTime(machineWritten: text)?.description }

    /// The day as seven or eight hundred thousand: how many days lie between it and the first of 1970.
    var dayNumber: Int {
        let years = month <= 2 ? year - 1 : year
        let era = years / 400
        let yearOfEra = years - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The seconds since 1970, where time and zone are known.
    var instant: Int? {
        guard let clock, let zoneMinutes else { return nil }
        return localSeconds(clock) - zoneMinutes * 60
    }

    /// The same moment as clocks in another zone show it.
    func moved(toZone minutes: Int) -> PublicationTime {
        guard let instant else { return self }
        let local = instant + minutes * 60
        let civil = PublicationTime.civil(ofDay: (local >= 0 ? local : local - 86_399) / 86_400)
        let rest = ((local % 86_400) + 86_400) % 86_400
        let clock = Clock(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
        return PublicationTime(
            year: civil.year, month: civil.month, day: civil.day, clock: clock, zoneMinutes: minutes) ?? self
    }

    /// The zone in which clocks show a local time, written to the minute, at the moment of this time; nothing where no zone on
    /// earth does.
    func zone(showing local: PublicationTime) -> Int? {
        guard let instant, let clock = local.clock, let own = self.clock else { return nil }
        let shown = local.localSeconds(Clock(hour: clock.hour, minute: clock.minute))
        let minutes = (shown - (instant - own.second)) / 60
        return minutes % 15 == 0 && (-720...840).contains(minutes) ? minutes : nil
    }

    private func localSeconds(_ clock: Clock) -> Int {
        dayNumber * 86_400 + clock.hour * 3600 + clock.minute * 60 + clock.second
    }

    private static func dayCount(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func civil(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension PublicationTime: CustomStringConvertible {
    /// The form of RFC 3339; the day alone where time or zone are not known.
    var description: String {
        let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        guard let clock, let zoneMinutes else { return date }
        let time = "T\(padded(clock.hour)):\(padded(clock.minute)):\(padded(clock.second))"
        guard zoneMinutes != 0 else { return date + time + "Z" }
        let size = abs(zoneMinutes)
        return date + time + (zoneMinutes < 0 ? "-" : "+") + "\(padded(size / 60)):\(padded(size % 60))"
    }

    private func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
