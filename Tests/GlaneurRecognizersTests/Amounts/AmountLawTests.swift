import GlaneurCore
import GlaneurRecognizers
import GlaneurTestSupport
import Testing

@Suite("Laws of amounts, on generated sums")
struct AmountLawTests {
    /// A figure in digits as people write it, with its value.
    private struct Figure {
        var text: String
        var value: ExactDecimal
    }

    /// What separates groups of three digits, in either language.
    private static let frenchGroups = [" ", "\u{A0}", "\u{202F}", "\u{2009}", ".", "'", "’", ""]
    private static let englishGroups = [",", " ", "\u{A0}", "\u{202F}", "'", ""]

    /// Scale words and signs, with their powers of ten; those with a space before them are words.
    private static let frenchScales = [
        ("", 0), (" millions", 6), ("\u{A0}milliards", 9), (" mille", 3), (" billions", 12), (" k", 3), (" M", 6),
        ("M", 6),
        (" Md", 9), ("Mds", 9), (" mille milliards", 12), (" G", 9),
    ]
    private static let englishScales = [
        ("", 0), (" million", 6), (" billion", 9), ("\u{A0}trillion", 12), ("m", 6), ("bn", 9), ("B", 9), ("k", 3),
        ("K", 3),
        ("tn", 12), ("M", 6), (" crore", 7), (" lakh", 5), ("-million", 6), (" mn", 6), ("T", 12),
    ]

    @Test("a French sum is read back, whole and exact, whatever its spaces, scale and sign", arguments: 0..<4)
    func french(part: Int) throws {
        var generator = SeededGenerator(
            seed: SeededGenerator.announce(UInt64(20_261_125 + part), for: "French sums, part \(part)"))
        for _ in 0..<1500 {
            let figure = self.figure(groups: AmountLawTests.frenchGroups, point: ",", using: &generator)
            let scale = AmountLawTests.frenchScales.randomElement(using: &generator) ?? ("", 0)
            let isWord = scale.0.utf8.count > 4
            let signs =
                isWord
                ? [(" d’euros", "EUR"), (" de dollars", "USD"), (" de francs suisses", "CHF"), (" €", "EUR")]
                : [
                    ("€", "EUR"), ("\u{A0}€", "EUR"), ("\u{202F}$", "USD"), (" $ CA", "CAD"), ("\u{A0}£", "GBP"),
                    (" ¥", "JPY"),
                ]
            let sign = signs.randomElement(using: &generator) ?? ("€", "EUR")
            let isMille = scale.1 == 3 && isWord
            try check(
                figure.text + scale.0 + (isMille ? " euros" : sign.0), figure.value.scaled(by: scale.1),
                isMille ? "EUR" : sign.1, .french)
        }
    }

    @Test("so is an English one", arguments: 0..<4)
    func english(part: Int) throws {
        var generator = SeededGenerator(
            seed: SeededGenerator.announce(UInt64(20_261_225 + part), for: "English sums, part \(part)"))
        for _ in 0..<1500 {
            let figure = self.figure(groups: AmountLawTests.englishGroups, point: ".", using: &generator)
            let scale = AmountLawTests.englishScales.randomElement(using: &generator) ?? ("", 0)
            let sign =
                [
                    ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("US$", "USD"), ("C$", "CAD"),
                    ("HK$", "HKD"),
                    ("A$", "AUD"), ("EUR ", "EUR"), ("CHF ", "CHF"), ("₹", "INR"), ("R$", "BRL"), ("USD", "USD"),
                ].randomElement(using: &generator) ?? ("$", "USD")
            try check(sign.0 + figure.text + scale.0, figure.value.scaled(by: scale.1), sign.1, .english)
        }
    }

    @Test("a sum stands alone: what is around it changes neither span nor value")
    func surroundings() throws {
        let around = [
            ("(", ")"), ("« ", " »"), ("“", "”"), ("", "."), ("", ","), ("pour ", " au total"), ("— ", " —"),
            ("", " ?"), ("[", "]"),
        ]
        for (before, behind) in around {
            for (sum, norm) in [
                ("12 M€", "EUR 12000000"), ("3,5 milliards de dollars", "USD 3500000000"), ("99 €", "EUR 99"),
            ] {
                let found = try AmountText.mentions(before + sum + behind, .french).filter {
                    $0.mention.label == .money
                }
                #expect(found.map(\.text) == [sum], "\(before)\(sum)\(behind)")
                #expect(found.first?.mention.norm == norm)
            }
        }
    }

    @Test("cents above what a double holds stay exact")
    func exactness() throws {
        for (text, norm) in [
            ("$90,071,992,547,409.93", "USD 90071992547409.93"), ("$0.1", "USD 0.1"),
            ("$123,456,789,012,345,678,901.23", "USD 123456789012345678901.23"),
        ] {
            #expect(try AmountText.mentions(text, .english).first?.mention.norm == norm)
        }
    }

    private func check(_ text: String, _ value: ExactDecimal, _ currency: String, _ language: Language) throws {
        let found = try AmountText.mentions(text, language)
        guard found.count == 1, found[0].text == text, case .money(let money) = found[0].mention.value else {
            Issue.record("\(text.debugDescription) is read as \(found.map { "\($0.mention.label) \($0.text)" })")
            return
        }
        #expect(money.magnitude.value == value, "\(text.debugDescription)")
        #expect(money.currency == currency, "\(text.debugDescription)")
    }

    private func figure(groups: [String], point: String, using generator: inout SeededGenerator) -> Figure {
        let size = [10, 1000, 1_000_000, 1_000_000_000].randomElement(using: &generator) ?? 10
        let whole = Int.random(in: 1..<size, using: &generator)
        var digits = String(whole)
        let group = groups.randomElement(using: &generator) ?? ""
        if !group.isEmpty, group != point {
            var parts: [String] = []
            while digits.count > 3 {
                parts.insert(String(digits.suffix(3)), at: 0)
                digits.removeLast(3)
            }
            digits = ([digits] + parts).joined(separator: group)
        }
        var value = ExactDecimal(Int128(whole))
        if Bool.random(using: &generator) {
            let decimals = Int.random(in: 1..<100, using: &generator)
            digits += point + (decimals < 10 ? "0" : "") + String(decimals)
            value = value.adding(ExactDecimal(Int128(decimals), exponent: -2)) ?? value
        }
        return Figure(text: digits, value: value)
    }
}
