import GlaneurCore
import GlaneurReaders
import GlaneurRecognizers
import GlaneurRelations
import GlaneurResolution
import GlaneurTestSupport
import GlaneurText
import Testing

/// The laws of all stages, from undecoded bytes to relations.
@Suite struct StageLawsTests {
    private static let stages: [any Stage] = {
        let lexicon = TestLexicon.shared
        return [
            DecodeStage(), ExtractStage(lexicon: lexicon), NormalizeStage(),
            LanguageStage(model: TestModels.shared.language), SegmentStage(lexicon: lexicon),
            RecognizeStage(lexicon: lexicon, recognizers: [NameRecognizer(), AmountRecognizer(), DateRecognizer()]),
            ResolveStage(lexicon: lexicon), RelateStage(lexicon: lexicon),
        ]
    }()

    private func document(_ bytes: [UInt8], _ mediaType: String = "text/plain") -> Document {
        Document(
            id: "test/generated", bytes: bytes,
            provenance: Provenance(
                path: "test/generated", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: mediaType))
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func everyStageKeepsTheLaws(_ kind: TextGenerator.Kind) {
        var generator = TextGenerator(seed: SeededGenerator.announce(81, for: "all stages, \(kind)"))
        for number in 0..<100 {
            let bytes = generator.bytes(kind)
            var document = document(bytes)
            do throws(StageFailure) {
                for stage in Self.stages {
                    try stage.run(on: &document)
                    let violations = StageLaws.violations(in: document)
                    #expect(violations.isEmpty, "document \(number) after \(stage.name)")
                }
            } catch {
                // Broken bytes may be given up, with a reason; text may not.
                #expect(kind == .broken && [.binary, .empty, .undecodable].contains(error.code), "\(error)")
            }
        }
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func theSameBytesGiveTheSameDocument(_ kind: TextGenerator.Kind) throws {
        var generator = TextGenerator(seed: SeededGenerator.announce(82, for: "all stages twice, \(kind)"))
        for _ in 0..<20 {
            let source = document(generator.bytes(kind))
            #expect(result(source) == result(source))
        }
    }

    private func result(_ document: Document) -> Result<Document, StageFailure> {
        Result { () throws(StageFailure) in
            var document = document
            try StageChain(Self.stages).run(on: &document)
            return document
        }
    }

    /// What stages leave for one another saves time and changes nothing.
    @Test(arguments: [TextGenerator.Kind.french, .english])
    func neitherCandidatesNorPassagesChangeWhatALineSays(_ kind: TextGenerator.Kind) throws {
        var generator = TextGenerator(seed: SeededGenerator.announce(87, for: "stages by themselves, \(kind)"))
        let (resolve, relate) = (
            ResolveStage(lexicon: TestLexicon.shared), RelateStage(lexicon: TestLexicon.shared)
        )
        for _ in 0..<40 {
            var document = document(generator.bytes(kind))
            try StageChain(Self.stages.dropLast(2).map { $0 }).run(on: &document)
            var bare = document
            try StageChain([resolve, relate], given: document.layers).run(on: &document)
            bare.workings = Workings()
            try StageChain([resolve.leavingNoCandidates, relate], given: bare.layers).run(on: &bare)
            #expect(bare.candidates.isEmpty && bare.rejections.isEmpty)
            #expect(bare.mentions == document.mentions)
            #expect(bare.quotations == document.quotations && bare.events == document.events)
        }
    }

    @Test func rawBytesOfAMentionSayTheSame() throws {
        var generator = TextGenerator(seed: SeededGenerator.announce(83, for: "raw bytes"))
        for kind in [TextGenerator.Kind.french, .english] {
            for _ in 0..<20 {
                let bytes = generator.bytes(kind)
                let document = try result(document(bytes)).get()
                for mention in document.mentions {
                    #expect(
                        Array(bytes[document.origin.rawSpan(of: mention.span).range])
                            == Array(document.text[mention.span.range]))
                }
            }
        }
    }

    @Test(arguments: ["<p>", "<html><body><article>", "<div><p>\u{FEFF}", "<title>"])
    func pagesOfAnyTextKeepTheLaws(_ opening: String) {
        var generator = TextGenerator(seed: SeededGenerator.announce(84, for: "pages, \(opening)"))
        for kind in TextGenerator.Kind.allCases {
            for number in 0..<10 {
                var document = document(Array(opening.utf8) + generator.bytes(kind), "text/html")
                do throws(StageFailure) {
                    for stage in Self.stages {
                        try stage.run(on: &document)
                        #expect(
                            StageLaws.violations(in: document).isEmpty, "page \(number), \(kind), after \(stage.name)")
                    }
                } catch {
                    #expect([.binary, .empty, .undecodable].contains(error.code), "\(error)")
                }
            }
        }
    }
}
