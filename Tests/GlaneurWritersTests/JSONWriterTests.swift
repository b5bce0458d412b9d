import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct JSONWriterTests {
    @Test(arguments: [
        ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
        ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
        ("a\u{2028}b\u{2029}c\u{85}", #""a\u2028b\u2029c\u0085""#),
        ("l’État\u{A0}: «\u{202F}é\u{2026}", "\"l’État\u{A0}: «\u{202F}é\u{2026}\""),
        ("🤖 日本", "\"🤖 日本\""), ("", "\"\""),
    ])
    func stringsAreEscapedWhereLineReadersTrip(text: String, expected: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: 0..<8)
    func escapesAreFoundAtEveryPlaceOfAWord(shift: Int) {
        for special in ["\"", "\\", "\n", "\u{85}", "\u{2028}", "\u{1}"] {
            let text =
                String(repeating: "é", count: shift / 2) + String(repeating: "a", count: shift) + special
                + "suite et fin"
            var json = JSONWriter()
            json.string(text)
            #expect((try? JSONParser.parse(json.bytes))?.string(in: json.bytes) == text)
            #expect(!json.bytes.contains(0x0A))
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func whatIsWrittenIsReadBack(seed: UInt64) throws {
        var generator = GeneratedDocument(seed: seed)
        let text = generator.text(words: 60)
        var json = JSONWriter()
        json.string(text)
        let read = try JSONParser.parse(json.bytes).string(in: json.bytes)
        #expect(read.map { Array($0.utf8) } == Array(text.utf8), "seed \(seed)")
    }

    @Test(arguments: [
        (0, "0.0"), (1, "1.0"), (0.998, "0.998"), (0.5, "0.5"), (0.00004, "0.0"), (0.99996, "1.0"), (0.0305, "0.0305"),
    ])
    func scoresHaveOneToFourDecimals(score: Double, expected: String) {
        var json = JSONWriter()
        json.score(score)
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [0, 9, 10, 1_234_567_890, Int.max, Int.min])
    func wholeNumbersAreWrittenInFull(value: Int) {
        var json = JSONWriter()
        json.integer(value)
        #expect(String(decoding: json.bytes, as: UTF8.self) == String(value))
    }

    @Test func commasStandBetweenMembersAndElementsOnly() {
        var json = JSONWriter()
        json.beginObject()
        json.member("a", 1)
        json.member("b", ["x{", "y"])
        json.key("c")
        json.beginArray()
        json.beginObject()
        json.endObject()
        json.bool(true)
        json.endArray()
        json.endObject()
        json.endLine()
        json.beginObject()
        json.endObject()
        #expect(String(decoding: json.bytes, as: UTF8.self) == "{\"a\":1,\"b\":[\"x{\",\"y\"],\"c\":[{},true]}\n{}")
    }

    @Test(arguments: [
        (ExactDecimal(165, exponent: 8), "16500000000"), (ExactDecimal(-25, exponent: -2), "-0.25"),
        (ExactDecimal(1, exponent: 40), "1e40"),
        (ExactDecimal(0), "0"),
    ])
    func exactNumbersAreDecimalStrings(value: ExactDecimal, expected: String) {
        #expect(value.jsonString == expected)
        #expect(ExactDecimal(jsonString: expected) == value)
    }
}
