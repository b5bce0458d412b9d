import GlaneurCore
import GlaneurTestSupport
import Testing

@Suite struct ExactDecimalTests {
    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("007", "7"), ("16.5", "16.5"), ("2.50", "2.5"), (".5", "0.5"), ("-.25", "-0.25"),
        ("1.", "1"),
        ("12000", "12000"), ("0.001", "0.001"), ("100.00", "100"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
        ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
    ])
    func plainDecimalsAreReadAndWritten(_ text: String, _ written: String) throws {
        #expect(try decimal(text).description == written)
    }

    @Test(arguments: [
        "", "-", ".", "-.", "1.2.3", "1e5", "1 000", "1,5", "٣", "0x1", "--1", "1-", "½", "NaN",
        "999999999999999999999999999999999999999", "170141183460469231731687303715884105728",
    ])
    func anythingElseIsNoDecimal(_ text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test func writingAndReadingGivesTheSameNumber() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(21, for: "ExactDecimal"))
        for _ in 0..<500 {
            let coefficient = Int128(Int64.random(in: .min ... .max, using: &random))
            let number = ExactDecimal(coefficient, exponent: Int.random(in: -25...15, using: &random))
            #expect(try decimal(number.description) == number)
        }
    }

    /// Around the bounds of a machine word, where the short way of making a number ends.
    private static let wideCoefficients: [Int128] = [
        0, 1, -1, 9_223_372_036_854_775_807, -9_223_372_036_854_775_808, 9_223_372_036_854_775_809,
        -9_223_372_036_854_775_809, 18_446_744_073_709_551_615, 18_446_744_073_709_551_617,
        -18_446_744_073_709_551_617, 99_999_999_999_999_999_999_999_999_999_999_999_999,
    ]

    @Test(arguments: wideCoefficients)
    func theCoefficientKeepsAllItsBits(_ coefficient: Int128) {
        let number = ExactDecimal(coefficient)
        #expect(number.coefficient == coefficient && number.exponent == 0)
        #expect(number.description == String(coefficient))
        #expect(number.negated.coefficient == -coefficient)
    }

    @Test func equalValuesAreEqualHoweverWritten() throws {
        #expect(ExactDecimal(1650, exponent: -2) == ExactDecimal(165, exponent: -1))
        #expect(ExactDecimal(0, exponent: 7) == ExactDecimal(0))
        #expect(try decimal("16.50").hashValue == decimal("16.5").hashValue)
    }

    @Test(arguments: [("16.5", 9, "16500000000"), ("1.2", -3, "0.0012"), ("0", 12, "0"), ("5", 0, "5")])
    func scalingMovesThePoint(_ text: String, _ power: Int, _ scaled: String) throws {
        #expect(try decimal(text).scaled(by: power).description == scaled)
    }

    @Test(arguments: [
        ("0", "0.1"), ("-1", "0"), ("9.99", "10"), ("-10", "-9.99"), ("1", "100000000000000000000000000000000000000"),
        ("-100000000000000000000000000000000000000", "-0.00000000000000000000000000000000000001"),
        ("0.00000000000000000000000000000000000001", "12345678901234567890123456789012345678"),
    ])
    func orderIsByValue(_ small: String, _ large: String) throws {
        let (small, large) = (try decimal(small), try decimal(large))
        #expect(small < large)
        #expect(!(large < small) && !(small < small))
    }

    @Test func sumsAndProductsAreExactOrNothing() throws {
        #expect(try decimal("0.1").adding(decimal("0.2")) == decimal("0.3"))
        #expect(try decimal("2.5").multiplied(by: decimal("-4")) == decimal("-10"))
        let large = try decimal("99999999999999999999999999999999999999")
        #expect(large.multiplied(by: large) == nil)
        #expect(large.scaled(by: 60).adding(ExactDecimal(1)) == nil)
        #expect(try decimal("1.25").negated == decimal("-1.25"))
    }

    @Test func wholeNumbersAreThoseThatFit() throws {
        #expect(try decimal("12000").integer == 12000)
        #expect(try decimal("-3").integer == -3)
        #expect(try decimal("2.5").integer == nil)
        #expect(try decimal("9223372036854775807").integer == Int.max)
        #expect(try decimal("9223372036854775808").integer == nil)
        #expect(ExactDecimal(1, exponent: 400).integer == nil)
    }
}
