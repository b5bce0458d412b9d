import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurResolution

@Suite struct CandidatePlacesTests {
    @Test(arguments: 0..<20 as Range<UInt64>)
    func answersAreThoseOfALookAtAll(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let candidates = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
            let start = Int.random(in: 0...60, using: &generator)
            return Mention(
                span: ByteSpan(start, start + Int.random(in: 1...12, using: &generator)),
                label: [.person, .location, .money].randomElement(using: &generator) ?? .person, maker: "rule:test",
                score: [0.2, 0.8].randomElement(using: &generator) ?? 0.8)
        }
        let places = CandidatePlaces(candidates)
        for start in 0..<75 {
            let names = candidates.indices.filter { candidates[$0].label.isName && candidates[$0].span.start == start }
            #expect(Array(places.names(at: start)) == names)
            for end in [start + 1, start + 3, start + 9] {
                let span = ByteSpan(start, end)
                #expect(places.covers(span) == candidates.contains { $0.isStanding && $0.span.contains(span) })
                #expect(places.touches(span) == candidates.contains { $0.isStanding && $0.span.overlaps(span) })
            }
        }
    }
}
