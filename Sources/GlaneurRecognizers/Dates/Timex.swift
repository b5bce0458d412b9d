/// The digits of TIMEX3 values.
enum Timex {
    /// The year in four digits, or `XXXX`.
    static func year(_ year: Int?) -> String { year.map { padded($0, 4) } ?? "XXXX" }

    /// A number with zeros before it.
    static func padded(_ number: Int, _ width: Int) -> String {
        guard holds(number, width) else {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return String(unsafeUninitializedCapacity: width) { buffer in
            write(number, width, at: 0, to: buffer)
            return width
        }
    }

    /// Whether a number of at most four digits fills no more than `width` places.
    private static func holds(_ number: Int, _ width: Int) -> Bool {
        number >= 0 && (width == 2 && number < 100 || width == 4 && number < 10_000)
    }

    /// Fills `width` places from `start` on with the digits of a number, zeros first.
    @inline(__always)
    private static func write(
        _ number: Int, _ width: Int, at start: Int, to buffer: UnsafeMutableBufferPointer<UInt8>
    ) {
        var rest = number
        var place = start + width
        while place > start {
            place -= 1
            buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// A day as `2024-07-08`.
    static func day(_ date: CivilDate) -> String {
        guard holds(date.year, 4) else {
            return "\(year(date.year))-\(padded(date.month, 2))-\(padded(date.day, 2))"
        }
        return String(unsafeUninitializedCapacity: 10) { buffer in
            write(date.year, 4, at: 0, to: buffer)
            write(date.month, 2, at: 5, to: buffer)
            write(date.day, 2, at: 8, to: buffer)
            (buffer[4], buffer[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
            return 10
        }
    }
}
