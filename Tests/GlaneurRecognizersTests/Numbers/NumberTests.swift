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
            ("un vent glacial", Language.french), ("le logement neuf", .french), ("the one", .english), ("a", .english),
            ("no one", .english), ("one should", .english), ("one’s own", .english),
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
            ("First Solar and the Premier", .english), ("sa ⟦ORDINAL:42 e|42⟧ édition", .french),
            ("the ⟦ORDINAL:fifty-second|52⟧ state", .english),
        ])
    func ordinals(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["ORDINAL"])
    }

    @Test(
        "fractions, in words and in signs",
        arguments: [
            ("three fifths", Language.english, "0.6"), ("twenty-three fifths", .english, "4.6"),
            ("one twenty-fifth", .english, "0.04"), ("forty two and a third", .english, "42.333333333333333333"),
            ("two thirds of a million", .english, "666666.666666666667"), ("⅔", .english, "0.666666666666666667"),
            ("2½", .english, "2.5"), ("one over eight", .english, "0.125"), ("1 in 5", .english, "0.2"),
            ("two out of three", .english, "0.666666666666666667"), ("trois quarts", .french, "0.75"),
            ("cinq huitièmes", .french, "0.625"), ("vingt et trois cinquièmes", .french, "20.6"),
            ("un et demi", .french, "1.5"), ("deux sur cinq", .french, "0.4"),
            ("deux tiers", .french, "0.666666666666666667"),
        ])
    func fractions(text: String, language: Language, value: String) throws {
        try checkCardinal(text, value, language)
    }

    @Test(
        "a share needs its cue: an ordinal, a year or a quarter of one is none",
        arguments: [
            (
                "More than ⟦CARDINAL:half|0.5⟧ of them; rose by ⟦CARDINAL:a third|0.333333333333333333⟧.",
                Language.english
            ),
            ("the second half of the match, a third man, two quarters of growth, 9/11", .english),
            ("Plus de la ⟦CARDINAL:moitié|0.5⟧ des voix, ⟦CARDINAL:un cinquième|0.2⟧ du total", .french),
            ("un troisième homme, un quart de finale, un tiers payant, un demi-tour", .french),
        ])
    func shares(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["CARDINAL"])
    }

    @Test(
        "figures mix with words, powers are worked out",
        arguments: [
            ("4 thousand 3 hundred and 21", Language.english, "4321"),
            ("6 crore and two hundred", .english, "60000200"),
            ("3 hundred and one", .english, "301"), ("1.3e6", .english, "1300000"), ("-12e-1", .english, "-1.2"),
            ("2^10", .english, "1024"), ("2,5^-1", .french, "0.4"), ("2.33 k", .english, "2330"),
            ("trois crore", .french, "30000000"), ("4 mille deux cents", .french, "4200"),
        ])
    func mixtures(text: String, language: Language, value: String) throws {
        try checkCardinal(text, value, language)
    }

    @Test("two numbers with “and” between them are two")
    func twoNumbers() throws {
        try AmountText.check(
            "⟦CARDINAL:five million|5000000⟧ and ⟦CARDINAL:ten million|10000000⟧, ⟦CARDINAL:two hundred|200⟧ and ⟦CARDINAL:three hundred|300⟧",
            .english, labels: ["CARDINAL"])
    }

    @Test(
        "words that count from the end or from here are ordinals",
        arguments: [
            ("the last page and the previous version", Language.english, ["last end+0", "previous current-1"]),
            ("the last but one, next to last", .english, ["the last but one end-1", "next to last end-1"]),
            ("It will last, at last, next to him.", .english, []),
            ("la page précédente et le dernier mot", .french, ["précédente current-1", "dernier end+0"]),
            ("l’avant-dernier", .french, ["l’avant-dernier end-1"]),
        ])
    func positions(text: String, language: Language, expected: [String]) throws {
        let found = try AmountText.mentions(text, language).compactMap { found -> String? in
            guard case .number(let number) = found.mention.value, let relative = number.relative else { return nil }
            return found.text + " " + relative
        }
        #expect(found == expected)
    }

    private func checkCardinal(_ text: String, _ value: String, _ language: Language) throws {
        let found = try AmountText.mentions(text, language)
        #expect(found.map(\.mention.label) == [.cardinal], "\(text)")
        #expect(found.first?.mention.norm == value, "\(text)")
        #expect(found.first?.text == text)
    }
}
