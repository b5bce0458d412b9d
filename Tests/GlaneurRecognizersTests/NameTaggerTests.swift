import GlaneurCore
import GlaneurLexicon
import GlaneurModels
import GlaneurTestSupport
import GlaneurText
import Testing

@testable import GlaneurRecognizers

/// The model of names of the checkout, with lexicons and rules, up to the recognize stage.
@Suite struct NameTaggerTests {
    private func names(_ text: String, _ language: Language) throws -> [Mention] {
        var document = Document.plain(text, language: language)
        let lexicon = TestLexicon.shared
        let tagger = try #require(try NameTagger(TestModels.folder))
        try StageChain(
            [
                NormalizeStage(), LanguageStage(model: TestModels.shared.language),
                SegmentStage(lexicon: lexicon, models: TestModels.shared),
                RecognizeStage(lexicon: lexicon, recognizers: [NameRecognizer(tagger: tagger)]),
            ], given: [.decoded, .blocks]
        ).run(on: &document)
        return document.candidates.filter { $0.score ?? 1 >= NameScore.threshold }.sorted { $0.span < $1.span }
    }

    private func expect(_ marked: String, _ language: Language) throws {
        let text = MarkedText(marked)
        let found = Set(MarkedText.marks(try names(text.text, language), in: text.bytes))
        let wrong = found.subtracting(text.marks).map { "+\($0)" } + Set(text.marks).subtracting(found).map { "-\($0)" }
        #expect(wrong.isEmpty, "\(marked)")
    }

    @Test(arguments: [
        "Hier, ⟦per:Jean Tavernier⟧, maire de ⟦loc:Montluçon⟧, a reçu M. ⟦per:Vandrecourt⟧.",
        "L’⟦product:Autopilot⟧ de ⟦org:Tesla⟧ a été jugé à ⟦loc:Berlin⟧.",
        "La présidente de la ⟦org:Banque centrale européenne⟧, ⟦per:Christine Lagarde⟧, s’est exprimée à ⟦loc:Francfort⟧.",
        "Le ⟦org:tribunal de commerce de Tarbes⟧ a liquidé la société ⟦org:Polyvex⟧.",
        "Selon ⟦org:Reuters⟧, la start-up ⟦org:Zolvex⟧ quitte ⟦loc:Lyon⟧ pour ⟦loc:Genève⟧.",
    ])
    func frenchNames(_ marked: String) throws { try expect(marked, .french) }

    @Test(arguments: [
        "⟦org:Morgan Stanley⟧’s analysts met ⟦per:Angela Whitcombe⟧ in ⟦loc:Leeds⟧ on Monday.",
        "⟦loc:US⟧-⟦loc:China⟧ talks resumed in ⟦loc:Geneva⟧, the ⟦loc:White House⟧ said.",
        "Sen. ⟦per:Okonkwo⟧ told ⟦org:Reuters⟧ that the ⟦org:University of Leeds⟧ had agreed.",
        "Shares of ⟦org:Brightwell Holdings Inc.⟧ fell after ⟦per:Tom Alderton⟧ resigned as chief executive.",
    ])
    func englishNames(_ marked: String) throws { try expect(marked, .english) }

    /// Acronyms that name nothing are no names, with a model that has learned from text full of acronyms.
    @Test(arguments: ["L’IA et le GPU changent tout.", "Le PDG veut un LLM.", "La TVA baisse, le PIB aussi."])
    func acronymsThatNameNothingAreNoNames(_ text: String) throws {
        #expect(try names(text, .french).isEmpty)
    }

    @Test func namesDoNotOverlapAndLieInTheText() throws {
        let seed = SeededGenerator.announce(11, for: "namesDoNotOverlapAndLieInTheText")
        var generator = SeededGenerator(seed: seed)
        let words = [
            "Zorvan", "de", "Ministère", "IBM", "l’", "Paris", "SA", "M.", "(", ")", "12", "the", "of", "x", ",", "«",
        ]
        for _ in 0..<200 {
            let text = (0..<30).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
            var end = 0
            for mention in try names(text, .french) where mention.maker == NameTagger.maker {
                #expect(mention.span.start >= end && mention.span.end <= text.utf8.count, "seed \(seed): \(text)")
                #expect((0.5...1).contains(mention.score ?? 0))
                end = mention.span.end
            }
        }
    }

    /// What the tagger adds up while it reads is what the listed features weigh.
    @Test func sumsAreThoseOfTheListedFeatures() throws {
        let folder = TestModels.folder
        let model = try #require(try folder.model(NameTagger.task, revision: NameTagger.revision))
        let text = Array("Hier, M. Dupont (Tesla) a quitté l’Université de Metz pour IBM France.".utf8)
        let passage = Passage(
            lexicon: TestLexicon.shared, language: .french, bytes: text, span: ByteSpan(0, text.count),
            sentenceStarts: [0])
        var features = NameFeatures.ofDocument([passage])[0]
        for stretch in features.stretches {
            features.forEachPlace(of: stretch) { _, place in
                var list: [UInt32] = []
                place?.add(to: &list)
                var sum = model.tagSum()
                place?.add(to: &sum)
                var other = model.tagSum()
                for feature in list { other.add(feature) }
                #expect(sum.scores == other.scores)
                #expect(list.count > 25)
            }
        }
        #expect(features.stretches.contains { $0.words.count > 4 })
    }
}
