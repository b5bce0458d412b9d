import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import Testing

@Suite struct NameTranslatorTests {
    private static let translator = NameTranslator(lexicon: TestLexicon.shared)

    /// A line of a table of pairs.
    private struct Pair: Sendable, CustomTestStringConvertible {
        let label: Label
        let french: String
        let english: String
        var testDescription: String { "\(french) | \(english)" }

        static func all(_ table: String) -> [Pair] {
            table.split(separator: "\n").compactMap { line in
                let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ") }
                    .map { String($0.hasSuffix(" ") ? $0.dropLast() : $0) }
                return Label(rawValue: cells[0]).map { Pair(label: $0, french: cells[1], english: cells[2]) }
            }
        }
    }

    private func concepts(_ name: String, _ label: Label) -> [String]? {
        NameTranslatorTests.translator.concepts(of: name, label: label)
    }

    @Test func translationsHaveOneKey() {
        let pairs = Pair.all(TranslatedNames.equal)
        #expect(pairs.count >= 150)
        for pair in pairs {
            let key = NameTranslatorTests.translator.key(of: pair.french, label: pair.label)
            #expect(
                key != nil && key == NameTranslatorTests.translator.key(of: pair.english, label: pair.label),
                "\(pair.testDescription): \(concepts(pair.french, pair.label) ?? []) \(concepts(pair.english, pair.label) ?? [])"
            )
        }
    }

    @Test func otherNamesHaveOtherKeys() {
        let pairs = Pair.all(TranslatedNames.unequal)
        #expect(pairs.count >= 80)
        for pair in pairs {
            let key = NameTranslatorTests.translator.key(of: pair.french, label: pair.label)
            #expect(
                key == nil || key != NameTranslatorTests.translator.key(of: pair.english, label: pair.label),
                "\(pair.testDescription): \(concepts(pair.french, pair.label) ?? [])")
        }
    }

    @Test(arguments: [
        ("Tesla", Label.organization), ("Paris", .location), ("Elon Musk", .person), ("Banque", .organization),
        ("", .organization),
        ("…", .organization), ("12", .organization), ("iPhone 15", .product), ("Louis Martin", .person),
        ("BNP Paribas", .organization),
    ])
    func namesWithoutTranslationHaveNoKey(_ name: String, _ label: Label) {
        #expect(NameTranslatorTests.translator.key(of: name, label: label) == nil)
    }

    @Test func labelsThatMeanOtherThingsHaveOtherKeys() {
        let name = "bataille d'Alger"
        let event = NameTranslatorTests.translator.key(of: name, label: .event)
        #expect(event == NameTranslatorTests.translator.key(of: name, label: .miscellaneous))
        #expect(event != NameTranslatorTests.translator.key(of: name, label: .work))
        #expect(concepts("États-Unis", .location) != concepts("États-Unis", .organization))
    }

    @Test(arguments: [
        ("Banque de France", true), ("Banque centrale", false), ("ministère de la Justice", false),
        ("Institut Pasteur", true),
        ("Parti socialiste", false), ("US Department of Justice", true), ("Ve République", true), ("Tesla", false),
    ])
    func genericNamesAreTold(_ name: String, _ expected: Bool) {
        #expect(NameTranslatorTests.translator.isSpecific(name, label: .organization) == expected)
    }

    @Test func capitalsMakeNoDifference() {
        #expect(concepts("BANQUE DE FRANCE", .organization) == concepts("Banque de France", .organization))
        #expect(concepts("LA HAYE", .location) == concepts("The Hague", .location))
    }
}
