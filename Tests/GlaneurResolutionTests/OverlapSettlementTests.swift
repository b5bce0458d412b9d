import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurResolution

@Suite struct OverlapSettlementTests {
    private func mention(
        _ start: Int, _ end: Int, _ label: Label, score: Double? = nil, value: Mention.Value = .none
    ) -> Mention {
        Mention(span: ByteSpan(start, end), label: label, value: value, maker: "test", score: score)
    }

    private func settle(_ candidates: Mention...) -> (mentions: [Mention], rejections: [Rejection]) {
        settled(candidates)
    }

    private func settled(_ candidates: [Mention]) -> (mentions: [Mention], rejections: [Rejection]) {
        var mentions = candidates
        var settlement = OverlapSettlement()
        settlement.settle(&mentions)
        return (mentions, settlement.rejections)
    }

    @Test(arguments: [
        (Label.url, Label.money), (.email, .date), (.money, .percent), (.percent, .date), (.date, .person),
        (.time, .organization),
        (.duration, .product), (.set, .event), (.person, .quantity), (.quantity, .ordinal), (.ordinal, .cardinal),
        (.money, .organization), (.location, .cardinal),
    ])
    func theStrongerKindStandsEvenWhereItIsShorter(_ strong: Label, _ weak: Label) {
        for candidates in [
            [mention(2, 4, strong), mention(0, 9, weak)], [mention(0, 9, weak), mention(2, 4, strong)],
        ] {
            let settlement = settled(candidates)
            #expect(settlement.mentions == [mention(2, 4, strong)])
            #expect(
                settlement.rejections == [
                    Rejection(candidate: mention(0, 9, weak), rule: "priority", winner: ByteSpan(2, 4))
                ])
        }
    }

    @Test func withinAKindTheLongerStands() {
        let result = settle(mention(0, 4, .person), mention(0, 9, .organization), mention(5, 9, .location))
        #expect(result.mentions == [mention(0, 9, .organization)])
        #expect(result.rejections.map(\.rule) == ["longer", "longer"])
    }

    @Test func ofEqualSpansTheSurerStandsThenTheFirst() {
        let result = settle(mention(0, 4, .person, score: 0.6), mention(0, 4, .organization, score: 0.9))
        #expect(result.mentions.map(\.label) == [.organization])
        // Without a score a maker is sure.
        #expect(
            settle(mention(0, 4, .person, score: 0.9), mention(0, 4, .location)).mentions.map(\.label) == [.location])
        #expect(settle(mention(2, 6, .person), mention(0, 4, .person)).mentions.map(\.span) == [ByteSpan(0, 4)])
    }

    @Test func neighboursAndStrangersStand() {
        let result = settle(mention(8, 9, .date), mention(0, 4, .person), mention(4, 6, .person))
        #expect(result.mentions.map(\.span) == [ByteSpan(0, 4), ByteSpan(4, 6), ByteSpan(8, 9)])
        #expect(result.rejections.isEmpty)
    }

    @Test func aNameBelowTheThresholdFalls() {
        let result = settle(
            mention(0, 4, .person, score: 0.49), mention(5, 9, .person, score: 0.5), mention(10, 12, .date, score: 0.1))
        #expect(result.mentions.map(\.span) == [ByteSpan(5, 9), ByteSpan(10, 12)])
        #expect(result.rejections.map(\.rule) == ["below-threshold"])
        // A name too weak to stand displaces nothing.
        #expect(
            settle(mention(0, 9, .person, score: 0.4), mention(0, 4, .cardinal)).mentions.map(\.label) == [.cardinal])
    }

    @Test func aUnitOrFigureOfAMeasureIsNoName() {
        // "18 kelvins", and "24" in "24 ans"
        let kelvins = Quantity(magnitude: Magnitude(ExactDecimal(18)), unit: "K", numberEnd: 2)
        let measure = mention(0, 10, .quantity, value: .quantity(kelvins))
        let result = settle(measure, mention(3, 10, .person), mention(0, 2, .work))
        #expect(result.mentions.map(\.label) == [.quantity])
        #expect(result.rejections.map(\.rule) == ["measure", "measure"])
        // A name that goes on behind the unit is one.
        #expect(settle(measure, mention(3, 14, .person)).mentions.map(\.span) == [ByteSpan(0, 2), ByteSpan(3, 14)])
    }

    @Test func aQuantityWithANameInsideShrinksToItsNumber() throws {
        // "1 000 GPU H100": the number ends at 5, the name begins at 10.
        let quantity = Quantity(magnitude: Magnitude(ExactDecimal(1000)), counted: "GPU H100", numberEnd: 5)
        let candidate = mention(0, 14, .quantity, value: .quantity(quantity))
        let result = settle(candidate, mention(10, 14, .product))
        #expect(result.mentions.map(\.span) == [ByteSpan(0, 5), ByteSpan(10, 14)])
        #expect(result.mentions.map(\.label) == [.quantity, .product])
        #expect(result.rejections.map(\.rule) == ["shrunk-to-number"])
    }

    @Test func aQuantityUnderAnAmountOrANameOverItsNumberFalls() {
        let quantity = Mention.Value.quantity(
            Quantity(magnitude: Magnitude(ExactDecimal(5)), counted: "x", numberEnd: 2))
        #expect(
            settle(mention(0, 9, .quantity, value: quantity), mention(4, 9, .money)).mentions.map(\.label) == [.money])
        #expect(
            settle(mention(0, 9, .quantity, value: quantity), mention(0, 4, .product)).mentions.map(\.label) == [
                .product
            ])
    }

    @Test func theOrderOfTheCandidatesDoesNotMatter() {
        var random = SeededGenerator(seed: SeededGenerator.announce(61, for: "OverlapSettlement"))
        for _ in 0..<300 {
            let candidates = (0..<8).map { number in
                let start = Int.random(in: 0..<20, using: &random)
                // Each its own score, so that no two are equally strong.
                return mention(
                    start, start + Int.random(in: 1...8, using: &random),
                    Label.allCases.randomElement(using: &random) ?? .date,
                    score: 0.3 + Double(number) / 20)
            }
            let first = settled(candidates)
            let second = settled(candidates.shuffled(using: &random))
            #expect(first.mentions == second.mentions)
            #expect(first.mentions.count + first.rejections.count == candidates.count)
            var silent = OverlapSettlement(keepsRejections: false)
            var mentions = candidates
            silent.settle(&mentions)
            #expect(mentions == first.mentions && silent.rejections.isEmpty)
            for (left, right) in zip(first.mentions, first.mentions.dropFirst()) {
                #expect(left.span.end <= right.span.start)
            }
        }
    }
}
