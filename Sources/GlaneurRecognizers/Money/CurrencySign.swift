import GlaneurLexicon

/// A sign of a currency: `$`, `€`, `£`.
///
/// The code points are those of the Unicode character database.
struct CurrencySign {
    /// The number of bytes.
    let length: Int
    /// The ISO 4217 code it most often stands for.
    let code: String
    /// Others that use it.
    let alternatives: [String]

    /// Whether it stands for a hundredth of the currency.
    let isHundredth: Bool

    private init(_ length: Int, _ code: String, _ alternatives: [String] = [], isHundredth: Bool = false) {
        self.isHundredth = isHundredth
        self.length = length
        self.code = code
        self.alternatives = alternatives
    }

    /// What else a bare `$` may mean, the likelier first.
    static let dollars = ["CAD", "AUD"]

    /// The money of the countries whose sign is `$`, after Unicode's locale data.
    static let dollarCurrencies = [
        "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "BBD", "BMD", "BND", "BSD", "BZD", "CLP", "COP",
        "CUP", "DOP", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "UYU", "XCD",
    ]

    /// Finds the sign at an offset.
    static func at(_ offset: Int, in passage: Passage) -> CurrencySign? {
        switch passage.byte(offset) {
        case 0x24: return CurrencySign(1, "USD", dollars)
        case 0xC2:
            switch passage.byte(offset + 1) {
            case 0xA2: return CurrencySign(2, "USD", ["CAD", "EUR"], isHundredth: true)
            case 0xA3: return CurrencySign(2, "GBP")
            case 0xA5: return CurrencySign(2, "JPY", ["CNY"])
            default: return nil
            }
        case 0xE2:
            guard passage.byte(offset + 1) == 0x82 else { return nil }
            return rupeeBlock(passage.byte(offset + 2))
        // The full-width forms of East Asian fonts.
        case 0xEF where passage.byte(offset + 1) == 0xBF:
            switch passage.byte(offset + 2) {
            case 0xA1: return CurrencySign(3, "GBP")
            case 0xA5: return CurrencySign(3, "JPY", ["CNY"])
            default: return nil
            }
        case 0xEF where passage.byte(offset + 1) == 0xBC && passage.byte(offset + 2) == 0x84:
            return CurrencySign(3, "USD", dollars)
        default: return nil
        }
    }

    /// Finds the sign that ends at an offset.
    static func endingAt(_ offset: Int, in passage: Passage) -> CurrencySign? {
        for length in 1...3 {
            if let sign = at(offset - length, in: passage), sign.length == length { return sign }
        }
        return nil
    }

    /// The signs of U+20A0 to U+20BF that are in use, by their last byte.
    private static func rupeeBlock(_ last: UInt8) -> CurrencySign? {
        switch last {
        case 0xA1: CurrencySign(3, "CRC")
        case 0xA3: CurrencySign(3, "FRF")
        case 0xA4: CurrencySign(3, "ITL")
        case 0xA6: CurrencySign(3, "NGN")
        case 0xA7: CurrencySign(3, "ESP")
        case 0xA8, 0xB9: CurrencySign(3, "INR")
        case 0xA9: CurrencySign(3, "KRW")
        case 0xAA: CurrencySign(3, "ILS")
        case 0xAB: CurrencySign(3, "VND")
        case 0xAC: CurrencySign(3, "EUR")
        case 0xAD: CurrencySign(3, "LAK")
        case 0xAE: CurrencySign(3, "MNT")
        case 0xB1: CurrencySign(3, "PHP")
        case 0xB2: CurrencySign(3, "PYG")
        case 0xB4: CurrencySign(3, "UAH")
        case 0xB5: CurrencySign(3, "GHS")
        case 0xB8: CurrencySign(3, "KZT")
        case 0xBA: CurrencySign(3, "TRY")
        case 0xBC: CurrencySign(3, "AZN")
        case 0xBD: CurrencySign(3, "RUB")
        case 0xBE: CurrencySign(3, "GEL")
        case 0xBF: CurrencySign(3, "XBT")
        default: nil
        }
    }
}
