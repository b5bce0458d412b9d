import Testing

@testable import Glaneur

@Suite struct OwnStagesTests {
    /// Warns of the number of mentions.
    private struct CountMentions: Stage {
        let name = StageName(rawValue: "count-mentions")
        var needs: Layers = .mentions
        let gives: Layers = []

        func process(_ document: inout Document) throws(StageFailure) {
            document.warnings.append(Warning(code: "count", stage: name, message: "\(document.mentions.count)"))
        }
    }

    private func pipeline() throws -> Pipeline {
        let lexicon = try SmallLexicon()
        return try Pipeline(Configuration(lexicons: lexicon.write(lexicon.compiled()), language: .french))
    }

    @Test func addedStageRunsBehindTheOthers() throws {
        let document = try pipeline().adding([CountMentions()])
            .annotate(Document(id: "test", text: "Hier, Elon Musk a parlé à Londres."))
        #expect(document.warnings.map(\.message) == ["2"])
    }

    @Test func addedStageIsPartOfTheConfiguration() throws {
        let plain = try pipeline()
        let one = try plain.adding([CountMentions()])
        let two = try one.adding([CountMentions()])
        #expect(try plain.adding([]).run == plain.run)
        #expect(one.run.configuration != plain.run.configuration)
        #expect(one.settings.first { $0.key == "stages" }?.value == "count-mentions")
        #expect(two.settings.filter { $0.key == "stages" }.map(\.value) == ["count-mentions count-mentions"])
    }

    @Test func misplacedStageIsRefused() throws {
        let pipeline = try pipeline()
        var stage = CountMentions()
        stage.needs = Layers(rawValue: 1 << 15)
        #expect(throws: StageFailure.self) { try pipeline.adding([stage]) }
    }
}
