import GlaneurCore
import Testing

@Suite("Sums of money")
struct MoneyTests {
    @Test(
        "the span is number, scale and currency",
        arguments: [
            "une valorisation de ⟦MONEY:500 milliards de dollars|USD 500000000000⟧ à Tesla",
            "xAI lève ⟦MONEY:16,5\u{A0}milliards de dollars|USD 16500000000⟧.",
            "Les puces valent plus de ⟦MONEY:25\u{202F}000\u{202F}$|USD 25000⟧ pièce.",
            "un budget de ⟦MONEY:20 Md€|EUR 20000000000⟧ et ⟦MONEY:35\u{202F}M€|EUR 35000000⟧ de pertes",
            "⟦MONEY:6\u{202F}000\u{A0}milliards d’euros|EUR 6000000000000⟧ d’encours",
            "un contrat de ⟦MONEY:1,2 G$ CA|CAD 1200000000⟧ pour Bombardier",
            "il a payé ⟦MONEY:deux cents euros|EUR 200⟧ de l'heure",
            "⟦MONEY:deux milliards et demi de dollars|USD 2500000000⟧ par an",
            "⟦MONEY:un demi-milliard d'euros|EUR 500000000⟧ de dettes",
            "⟦MONEY:300 millions de francs suisses|CHF 300000000⟧ et ⟦MONEY:10 milliards de dollars canadiens|CAD 10000000000⟧",
            "⟦MONEY:25 centimes|EUR 0.25⟧ par action",
            "Le café est à ⟦MONEY:3 euros cinquante|EUR 3.5⟧ à Paris.",
            "⟦MONEY:12 mille milliards de yens|JPY 12000000000000⟧ de dette",
            "⟦MONEY:120 MEUR|EUR 120000000⟧ de commandes, ⟦MONEY:2 billions d’euros|EUR 2000000000000⟧ d’épargne",
            "⟦MONEY:2.204,62 €|EUR 2204.62⟧ et ⟦MONEY:5'000 CHF|CHF 5000⟧",
        ])
    func frenchSpans(marked: String) throws {
        try AmountText.check(marked, .french, labels: ["MONEY"])
    }

    @Test(
        "the same grammar reads English",
        arguments: [
            "Tesla signed a ⟦MONEY:$16.5B|USD 16500000000⟧ chip deal.",
            "worth ⟦MONEY:US$1.2tn|USD 1200000000000⟧, ⟦MONEY:C$1.2bn|CAD 1200000000⟧, ⟦MONEY:HK$2bn|HKD 2000000000⟧",
            "⟦MONEY:half a billion dollars|USD 500000000⟧ in Buffalo",
            "⟦MONEY:two and a half billion euros|EUR 2500000000⟧ of debt",
            "Net debt stood at ⟦MONEY:EUR 12.4 mn|EUR 12400000⟧ at year end.",
            "Losses widened to ⟦MONEY:-$1.2bn|USD -1200000000⟧ from ⟦MONEY:-$800m|USD -800000000⟧.",
            "at ⟦MONEY:$420.69|USD 420.69⟧ apiece, or ⟦MONEY:USD115|USD 115⟧, or ⟦MONEY:£1|GBP 1⟧",
            "⟦MONEY:176 Hong Kong dollars|HKD 176⟧ and ⟦MONEY:30 billion yuan|CNY 30000000000⟧",
            "⟦MONEY:15 dollars and 15 cents|USD 15.15⟧, ⟦MONEY:197 pence|GBP 1.97⟧",
            "⟦MONEY:$1,190.00 AUD|AUD 1190⟧ and ⟦MONEY:75 USD million|USD 75000000⟧",
            "⟦MONEY:three trillion dollars|USD 3000000000000⟧, ⟦MONEY:2 billion dollars|USD 2000000000⟧",
        ])
    func englishSpans(marked: String) throws {
        try AmountText.check(marked, .english, labels: ["MONEY"])
    }

    @Test(
        "what only looks like money is none",
        arguments: [
            ("$TSLA and $NVDA led the Nasdaq higher.", Language.english),
            ("A$AP Rocky and 50 Cent headlined the party.", .english),
            ("England lost the Euro 2024 final; Labour won 412 seats.", .english),
            ("The baby weighs seven pounds, a six-pound dog.", .english),
            ("Colossus vise 1 million de GPU et 10 M de vues.", .french),
            ("Il a lu vingt livres et vu trois francs-tireurs.", .french),
        ])
    func negatives(text: String, language: Language) throws {
        try AmountText.check(text, language, labels: ["MONEY"])
    }

    @Test(
        "one range is one span with two ends",
        arguments: [
            ("entre ⟦MONEY:10 et 20\u{A0}M€|EUR 10000000..20000000⟧ par an", Language.french),
            ("de ⟦MONEY:300 à 600 millions de francs suisses|CHF 300000000..600000000⟧", .french),
            ("pour ⟦MONEY:25 à 30\u{A0}€|EUR 25..30⟧ par mois", .french),
            ("Le capital passe de ⟦MONEY:1 000 000 €|EUR 1000000⟧ à ⟦MONEY:1 250 000 €|EUR 1250000⟧.", .french),
            ("Fees run from ⟦MONEY:$300,000 to $2 million|USD 300000..2000000⟧.", .english),
            ("proceeds of ⟦MONEY:£3.5bn-£4bn|GBP 3500000000..4000000000⟧ and ⟦MONEY:$50–60|USD 50..60⟧", .english),
            ("between ⟦MONEY:$5 and $10 million|USD 5000000..10000000⟧", .english),
            (
                "rose from ⟦MONEY:$1.6 billion|USD 1600000000⟧ in 2020 to ⟦MONEY:$11.5 billion|USD 11500000000⟧",
                .english
            ),
        ])
    func ranges(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["MONEY"])
    }

    @Test(
        "words before and behind tell how the figure is meant",
        arguments: [
            ("plus de 300 millions d’euros", Language.french, Qualifier.moreThan),
            ("près de 2 milliards d’euros", .french, .about),
            ("pas moins de 100 milliards de dollars", .french, .atLeast),
            ("jusqu’à 80 milliards de dollars", .french, .upTo),
            ("moins de 70\u{202F}€", .french, .lessThan),
            ("un coût de 5 milliards d’euros environ.", .french, .about),
            ("des milliards de dollars", .french, .vague),
            ("une vingtaine de milliards d’euros", .french, .about),
            ("nearly €2bn", .english, .about),
            ("topped $5 billion", .english, .moreThan),
            ("as much as $25 million", .english, .upTo),
            ("at least 30 billion yuan", .english, .atLeast),
            ("a few hundred million dollars", .english, .vague),
            ("Under a $5 billion deal", .english, .exact),
            ("more than a $5 fee", .english, .moreThan),
        ])
    func qualifiers(text: String, language: Language, qualifier: Qualifier) throws {
        let money = try #require(try money(text, language))
        #expect(money.magnitude.qualifier == qualifier)
    }

    @Test("bounds follow the qualifier")
    func bounds() throws {
        let more = try #require(try money("plus de 25 000 $ pièce", .french))
        #expect(more.magnitude.low == ExactDecimal(25_000))
        #expect(more.magnitude.high == nil)
        let vague = try #require(try money("a few hundred million dollars", .english))
        #expect(vague.magnitude.value == nil)
        #expect(vague.magnitude.low == ExactDecimal(100_000_000))
    }

    @Test(
        "what the price is for stands beside the span",
        arguments: [
            ("25 000 $ pièce", Language.french, "unit"),
            ("3 milliards de dollars par an", .french, "a"),
            ("12 €/mois", .french, "mo"),
            ("1,20 € par action", .french, "share"),
            ("$1.34 a share", .english, "share"),
            ("$40 a day", .english, "d"),
            ("$0.12 per kWh", .english, "kW.h"),
            ("roughly $25,000 apiece", .english, "unit"),
        ])
    func bases(text: String, language: Language, basis: String) throws {
        #expect(try money(text, language)?.per == basis)
    }

    @Test(
        "the trust in the currency is told",
        arguments: [
            ("5 millions de dollars", Language.french, "USD", Money.CurrencyEvidence.byDefault),
            ("5 millions d’euros", .french, "EUR", .name),
            ("5 M€", .french, "EUR", .symbol),
            ("5 $ CA", .french, "CAD", .adjective),
            ("EUR 5", .english, "EUR", .code),
        ])
    func evidence(text: String, language: Language, code: String, evidence: Money.CurrencyEvidence) throws {
        let money = try #require(try money(text, language))
        #expect(money.currency == code)
        #expect(money.currencyEvidence == evidence)
    }

    @Test("figure and scale keep what was written")
    func figureAndScale() throws {
        let money = try #require(try money("16,5 milliards de dollars", .french))
        #expect(money.figure == ExactDecimal("16.5"))
        #expect(money.scale == 9)
        #expect(money.alternatives == ["CAD", "AUD"])
    }

    @Test("a year later is no price basis")
    func laterIsNoBasis() throws {
        #expect(try money("USD 3,000,000.00 a year earlier", .english)?.per == nil)
    }

    private func money(_ text: String, _ language: Language) throws -> Money? {
        for found in try AmountText.mentions(text, language) {
            if case .money(let money) = found.mention.value { return money }
        }
        return nil
    }
}
