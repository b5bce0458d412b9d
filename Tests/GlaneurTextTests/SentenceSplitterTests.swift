import GlaneurCore
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite struct SentenceSplitterTests {
    /// The sentences of one paragraph.
    private func split(_ text: String, _ language: Language) throws -> [String] {
        var document = Document.plain(text, language: language)
        try StageChain(
            [
                NormalizeStage(), LanguageStage(model: TestModels.shared.language),
                SegmentStage(lexicon: TestLexicon.shared),
            ],
            given: [.decoded, .blocks]
        ).run(on: &document)
        return document.strings(document.sentences.map(\.span))
    }

    @Test(arguments: [
        ["Tesla renonce à Dojo.", "Vingt spécialistes sont partis."],
        ["Qui part ?", "Personne !", "Vraiment ?"],
        ["« Il faut vider des salles. »", "Delmas chiffre l’opération."],
        ["Il a dit : « Non. »", "Puis il est parti."],
        ["Elle parle (trop bas.)", "On l’écoute."],
        ["Un mot… puis rien."],
        ["Le groupe… Tesla renonce."],
        ["Il part…", "Le groupe reste."],
        ["« Qui part ? » dit Musk."],
        ["« Qui part ? », demande la presse."],
        ["M. Musk est parti.", "Mme Lagarde reste."],
        ["Le 1er août, M. J. Keller part."],
        ["Il vend des puces, des câbles, etc. et des salles."],
        ["Ils étaient 12 000.", "2023 a tout changé."],
        ["Il a 2,5 % du capital.", "xAI en a 3."],
        ["1. Ouvrir la porte."],
        ["Il part : Tesla reste ; Musk aussi."],
        ["Voir www.tesla.com.", "Le site est en panne."],
        ["Il pleut.", "« Encore », dit-il."],
        ["Il pleut.", "– Encore ?", "– Oui."],
        ["En 52 av. J.-C. César gagne."],
        ["Il l’a dit à l’O.N.U. hier."],
        ["Sans point final"],
    ])
    func frenchSentencesEndWhereTheyDo(_ sentences: [String]) throws {
        #expect(try split(sentences.joined(separator: " "), .french) == sentences)
    }

    @Test(arguments: [
        ["Tesla has dropped Dojo.", "Twenty engineers left."],
        ["Who leaves?", "Nobody!", "Really?"],
        ["“It will hurt.”", "Delmas puts the cost at $20m."],
        ["He said, “No.”", "Then he left."],
        ["\"It will hurt.\"", "The market agreed."],
        ["“Who leaves?” said Musk."],
        ["She spoke (too low.)", "They listened."],
        ["A word... then nothing."],
        ["The group... Tesla, that is, gave up."],
        ["He left...", "The group stayed."],
        ["Mr. Musk left.", "Dr. Smith stayed."],
        ["The U.S. government agreed."],
        ["J. Smith of Acme Inc. agreed."],
        ["It rose to $16.5B.", "2023 was better."],
        ["He works at xAI.", "xAI pays well."],
        ["It begins at 5 p.m. on Monday."],
        ["Prices rose by 2.5 percent.", "The rest fell."],
        ["1. Open the door."],
        ["He left: Tesla stayed; so did Musk."],
        ["No final stop"],
    ])
    func englishSentencesEndWhereTheyDo(_ sentences: [String]) throws {
        #expect(try split(sentences.joined(separator: " "), .english) == sentences)
    }

    @Test func aTitleIsOneSentence() throws {
        var document = Document.plain("Dojo s’arrête. Et après ?\nIl pleut. Il vente.", language: .french)
        document.blocks[0].blockClass = .title
        try StageChain(
            [
                NormalizeStage(), LanguageStage(model: TestModels.shared.language),
                SegmentStage(lexicon: TestLexicon.shared),
            ],
            given: [.decoded, .blocks]
        ).run(on: &document)
        #expect(
            document.strings(document.sentences.map(\.span)) == ["Dojo s’arrête. Et après ?", "Il pleut.", "Il vente."])
        #expect(document.sentences.allSatisfy { $0.language == .french })
    }

    @Test func sentencesEndWithTheirBlock() throws {
        #expect(try split("Sans point\nNi là", .french) == ["Sans point", "Ni là"])
    }

    @Test func spacesBelongToNoSentence() throws {
        #expect(try split("\u{A0} Il pleut.  \u{202F}Il vente. ", .french) == ["Il pleut.", "Il vente."])
    }
}
