import Testing

@testable import GlaneurModels

@Suite struct TagDecoderTests {
    /// A model whose only weights are those of the steps inside spans.
    private func model(_ generator: inout SplitMix64) throws -> LinearModel {
        let labels = (1..<SpanTags.count).map { "t\($0)" }
        var header = ModelFile.Header(task: "toy", revision: 1, labels: labels, rowBits: 10, unit: 1, weightSize: 1)
        header.threshold = 0
        let weights = (0..<header.weightCount).map { _ in Int16(Int(generator.next() % 41) - 20) }
        return try LinearModel(bytes: ModelFile.bytes(header, weights: weights), task: "toy", revision: 1)
    }

    /// The weight of a legal step: between spans there is none.
    private func weight(_ model: LinearModel, from: Int, to: Int) -> Int {
        guard SpanTags.isOpen(from) else { return 0 }
        var sum = model.tagSum()
        sum.add(SpanTags.transitionFeature(from: from))
        return Int(sum.scores[to - 1])
    }

    private func total(_ tags: [Int], _ scores: [TagDecoder.Scores], _ model: LinearModel) -> Int {
        var sum = 0
        for (index, tag) in tags.enumerated() {
            if tag > 0 { sum += Int(scores[index][tag - 1]) }
            if index > 0 { sum += weight(model, from: tags[index - 1], to: tag) }
        }
        return sum
    }

    /// All legal rows of tags of a length.
    private func rows(_ length: Int) -> [[Int]] {
        var rows: [[Int]] = [[]]
        for _ in 0..<length {
            rows = rows.flatMap { row in
                (0..<SpanTags.count).filter { SpanTags.mayFollow($0, row.last ?? SpanTags.outside) }.map { row + [$0] }
            }
        }
        return rows.filter { !SpanTags.isOpen($0.last ?? SpanTags.outside) }
    }

    @Test(arguments: 0..<40)
    func noLegalRowIsBetter(_ seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let model = try model(&generator)
        var decoder = TagDecoder(model)
        var tags: [Int] = []
        for length in 1...4 {
            let scores = (0..<length).map { _ in
                var row = TagDecoder.Scores()
                for place in 0..<16 { row[place] = Int16(Int(generator.next() % 101) - 60) }
                return row
            }
            decoder.decode(scores, into: &tags)
            let best = rows(length).map { total($0, scores, model) }.max()
            #expect(tags.count == length)
            #expect(
                zip([SpanTags.outside] + tags, tags).allSatisfy { SpanTags.mayFollow($1, $0) }, "seed \(seed): \(tags)")
            #expect(!SpanTags.isOpen(tags.last ?? 0))
            #expect(total(tags, scores, model) == best, "seed \(seed), length \(length): \(tags)")
        }
    }

    /// A word that is told to be outside is decoded like one whose every tag is impossible.
    @Test(arguments: 0..<20)
    func wordsOutsideEndSpans(_ seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let model = try model(&generator)
        var decoder = TagDecoder(model)
        let scores = (0..<12).map { index in
            var row = TagDecoder.Scores(repeating: -10_000)
            guard index % 4 != 3 else { return row }
            for place in 0..<16 { row[place] = Int16(Int(generator.next() % 101) - 50) }
            return row
        }
        var expected: [Int] = []
        decoder.decode(scores, into: &expected)
        decoder.begin()
        for (index, row) in scores.enumerated() {
            if index % 4 == 3 { decoder.appendOutside() } else { decoder.append(row) }
        }
        var tags: [Int] = []
        decoder.finish(&tags)
        #expect(tags == expected, "seed \(seed)")
    }

    @Test func aRowIsOpenWhereASpanMayGoOn() throws {
        var generator = SplitMix64(seed: 1)
        var decoder = TagDecoder(try model(&generator))
        decoder.begin()
        #expect(!decoder.isOpen(within: 1000))
        var row = TagDecoder.Scores(repeating: -100)
        row[SpanTags.tag(.first, kind: 1) - 1] = -20
        decoder.append(row)
        #expect(!decoder.isOpen(within: 20))
        #expect(decoder.isOpen(within: 21))
        decoder.appendOutside()
        #expect(!decoder.isOpen(within: 1000))
    }

    @Test func nothingIsDecodedFromNothing() throws {
        var generator = SplitMix64(seed: 1)
        var decoder = TagDecoder(try model(&generator))
        var tags = [1, 2]
        decoder.decode([], into: &tags)
        #expect(tags.isEmpty)
    }
}
