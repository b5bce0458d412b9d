/// Rows whose cells stand under one another.
package struct TerminalTable: Sendable {
    /// A piece of text with its style.
    package struct Cell: Sendable, ExpressibleByStringLiteral {
        let text: String
        let style: TerminalStyle

        /// Makes a cell; the text is made harmless and put on one line.
        package init(_ text: String, _ style: TerminalStyle = .plain) {
            self.text = DisplayWidth.oneLine(text)
            self.style = style
        }

        /// Makes a plain cell.
        package init(stringLiteral: String) { self.init(stringLiteral) }
    }

    private var rows: [[Cell]] = []
    private let indentation: Int

    /// Makes a table whose rows stand `indentation` columns from the left.
    package init(indentation: Int = 0) { self.indentation = indentation }

    /// Whether there are no rows.
    package var isEmpty: Bool { rows.isEmpty }

    /// Adds a row.
    package mutating func add(_ cells: [Cell]) { rows.append(cells) }

    /// Adds a row of plain cells.
    package mutating func add(_ cells: String...) { rows.append(cells.map { Cell($0) }) }

    /// Returns the rows as lines, without spaces at their ends.
    package func lines(usesColor: Bool = false) -> [String] {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], DisplayWidth.of(cell.text))
            }
        }
        return rows.map { row in
            let last = row.lastIndex { !$0.text.isEmpty } ?? 0
            var line = String(repeating: " ", count: indentation)
            for (column, cell) in row.prefix(last + 1).enumerated() {
                let isStyled = usesColor && cell.style != .plain
                line += isStyled ? cell.style.opening + cell.text + TerminalStyle.closing : cell.text
                if column < last {
                    line += String(repeating: " ", count: widths[column] - DisplayWidth.of(cell.text) + 2)
                }
            }
            return line
        }
    }
}

extension Double {
    /// The number with a fixed count of decimals: `0.95`.
    package func text(decimals: Int) -> String {
        let power = (0..<decimals).reduce(1.0) { value, _ in value * 10 }
        guard isFinite, magnitude < 1e9 else { return description }
        let scaled = Int((magnitude * power).rounded())
        let digits = String(scaled)
        let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
        let sign = self < 0 && scaled != 0 ? "-" : ""
        return sign + padded.dropLast(decimals) + (decimals > 0 ? "." : "") + padded.suffix(decimals)
    }
}
