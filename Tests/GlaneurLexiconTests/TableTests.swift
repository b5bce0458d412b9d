@testable import GlaneurLexicon
import Testing

@Suite struct TableTests {
    private static let header = "form\tclass\tvalue\tsource\n"

    private func table(_ text: String) -> Table {
        Table(TableFile(path: "fr/mots.tsv", bytes: Array(text.utf8)))
    }

    @Test func rowsKeepTheirLines() {
        let table = table("# Mots.\n" + Self.header + "a\tstop\t\tglaneur\n#\nb|c\tstop\t1\tglaneur\n")
        #expect(table.faults.isEmpty && table.kind == .words && table.name == "mots" && table.languages == [.french])
        #expect(table.columns == ["form", "class", "value", "source"])
        #expect(table.rows.map(\.line) == [3, 5])
        #expect(table.cell(table.rows[0], "class") == "stop" && table.cell(table.rows[0], "value").isEmpty)
        #expect(table.forms(table.rows[1], "form") == ["b", "c"])
        #expect(table.cell(table.rows[0], "other").isEmpty)
    }

    @Test(
        arguments: [
            ("", nil, "no header"), ("# Rien.\n", nil, "no header"),
            ("form\tclass\n", 1, "the last column is not 'source'"),
            (header + "a\tstop\t\tglaneur", 2, "no line end behind the last line"),
            (header + "\na\tstop\t\tglaneur\n", 2, "an empty line"),
            (header + "a\tstop\tglaneur\n", 2, "3 cells, expected 4"),
            (header + "a\tstop\t\t\tglaneur\n", 2, "5 cells, expected 4"),
            (header + "a \tstop\t\tglaneur\n", 2, "space around 'a '"),
            (header + "a\t stop\t\tglaneur\n", 2, "space around ' stop'"),
            (header + "\tstop\t\tglaneur\n", 2, "an empty first or last cell"),
            (header + "a\tstop\t\t\n", 2, "an empty first or last cell"),
            (header + "b\tstop\t\tglaneur\na\tstop\t\tglaneur\n", 3, "out of order, or a row twice"),
            (header + "a\tstop\t\tglaneur\na\tstop\t\tglaneur\n", 3, "out of order, or a row twice"),
            (header + "é\tstop\t\tglaneur\nz\tstop\t\tglaneur\n", 3, "out of order, or a row twice"),
            (header + "e\u{301}\tstop\t\tglaneur\n", 2, "U+301 is not allowed (NFC, no controls)"),
            (header + "a\u{A0}b\tstop\t\tglaneur\n", 2, "U+A0 is not allowed (NFC, no controls)"),
            (header + "a\u{202F}b\tstop\t\tglaneur\n", 2, "U+202F is not allowed (NFC, no controls)"),
            (header + "a\u{AD}b\tstop\t\tglaneur\n", 2, "U+AD is not allowed (NFC, no controls)"),
            ("\u{FEFF}" + header, 1, "U+FEFF is not allowed (NFC, no controls)"),
            (header + "a\tstop\t\tglaneur\r\n", 2, "U+D is not allowed (NFC, no controls)"),
        ] as [(String, Int?, String)])
    func aBadRowIsRefusedWithFileLineAndReason(_ text: String, _ line: Int?, _ reason: String) {
        #expect(table(text).faults.first == LexiconError(path: "fr/mots.tsv", line: line, reason: reason))
    }

    @Test func allFaultsAreTold() {
        let faults = table("form\tclass\tsource\na\tstop\n b\tstop\t\n\n\u{AD}\u{AD}a\u{A0}\tstop\tglaneur").faults
        #expect(
            faults.map { "\($0.line ?? 0) \($0.reason)" } == [
                "2 2 cells, expected 3", "3 out of order, or a row twice", "3 space around ' b'",
                "3 an empty first or last cell", "4 an empty line", "5 U+AD is not allowed (NFC, no controls)",
                "5 U+A0 is not allowed (NFC, no controls)", "5 no line end behind the last line",
            ])
    }

    @Test func aSingleRowInTheWrongPlaceIsOneFault() {
        let rows = ["b", "z", "c", "d", "e"].map { "\($0)\tstop\t\tglaneur\n" }.joined()
        #expect(table(Self.header + rows).faults.map(\.line) == [4])
    }

    @Test func bytesThatAreNoUTF8AreNamedByTheirLine() {
        let bytes = Array(Self.header.utf8) + [0x61, 0xE9] + Array("\tstop\t\tglaneur\n".utf8)
        let faults = Table(TableFile(path: "fr/mots.tsv", bytes: bytes)).faults
        #expect(faults == [LexiconError(path: "fr/mots.tsv", line: 2, reason: "not valid UTF-8, or U+FFFD")])
    }

    @Test(
        arguments: [
            ("form\tsource", ["neither a column 'label' nor 'class' nor 'concept'"]),
            ("class\tform\tsource", ["the first column is not 'form'"]),
            ("form\tclass\tvalues\tsource", ["no column 'values'"]),
            ("form\tclass\tlabels\tsource", ["no column 'labels'"]),
            ("name\tlabel\tkind\tkind\tsource", ["two columns 'kind'"]),
            ("name\tlabel\tkb_id\tweak\tsource", ["the column 'kb_id' is not the last but one"]),
            ("form\tclass\tkb_id\tsource", ["no column 'kb_id'"]),
            ("name\tlabel\tweak\tkb_id\tsource", []), ("name\tlabel\tsource", []), ("form\tclass\tsource", []),
        ] as [(String, [String])])
    func aHeaderHasKnownColumnsOnly(_ header: String, _ reasons: [String]) {
        #expect(table(header + "\n").faults.map(\.reason) == reasons)
    }

    @Test func errorsReadAsOtherToolsWriteThem() {
        #expect(
            LexiconError(path: "fr/mots.tsv", line: 3, reason: "an empty line").description
                == "fr/mots.tsv:3: an empty line")
        #expect(LexiconError(path: "x", reason: "no header").description == "x: no header")
    }
}
