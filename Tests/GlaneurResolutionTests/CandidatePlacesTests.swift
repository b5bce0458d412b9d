import GlaneurCore
import GlaneurTestSupport
import Glibc
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

    /// A long text of other names and headlines costs for each what a short one does: eight times the text took sixty times as
    /// long when each of them looked at all candidates.
    @Test func workGrowsWithTheText() throws {
        let one = "⟦org:Valéor⟧, ex-⟦org?:Duclos⟧, part. ⟦loc:Kandor⟧, rebaptisé ⟦loc:Novigrad⟧, reste.\n\n"
        func seconds(_ count: Int) throws -> Double {
            let text = MarkedText(String(repeating: one, count: 50))
            var document = Document.plain(String(repeating: text.text, count: count))
            document.candidates = (0..<count).flatMap { part in
                text.marks.map { mark in
                    let shift = part * text.text.utf8.count
                    return Mention(
                        span: ByteSpan(mark.span.start + shift, mark.span.end + shift),
                        label: Label(rawValue: mark.label) ?? .organization, maker: "rule:test", score: 0.8)
                }
            }
            document.layers.insert(.candidates)
            let stage = ResolveStage(lexicon: TestLexicon.shared)
            let start = CandidatePlacesTests.threadSeconds()
            try stage.run(on: &document)
            return CandidatePlacesTests.threadSeconds() - start
        }
        _ = try seconds(1)
        let short = try seconds(8)
        #expect(try seconds(64) < 24 * short)
    }

    /// The time this thread has worked, whatever else the machine does.
    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
