import GlaneurCore
import Testing

@testable import Glaneur

@Suite struct MoneySumTests {
    private static func sum(_ json: String) -> MoneySum? {
        let bytes = Array(json.utf8)
        return (try? JSONParser.parse(bytes)).flatMap { MoneySum($0, in: bytes) }
    }

    @Test(arguments: [
        (#"{"currency":"USD","value":"16500000000","low":"16500000000","high":"16500000000"}"#, "USD 16.5 billion"),
        (#"{"currency":"EUR","low":"10000000","high":"20000000"}"#, "EUR 10 million – 20 million"),
        (#"{"currency":"USD","value":"25000","per":"unit"}"#, "USD 25,000 per unit"),
        (#"{"currency":"USD","low":"1000000000"}"#, "USD ≥ 1 billion"),
        (#"{"currency":"USD","value":"0.25"}"#, "USD 0.25"),
        (#"{"currency":"USD","value":"1234567.89"}"#, "USD 1,234,567.89"),
        (#"{"currency":"USD","value":"-3500"}"#, "USD -3,500"),
        (#"{"currency":"USD","value":"1234567"}"#, "USD 1,234,567"),
        (#"{"currency":"USD","value":"1234000"}"#, "USD 1.234 million"),
        (#"{"currency":"USD","value":"1e40"}"#, "USD 1e40"), (#"{"currency":"JPY","value":"0"}"#, "JPY 0"),
        (#"{"currency":"EUR","value":"6000000000000"}"#, "EUR 6 trillion"),
    ])
    func sumsAreWrittenWithAllTheirDigits(_ json: String, _ text: String) throws {
        let sum = try #require(Self.sum(json))
        #expect(sum.text() == text)
        #expect(MoneySum(fields: sum.fields[...]) == sum)
    }

    @Test func sumsWithoutAFigureAreNone() { #expect(Self.sum(#"{"currency":"USD","qualifier":"vague"}"#) == nil) }

    @Test func fieldsSortAsNumbersDo() throws {
        let numbers = [
            "-1e40", "-20000", "-3500", "-3400.5", "-3400", "-0.5", "-0.25", "0", "0.001", "0.25", "0.3", "1", "1.5",
            "9", "10",
            "99.99", "100", "25000", "25000.01", "16500000000", "1e40", "3e40",
        ]
        let keys = try numbers.map { try #require(Self.sum(#"{"currency":"USD","value":"\#($0)"}"#)).fields[1] }
        #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(Set(keys).count == keys.count)
    }

    @Test(arguments: [0, 1, 3, 10]) func topListKeepsTheFirstOfASortedList(_ limit: Int) {
        let numbers = (0..<50).map { $0 * 37 % 50 }
        var list = TopList<Int>(limit: limit, by: >)
        for number in numbers { list.add(number) }
        #expect(list.sorted() == Array(numbers.sorted(by: >).prefix(limit)))
    }

    @Test(
        arguments: [
            ("out/entities.jsonl", "out/duplicates.jsonl"), ("entities.jsonl", "duplicates.jsonl"),
            ("x.entities.jsonl", "x.duplicates.jsonl"), ("a/x.jsonl", "a/x.duplicates.jsonl"),
            ("a.b/names", "a.b/names.duplicates.jsonl"),
            ("-", nil),
        ] as [(String, String?)])
    func duplicatesLieBesideTheEntities(_ entities: String, _ duplicates: String?) {
        #expect(DuplicateFile.path(besideEntities: entities) == duplicates)
    }
}
