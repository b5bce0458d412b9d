import GlaneurCore
import Testing

@Suite struct LayersTests {
    @Test func everyLayerHasItsOwnName() {
        #expect(Set(Layers.named.map(\.name)).count == Layers.named.count)
        #expect(Layers.named.reduce(into: Layers()) { $0.formUnion($1.layer) }.names == Layers.named.map(\.name))
    }

    @Test func namesComeInTheOrderOfTheStages() {
        #expect(([.tokens, .bytes, .view] as Layers).names == ["bytes", "view", "tokens"])
        #expect(Layers().names.isEmpty)
    }
}
