/// Figures for people.
enum Figure {
    /// The number with two digits behind the point.
    static func hundredths(_ number: Double) -> String { digits(number, 2) }

    /// The number with four digits behind the point.
    static func tenThousandths(_ number: Double) -> String { digits(number, 4) }

    /// The number with so many digits behind the point; it is not negative.
    private static func digits(_ number: Double, _ count: Int) -> String {
        let unit = (0..<count).reduce(1) { product, _ in product * 10 }
        let parts = Int((number * Double(unit)).rounded())
        let rest = String(parts % unit)
        return "\(parts / unit).\(String(repeating: "0", count: count - rest.count))\(rest)"
    }
}
