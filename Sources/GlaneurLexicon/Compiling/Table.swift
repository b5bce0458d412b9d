import GlaneurCore

/// A table of a lexicon: its header, its rows with their lines, and all that is wrong with its form.
struct Table {
    /// A row with its line number, counted from 1.
    struct Row {
        let line: Int
        let cells: [Substring]
    }

    /// The path as it is reported.
    let path: String
    /// The name by which mentions report the table.
    let name: String
    /// The languages its words belong to.
    let languages: [Language]
    /// What its rows are about; nothing where the header does not tell.
    let kind: TableKind?
    /// The names of the columns.
    let columns: [String]
    /// The rows that have a cell for each column and a first one that says something, in order.
    let rows: [Row]
    /// What is wrong with the form of the table, in the order of its lines.
    let faults: [LexiconError]

    /// Reads a table.
    init(_ file: TableFile) {
        path = file.path
        name = file.name
        languages = file.folder.languages
        var reader = TableReader(path: file.path)
        reader.read(String(decoding: file.bytes, as: UTF8.self))
        kind = reader.kind
        columns = reader.columns ?? []
        rows = reader.rows
        faults = reader.faults
    }

    /// Returns the cell of a row in the named column; empty where the table has no such column.
    func cell(_ row: Row, _ column: String) -> Substring {
        guard let index = columns.firstIndex(of: column) else { return "" }
        return row.cells[index]
    }

    /// Returns the forms of a cell that lists several.
    func forms(_ row: Row, _ column: String) -> [Substring] {
        let cell = cell(row, column)
        return cell.isEmpty ? [] : cell.split(separator: "|", omittingEmptySubsequences: false)
    }
}
