/// A row of a glossary, read and checked.
struct GlossaryRow {
    /// The name of the concept.
    let concept: String
    /// What reads the row.
    let kind: String
    /// What the concept says beside its words.
    let value: String
    /// The French words, with `|` between.
    let french: String
    /// The English words, with `|` between.
    let english: String
    /// What is wrong with the row.
    let faults: [String]

    /// Reads a row.
    init(_ row: Table.Row, of table: Table) {
        var faults: [String] = []
        concept = String(table.cell(row, "concept"))
        kind = String(table.cell(row, "kind"))
        value = String(table.cell(row, "value"))
        french = String(table.cell(row, "fr"))
        english = String(table.cell(row, "en"))
        if kind.isEmpty { faults.append("no kind") }
        let forms = table.forms(row, "fr") + table.forms(row, "en")
        if forms.contains(where: \.isEmpty) { faults.append("an empty form beside a |") }
        for form in forms where form.first == " " || form.last == " " { faults.append("space around '\(form)'") }
        self.faults = faults
    }
}
