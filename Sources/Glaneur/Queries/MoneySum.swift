import GlaneurCore

/// A sum of money as documents state it: two mentions with equal sums speak of the same figure, however they are written.
struct MoneySum: Sendable, Hashable {
    /// The ISO 4217 code.
    let currency: String
    /// The one figure that is stated, where there is one.
    let value: ExactDecimal?
    /// The least and the most it can be, where no one figure is stated.
    let low: ExactDecimal?
    let high: ExactDecimal?
    /// What it is the price of one of.
    let per: String?

    /// Reads the `money` of a mention; nothing where there is no figure at all.
    init?(_ money: JSONValue, in bytes: [UInt8]) {
        func decimal(_ key: String) -> ExactDecimal? {
            money[key]?.string(in: bytes).flatMap { ExactDecimal(line: $0) }
        }
        guard let currency = money["currency"]?.string(in: bytes) else { return nil }
        self.currency = currency
        value = decimal("value")
        // Beside a value the bounds say no more than the qualifier does.
        low = value == nil ? decimal("low") : nil
        high = value == nil ? decimal("high") : nil
        per = money["per"]?.string(in: bytes)
        guard value != nil || low != nil || high != nil else { return nil }
    }

    private init(currency: String, value: ExactDecimal?, low: ExactDecimal?, high: ExactDecimal?, per: String?) {
        self.currency = currency
        self.value = value
        self.low = low
        self.high = high
        self.per = per
    }

    /// The figure it is ordered by.
    var figure: ExactDecimal { value ?? high ?? low ?? ExactDecimal(0) }

    /// Whether it says how much at the most, as billions of dollars do not.
    var isBounded: Bool { value != nil || high != nil }

    // MARK: Records

    /// Five fields that sort by currency, then by figure.
    var fields: [String] {
        [
            currency, MoneySum.order(figure), value?.lineText ?? "",
            value == nil ? "\(low?.lineText ?? "")..\(high?.lineText ?? "")" : "", per ?? "",
        ]
    }

    /// Reads what ``fields`` gives.
    init?(fields: ArraySlice<String>) {
        let fields = Array(fields)
        guard fields.count == 5 else { return nil }
        let bounds = fields[3].split(separator: "..", omittingEmptySubsequences: false)
        self.init(
            currency: fields[0], value: ExactDecimal(line: fields[2]),
            low: bounds.count == 2 ? ExactDecimal(line: String(bounds[0])) : nil,
            high: bounds.count == 2 ? ExactDecimal(line: String(bounds[1])) : nil,
            per: fields[4].isEmpty ? nil : fields[4])
    }

    /// Text that sorts as the numbers do: the sign, the place of the first digit, the digits; turned round below zero.
    private static func order(_ number: ExactDecimal) -> String {
        let digits = String(number.coefficient.magnitude)
        guard number.coefficient != 0 else { return "1" }
        let place = number.exponent + digits.utf8.count
        let isNegative = number.coefficient < 0
        // Exponents of the output have less than seven digits.
        let power = String((isNegative ? -place : place) + 5_000_000)
        let padded = String(repeating: "0", count: max(0, 7 - power.utf8.count)) + power
        guard isNegative else { return "2" + padded + digits }
        return "0" + padded + digits.utf8.map { String(9 - Int($0 - UInt8(ascii: "0"))) }.joined() + "~"
    }

    // MARK: People

    /// The sum for people, without rounding: `USD 16.5 billion`, `EUR 10 million – 20 million`, `USD 25,000 per unit`.
    func text(qualifiers: [Qualifier] = []) -> String {
        let amount: String
        if let value {
            amount = value.shortText
        } else if let low, let high {
            amount = "\(low.shortText) – \(high.shortText)"
        } else {
            amount = low.map { "≥ \($0.shortText)" } ?? high.map { "≤ \($0.shortText)" } ?? ""
        }
        let sign = value == nil || qualifiers.count != 1 ? "" : MoneySum.sign(of: qualifiers[0])
        return "\(currency) \(sign)\(amount)" + (per.map { " per \($0)" } ?? "")
    }

    /// The sign by which a qualifier is shown.
    private static func sign(of qualifier: Qualifier) -> String {
        switch qualifier {
        case .exact, .range, .vague: ""
        case .about: "~ "
        case .moreThan: "> "
        case .lessThan: "< "
        case .atLeast: "≥ "
        case .upTo: "≤ "
        }
    }
}

extension ExactDecimal {
    private static let powers = [(12, "trillion"), (9, "billion"), (6, "million")]

    /// Reads a number of a document line, which may have an exponent: `1e40`.
    init?(line text: String) {
        let parts = text.split(separator: "e", omittingEmptySubsequences: false)
        guard let number = parts.first.flatMap({ ExactDecimal($0) }), parts.count <= 2 else { return nil }
        let power = parts.count == 2 ? Int(parts[1]) : 0
        guard let power, abs(power) < 1_000_000 else { return nil }
        self = number.scaled(by: power)
    }

    /// The form that ``init(line:)`` reads; short for any exponent.
    var lineText: String { exponent == 0 ? "\(coefficient)" : "\(coefficient)e\(exponent)" }

    /// The number for people, with all its digits: `16.5 billion`, `25,000`, `0.25`.
    fileprivate var shortText: String {
        let digits = String(coefficient.magnitude).utf8.count
        guard exponent + digits <= 18 else { return lineText }
        for (power, word) in ExactDecimal.powers where exponent + digits > power && exponent + 3 >= power {
            return "\(scaled(by: -power).grouped) \(word)"
        }
        return grouped
    }

    /// The plain digits with commas between thousands.
    private var grouped: String {
        let parts = description.split(separator: ".", maxSplits: 1)
        var whole = ""
        let digits = Array(parts.first ?? "")
        for (index, digit) in digits.enumerated() {
            let left = digits.count - index
            if left % 3 == 0, let last = whole.last, last != "-" { whole.append(",") }
            whole.append(digit)
        }
        return parts.count == 2 ? "\(whole).\(parts[1])" : whole
    }
}
