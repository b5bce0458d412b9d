import GlaneurCore
import GlaneurTestSupport
import Glibc
import Testing

@testable import GlaneurResolution

/// A long text costs for each of its names what a short one does: eight times the text took sixty times as long where each name was
/// held against all others.
@Suite struct ResolutionGrowthTests {
    @Test(arguments: [
        // Other names that are stated.
        "⟦org:Valéor⟧, ex-⟦org?:Duclos⟧, part. ⟦loc:Kandor⟧, rebaptisé ⟦loc:Novigrad⟧, reste. ",
        // People of one family name, and the name alone.
        "⟦per:# Cavenel⟧ a vu ⟦per:Cavenel⟧, Mme ⟦per:Cavenel⟧ aussi. ",
        // People and places of one name, and long names with acronyms.
        "⟦per:Paul #ville⟧ vit à ⟦loc:#ville⟧. ⟦org:Union générale de #⟧ (UGX) reste. ",
    ])
    func workGrowsWithTheText(_ one: String) throws {
        _ = try seconds(one, times: 1)
        let short = try seconds(one, times: 500)
        #expect(try seconds(one, times: 4000) < 24 * short)
    }

    /// How long it takes to resolve a text many times over, with another name in the place of `#` each time.
    private func seconds(_ one: String, times: Int) throws -> Double {
        var text = ""
        var candidates: [Mention] = []
        for number in 0..<times {
            let marked = MarkedText(one.split(separator: "#").joined(separator: Self.name(number)))
            let shift = text.utf8.count
            candidates += marked.marks.map { mark in
                let isWeak = mark.label.hasSuffix("?")
                return Mention(
                    span: ByteSpan(mark.span.start + shift, mark.span.end + shift),
                    label: Label(rawValue: isWeak ? String(mark.label.dropLast()) : mark.label) ?? .miscellaneous,
                    maker: "rule:test", score: isWeak ? 0.2 : 0.8)
            }
            text += marked.text
        }
        var document = Document.plain(text)
        document.candidates = candidates
        document.layers.insert(.candidates)
        let stage = ResolveStage(lexicon: TestLexicon.shared)
        let start = Self.threadSeconds()
        try stage.run(on: &document)
        return Self.threadSeconds() - start
    }

    /// A name that no other number has: `Bakodu`.
    private static func name(_ number: Int) -> String {
        let syllables = ["ba", "ko", "du", "ri", "ten", "mol", "sar", "vin", "gon", "fel"]
        let digits = String(number).compactMap(\.wholeNumberValue).map { syllables[$0] }
        return "Xa" + digits.joined()
    }

    /// The time this thread has worked, whatever else the machine does.
    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
