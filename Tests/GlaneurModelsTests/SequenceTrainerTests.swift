import GlaneurLexicon
import Testing

@testable import GlaneurModels

@Suite struct SequenceTrainerTests {
    private static let labels = (0..<SpanTags.kinds).flatMap { kind in ["B", "I", "E", "S"].map { "\($0)-\(kind)" } }

    /// Rows of words that are numbers: 7 begins a span of kind 1 that 8 goes on with and 9 ends, 5 is a span of kind 0 by itself
    /// where a 3 stands before it, and all else is outside.
    private func examples(_ count: Int, unsure: Bool = false) -> SequenceExamples {
        var examples = SequenceExamples()
        var generator = SplitMix64(seed: 5)
        for _ in 0..<count {
            var words: [(word: UInt64, tag: Int)] = []
            while words.count < 12 {
                switch generator.next() % 5 {
                case 0:
                    words += zip([7, 8, 9], SpanTags.tags(count: 3, kind: 1)).map { ($0, $1) }
                case 1: words += [(3, SpanTags.outside), (5, SpanTags.tag(.single, kind: 0))]
                case 2: words += [(4, SpanTags.outside), (5, SpanTags.outside)]
                default: words.append((generator.next() % 3, SpanTags.outside))
                }
            }
            for (index, word) in words.enumerated() {
                let before = index > 0 ? words[index - 1].word : 99
                let features = [
                    FeatureHash(1).adding(word.word).value, FeatureHash(2).adding(before).adding(word.word).value,
                ]
                // Of every third word gold says only that it is not of kind 2.
                let isUnsure = unsure && index % 3 == 0
                let others = SpanTags.Place.allCases.reduce(UInt32(0)) { $0 | 1 << UInt32(SpanTags.tag($1, kind: 2)) }
                examples.append(features, allowed: isUnsure ? 0x1_FFFF & ~others : 1 << UInt32(word.tag))
            }
            examples.endRow()
        }
        return examples
    }

    private func file(_ examples: SequenceExamples, seed: UInt64 = 1) -> [UInt8] {
        var options = SequenceTrainer.Options()
        options.rowBits = 12
        options.restarts = 1
        options.seed = seed
        return SequenceTrainer(options).train(examples, task: "toy", labels: Self.labels, revision: 1)
    }

    /// How many words of sure examples get their tag.
    private func right(_ bytes: [UInt8]) throws -> (right: Int, of: Int) {
        let model = try LinearModel(bytes: bytes, task: "toy", revision: 1)
        var decoder = TagDecoder(model)
        let gold = examples(50)
        var right = 0
        var tags: [Int] = []
        for row in 0..<gold.count {
            let scores = gold.words(ofRow: row).map { word in
                var sum = model.tagSum()
                for feature in gold.features[gold.features(ofWord: word)] { sum.add(feature) }
                return sum.scores
            }
            decoder.decode(scores, into: &tags)
            right += zip(gold.words(ofRow: row), tags).count { gold.allowed[$0] == 1 << UInt32($1) }
        }
        return (right, gold.wordCount)
    }

    @Test func spansAreLearned() throws {
        let score = try right(file(examples(200)))
        #expect(score.right == score.of)
    }

    @Test func whatGoldLeavesOpenIsLearnedFromTheRest() throws {
        let score = try right(file(examples(400, unsure: true)))
        #expect(score.right * 100 >= score.of * 99)
    }

    @Test func theSameSeedGivesTheSameBytes() {
        #expect(file(examples(40), seed: 7) == file(examples(40), seed: 7))
        #expect(file(examples(40), seed: 7) != file(examples(40), seed: 8))
    }
}
