import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurCorpus

@Suite struct SketchTests {
    private static func sketch(_ text: String) -> DocumentSketch? {
        let bytes = Array(text.utf8)
        var builder = SketchBuilder()
        builder.add(bytes.span, bytes.indices)
        return builder.finish(leastWords: 1)
    }

    @Test(arguments: [
        ("Le cours est de 16,5 euros", 6, 1, 0), ("Le cours de l’Oréal à 12\u{A0}000 €", 6, 1, 1),
        ("Hier, Paul Martin a vu Zoé. Elle dort", 7, 0, 3), ("a b", 0, 0, 0),
    ])
    func wordsFiguresAndNamesAreCounted(_ text: String, _ words: Int, _ figures: Int, _ names: Int) {
        let sketch = Self.sketch(text)
        // A figure with a decimal point is one figure, but two words.
        #expect((sketch?.wordCount ?? 0) >= words)
        #expect(sketch?.figures.count ?? 0 == figures)
        #expect(sketch?.names.count ?? 0 == names)
    }

    @Test func storedSketchIsReadBack() throws {
        var corpus = WireCorpus(seed: SeededGenerator.announce(3, for: "storedSketchIsReadBack"))
        for number in 0..<20 {
            let sketch = try #require(Self.sketch(corpus.article(number).joined(separator: " ")))
            var bytes: [UInt8] = []
            try sketch.store { bytes.append(contentsOf: $0) }
            #expect(bytes.withUnsafeBytes { DocumentSketch(stored: $0) } == sketch)
        }
    }

    @Test func longTextsTakeNoMoreThanTheLimit() throws {
        var corpus = WireCorpus(seed: SeededGenerator.announce(5, for: "longTextsTakeNoMoreThanTheLimit"))
        let words = (0..<60).flatMap { corpus.article($0) }
        let sketch = try #require(Self.sketch(words.joined(separator: " ")))
        #expect(sketch.level > 0 && sketch.shingles.count <= DocumentSketch.shingleLimit)
        #expect(sketch.shingles.count > DocumentSketch.shingleLimit / 3)
        #expect(sketch.shingles.allSatisfy { $0.trailingZeroBitCount >= sketch.level })
        let edited = try #require(Self.sketch(corpus.edited(words, share: 0.05).joined(separator: " ")))
        let score = NearDuplicateTest.score(sketch, edited) ?? 0
        let back = NearDuplicateTest.score(edited, sketch)
        #expect(score > 0.75 && score == back)
    }

    @Test func signaturesAgreeAsShinglesDo() throws {
        var corpus = WireCorpus(seed: SeededGenerator.announce(9, for: "signaturesAgreeAsShinglesDo"))
        for number in 0..<20 {
            let words = corpus.article(number)
            let left = try #require(Self.sketch(words.joined(separator: " ")))
            let right = try #require(Self.sketch(corpus.edited(words, share: 0.1).joined(separator: " ")))
            let (first, second) = (Set(left.shingles), Set(right.shingles))
            let share = Double(first.intersection(second).count) / Double(first.union(second).count)
            let estimate =
                Double(DocumentSketch.agreement(left.signature, right.signature))
                / Double(DocumentSketch.signatureCount)
            // Four standard deviations of 144 draws.
            #expect(abs(estimate - share) < 0.17, "\(number): \(estimate) for \(share)")
        }
    }

    @Test func oneWordOverAndOverIsASketchToo() {
        let sketch = Self.sketch(String(repeating: "aïe ", count: 5000))
        #expect((sketch?.shingles.count ?? .max) <= DocumentSketch.shingleLimit)
    }
}
