import GlaneurCore

/// The name of a rule as mentions report it, for either language: `rule:fr.money.scale`.
///
/// Made once, so that all mentions of a rule share its strings.
struct AmountRule: Sendable {
    private let french: String
    private let english: String

    private init(_ name: String) {
        french = "rule:fr." + name
        english = "rule:en." + name
    }

    /// The name for a language.
    func name(_ language: Language) -> String { language == .french ? french : english }

    static let moneyCode = AmountRule("money.code")
    static let moneyRange = AmountRule("money.range")
    static let moneyScale = AmountRule("money.scale")
    static let moneySign = AmountRule("money.sign")
    static let moneyVague = AmountRule("money.vague")
    static let moneyWord = AmountRule("money.word")
    static let percent = AmountRule("percent")
    static let percentRange = AmountRule("percent.range")
    static let quantityAge = AmountRule("quantity.age")
    static let quantityCounted = AmountRule("quantity.counted")
    static let quantityRange = AmountRule("quantity.range")
    static let quantityUnit = AmountRule("quantity.unit")
    static let cardinal = AmountRule("number.cardinal")
    static let ordinal = AmountRule("number.ordinal")
    static let position = AmountRule("number.position")
    static let numberRange = AmountRule("number.range")
}
