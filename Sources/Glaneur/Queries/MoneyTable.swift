import GlaneurCore
import GlaneurWriters

/// The answer to a question about money, for people or for programs.
package struct MoneyTable: Sendable {
    let grouping: MoneyQuery.Grouping
    let groups: [MoneyGroup]
    let sums: [StatedSum]

    init(grouping: MoneyQuery.Grouping, groups: [MoneyGroup], sums: [StatedSum]) {
        self.grouping = grouping
        self.groups = groups
        self.sums = sums
    }

    /// Whether nothing was found.
    package var isEmpty: Bool { groups.isEmpty }

    /// The tables, fitted into so many columns: by currency the sums that most documents state follow the currencies.
    package func lines(width: Int, usesColor: Bool) -> [String] {
        let sums = sumTable.lines(width: width, usesColor: usesColor)
        switch grouping {
        case .sum: return sums
        case .currency: return currencyTable.lines(width: width, usesColor: usesColor) + [""] + sums
        default: return groupTable.lines(width: width, usesColor: usesColor)
        }
    }

    // Columns of one sum a cell are never cut: half a figure is a wrong figure.
    private var currencyTable: ColumnTable {
        var table = ColumnTable([
            .init("CURRENCY"), .init("DOCS", .right, rank: 1), .init("MENTIONS", .right, rank: 2),
            .init("SUMS", .right),
            .init("LARGEST"), .init("IN", leastWidth: 12, rank: 3),
        ])
        for group in groups {
            let more = group.largest.map { $0.documents - 1 } ?? 0
            table.add([
                .init(group.key), .init("\(group.documents)"), .init("\(group.mentions)"), .init("\(group.distinct)"),
                .init(group.largest?.text ?? ""),
                .init((group.largest?.firstDocument ?? "") + (more > 0 ? " and \(more) more" : ""), .dim),
            ])
        }
        return table
    }

    private var sumTable: ColumnTable {
        var table = ColumnTable([
            .init("SUM"), .init("DOCS", .right), .init("MENTIONS", .right, rank: 1),
            .init("HOW", leastWidth: 10, rank: 3), .init("FIRST IN", leastWidth: 12, rank: 2),
        ])
        for sum in sums {
            let how = sum.sortedQualifiers.map { "\($0.qualifier.words) \($0.count)" }.joined(separator: ", ")
            table.add([
                .init(sum.text), .init("\(sum.documents)"), .init("\(sum.mentions)"), .init(how),
                .init(sum.firstDocument, .dim),
            ])
        }
        return table
    }

    private var groupTable: ColumnTable {
        let isEntity = grouping == .entity
        var columns: [ColumnTable.Column] = [
            .init(grouping.rawValue.uppercased(), leastWidth: 10), .init("DOCS", .right),
            .init("MENTIONS", .right, rank: 1),
            .init("SUMS", .right, rank: 2), .init("MOST STATED", leastWidth: 18),
        ]
        if isEntity { columns.append(.init("ID", leastWidth: 12, rank: 3)) }
        var table = ColumnTable(columns)
        for group in groups {
            let stated = group.sums.map { $0.text + ($0.documents > 1 ? " (\($0.documents) docs)" : "") }
            let rest = group.distinct - stated.count
            var cells: [TerminalTable.Cell] = [
                .init(group.name ?? (group.key.isEmpty ? "undated" : group.key)), .init("\(group.documents)"),
                .init("\(group.mentions)"), .init("\(group.distinct)"),
                .init(stated.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")),
            ]
            if isEntity { cells.append(.init(group.key, .dim)) }
            table.add(cells)
        }
        return table
    }
}

extension Qualifier {
    /// The qualifier in words: `more than`.
    fileprivate var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}
