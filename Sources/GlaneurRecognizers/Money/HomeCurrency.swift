import CICU

/// The money of the country that documents come from, by which bare dollars, pounds and pesos are told.
package struct HomeCurrency: Sendable {
    /// Its ISO 4217 code.
    let code: String

    /// Looks up the money of a country in ICU's data.
    ///
    /// - Parameter country: an ISO 3166-1 code of two letters, in either case.
    /// - Returns: nothing where ICU knows no such country.
    package init?(country: String) {
        var code: [CChar] = [0, 0, 0, 0]
        guard cicu_currency_of_country(country.uppercased(), &code) else { return nil }
        self.code = String(decoding: code.prefix(3).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
