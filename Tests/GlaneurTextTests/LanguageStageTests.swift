import GlaneurCore
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite struct LanguageStageTests {
    private func identified(_ text: String, declared: Language? = nil) throws -> Document {
        var document = Document.plain(text)
        try StageChain(
            [
                NormalizeStage(), LanguageStage(model: TestModels.shared.language, declared: declared),
                SegmentStage(lexicon: TestLexicon.shared, models: TestModels.shared),
            ],
            given: [.decoded, .blocks]
        ).run(on: &document)
        return document
    }

    private static let french = "Le groupe a renoncé à la machine qu’il construisait pour ses logiciels de conduite."
    private static let english = "The company has given up the machine that it was building for its driving software."

    @Test(arguments: [
        (french, Language.french), (english, .english), ("Il pleut.", .french), ("It is raining.", .english),
        ("La pluie et le vent", .french), ("The rain and the wind", .english),
        ("Tesla a perdu 2,5 % en Bourse après l’annonce.", .french),
        ("Tesla lost 2.5% of its value after the news.", .english),
        ("OpenAI raises $40 billion", .english), ("OpenAI lève 40 milliards de dollars", .french),
        ("Elon Musk quitte la direction du groupe", .french), ("Elon Musk leaves the board", .english),
    ])
    func frenchAndEnglishAreToldByTheirWords(_ text: String, _ language: Language) throws {
        let document = try identified(text)
        #expect(document.language == language)
        #expect(document.blocks.map(\.language) == [language])
    }

    @Test(arguments: [
        "Die Firma hat die Maschine aufgegeben, die sie für ihre Software gebaut hatte.",
        "La empresa ha renunciado a la máquina que construía para sus programas de conducción.",
        "L’azienda ha rinunciato alla macchina che stava costruendo per il suo software di guida.",
        "L’empresa ha renunciat a la màquina que construïa per als seus programes.",
        "L’entrepresa a renonciat a la maquina que bastissiá per sos logicials.",
        "Het bedrijf heeft de machine opgegeven die het voor zijn software bouwde.",
        "Compania a renunțat la mașina pe care o construia pentru programele sale.",
        "Företaget har gett upp maskinen som det byggde för sin programvara.",
        "Firma zrezygnowała z maszyny, którą budowała dla swojego oprogramowania.",
        "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae.",
        "La firmao rezignis pri la maŝino, kiun ĝi konstruis por siaj programoj.",
        "Компания отказалась от машины, которую она строила для своих программ.", "该公司已放弃其正在建造的机器。",
    ])
    func anyOtherLanguageIsUndetermined(_ text: String) throws {
        let document = try identified(text)
        #expect(document.language == .undetermined)
        #expect(document.languageScore ?? 0 > 0.5)
    }

    @Test(arguments: [
        "", "…", ".", "12 000 16,5 2023", "https://www.example.com/the-news/of-today.html", "editor@example.com",
        "www.lemonde.fr", "🚗 $ € %",
    ])
    func aTextWithoutWordsIsUndeterminedWithoutAScore(_ text: String) throws {
        let document = try identified(text)
        #expect(document.language == .undetermined)
        #expect(document.languageScore == 0)
    }

    @Test func paragraphsThatDifferMakeAMixedDocument() throws {
        let document = try identified(Self.french + "\n" + Self.english)
        #expect(document.language == .multiple)
        #expect(document.blocks.map(\.language) == [.french, .english])
    }

    @Test func sentencesThatDifferInOneParagraphMakeAMixedDocument() throws {
        let document = try identified(
            Array(repeating: Self.french + " " + Self.english, count: 2).joined(separator: " "))
        #expect(document.language == .multiple)
        #expect(document.sentences.map(\.language) == [.french, .english, .french, .english])
    }

    @Test func paragraphsThatDifferAreFoundInALongDocument() throws {
        let paragraph = Array(repeating: Self.french, count: 10).joined(separator: " ")
        let other = Array(repeating: Self.english, count: 10).joined(separator: " ")
        let document = try identified([paragraph, paragraph, paragraph, other, other].joined(separator: "\n"))
        #expect(document.language == .multiple)
        #expect(document.blocks.map(\.language) == [.french, .french, .french, .english, .english])
    }

    /// Each place of a sample once went to the end of a word of many places: a megabyte took seconds, four a minute.
    @Test func aWordWithoutEndIsPassedOnce() throws {
        let word = String(repeating: "[", count: 2_000_000)
        var document = Document.plain("\(Self.french) \(word) \(Self.french)")
        let time = try ContinuousClock().measure {
            try StageChain(
                [NormalizeStage(), LanguageStage(model: TestModels.shared.language)], given: [.decoded, .blocks]
            )
            .run(on: &document)
        }
        #expect(document.language == .french)
        #expect(time < .seconds(10))
    }

    @Test func aQuotationDoesNotMakeADocumentMixed() throws {
        let document = try identified(
            Array(repeating: Self.french, count: 6).joined(separator: "\n") + "\nThis is what it is.")
        #expect(document.language == .french)
        #expect(document.blocks.last?.language == .english)
        #expect(Set(document.sentences.map(\.language)) == [.french, .english])
    }

    @Test func namesAndTitlesLeaveSentencesInTheLanguageOfTheirBlock() throws {
        let document = try identified(
            Self.french + " " + Self.english + " Elon Musk. " + Self.english + "\nTesla Dojo.\n" + Self.french)
        #expect(document.language == .multiple)
        #expect(document.sentences.first { document.string($0.span) == "Elon Musk." }?.language != .undetermined)
    }

    @Test func aDeclaredLanguageIsTakenAsGiven() throws {
        let byUser = try identified(Self.english, declared: .french)
        #expect(byUser.language == .french && byUser.blocks.map(\.language) == [.french] && byUser.languageScore == nil)
        var document = Document.plain(Self.english, language: .french)
        try StageChain(
            [NormalizeStage(), LanguageStage(model: TestModels.shared.language)], given: [.decoded, .blocks]
        ).run(on: &document)
        #expect(document.language == .french)
    }

    @Test func withoutAModelTheLanguageIsNotToldAndAWarningSaysSo() throws {
        var document = Document.plain(Self.french)
        try StageChain([NormalizeStage(), LanguageStage(model: nil)], given: [.decoded, .blocks]).run(on: &document)
        #expect(document.language == .undetermined && document.languageScore == 0)
        #expect(document.warnings.map(\.code) == ["no-language-model"])
    }

    @Test func theScoreIsAProbability() throws {
        let score = try #require(try identified(Self.french).languageScore)
        #expect(score > 0.9 && score <= 1)
        let doubtful = try #require(try identified("Relay (2 or 3 per team!)").languageScore)
        #expect(doubtful > 0.3 && doubtful < 0.95)
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func scoresAreFromZeroToOneForAnyText(_ kind: TextGenerator.Kind) throws {
        var generator = TextGenerator(seed: SeededGenerator.announce(44, for: "language, \(kind)"))
        for _ in 0..<100 {
            let document = try identified(generator.text(kind))
            let score = try #require(document.languageScore)
            #expect((0...1).contains(score))
            #expect(document.blocks.allSatisfy { $0.language != .multiple })
        }
    }
}
