import GlaneurCore

/// A row that is to be added to a table.
package struct NewRow: Sendable {
    /// What it is about.
    package let kind: TableKind
    private let cells: [String: String]

    /// Makes a row of the forms in its cells, by the names of their columns.
    package init(_ kind: TableKind, _ cells: [String: [String]]) {
        self.kind = kind
        self.cells = cells.mapValues { $0.joined(separator: "|") }
    }

    /// What stands in a column; empty where nothing does.
    package subscript(column: String) -> String { cells[column] ?? "" }

    /// What the row makes, in a few words: the id of an entity, or a form with its class.
    package var summary: String {
        switch kind {
        case .names:
            Label(rawValue: self["label"]).map { EntityName.entityID(label: $0, name: self["name"]) } ?? self["name"]
        case .words: "\(self["form"]) \(self["class"])"
        case .glossary: "\(self["concept"]) \(self["kind"])"
        }
    }

    /// The columns in which something stands, in their order.
    var columns: [String] { kind.columns.filter { !self[$0].isEmpty } }

    /// The cells of the row under a header.
    func line(under header: [String]) -> String { header.map { self[$0] }.joined(separator: "\t") }
}
