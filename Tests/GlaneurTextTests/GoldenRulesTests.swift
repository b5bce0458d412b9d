import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite struct GoldenRulesTests {
    /// The cases of a file in `GoldenRules`: the sentences of one paragraph each.
    private static func cases(_ name: String) -> [[String]] {
        let path = Checkout.root + "/Tests/GlaneurTextTests/GoldenRules/\(name).txt"
        guard let bytes = try? LexiconFolder.read(path) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            line.split(separator: "‖").map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
        }
    }

    /// The sentences of the cases as they are written, for they may have two spaces between them.
    private func split(_ sentences: [String], _ language: Language, _ models: TextModels) throws -> [String] {
        var document = Document.plain(sentences.joined(separator: " "), language: language)
        try StageChain(
            [
                NormalizeStage(), LanguageStage(model: TestModels.shared.language),
                SegmentStage(lexicon: TestLexicon.shared, models: models),
            ],
            given: [.decoded, .blocks]
        ).run(on: &document)
        return document.strings(document.sentences.map(\.span))
    }

    @Test(arguments: cases("fr"))
    func frenchSentencesEndWhereTheRuleSays(_ sentences: [String]) throws {
        #expect(try split(sentences, .french, TestModels.shared) == sentences)
    }

    @Test(arguments: cases("en"))
    func englishSentencesEndWhereTheRuleSays(_ sentences: [String]) throws {
        #expect(try split(sentences, .english, TestModels.shared) == sentences)
    }

    @Test func thereAreRulesEnough() {
        #expect(GoldenRulesTests.cases("fr").count >= 120)
        #expect(GoldenRulesTests.cases("en").count >= 40)
    }

    /// Without models rules alone decide, and most of the golden rules still hold.
    @Test func rulesAloneAreGoodEnoughForTablesOfOnesOwn() throws {
        let cases = GoldenRulesTests.cases("fr")
        let right = try cases.count { try split($0, .french, TextModels()) == $0 }
        #expect(right * 100 >= cases.count * 90)
    }

    /// A mark without its partner changes the sentence it stands in and no other.
    @Test(arguments: ["« ", "“", "\"", "( ", "'"])
    func aMarkWithoutItsPartnerSpoilsNothingElse(mark: String) throws {
        let sentences = (0..<40).flatMap { ["Le groupe \($0) part demain.", "Qui reste ?", "« Personne », dit-il."] }
        let whole = try split(sentences, .french, TestModels.shared)
        let spoiled = try split([mark + sentences[0]] + sentences.dropFirst(), .french, TestModels.shared)
        #expect(whole == sentences)
        #expect(spoiled.count == whole.count)
        #expect(Array(spoiled.dropFirst()) == Array(whole.dropFirst()))
    }
}
