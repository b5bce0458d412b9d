/// Reads the lines of a table and notes each that breaks a rule of their form.
struct TableReader {
    private let path: String
    private(set) var columns: [String]?
    private(set) var kind: TableKind?
    private(set) var rows: [Table.Row] = []
    private(set) var faults: [LexiconError] = []
    private var last: Substring = ""

    /// Prepares to read the table that is reported under a path.
    init(path: String) { self.path = path }

    /// Reads the whole text of the table.
    mutating func read(_ text: String) {
        // By scalars: as a character, "\r\n" is no line end, and the carriage return would not be named.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
        let isEnded = lines.last?.isEmpty == true
        if isEnded { lines.removeLast() }
        for (index, line) in lines.enumerated() { read(line, number: index + 1) }
        if !isEnded { refuse(lines.count, "no line end behind the last line") }
        if columns == nil { refuse(nil, "no header") }
    }

    /// Whether a line is there for people alone.
    static func isComment(_ line: some StringProtocol) -> Bool { line.hasPrefix("# ") || line == "#" }

    private mutating func refuse(_ line: Int?, _ reason: String) {
        faults.append(LexiconError(path: path, line: line, reason: reason))
    }

    private mutating func read(_ line: Substring, number: Int) {
        if TableReader.isComment(line) { return }
        guard !line.isEmpty else { return refuse(number, "an empty line") }
        var refused: Set<UInt32> = []
        for scalar in line.unicodeScalars where TableReader.isRefused(scalar.value) {
            guard refused.insert(scalar.value).inserted else { continue }
            let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
            refuse(
                number,
                scalar == "\u{FFFD}" ? "not valid UTF-8, or \(code)" : "\(code) is not allowed (NFC, no controls)")
        }
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard let header = columns else { return readHeader(cells.map(String.init), number: number) }
        // A single row in the wrong place is one fault, for each is compared with the line before it.
        if !last.utf8.lexicographicallyPrecedes(line.utf8) { refuse(number, "out of order, or a row twice") }
        last = line
        guard cells.count == header.count else {
            return refuse(number, "\(cells.count) cells, expected \(header.count)")
        }
        for cell in cells where cell.first == " " || cell.last == " " { refuse(number, "space around '\(cell)'") }
        if cells.first?.isEmpty != false || cells.last?.isEmpty != false {
            refuse(number, "an empty first or last cell")
        }
        if cells.first?.isEmpty == false { rows.append(Table.Row(line: number, cells: cells)) }
    }

    private mutating func readHeader(_ header: [String], number: Int) {
        columns = header
        if header.last != "source" { refuse(number, "the last column is not 'source'") }
        if header.contains("label") {
            kind = .names
        } else if header.contains("class") {
            kind = .words
        } else if header.contains("concept") {
            kind = .glossary
        }
        guard let kind else { return refuse(number, "neither a column 'label' nor 'class' nor 'concept'") }
        if let key = kind.columns.first, header.first != key { refuse(number, "the first column is not '\(key)'") }
        var seen: Set<String> = []
        for column in header {
            // The last column has been looked at.
            if column != header.last, !kind.columns.contains(column) { refuse(number, "no column '\(column)'") }
            if !seen.insert(column).inserted { refuse(number, "two columns '\(column)'") }
        }
        if header.contains("kb_id"), header.dropLast().last != "kb_id" {
            refuse(number, "the column 'kb_id' is not the last but one")
        }
    }

    /// Combining marks (which NFC text of ours has none of), control characters, no-break spaces and what stands for bytes
    /// that are no UTF-8.
    private static func isRefused(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09: false
        case 0..<0x20, 0x7F..<0xA1, 0xAD, 0x300...0x36F, 0x2028...0x202F, 0xFEFF, 0xFFFD: true
        default: false
        }
    }
}
