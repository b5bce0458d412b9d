import GlaneurCore
import Testing

@Suite("Numbers and ordinals")
struct NumberTests {
    @Test(
        "number words add up",
        arguments: [
            ("quatre-vingt-dix-huit", "98"), ("soixante et onze", "71"), ("soixante-dix-sept", "77"),
            ("septante", "70"),
            ("deux cent mille", "200000"), ("mille deux cent soixante-six", "1266"), ("vingt et un", "21"),
            ("cent quatre-vingt-douze", "192"), ("trois milliards deux cents millions", "3200000000"),
            ("cent vingt virgule zéro cinq", "120.05"), ("moins 1200000", "-1200000"), ("une douzaine", "12"),
            ("trois dizaines", "30"), ("1,2M", "1200000"), ("100K", "100000"), ("12\u{2009}000", "12000"),
            ("1 234 567,89", "1234567.89"), ("1.234.567", "1234567"),
        ])
    func french(text: String, value: String) throws { try checkCardinal(text, value, .french) }

    @Test(
        "and in English",
        arguments: [
            ("two hundred and fifty thousand", "250000"), ("fifty-two", "52"), ("a hundred and six", "106"),
            ("nineteen hundred seventy-three", "1973"), ("one billion twenty-five million", "1025000000"),
            ("two and a half million", "2500000"), ("3 hundred", "300"), ("two dozen", "24"), ("12.5", "12.5"),
            ("minus five point five", "-5.5"), ("1,234,567.89", "1234567.89"), ("-9.23", "-9.23"), ("2 1/2", "2.5"),
        ])
    func english(text: String, value: String) throws { try checkCardinal(text, value, .english) }

    @Test(
        "a word that is no number adds nothing",
        arguments: [
            ("un", Language.french), ("le logement neuf", .french), ("one", .english), ("a", .english),
            ("au moins", .french),
            ("H100", .english), ("3D", .english),
        ])
    func nothing(text: String, language: Language) throws {
        #expect(try AmountText.mentions(text, language).isEmpty)
    }

    @Test(
        "ordinals in digits and words",
        arguments: [
            ("le ⟦ORDINAL:troisième|3⟧ homme, la ⟦ORDINAL:2e|2⟧ place, le ⟦ORDINAL:1er|1⟧ rang", Language.french),
            (
                "le ⟦ORDINAL:vingt-cinquième|25⟧, le ⟦ORDINAL:soixante et onzième|71⟧, le ⟦ORDINAL:dix-neuvième|19⟧",
                .french
            ),
            (
                "the ⟦ORDINAL:21st|21⟧ and the ⟦ORDINAL:twenty-eighth|28⟧ and the ⟦ORDINAL:five hundred first|501⟧",
                .english
            ),
            ("First Solar and the Premier", .english),
        ])
    func ordinals(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["ORDINAL"])
    }

    private func checkCardinal(_ text: String, _ value: String, _ language: Language) throws {
        let found = try AmountText.mentions(text, language)
        #expect(found.map(\.mention.label) == [.cardinal], "\(text)")
        #expect(found.first?.mention.norm == value, "\(text)")
        #expect(found.first?.text == text)
    }
}
