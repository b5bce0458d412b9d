/// A row of a word table, read and checked.
struct WordRow {
    /// The lexemes of the form.
    let lexemes: [Lexeme]
    /// What the form does; nothing where the row names no class.
    let wordClass: WordClass?
    /// What the form stands for.
    let value: String
    /// What is wrong with the row.
    let faults: [String]

    /// Reads a row.
    init(_ row: Table.Row, of table: Table) {
        var faults: [String] = []
        let word = table.cell(row, "class")
        wordClass = WordClass(word).flatMap { $0 == .phraseEnd ? nil : $0 }
        if wordClass == nil { faults.append("no word class '\(word)'") }
        let form = table.cell(row, "form")
        lexemes = LexemeScanner.lexemes(of: form)
        if lexemes.isEmpty || lexemes.count > 8 { faults.append("'\(form)' has \(lexemes.count) words") }
        if form.unicodeScalars.contains(where: { Folding.isUppercase($0.value) }) {
            faults.append("'\(form)' is not in lower case")
        }
        value = String(table.cell(row, "value"))
        self.faults = faults
    }
}
