import Testing

@testable import GlaneurWriters

@Suite struct TerminalTableTests {
    @Test func columnsStandUnderOneAnother() {
        var table = TerminalTable(indentation: 1)
        table.add("é", "1", "")
        table.add("東京", "22", "x")
        table.add("a\nb")
        #expect(table.lines() == [" é     1", " 東京  22  x", " a b"])
    }

    @Test(arguments: [
        (0.95, 2, "0.95"), (1, 2, "1.00"), (0.0049, 2, "0.00"), (0.998, 3, "0.998"), (-1.5, 1, "-1.5"), (12, 0, "12"),
    ])
    func numbersHaveFixedDecimals(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(value.text(decimals: decimals) == text)
    }
}
