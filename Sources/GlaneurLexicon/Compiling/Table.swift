import Glibc

/// A checked table of a lexicon: a header, rows of cells, and the line each row stands in.
struct Table {
    /// A row with its line number, counted from 1.
    struct Row {
        let line: Int
        let cells: [Substring]
    }

    /// The path as it is reported.
    let path: String
    /// The names of the columns.
    let columns: [String]
    /// The rows, in order.
    let rows: [Row]

    /// Reads and checks the text of a table.
    init(path: String, text: String) throws(LexiconError) {
        self.path = path
        var columns: [String]?
        var rows: [Row] = []
        var last = ""
        // By scalars: as a character, "\r\n" is no line end, and the carriage return would not be named.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
        guard lines.popLast()?.isEmpty == true else {
            throw LexiconError(path: path, line: lines.count + 1, reason: "no line end behind the last line")
        }
        for (index, line) in lines.enumerated() {
            let number = index + 1
            func refuse(_ reason: String) -> LexiconError { LexiconError(path: path, line: number, reason: reason) }
            if line.hasPrefix("# ") || line == "#" { continue }
            guard !line.isEmpty else { throw refuse("an empty line") }
            if let bad = line.unicodeScalars.first(where: { Table.isRefused($0.value) }) {
                throw refuse("U+\(String(bad.value, radix: 16, uppercase: true)) is not allowed (NFC, no controls)")
            }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard let header = columns else {
                guard cells.last == "source" else { throw refuse("the last column is not 'source'") }
                columns = cells.map(String.init)
                continue
            }
            guard cells.count == header.count else {
                throw refuse("\(cells.count) cells, expected \(header.count)")
            }
            for cell in cells where cell.first == " " || cell.last == " " { throw refuse("space around '\(cell)'") }
            guard cells.first?.isEmpty == false, cells.last?.isEmpty == false else {
                throw refuse("an empty first or last cell")
            }
            let key = String(line)
            guard last.utf8.lexicographicallyPrecedes(key.utf8) else { throw refuse("out of order, or a row twice") }
            last = key
            rows.append(Row(line: number, cells: cells))
        }
        guard let columns else { throw LexiconError(path: path, reason: "no header") }
        self.columns = columns
        self.rows = rows
    }

    /// Combining marks (which NFC text of ours has none of), control characters and no-break spaces.
    private static func isRefused(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09: false
        case 0..<0x20, 0x7F..<0xA1, 0xAD, 0x300...0x36F, 0x2028...0x202F, 0xFEFF: true
        default: false
        }
    }

    /// Returns the cell of a row in the named column, which the table is known to have.
    func cell(_ row: Row, _ column: String) -> Substring {
        guard let index = columns.firstIndex(of: column) else { return "" }
        return row.cells[index]
    }

    /// Returns the forms of a cell that lists several.
    func forms(_ row: Row, _ column: String) -> [Substring] {
        cell(row, column).split(separator: "|")
    }
}
