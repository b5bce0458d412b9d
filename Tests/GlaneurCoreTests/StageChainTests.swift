import GlaneurCore
import GlaneurTestSupport
import Testing

@Suite struct StageChainTests {
    private struct Step: Stage {
        let name: StageName
        let needs: Layers
        let gives: Layers
        func process(_ document: inout Document) throws(StageFailure) { document.id += "+\(name)" }
    }

    private static let decode = Step(name: .decode, needs: .bytes, gives: .decoded)
    private static let extract = Step(name: .extract, needs: .decoded, gives: .blocks)
    private static let segment = Step(name: .segment, needs: .blocks, gives: .tokens)
    private static let recognize = Step(name: .recognize, needs: [.blocks, .tokens], gives: .candidates)

    private func failure(_ stages: [any Stage], given: Layers = .bytes) -> StageFailure? {
        do throws(StageFailure) {
            _ = try StageChain(stages, given: given)
            return nil
        } catch {
            return error
        }
    }

    @Test func aMisplacedStageIsRefusedAtAssembly() throws {
        let failure = try #require(self.failure([Self.decode, Self.extract, Self.recognize, Self.segment]))
        #expect(failure.code == .missingLayer && failure.stage == .recognize)
        #expect(failure.description == "recognize: needs tokens; run segment first")
    }

    @Test func theFirstMissingLayerNamesTheStageToRun() throws {
        let failure = try #require(self.failure([Self.recognize]))
        #expect(failure.message == "needs blocks, tokens; run extract first")
    }

    @Test func whatADocumentHasNeedsNoStage() {
        #expect(failure([Self.recognize], given: [.blocks, .tokens]) == nil)
        #expect(failure([]) == nil)
    }

    @Test func stagesRunInOrderAndAddTheirLayers() throws {
        var document = Document(
            id: "d", bytes: [],
            provenance: Provenance(path: "d", bytes: ByteSpan(0, 0), sha256: "", mediaType: "text/plain"))
        try StageChain([Self.decode, Self.extract, Self.segment]).run(on: &document)
        #expect(document.id == "d+decode+extract+segment")
        #expect(document.layers == [.bytes, .decoded, .blocks, .tokens])
    }

    @Test func aStageAloneAsksForItsLayers() {
        var document = Document.plain("un mot")
        #expect(
            throws: StageFailure(
                .missingLayer, stage: .recognize, document: "test/plain", message: "needs tokens; run segment first")
        ) { try Self.recognize.run(on: &document) }
        #expect(document.id == "test/plain" && !document.layers.contains(.candidates))
    }
}
