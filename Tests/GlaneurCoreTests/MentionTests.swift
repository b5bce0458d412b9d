import GlaneurCore
import Testing

@Suite struct MentionTests {
    private static let half = Magnitude(ExactDecimal(25, exponent: -1))

    @Test(
        arguments: [
            (.none, nil),
            (
                .money(
                    Money(
                        magnitude: Magnitude(ExactDecimal(5, exponent: 11)), currency: "USD",
                        currencyEvidence: .byDefault)),
                "USD 500000000000"
            ),
            (.percent(half), "2.5 %"),
            (.quantity(Quantity(magnitude: half, unit: "km", numberEnd: 3)), "2.5 km"),
            (.quantity(Quantity(magnitude: half, counted: "GPU", numberEnd: 3)), "2.5 GPU"),
            (.quantity(Quantity(magnitude: half, numberEnd: 3)), "2.5"),
            (.number(Number(magnitude: half)), "2.5"),
            (.time(TimeExpression(timex: "2023-07")), "2023-07"),
            (.time(TimeExpression(timex: nil)), nil),
        ] as [(Mention.Value, String?)])
    func theNormFollowsTheValue(_ value: Mention.Value, _ norm: String?) {
        #expect(Mention(span: ByteSpan(0, 1), label: .money, value: value, maker: "test").norm == norm)
    }

    @Test func labelsAreRankedAsTheSchemaOrdersThem() {
        let ranks: [[Label]] = [
            [.url, .email], [.money], [.percent], [.date, .time, .duration, .set],
            [.person, .organization, .location, .product, .event, .work, .law, .group, .miscellaneous],
            [.quantity], [.ordinal], [.cardinal],
        ]
        for (rank, labels) in ranks.enumerated() { for label in labels { #expect(label.rank == rank) } }
        #expect(ranks.flatMap(\.self).count == Label.allCases.count)
        #expect(Label.allCases.filter(\.isName) == ranks[4])
    }
}
