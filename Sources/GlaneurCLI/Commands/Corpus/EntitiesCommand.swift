import ArgumentParser
import Glaneur
import GlaneurCore
import GlaneurWriters

/// `glaneur entities`: who and what a corpus is about.
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Lists the entities that most documents of a corpus mention.",
        discussion: """
            OUT is the folder of a run, a file of document lines or a file of entities. Lines without a file of entities beside \
            them are unified first. Exits with status 1 when no entity is as asked for.
            """)

    @Argument(help: ArgumentHelp("A folder of a run, document lines or entities.", valueName: "out"))
    var path: String

    @Option(help: "Only entities with this label: PER, ORG, LOC, PRODUCT, EVENT, WORK, LAW, NORP or MISC.")
    var label: String?

    @Option(help: ArgumentHelp("Only entities that documents in this language name.", valueName: "fr|en"))
    var lang: String?

    @Option(help: ArgumentHelp("Only entities of so many documents or more.", valueName: "n"))
    var minDocs = 1

    @Option(help: ArgumentHelp("The most entities that are listed.", valueName: "n"))
    var top = 20

    @Option(help: "Only entities with these words in one of their names; case and accents make no difference.")
    var name: String?

    @Flag(help: "Write the entity lines instead of a table.")
    var json = false

    @OptionGroup var lexiconOptions: LexiconOptions

    func validate() throws {
        if let label, knownLabel == nil { throw ValidationError("no name label '\(label)'") }
        if let lang, !["fr", "en"].contains(lang) { throw ValidationError("--lang takes fr or en, not '\(lang)'") }
        if top < 1 { throw ValidationError("--top takes 1 and more, not \(top)") }
    }

    func run() throws {
        let query = EntityQuery(
            label: knownLabel, language: lang.map { Language(code: $0) }, leastDocuments: minDocs, limit: top,
            name: name)
        let rows = try query.rows(of: CorpusFiles(path)) { try lexiconOptions.locator.open() }
        guard !rows.isEmpty else { throw Exit(Exit.unknown, "\(path): no such entity") }
        let table = EntityTable(rows)
        try StandardOutput.write(json: json ? table.json : nil) { table.lines(width: $0, usesColor: $1) }
    }

    private var knownLabel: Label? {
        label.flatMap { Label(rawValue: $0.uppercased()) }.flatMap { $0.isName ? $0 : nil }
    }
}
