import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite("Currencies that a document or a country settles")
struct CurrencyConsensusTests {
    @Test(
        "one named dollar settles the bare ones, a conversion or two names do not",
        arguments: [
            ("It paid C$5m in May and $3m in June.", "CAD", Money.CurrencyEvidence.document),
            ("It paid C$5m ($3.6m) in May and $3m in June.", "USD", .byDefault),
            ("It paid C$5m and US$2m in May and $3m in June.", "USD", .byDefault),
            ("It paid $2m in May and $3m in June.", "USD", .byDefault),
            ("It paid €5m in May and $3m in June.", "USD", .byDefault),
        ])
    func document(text: String, currency: String, evidence: Money.CurrencyEvidence) throws {
        let last = try #require(money(in: text, .english).last)
        #expect(last.currency == currency, "\(text)")
        #expect(last.currencyEvidence == evidence, "\(text)")
    }

    @Test(
        "the home country settles what the document leaves open",
        arguments: [
            ("It costs $3m.", Language.english, "CA", "CAD", Money.CurrencyEvidence.country),
            ("It costs 3 pounds.", .english, "eg", "EGP", .country),
            ("It costs 3 pounds.", .english, "CA", "GBP", .name),
            ("It costs €3.", .english, "CA", "EUR", .symbol),
            ("US$2 is more than $1.", .english, "CA", "USD", .document),
            ("Cela coûte 3 dollars.", .french, "HK", "HKD", .country),
            ("Cela coûte 30 francs.", .french, "CH", "CHF", .country),
        ])
    func country(
        text: String, language: Language, country: String, currency: String, evidence: Money.CurrencyEvidence
    ) throws {
        let home = try #require(HomeCurrency(country: country))
        let last = try #require(money(in: text, language, home: home).last)
        #expect(last.currency == currency, "\(text)")
        #expect(last.currencyEvidence == evidence, "\(text)")
        #expect(!last.alternatives.contains(currency))
    }

    @Test("codes that no country has are refused", arguments: ["ZZ", "", "CAN", "é"])
    func unknownCountry(code: String) { #expect(HomeCurrency(country: code) == nil) }

    private func money(in text: String, _ language: Language, home: HomeCurrency? = nil) throws -> [Money] {
        var document = Document.plain(text, language: language)
        try NormalizeStage().run(on: &document)
        document.language = language
        document.layers.insert([.language, .tokens])
        try RecognizeStage(lexicon: AmountText.lexicon.get(), recognizers: [AmountRecognizer()], home: home)
            .process(&document)
        return document.candidates.compactMap { if case .money(let money) = $0.value { money } else { nil } }
    }
}
