import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite struct MultiwordTokenizerTests {
    private func find(_ text: String, _ language: Language) throws -> [String] {
        var document = Document.plain(text, language: language)
        try StageChain(
            [
                NormalizeStage(), LanguageStage(model: TestModels.shared.language),
                SegmentStage(lexicon: TestLexicon.shared, models: TestModels.shared),
            ],
            given: [.decoded, .blocks]
        ).run(on: &document)
        return document.multiwordTokens.map {
            document.string(document.tokens[$0.token].span) + "=" + $0.forms.joined(separator: "+")
        }
    }

    @Test(arguments: [
        ("la hausse du prix", ["du=de+le"]),
        ("Du haut de la tour au prix des puces", ["Du=De+le", "au=à+le", "des=de+les"]),
        ("aux États-Unis", ["aux=à+les"]), ("Des gens partent", []), ("il vend, des puces", []),
        ("auquel il pense", ["auquel=à+lequel"]),
        ("la fin desquelles", ["desquelles=de+lesquelles"]), ("de la puce", []), ("Dumas", []),
    ])
    func frenchContractionsStandForTwoWords(_ text: String, _ expected: [String]) throws {
        #expect(try find(text, .french) == expected)
    }

    @Test(arguments: [
        ("they don't", ["don't=do+n't"]), ("they don’t", ["don’t=do+n’t"]), ("China's plan", ["China's=China+'s"]),
        ("China’s plan", ["China’s=China+’s"]), ("the years' end", ["years'=years+'"]), ("we'll see", ["we'll=we+'ll"]),
        ("I'm here", ["I'm=I+'m"]), ("they cannot go", ["cannot=can+not"]), ("Cannot go", ["Cannot=Can+not"]),
        ("O'Brien left", []),
        ("can't go", ["can't=ca+n't"]), ("du pain", []),
    ])
    func englishCliticsStandForTwoWords(_ text: String, _ expected: [String]) throws {
        #expect(try find(text, .english) == expected)
    }

    /// The words of a table are looked up only where a few letters fit: none may be missed.
    @Test(arguments: [("fr", Language.french), ("en", .english)])
    func everyRowOfTheTableIsFound(_ folder: String, _ language: Language) throws {
        let table = String(
            decoding: try LexiconFolder.read(Checkout.lexicons + "/\(folder)/contractions.tsv"), as: UTF8.self)
        let rows = table.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
        #expect(rows.count > 10)
        for row in rows where !row[2].hasPrefix("?") {
            let words = row[2].filter { $0 != "?" }.replacing(" ", with: "+")
            #expect(try find("or \(row[0]) x", language).contains("\(row[0])=\(words)"), "\(row[0])")
        }
    }
}
