import GlaneurCore
import Testing

@Suite struct MagnitudeTests {
    @Test(
        arguments: [
            (Qualifier.exact, "5", "5", "5"), (.about, "5", nil, nil), (.moreThan, "5", "5", nil),
            (.atLeast, "5", "5", nil),
            (.lessThan, "5", nil, "5"), (.upTo, "5", nil, "5"), (.range, nil, "5", "5"), (.vague, nil, "5", nil),
        ] as [(Qualifier, String?, String?, String?)])
    func aQualifierGivesTheBounds(_ qualifier: Qualifier, _ value: String?, _ low: String?, _ high: String?) {
        let magnitude = Magnitude(ExactDecimal(5), qualifier)
        #expect(magnitude.value?.description == value)
        #expect(magnitude.low?.description == low)
        #expect(magnitude.high?.description == high)
        #expect(magnitude.qualifier == qualifier)
    }

    @Test func theNormIsTheFigureOrItsBounds() {
        let (ten, twenty) = (ExactDecimal(10), ExactDecimal(20))
        #expect(Magnitude(ten).norm == "10")
        #expect(Magnitude(value: nil, low: ten, high: twenty, qualifier: .range).norm == "10..20")
        #expect(Magnitude(value: nil, low: ten, high: nil, qualifier: .vague).norm == "10..")
        #expect(Magnitude(value: nil, low: nil, high: twenty, qualifier: .upTo).norm == "..20")
        #expect(Magnitude(value: nil, low: nil, high: nil, qualifier: .vague).norm == nil)
    }
}
