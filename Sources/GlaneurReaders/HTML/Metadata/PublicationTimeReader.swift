/// Reads the times that programs write: forms of ISO 8601, RFC 822's, seconds since 1970.
struct PublicationTimeReader {
    private let bytes: [UInt8]
    private let isMail: Bool
    private var index = 0

    /// Reads the start of a text; in mails and feeds years may have two digits, and the names of zones are those of RFC 822.
    init(_ text: String, isMail: Bool = false) {
        bytes = Array(text.utf8.prefix(64))
        self.isMail = isMail
        skipSpace()
    }

    /// The time at the start of the text, whatever follows it.
    mutating func time() -> PublicationTime? {
        let start = index
        let digits = digitCount(at: index)
        if digits == 10 || digits == 13, index + digits == bytes.count, let epoch = number(digits) {
            return PublicationTime(epoch: epoch)
        }
        guard var time = digits == 8 ? compactDay() : digits == 4 ? isoDay() : mailDay(from: start) else { return nil }
        let afterDay = index
        if let clock = clock(digits == 8), let zone = zone() {
            time.clock = clock
            time.zoneMinutes = zone
        } else {
            index = afterDay
            time.clock = clock(digits == 8)
        }
        return time
    }

    private mutating func isoDay() -> PublicationTime? {
        guard let year = number(4), let mark = byte, mark == 0x2D || mark == 0x2F || mark == 0x2E else { return nil }
        index += 1
        guard let month = number(min(2, digitCount(at: index))), byte == mark else { return nil }
        index += 1
        let count = digitCount(at: index)
        guard let day = number(min(2, count)), count <= 2 || count == 6 else { return nil }
        return PublicationTime(year: year, month: month, day: day)
    }

    private mutating func compactDay() -> PublicationTime? {
        guard let year = number(4), let month = number(2), let day = number(2) else { return nil }
        return PublicationTime(year: year, month: month, day: day)
    }

    /// `Wed, 31 Jan 2024`, `31 Jan 2024` and `Wed Jan 31 08:00:00 UTC 2024`, with English names of months as RFC 822 has them.
    private mutating func mailDay(from start: Int) -> PublicationTime? {
        index = start
        var day: Int?
        var month: Int?
        for _ in 0..<4 {
            while let byte, byte == 0x20 || byte == 0x2C || byte == 0x2D { index += 1 }
            let digits = digitCount(at: index)
            if digits == 4, let day, let month, let year = number(4) {
                return PublicationTime(year: year, month: month, day: day)
            }
            if isMail, digits == 2, let day, let month, let year = number(2) {
                return PublicationTime(year: year + (year < 70 ? 2000 : 1900), month: month, day: day)
            }
            if (1...2).contains(digits), day == nil {
                day = number(digits)
            } else {
                let word = word()
                guard !word.isEmpty else { return nil }
                month = month ?? PublicationTimeReader.month(word)
            }
        }
        return nil
    }

    private static func month(_ word: ArraySlice<UInt8>) -> Int? {
        let names = "janfebmaraprmayjunjulaugsepoctnovdec"
        guard word.count >= 3 else { return nil }
        let letters = word.prefix(3).map { $0 | 0x20 }
        let all = Array(names.utf8)
        return stride(from: 0, to: all.count, by: 3).first { all[$0..<($0 + 3)].elementsEqual(letters) }
            .map { $0 / 3 + 1 }
    }

    /// `T08:00`, ` 08:00:00.123`, `T080000`.
    private mutating func clock(_ isCompact: Bool) -> PublicationTime.Clock? {
        if byte.map({ $0 | 0x20 }) == UInt8(ascii: "t") { index += 1 } else { skipSpace() }
        let digits = digitCount(at: index)
        if digits == 6 || digits == 4 && isCompact {
            guard let hour = number(2), let minute = number(2) else { return nil }
            return checked(hour, minute, digits == 6 ? number(2) ?? 0 : 0)
        }
        guard (1...2).contains(digits), let hour = number(digits), take(":"), let minute = number(2) else { return nil }
        var second = 0
        if take(":") {
            guard let seconds = number(2) else { return nil }
            second = seconds
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                index += 1
                index += digitCount(at: index)
            }
        }
        return checked(hour, minute, second)
    }

    private func checked(_ hour: Int, _ minute: Int, _ second: Int) -> PublicationTime.Clock? {
        guard hour < 24, minute < 60, second < 61 else { return nil }
        return PublicationTime.Clock(hour: hour, minute: minute, second: second)
    }

    private mutating func zone() -> Int? {
        skipSpace()
        guard let sign = byte else { return nil }
        if sign == 0x2B || sign == 0x2D {
            index += 1
            let digits = digitCount(at: index)
            guard digits == 2 || digits == 4 || digits == 1, let hour = number(min(2, digits)), hour < 24 else {
                return nil
            }
            if digits != 4 { _ = take(":") }
            let minute = number(min(2, digitCount(at: index))) ?? 0
            guard minute < 60 else { return nil }
            return (hour * 60 + minute) * (sign == 0x2B ? 1 : -1)
        }
        let name = String(decoding: word(), as: UTF8.self).uppercased()
        if ["Z", "UTC", "GMT", "UT"].contains(name) { return 0 }
        // Elsewhere the names of other zones mean several things.
        return isMail ? PublicationTimeReader.mailZones[name].map { $0 * 60 } : nil
    }

    /// The zones that RFC 822 names, and those of Europe, in hours.
    private static let mailZones = [
        "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2,
        "BST": 1,
    ]

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() { while let byte, byte <= 0x20 { index += 1 } }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: sign) else { return false }
        index += 1
        return true
    }

    private mutating func word() -> ArraySlice<UInt8> {
        let start = index
        while let byte, (0x61...0x7A).contains(byte | 0x20) { index += 1 }
        return bytes[start..<index]
    }

    private func digitCount(at start: Int) -> Int {
        var end = start
        while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
        return end - start
    }

    private mutating func number(_ count: Int) -> Int? {
        guard count > 0, count < 16, digitCount(at: index) >= count else { return nil }
        var value = 0
        for byte in bytes[index..<(index + count)] { value = value * 10 + Int(byte - 0x30) }
        index += count
        return value
    }
}
