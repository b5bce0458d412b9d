/// The digits of TIMEX3 values.
enum Timex {
    /// The year in four digits, or `XXXX`.
    static func year(_ year: Int?) -> String { year.map { padded($0, 4) } ?? "XXXX" }

    /// A number with zeros before it.
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// A day as `2024-07-08`.
    static func day(_ date: CivilDate) -> String {
        "\(year(date.year))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }
}
