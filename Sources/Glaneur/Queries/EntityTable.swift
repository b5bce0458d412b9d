import GlaneurWriters

/// The answer to a question about entities, for people or for programs.
package struct EntityTable: Sendable {
    private static let formsPerLanguage = 2

    private let rows: [EntityRow]

    /// Makes the answer of some entities.
    package init(_ rows: [EntityRow]) { self.rows = rows }

    /// The entity lines as they are in the file.
    package var json: [UInt8] { rows.flatMap(\.line) }

    /// The table, fitted into so many columns.
    package func lines(width: Int, usesColor: Bool) -> [String] {
        var table = ColumnTable([
            .init("NAME", leastWidth: 14), .init("LABEL", rank: 4), .init("DOCS", .right),
            .init("MENTIONS", .right, rank: 1),
            .init("LANGS", rank: 3), .init("FORMS", leastWidth: 16, rank: 2), .init("SAME AS", .right, rank: 6),
            .init("ID", leastWidth: 12, rank: 5),
        ])
        for row in rows {
            table.add([
                .init(row.name), .init(row.label, .dim), .init("\(row.documents)"),
                .init("\(row.mentions)"), .init(row.languages.joined(separator: " ")),
                .init(row.formsText(perLanguage: EntityTable.formsPerLanguage)),
                .init(row.otherIDs == 0 ? "" : "\(row.otherIDs)"), .init(row.id, .dim),
            ])
        }
        return table.lines(width: width, usesColor: usesColor)
    }
}
