/// Rows under headings, fitted into the columns of a terminal.
///
/// Where the rows are too wide, long cells are cut, and then columns go that matter least. A column of a rank without any cell is not shown.
package struct ColumnTable: Sendable {
    /// One column.
    package struct Column: Sendable {
        /// Which side of a column its cells stand on.
        package enum Alignment: Sendable {
            case left, right
        }

        let title: String
        let alignment: Alignment
        let leastWidth: Int
        let rank: Int

        /// Makes a column.
        ///
        /// - Parameters:
        ///   - leastWidth: the width down to which its cells may be cut; they are never cut without one.
        ///   - rank: 0 where the column always stays; of the others the highest goes first.
        package init(_ title: String, _ alignment: Alignment = .left, leastWidth: Int = .max, rank: Int = 0) {
            self.title = title
            self.alignment = alignment
            self.leastWidth = leastWidth
            self.rank = rank
        }
    }

    private static let gap = 2

    private let columns: [Column]
    private var rows: [[TerminalTable.Cell]] = []

    /// Makes a table without rows.
    package init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row, one cell for each column.
    package mutating func add(_ cells: [TerminalTable.Cell]) {
        precondition(cells.count == columns.count, "a row has a cell for each column")
        rows.append(cells)
    }

    /// Returns the headings and rows as lines of at most `width` columns, without spaces at their ends.
    package func lines(width: Int = .max, usesColor: Bool = false) -> [String] {
        let natural = columns.indices.map { column in
            rows.reduce(DisplayWidth.of(columns[column].title)) { max($0, DisplayWidth.of($1[column].text)) }
        }
        var shown = columns.indices.filter { column in
            columns[column].rank == 0 || rows.contains { !$0[column].text.isEmpty }
        }
        var widths = fitted(natural, shown, into: width)
        while widths == nil, let place = shown.indices.max(by: { columns[shown[$0]].rank < columns[shown[$1]].rank }),
            columns[shown[place]].rank > 0
        {
            shown.remove(at: place)
            widths = fitted(natural, shown, into: width)
        }
        let final = widths ?? natural
        let head = columns.map { TerminalTable.Cell($0.title, .bold) }
        return ([head] + rows).map { line($0, shown, final, limit: width, usesColor: usesColor) }
    }

    /// The widths with which the columns fit; nothing where they cannot.
    private func fitted(_ natural: [Int], _ shown: [Int], into width: Int) -> [Int]? {
        var widths = natural
        var excess = shown.reduce(ColumnTable.gap * (shown.count - 1)) { $0 + natural[$1] } - width
        while excess > 0 {
            let soft = shown.filter { widths[$0] > columns[$0].leastWidth }
            guard let widest = soft.max(by: { widths[$0] < widths[$1] }) else { return nil }
            // Down to the next widest at once, but no further than needed.
            let next = soft.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let target = max(columns[widest].leastWidth, min(next, widths[widest] - 1), widths[widest] - excess)
            excess -= widths[widest] - target
            widths[widest] = target
        }
        return widths
    }

    private func line(
        _ cells: [TerminalTable.Cell], _ shown: [Int], _ widths: [Int], limit: Int, usesColor: Bool
    ) -> String {
        var line = ""
        var pending = 0
        var used = 0
        for column in shown {
            let room = max(0, min(widths[column], limit - used))
            let text = DisplayWidth.oneLine(cells[column].text, limit: room)
            let blank = widths[column] - DisplayWidth.of(text)
            if columns[column].alignment == .right { pending += max(0, blank) }
            if !text.isEmpty {
                line += String(repeating: " ", count: pending)
                pending = 0
                let isStyled = usesColor && cells[column].style != .plain
                line += isStyled ? cells[column].style.opening + text + TerminalStyle.closing : text
            }
            if columns[column].alignment == .left { pending += max(0, blank) }
            pending += ColumnTable.gap
            used += widths[column] + ColumnTable.gap
        }
        return line
    }
}
