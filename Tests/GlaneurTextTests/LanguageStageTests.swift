import GlaneurCore
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite struct LanguageStageTests {
    private func identified(_ text: String, declared: Language? = nil) throws -> Document {
        var document = Document.plain(text)
        try StageChain(
            [NormalizeStage(), LanguageStage(lexicon: TestLexicon.shared, declared: declared)],
            given: [.decoded, .blocks]
        ).run(on: &document)
        return document
    }

    private static let french = "Le groupe a renoncé à la machine qu’il construisait pour ses logiciels de conduite."
    private static let english = "The company has given up the machine that it was building for its driving software."

    @Test(arguments: [
        (french, Language.french), (english, .english), ("Il pleut.", .french), ("It rains.", .english),
        ("La pluie et le vent", .french), ("The rain and the wind", .english),
        ("Tesla a perdu 2,5 % en Bourse après l’annonce.", .french),
        ("Tesla lost 2.5% of its value after the news.", .english),
    ])
    func frenchAndEnglishAreToldByTheirWords(_ text: String, _ language: Language) throws {
        let document = try identified(text)
        #expect(document.language == language)
        #expect(document.blocks.map(\.language) == [language])
    }

    @Test(arguments: [
        "Die Firma hat die Maschine aufgegeben, die sie für ihre Software gebaut hatte, und das ist nicht alles.",
        "La empresa ha renunciado a la máquina que construía para sus programas de conducción, pero no es todo.",
        "L’azienda ha rinunciato alla macchina che stava costruendo per il suo software di guida, ma non è tutto.",
        "Компания отказалась от машины, которую она строила для своих программ.", "该公司已放弃其正在建造的机器。",
        "Tesla Dojo DensityAI Nvidia AMD", "12 000 16,5 2023", "…",
    ])
    func anythingElseIsUndetermined(_ text: String) throws {
        #expect(try identified(text).language == .undetermined)
    }

    @Test func paragraphsThatDifferMakeAMixedDocument() throws {
        let document = try identified(Self.french + "\n" + Self.english)
        #expect(document.language == .multiple)
        #expect(document.blocks.map(\.language) == [.french, .english])
    }

    @Test func aQuotationDoesNotMakeADocumentMixed() throws {
        let document = try identified(
            Array(repeating: Self.french, count: 5).joined(separator: "\n") + "\nIt is what it is.")
        #expect(document.language == .french)
        #expect(document.blocks.last?.language == .english)
    }

    @Test func aDeclaredLanguageIsTakenAsGiven() throws {
        let byUser = try identified(Self.english, declared: .french)
        #expect(byUser.language == .french && byUser.blocks.map(\.language) == [.french] && byUser.languageScore == nil)
        var document = Document.plain(Self.english, language: .french)
        try StageChain([NormalizeStage(), LanguageStage(lexicon: TestLexicon.shared)], given: [.decoded, .blocks])
            .run(on: &document)
        #expect(document.language == .french)
    }

    @Test func theScoreIsAShareOfTheEvidence() throws {
        let score = try #require(try identified(Self.french).languageScore)
        #expect(score > 0.8 && score <= 1)
        #expect(try identified("").languageScore == 0)
    }
}
