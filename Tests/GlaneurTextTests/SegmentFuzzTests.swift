import GlaneurTestSupport
import Testing

/// Random, broken and adversarial bytes, from `decode` to `segment`.
@Suite struct SegmentFuzzTests {
    /// The bytes that are tried; `scripts/fuzz` asks for more than every run of the tests should.
    private static let byteCount = Checkout.variable("GLANEUR_FUZZ_BYTES").flatMap { Int($0) } ?? 300_000

    @Test func anyBytesKeepTheLaws() throws {
        let laws = try SegmentLaws()
        var texts = FuzzText(seed: SeededGenerator.announce(46, for: "any bytes up to segment"))
        var done = 0
        var number = 0
        var broken = 0
        while done < Self.byteCount, broken < 5 {
            let text = texts.next()
            let violations = laws.violations(text)
            if let first = violations.first {
                let least = laws.smallest(text)
                Issue.record(
                    """
                    text \(number): \(first)
                    smallest: \(laws.violations(least)), '\(String(decoding: least, as: UTF8.self))' \(least.prefix(200))
                    """)
                broken += 1
            }
            done += text.count
            number += 1
        }
        print("any bytes up to segment: \(number) texts, \(done) bytes")
    }

    /// In normalisation form C these are a sign and a combining mark that stand on the same bytes of the text.
    @Test(arguments: ["\u{2ADC}", "ಙ\u{2ADC}", "<\u{341}", "a \u{2ADC} b"])
    func signWithAMarkIsOneToken(_ text: String) throws {
        #expect(try SegmentLaws().violations(Array(text.utf8)).isEmpty)
    }
}
