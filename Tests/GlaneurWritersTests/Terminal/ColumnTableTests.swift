import Testing

@testable import GlaneurWriters

@Suite struct ColumnTableTests {
    private static let table: ColumnTable = {
        var table = ColumnTable([
            .init("NAME", leastWidth: 6), .init("N", .right), .init("NOTE", leastWidth: 4, rank: 2),
            .init("ID", rank: 1),
            .init("NEVER", rank: 1),
        ])
        table.add(["東京都庁舎", "5", "a long remark", "loc/1", ""])
        table.add(["É", "1234", "", "x", ""])
        return table
    }()

    @Test func columnsStandUnderOneAnother() {
        #expect(
            Self.table.lines() == [
                "NAME           N  NOTE           ID", "東京都庁舎     5  a long remark  loc/1",
                "É           1234                 x",
            ])
    }

    @Test(arguments: [
        (30, ["NAME", "N", "NOTE", "ID"]), (21, ["NAME", "N", "ID"]), (14, ["NAME", "N"]), (12, ["NAME", "N"]),
    ])
    func cellsAreCutBeforeColumnsGo(_ width: Int, _ titles: [String]) {
        let lines = Self.table.lines(width: width)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width && !$0.hasSuffix(" ") }, "\(lines)")
        #expect(lines[0].split(separator: " ").map(String.init) == titles)
        #expect(lines[1].contains("…"))
    }

    @Test func colorsTakeNoRoom() {
        let lines = Self.table.lines(width: 80, usesColor: true)
        #expect(lines[0].hasPrefix("\u{1B}[1mNAME\u{1B}[0m   "))
        #expect(lines[1] == Self.table.lines(width: 80)[1])
    }
}
