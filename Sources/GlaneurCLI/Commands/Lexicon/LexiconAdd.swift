import ArgumentParser
import GlaneurLexicon
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// `glaneur lexicon add`.
struct LexiconAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Adds a row to a table, at its place; makes the table where there is none.",
        discussion: """
            A name has a --label, a word a --class. The table is checked with the new row as one that is added to the lexicons \
            in use, or takes the place of theirs with the same name; where a rule is broken nothing is written.
            """)

    @Argument(help: ArgumentHelp("The table.", valueName: "table.tsv"))
    var table: String

    @Argument(help: "The canonical name, or the form of a word.")
    var form: String

    @OptionGroup(title: "Names") var name: NameCells
    @OptionGroup(title: "Words") var word: WordCells

    @Option(help: "Where the row comes from.")
    var source: String

    @OptionGroup var lexiconOptions: LexiconOptions

    func validate() throws {
        switch (name.label, word.class) {
        case (nil, nil): throw ValidationError("a name needs --label, a word --class")
        case (_?, _?): throw ValidationError("a row has a --label or a --class, not both")
        case (_?, nil):
            if word.value != nil { throw ValidationError("--value is for words, which have a --class") }
        case (nil, _?):
            if !name.isEmpty { throw ValidationError("a word has --class and --value alone") }
        }
    }

    func run() throws {
        let row = NewRow(name.label == nil ? .words : .names, cells)
        var draft =
            access(table, F_OK) == 0
            ? try TableDraft(TableFile(reading: table)) : try TableDraft(newFile: table, kind: row.kind)
        let line = try draft.add(row)
        let file = draft.file
        try LexiconCheck([file], beside: try lexiconOptions.locator.tables(beside: [file])).refuseFaults()
        var output = try OutputFile(path: table)
        try output.write(file.bytes)
        try output.finish()
        print("\(table):\(line): \(row.summary)")
    }

    private var cells: [String: [String]] {
        let own = name.label == nil ? word.cells : name.cells
        let key = name.label == nil ? "form" : "name"
        return own.merging([key: [form], "source": [source]]) { $1 }
    }
}

/// The cells of a row of names.
struct NameCells: ParsableArguments {
    @Option(help: ArgumentHelp("What it is: PER, ORG, LOC, PRODUCT, EVENT, WORK, LAW, NORP or MISC."))
    var label: String?

    @Option(help: "A finer word for what it is.")
    var kind: String?

    @Option(help: "The usual French form, where it is not the name.")
    var fr: String?

    @Option(help: "The usual English form, where it is not the name.")
    var en: String?

    @Option(name: .customLong("alias"), parsing: .upToNextOption, help: "Other forms in both languages.")
    var aliases: [String] = []

    @Option(name: .customLong("alias-fr"), parsing: .upToNextOption, help: "Other forms in French.")
    var frenchAliases: [String] = []

    @Option(name: .customLong("alias-en"), parsing: .upToNextOption, help: "Other forms in English.")
    var englishAliases: [String] = []

    @Option(parsing: .upToNextOption, help: "Those of the forms that are also a word or another name.")
    var weak: [String] = []

    @Option(help: ArgumentHelp("The id in a knowledge base: wikidata:Q42.", valueName: "id"))
    var kbID: String?

    /// Whether nothing was said but perhaps the label.
    var isEmpty: Bool { cells.allSatisfy { $0.key == "label" || $0.value.isEmpty } }

    /// What stands in each column.
    var cells: [String: [String]] {
        func list(_ cell: String?) -> [String] { cell.map { [$0] } ?? [] }
        return [
            "label": list(label), "kind": list(kind), "fr": list(fr), "en": list(en), "aliases": aliases,
            "aliases_fr": frenchAliases, "aliases_en": englishAliases, "weak": weak, "kb_id": list(kbID),
        ]
    }
}

/// The cells of a row of words.
struct WordCells: ParsableArguments {
    @Option(help: "What the form does: a class of Lexicons/README.md.")
    var `class`: String?

    @Option(help: "What the form stands for.")
    var value: String?

    /// What stands in each column.
    var cells: [String: [String]] {
        ["class": `class`.map { [$0] } ?? [], "value": value.map { [$0] } ?? []]
    }
}
