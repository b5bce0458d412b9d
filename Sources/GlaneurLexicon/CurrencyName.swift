/// What a word table says of a word for money: `USD|CAD|AUD`, `/GBP`, `EUR*6`, `KRW?`.
///
/// A class, so that all sums that are written with the word share its strings.
package final class CurrencyName: Sendable {
    /// The ISO 4217 code, or the usual one where ISO has none.
    package let code: String
    /// Other codes the word may mean, the likelier first.
    package let alternatives: [String]
    /// Whether it is a hundredth of the currency: a `/` stands first.
    package let isHundredth: Bool
    /// Whether the word has another meaning, so that only a large sum is money: a `?` stands last.
    package let isWeak: Bool
    /// Whether it is an abbreviation and no code of ISO 4217: a `~` stands behind the codes, as in `Rs`, or two, as in `RM`.
    package let isAbbreviation: Bool
    /// Whether all letters of the abbreviation are capitals: two `~` stand behind the codes.
    package let isAllCapitals: Bool
    /// The power of ten that the word brings along, behind a `*`.
    package let scale: Int?

    /// Reads the value of a row.
    package init(_ value: String) {
        let codes = value.drop { $0 == "/" }.prefix { $0 != "?" && $0 != "*" && $0 != "~" }.split(separator: "|")
        code = codes.first.map(String.init) ?? ""
        alternatives = codes.dropFirst().map(String.init)
        isHundredth = value.hasPrefix("/")
        isWeak = value.hasSuffix("?")
        isAbbreviation = value.contains("~")
        isAllCapitals = value.contains("~~")
        scale = value.split(separator: "*").dropFirst().first.flatMap { Int($0) }
    }
}
