/// The lines of a table to which a row is added.
///
/// Comments stay with the rows behind them. What the new row says is not checked here, but by ``LexiconCheck``.
package struct TableDraft: Sendable {
    private let path: String
    private let folder: TableFile.Folder
    private let kind: TableKind
    private var header: [String]
    private var lines: [String]

    /// Begins with a header alone, which has the columns every table has.
    package init(newFile path: String, kind: TableKind) throws(LexiconError) {
        try TableFile.checkName(of: path)
        self.path = path
        self.kind = kind
        folder = TableFile.folder(onDisk: path)
        header = kind.columns.filter { $0 != "kb_id" }
        lines = [header.joined(separator: "\t")]
    }

    /// Takes the lines of a table, or throws the first fault of one that breaks a rule of form.
    package init(_ file: TableFile) throws(LexiconError) {
        let table = Table(file)
        if let fault = table.faults.first { throw fault }
        guard let kind = table.kind else { throw LexiconError(path: file.path, reason: "no header") }
        path = file.path
        folder = file.folder
        self.kind = kind
        header = table.columns
        lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// The table as it stands now.
    package var file: TableFile {
        TableFile(path: path, folder: folder, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// Puts a row at its place and returns its line; a column that the table lacks is added to it.
    package mutating func add(_ row: NewRow) throws(LexiconError) -> Int {
        guard row.kind == kind else {
            throw LexiconError(path: path, reason: "a table of \(kind), where no row of \(row.kind) stands")
        }
        for column in row.columns {
            if row[column].unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" }) {
                throw LexiconError(path: path, reason: "a tab or line end in '\(column)'")
            }
            if !header.contains(column) { widen(by: column) }
        }
        let line = row.line(under: header)
        let rows = lines.indices.filter { !TableReader.isComment(lines[$0]) }
        if let same = rows.first(where: { TableDraft.withoutSource(lines[$0]) == TableDraft.withoutSource(line) }) {
            throw LexiconError(path: path, line: same + 1, reason: "this row stands here already")
        }
        // Behind the header, or behind the last row that comes before it.
        let before = rows.dropFirst().last { lines[$0].utf8.lexicographicallyPrecedes(line.utf8) } ?? rows.first ?? 0
        lines.insert(line, at: before + 1)
        return before + 2
    }

    /// Adds an empty column at the place it has among the others, which leaves the rows in their order.
    private mutating func widen(by column: String) {
        let behind = kind.columns.drop { $0 != column }
        let place = header.firstIndex { behind.contains($0) } ?? header.count - 1
        header.insert(column, at: place)
        var isHeader = true
        for index in lines.indices where !TableReader.isComment(lines[index]) {
            var cells = lines[index].split(separator: "\t", omittingEmptySubsequences: false)
            cells.insert(isHeader ? column[...] : "", at: place)
            lines[index] = cells.joined(separator: "\t")
            isHeader = false
        }
    }

    private static func withoutSource(_ line: String) -> Substring {
        line.lastIndex(of: "\t").map { line[..<$0] } ?? line[...]
    }
}
