/// Writes whole numbers in words, for tests that read them back.
public struct NumberSpeller: Sendable, CustomStringConvertible {
    /// How a language writes them.
    public enum Style: String, Sendable, CaseIterable {
        /// French with hyphens below a hundred, as before 1990: *deux cent vingt-trois mille*.
        case french
        /// French with hyphens everywhere, as of 1990: *deux-cent-vingt-trois-mille*.
        case reformed
        /// French as typed without any: *deux cent vingt trois mille*.
        case loose
        /// French of Belgium, with *septante* and *nonante*.
        case belgian
        /// French of Switzerland, with *septante*, *huitante* and *nonante*.
        case swiss
        /// French with *octante*, of old.
        case old
        /// English with *and* behind hundreds and thousands.
        case british
        /// English without it.
        case american
    }

    /// The way of writing.
    public let style: Style

    /// Makes a speller.
    public init(_ style: Style) { self.style = style }

    /// The style's name.
    public var description: String { style.rawValue }

    /// Whether it writes English.
    public var isEnglish: Bool { style == .british || style == .american }

    /// The number in words; it must be below 10^18.
    public func spell(_ number: Int) -> String { isEnglish ? english(number) : french(number) }

    // MARK: French

    private static let frenchUnits = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize",
        "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ]
    private static let frenchTens = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante"]

    private func french(_ number: Int) -> String {
        guard number > 0 else { return "zéro" }
        var parts: [String] = []
        var rest = number
        for (size, one) in [(1_000_000_000_000, "billion"), (1_000_000_000, "milliard"), (1_000_000, "million")] {
            let count = rest / size
            rest %= size
            if count > 0 { parts.append(frenchBelowMillion(count, isLast: true) + " " + one + (count > 1 ? "s" : "")) }
        }
        if rest > 0 { parts.append(frenchBelowMillion(rest, isLast: true)) }
        let text = parts.joined(separator: " ")
        switch style {
        case .reformed: return text.split(separator: " ").joined(separator: "-")
        case .loose: return text.split { $0 == "-" }.joined(separator: " ")
        default: return text
        }
    }

    private func frenchBelowMillion(_ number: Int, isLast: Bool) -> String {
        let (thousands, rest) = number.quotientAndRemainder(dividingBy: 1000)
        var parts: [String] = []
        if thousands > 1 { parts.append(frenchBelowThousand(thousands, isLast: false)) }
        if thousands > 0 { parts.append("mille") }
        if rest > 0 { parts.append(frenchBelowThousand(rest, isLast: isLast)) }
        return parts.joined(separator: " ")
    }

    /// - Parameter isLast: whether nothing but a noun follows, so that *cents* and *vingts* keep their *s*.
    private func frenchBelowThousand(_ number: Int, isLast: Bool) -> String {
        let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
        var parts: [String] = []
        if hundreds > 1 { parts.append(NumberSpeller.frenchUnits[hundreds]) }
        if hundreds > 0 { parts.append(hundreds > 1 && rest == 0 && isLast ? "cents" : "cent") }
        if rest > 0 { parts.append(frenchBelowHundred(rest, isLast: isLast)) }
        return parts.joined(separator: " ")
    }

    private func frenchBelowHundred(_ number: Int, isLast: Bool) -> String {
        if number < 20 { return NumberSpeller.frenchUnits[number] }
        let (ten, unit) = number.quotientAndRemainder(dividingBy: 10)
        let own: String?
        switch (style, ten) {
        case (.belgian, 7), (.swiss, 7), (.old, 7): own = "septante"
        case (.swiss, 8): own = "huitante"
        case (.old, 8): own = "octante"
        case (.belgian, 9), (.swiss, 9), (.old, 9): own = "nonante"
        case (_, ...6): own = NumberSpeller.frenchTens[ten]
        default: own = nil
        }
        if let own { return unit == 0 ? own : own + (unit == 1 ? " et un" : "-" + NumberSpeller.frenchUnits[unit]) }
        if ten == 7 { return "soixante" + (unit == 1 ? " et onze" : "-" + NumberSpeller.frenchUnits[10 + unit]) }
        let above = number - 80
        return above == 0
            ? (isLast ? "quatre-vingts" : "quatre-vingt") : "quatre-vingt-" + NumberSpeller.frenchUnits[above]
    }

    // MARK: English

    private static let englishUnits = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let englishTens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]

    private func english(_ number: Int) -> String {
        guard number > 0 else { return "zero" }
        var parts: [String] = []
        var rest = number
        let scales = [
            (1_000_000_000_000_000, "quadrillion"), (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"),
            (1_000_000, "million"), (1000, "thousand"),
        ]
        for (size, name) in scales {
            let count = rest / size
            rest %= size
            if count > 0 { parts.append(englishBelowThousand(count) + " " + name) }
        }
        if rest > 0 {
            if rest < 100, !parts.isEmpty, style == .british { parts.append("and") }
            parts.append(englishBelowThousand(rest))
        }
        return parts.joined(separator: " ")
    }

    private func englishBelowThousand(_ number: Int) -> String {
        let (hundreds, rest) = number.quotientAndRemainder(dividingBy: 100)
        var parts: [String] = []
        if hundreds > 0 { parts.append(NumberSpeller.englishUnits[hundreds] + " hundred") }
        if rest > 0 {
            if hundreds > 0, style == .british { parts.append("and") }
            let (ten, unit) = rest.quotientAndRemainder(dividingBy: 10)
            parts.append(
                rest < 20
                    ? NumberSpeller.englishUnits[rest]
                    : NumberSpeller.englishTens[ten] + (unit == 0 ? "" : "-" + NumberSpeller.englishUnits[unit]))
        }
        return parts.joined(separator: " ")
    }
}
