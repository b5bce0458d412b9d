import GlaneurCore
import GlaneurTestSupport
import GlaneurText
import Testing

@Suite struct TextStageLawsTests {
    private static let stages: [any Stage] = [
        NormalizeStage(), LanguageStage(model: TestModels.shared.language), SegmentStage(lexicon: TestLexicon.shared),
    ]

    @Test(arguments: TextGenerator.Kind.allCases)
    func everyStageKeepsTheLaws(_ kind: TextGenerator.Kind) throws {
        var generator = TextGenerator(seed: SeededGenerator.announce(41, for: "text stages, \(kind)"))
        for number in 0..<100 {
            var document = Document.plain(generator.text(kind))
            for stage in Self.stages {
                try stage.run(on: &document)
                let violations = StageLaws.violations(in: document)
                #expect(
                    violations.isEmpty,
                    "document \(number) after \(stage.name): \(document.string(ByteSpan(0, document.text.count)))")
            }
        }
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func theSameTextGivesTheSameDocument(_ kind: TextGenerator.Kind) throws {
        var generator = TextGenerator(seed: SeededGenerator.announce(42, for: "text stages twice, \(kind)"))
        let chain = try StageChain(Self.stages, given: [.decoded, .blocks])
        for _ in 0..<20 {
            let source = Document.plain(generator.text(kind))
            var (first, second) = (source, source)
            try chain.run(on: &first)
            try chain.run(on: &second)
            #expect(first == second)
        }
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func normalizingTwiceChangesNothing(_ kind: TextGenerator.Kind) throws {
        var generator = TextGenerator(seed: SeededGenerator.announce(43, for: "normalizing twice, \(kind)"))
        for _ in 0..<100 {
            var once = Document.plain(generator.text(kind))
            try NormalizeStage().run(on: &once)
            var twice = Document.plain(String(decoding: once.view.bytes, as: UTF8.self))
            try NormalizeStage().run(on: &twice)
            #expect(twice.view.alignment == nil && twice.view.bytes == once.view.bytes)
        }
    }
}
