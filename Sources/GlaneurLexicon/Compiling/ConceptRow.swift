import GlaneurCore

/// A row of a name table, read and checked.
struct ConceptRow {
    /// A form of the concept.
    struct Form {
        let text: Substring
        let lexemes: [Lexeme]
        /// Whether it is also an ordinary word or another name.
        let isWeak: Bool
    }

    /// The line of the table, counted from 1.
    let line: Int
    /// The canonical name.
    let name: String
    /// What it is; nothing where the row names no label of names.
    let label: Label?
    /// A finer word for what it is.
    let kind: String
    /// The usual French form.
    let french: String
    /// The usual English form.
    let english: String
    /// Its id in a knowledge base; empty where the row has none.
    let knowledgeBaseID: String
    /// All forms, each once.
    let forms: [Form]
    /// What is wrong with the row by itself.
    let faults: [String]

    /// The id of the entity.
    var entityID: String? { label.map { EntityName.entityID(label: $0, name: name) } }

    /// Reads a row.
    init(_ row: Table.Row, of table: Table) {
        var faults: [String] = []
        let word = table.cell(row, "label")
        let label = Label(rawValue: String(word)).flatMap { $0.isName ? $0 : nil }
        if label == nil { faults.append("no name label '\(word)'") }
        let kind = table.cell(row, "kind")
        if kind.unicodeScalars.contains(where: { Folding.isUppercase($0.value) }) {
            faults.append("kind '\(kind)' is not in lower case")
        }
        let link = table.cell(row, "kb_id")
        if !link.isEmpty, !KnowledgeBaseID.isValid(link) {
            faults.append("kb_id '\(link)' is not of the form wikidata:Q42")
        }
        let name = table.cell(row, "name")
        let french = table.cell(row, "fr")
        let english = table.cell(row, "en")
        for cell in [name, french, english] where cell.contains("|") { faults.append("several forms in '\(cell)'") }

        var texts: [Substring] = []
        // The canonical name of a concept that had to be told apart ("Georgia (U.S. state)") is no form of its own.
        if !name.hasSuffix(")") { texts.append(name) }
        texts += [french, english].filter { !$0.isEmpty }
        for column in ["aliases", "aliases_fr", "aliases_en"] { texts += table.forms(row, column) }
        let weak = table.forms(row, "weak")
        if (texts + weak).contains(where: \.isEmpty) { faults.append("an empty form beside a |") }
        for form in weak where !form.isEmpty && !texts.contains(form) {
            faults.append("weak form '\(form)' is no form")
        }
        var seen: Set<Substring> = []
        var forms: [Form] = []
        for text in texts where !text.isEmpty && seen.insert(text).inserted {
            let lexemes = LexemeScanner.lexemes(of: text)
            if lexemes.isEmpty || lexemes.count > 16 { faults.append("'\(text)' has \(lexemes.count) words") }
            // The ends of cells have been looked at.
            if text.first == " " || text.last == " ", !row.cells.contains(text) {
                faults.append("space around '\(text)'")
            }
            forms.append(Form(text: text, lexemes: lexemes, isWeak: weak.contains(text)))
        }
        line = row.line
        self.name = String(name)
        self.label = label
        self.kind = String(kind)
        self.french = String(french.isEmpty ? name : french)
        self.english = String(english.isEmpty ? name : english)
        knowledgeBaseID = String(link)
        self.forms = forms
        self.faults = faults
    }
}

extension LexemeScanner {
    /// The lexemes of a form of a table.
    package static func lexemes(of form: some StringProtocol) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        scan(Array(form.utf8), into: &lexemes)
        return lexemes
    }
}
