import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite struct NameRecognizerTests {
    /// All that the recogniser proposes for a text.
    private func candidates(_ text: String, _ language: Language) throws -> [Mention] {
        var document = Document.plain(text, language: language)
        let lexicon = TestLexicon.shared
        try StageChain(
            [
                NormalizeStage(), LanguageStage(model: TestModels.shared.language), SegmentStage(lexicon: lexicon),
                RecognizeStage(lexicon: lexicon, recognizers: [NameRecognizer()]),
            ], given: [.decoded, .blocks]
        ).run(on: &document)
        return document.candidates
    }

    /// What stands by itself: sure enough, and inside no longer name that is.
    private func standing(_ text: String, _ language: Language) throws -> [Mention] {
        let sure = try candidates(text, language).filter { $0.score ?? 1 >= NameScore.threshold }
        return sure.filter { one in
            !sure.contains {
                $0.span.overlaps(one.span) && ($0.span.count, $0.score ?? 1) > (one.span.count, one.score ?? 1)
            }
        }.sorted { $0.span < $1.span }
    }

    private func expect(_ marked: String, _ language: Language) throws {
        let text = MarkedText(marked)
        let found = Set(MarkedText.marks(try standing(text.text, language), in: text.bytes))
        let wrong = found.subtracting(text.marks).map { "+\($0)" } + Set(text.marks).subtracting(found).map { "-\($0)" }
        #expect(wrong.isEmpty, "\(marked)")
    }

    // MARK: French

    @Test(arguments: [
        "Hier, ⟦per:Elon Musk⟧ a quitté ⟦loc:Paris⟧.", "Selon ⟦per:Ganesh Venkataramanan⟧, la machine est arrêtée.",
        "Le départ de ⟦per:Peter Bannon⟧ surprend.", "La décision de ⟦per:Ursula von der Leyen⟧ est attendue.",
        "Hier, ⟦per:Claire Delmas⟧ a parlé.",
    ])
    func frenchPeopleAreKnownByTheirFirstNames(_ marked: String) throws { try expect(marked, .french) }

    @Test(arguments: [
        "Hier, M. ⟦per:Quéméner⟧ a parlé.", "Selon Mme ⟦per:Kervella⟧, rien ne change.",
        "Le ministre ⟦per:Kervella⟧ part.",
    ])
    func aTitleAnnouncesAPerson(_ marked: String) throws { try expect(marked, .french) }

    @Test(arguments: [
        "Pour le cabinet ⟦org:Morvan Conseil⟧, c’est cher.", "On a vu la start-up ⟦org:Kervella⟧ grandir.",
        "Elle conseille ⟦org:GLR Research⟧ depuis un an.", "On le dit chez ⟦org:DensityAI⟧ aussi.",
        "La ⟦org:cour d’appel de Rennes⟧ a tranché.", "Le ⟦org:ministère de la Transition écologique⟧ a tranché.",
        "Hier, la ⟦org:BCE⟧ a baissé ses taux.",
    ])
    func frenchOrganizationsAreToldByTheirWords(_ marked: String) throws { try expect(marked, .french) }

    @Test(arguments: [
        "Il a vendu ses parts de ⟦org:Tesla⟧ à ⟦org:xAI⟧.", "Les ⟦loc:États-Unis⟧ et la ⟦loc:Chine⟧ discutent.",
        "Hier, l’⟦loc:Europe⟧ a répondu à ⟦org:L’Oréal⟧.", "Le site de ⟦loc:Memphis⟧ ouvre.",
    ])
    func frenchNamesOfTheLexiconStand(_ marked: String) throws { try expect(marked, .french) }

    // MARK: English

    @Test(arguments: [
        "Yesterday ⟦per:Elon Musk⟧ left ⟦loc:Paris⟧.", "The team of ⟦per:Ganesh Venkataramanan⟧ is gone.",
        "The exit of ⟦per:Peter Bannon⟧ came late.", "Yesterday Mr ⟦per:Kervella⟧ spoke.",
        "Yesterday Mr. ⟦per:Kervella⟧ spoke.",
    ])
    func englishPeopleAreToldByFirstNamesAndTitles(_ marked: String) throws { try expect(marked, .english) }

    @Test(arguments: [
        "She advises ⟦org:GLR Research⟧ on chips.", "They moved to ⟦org:Kervella Holdings⟧ in May.",
        "He went to the ⟦org:University of Leeds⟧ again.",
        "The team left for ⟦org:DensityAI⟧ at once.", "The ⟦org:ECB⟧ cut its rates.",
    ])
    func englishOrganizationsAreToldByTheirWords(_ marked: String) throws { try expect(marked, .english) }

    @Test(arguments: [
        "He sold his shares of ⟦org:Tesla⟧ to ⟦org:xAI⟧.", "The ⟦loc:United States⟧ and ⟦loc:China⟧ talk.",
        "The ⟦loc:U.S.⟧ agreed with ⟦org:Samsung⟧.",
    ])
    func englishNamesOfTheLexiconStand(_ marked: String) throws { try expect(marked, .english) }

    // MARK: Products

    @Test(arguments: [
        ("Il montre ⟦product:Grok 3⟧ et la suite.", Language.french),
        ("Il achète des ⟦product:Nvidia H100⟧ en masse.", .french),
        ("They showed ⟦product:Grok 3⟧ and more.", .english), ("They buy the ⟦product:Nvidia H100⟧ in bulk.", .english),
        ("The ⟦product:RTX4090⟧ sells well.", .english),
    ])
    func versionsAndModelsBelongToTheProduct(_ marked: String, _ language: Language) throws {
        try expect(marked, language)
    }

    @Test func theBrandAddsNothingToTheModel() throws {
        let joined = try standing("They buy the Nvidia H100 in bulk.", .english)
        let alone = try standing("They buy the H100 in bulk.", .english)
        #expect(joined.map(\.entityID) == alone.map(\.entityID) && joined.count == 1)
    }

    @Test func aNumberThatGoesOnIsNoVersion() throws {
        try expect("Il a vendu ⟦product:Dojo⟧ 7, 8, 9 et dix fois de suite.", .french)
        try expect("They sold ⟦product:Dojo⟧ 2025 times over the year.", .english)
    }

    /// The scale words come with the tables of amounts.
    private static let knowsScales = {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(Array("millions".utf8), into: &lexemes)
        return TestLexicon.shared.words(.french).node(of: lexemes[0].wordHash).classes.contains(.scale)
    }()

    @Test(.enabled(if: knowsScales, "no scale words in the lexicons"))
    func aNumberThatCountsIsNoVersion() throws {
        try expect("Il a vendu ⟦product:Dojo⟧ 7 millions de fois.", .french)
        try expect("They sold ⟦product:Dojo⟧ 7 million times.", .english)
    }

    // MARK: What a capital proves

    @Test(arguments: [
        ("Orange", "Hier, Orange a parlé.", "Orange et citron.", Language.french),
        ("Target", "Yesterday Target fell.", "Target the market.", .english),
    ])
    func aWeakFormStandsInTheMiddleOfASentenceOnly(
        _ form: String, _ inside: String, _ start: String, _ language: Language
    ) throws {
        func score(_ text: String) throws -> Double? {
            try candidates(text, language).filter { $0.maker.hasPrefix("lexicon:") }.compactMap(\.score).max()
        }
        #expect(try #require(try score(inside)) >= NameScore.threshold)
        #expect(try #require(try score(start)) < NameScore.threshold)
    }

    @Test(arguments: [
        ("une orange et une pomme", Language.french), ("il a mangé une orange", .french),
        ("the target of the sale", .english),
        ("Le lundi 3 mars, la réunion a lieu.", .french), ("On Monday the meeting starts.", .english),
        ("Les ventes baissent.", .french), ("Sales are down.", .english), ("12 000 personnes", .french), ("", .french),
    ])
    func wordsAreNoNames(_ text: String, _ language: Language) throws {
        #expect(try standing(text, language).isEmpty)
    }

    @Test func namesInAddressesAreNone() throws {
        try expect("Voir ⟦url:https://www.tesla.com/Musk⟧ ou écrire à ⟦email:elon@tesla.com⟧.", .french)
    }

    @Test func namesDoNotCrossBlocks() throws {
        let found = try candidates("le départ de Peter\nBannon reste", .french)
        #expect(found.allSatisfy { !$0.span.overlaps(ByteSpan(19, 20)) })
    }

    @Test(arguments: ["Les États-Unis discutent.", "Les Etats-Unis discutent.", "Les E\u{301}tats-Unis discutent."])
    func spellingsLeadToOneEntity(_ text: String) throws {
        #expect(try standing(text, .french).map(\.entityID) == ["loc/united-states"])
    }

    @Test func everyCandidateSaysWhatMadeIt() throws {
        for mention in try candidates("Hier, M. Morvan et Elon Musk ont visité GLR Research à Brest.", .french) {
            #expect(mention.maker.hasPrefix("lexicon:") || mention.maker.hasPrefix("rule:fr.name."))
            #expect(mention.label.isName && mention.score != nil)
        }
    }
}
