import Glaneur
import GlaneurTestSupport
import Testing

@Suite("Amounts alone")
struct AmountFinderTests {
    @Test("finds every kind, with its place in the string, its norm and its rule")
    func everyKind() throws {
        let text = "Été 2023 : xAI lève 16,5 milliards de dollars, + 20 %, pour 12 000 GPU et 3 km, une 2e fois."
        let found = try AmountFinder(lexicons: Checkout.lexicons).amounts(in: text, language: .french)
        #expect(
            found.map { "\($0.label.rawValue) \($0.text) \($0.norm ?? "-")" } == [
                "DATE Été 2023 2023-SU", "MONEY 16,5 milliards de dollars USD 16500000000", "PERCENT 20 % 20 %",
                "QUANTITY 12 000 GPU 12000 GPU", "QUANTITY 3 km 3 km", "ORDINAL 2e 2",
            ])
        for amount in found {
            #expect(text[amount.range] == amount.text)
            #expect(amount.rule.hasPrefix("rule:fr."))
        }
    }

    @Test("knows no names, so a model number is a number")
    func noNames() throws {
        let found = try AmountFinder(lexicons: Checkout.lexicons).amounts(
            in: "Elon Musk buys 3 cars.", language: .english)
        #expect(found.map(\.label) == [.quantity])
    }

    @Test("tells the language by itself, resolves days and settles dollars")
    func context() throws {
        let finder = try AmountFinder(lexicons: Checkout.lexicons, country: "CA")
        let found = try finder.amounts(
            in: "The company said yesterday that it had paid $3 million for the land.",
            published: "2025-06-05T10:00:00Z")
        #expect(found.map(\.norm) == ["2025-06-04", "CAD 3000000"])
    }

    @Test("refuses a country that nobody has")
    func unknownCountry() {
        #expect(throws: UnknownCountry.self) {
            _ = try AmountFinder(lexicons: Checkout.lexicons, country: "ZZ")
        }
    }

    @Test("an empty string has none, characters beyond ASCII keep their places")
    func edges() throws {
        let finder = try AmountFinder(lexicons: Checkout.lexicons)
        #expect(try finder.amounts(in: "").isEmpty)
        let text = "👩‍🚀 « élève »\u{202F}: 5\u{202F}€\r\net 7 €"
        let found = try finder.amounts(in: text, language: .french)
        #expect(found.map { String($0.text) } == ["5\u{202F}€", "7 €"])
    }
}
