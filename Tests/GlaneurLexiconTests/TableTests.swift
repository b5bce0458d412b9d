@testable import GlaneurLexicon
import Testing

@Suite struct TableTests {
    private static let header = "form\tclass\tvalue\tsource\n"

    private func error(_ text: String) -> LexiconError? {
        do throws(LexiconError) {
            _ = try Table(path: "fr/mots.tsv", text: text)
            return nil
        } catch {
            return error
        }
    }

    @Test func rowsKeepTheirLines() throws {
        let table = try Table(
            path: "fr/mots.tsv", text: "# Mots.\n" + Self.header + "a\tstop\t\tglaneur\n#\nb|c\tstop\t1\tglaneur\n")
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
        #expect(error(text) == LexiconError(path: "fr/mots.tsv", line: line, reason: reason))
    }

    @Test func errorsReadAsOtherToolsWriteThem() {
        #expect(
            LexiconError(path: "fr/mots.tsv", line: 3, reason: "an empty line").description
                == "fr/mots.tsv:3: an empty line")
        #expect(LexiconError(path: "x", reason: "no header").description == "x: no header")
    }
}
