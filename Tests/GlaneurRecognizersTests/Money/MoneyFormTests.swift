import GlaneurCore
import GlaneurRecognizers
import Testing

@Suite("Forms of sums")
struct MoneyFormTests {
    @Test(
        "abbreviations, glued codes and words before the figure",
        arguments: [
            ("a fine of ⟦MONEY:Rs 500 crore|INR 5000000000⟧ or ⟦MONEY:Rs. 1,00,000|INR 100000⟧", Language.english),
            ("⟦MONEY:SFr1.2bn|CHF 1200000000⟧, ⟦MONEY:EUR5m|EUR 5000000⟧, ⟦MONEY:RM42|MYR 42⟧", .english),
            ("⟦MONEY:$US3.5 million|USD 3500000⟧ and ⟦MONEY:GH¢200|GHS 200⟧", .english),
            ("Listed at ⟦MONEY:ringgit 42|MYR 42⟧, ⟦MONEY:US dollars 3 million|USD 3000000⟧.", .english),
            ("the yen 3 percent lower, Yuan 2.0, in euros 2024, R2D2, RS232 and SH60", .english),
            ("⟦MONEY:Fr. 12.50|CHF 12.5⟧ et ⟦MONEY:15 milliards de F CFA|XOF 15000000000⟧", .french),
            ("⟦MONEY:30 Mds d'€|EUR 30000000000⟧ et ⟦MONEY:2 millions de $|USD 2000000⟧", .french),
            ("⟦MONEY:50 bitcoins|XBT 50⟧, ⟦MONEY:100元|CNY 100⟧, ⟦MONEY:7 millions de DH|MAD 7000000⟧", .french),
        ])
    func forms(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["MONEY"])
    }

    @Test(
        "hundredths belong to the sum before them",
        arguments: [
            ("⟦MONEY:$20 and 43c|USD 20.43⟧", Language.english), ("⟦MONEY:3 UAH 4 kopiykas|UAH 3.04⟧", .english),
            ("⟦MONEY:a dollar and 42 cents|USD 1.42⟧", .english), ("⟦MONEY:12 euros et 50 centimes|EUR 12.5⟧", .french),
            ("between ⟦MONEY:10 dollars and 20 dollars|USD 10..20⟧", .english),
            ("⟦MONEY:$20|USD 20⟧ and 43 people", .english), ("⟦MONEY:$119. 95|USD 119.95⟧", .english),
        ])
    func hundredths(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["MONEY"])
    }

    @Test(
        "an article is one where the currency stands for itself",
        arguments: [
            ("It rose to 92 to ⟦MONEY:a dollar|USD 1⟧.", Language.english),
            ("a dollar store, a pound of butter", .english),
            ("⟦MONEY:one US dollar|USD 1⟧ for ⟦MONEY:a trillion dollars|USD 1000000000000⟧", .english),
            ("pour ⟦MONEY:un euro|EUR 1⟧ symbolique", .french),
        ])
    func articles(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["MONEY"])
    }

    @Test(
        "fractions of a scale are sums",
        arguments: [
            ("⟦MONEY:Three quarters of a million pounds|GBP 750000⟧", Language.english),
            ("⟦MONEY:a quarter million US dollars|USD 250000⟧", .english),
            ("⟦MONEY:one and a half million pounds|GBP 1500000⟧", .english),
            ("⟦MONEY:Un quart de milliard d'euros|EUR 250000000⟧", .french),
            ("⟦MONEY:trois quarts de million de francs suisses|CHF 750000⟧", .french),
        ])
    func fractions(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["MONEY"])
    }

    @Test(
        "two figures of one sum are a range, a change is two sums",
        arguments: [
            ("⟦MONEY:two or three million dollars|USD 2000000..3000000⟧", Language.english),
            ("⟦MONEY:$5|USD 5⟧ or ⟦MONEY:€6|EUR 6⟧", .english),
            ("⟦MONEY:Rs 25,000-30,000|INR 25000..30000⟧ per month", .english),
            ("varie de ⟦MONEY:5 € à 10 €|EUR 5..10⟧", .french),
            ("a perdu ⟦MONEY:3,20 $|USD 3.2⟧ à ⟦MONEY:45,60 $|USD 45.6⟧", .french),
            ("a bondi de ⟦MONEY:20 millions d'euros|EUR 20000000⟧ à ⟦MONEY:35 millions d'euros|EUR 35000000⟧", .french),
            ("⟦MONEY:deux ou trois mille euros|EUR 2000..3000⟧", .french),
        ])
    func ranges(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["MONEY"])
    }

    @Test(
        "what a price is for",
        arguments: [
            ("It earns $1.2 million a year before tax.", Language.english, "a"),
            ("It earned $1.2 million a year earlier.", .english, ""), ("£25 a ticket", .english, "unit"),
            ("$15 an hour", .english, "h"), ("12 cents per kWh", .english, "kW.h"),
            ("€12 per head", .english, "person"),
            ("3 € le billet", .french, "unit"), ("1,80 euro le litre", .french, "L"),
            ("35 £ par titre", .french, "share"),
            ("0,25 €/kWh", .french, "kW.h"), ("20 euros de l'heure", .french, "h"),
            ("5 euros l'année dernière", .french, ""),
        ])
    func basis(text: String, language: Language, per: String) throws {
        let money = try #require(money(in: text, language).first)
        #expect((money.per ?? "") == per, "\(text)")
    }

    @Test(
        "how a sum is meant",
        arguments: [
            ("five million dollars or more", Language.english, Qualifier.atLeast), ("at most $50", .english, .upTo),
            ("$300 million or so", .english, .about), ("north of $1bn", .english, .moreThan),
            ("just under $2bn", .english, .lessThan), ("some €85 billion", .english, .about),
            ("20 millions d'euros maximum", .french, .upTo), ("au-delà des 100 000 euros", .french, .moreThan),
            ("frôle les 3 milliards d'euros", .french, .about), ("pas moins de 3 millions d'euros", .french, .atLeast),
            ("5 € ou plus", .french, .atLeast), ("à peine moins de 10 euros", .french, .lessThan),
        ])
    func qualifiers(text: String, language: Language, qualifier: Qualifier) throws {
        let money = try #require(money(in: text, language).first)
        #expect(money.magnitude.qualifier == qualifier, "\(text)")
    }

    private func money(in text: String, _ language: Language) throws -> [Money] {
        try AmountText.mentions(text, language).compactMap {
            if case .money(let money) = $0.mention.value { money } else { nil }
        }
    }
}
