import ArgumentParser
import Glaneur
import GlaneurLexicon
import GlaneurWriters

/// `glaneur lexicon who`.
struct LexiconWho: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who",
        abstract: "Tells which rows know a form, as a name and as a word.",
        discussion: """
            For a name: entity id, label, kind, table, what is known of the form, canonical name, id in a knowledge base. For \
            a word: language, class, value, table. Exits with status 1 when no row knows one of the forms.
            """)

    @Argument(help: "Forms; one of several words in quotes.")
    var forms: [String]

    @Flag(help: "Write one JSON line a form.")
    var json = false

    @OptionGroup var lexiconOptions: LexiconOptions

    func run() throws {
        let lexicon = try lexiconOptions.locator.open()
        let answers = forms.map(lexicon.knowledge(of:))
        var output = OutputFile.standardOutput()
        for answer in answers {
            try output.write(json ? answer.json : Array((answer.lines.joined(separator: "\n") + "\n").utf8))
        }
        try output.finish()
        if answers.contains(where: \.isEmpty) { throw Exit(Exit.unknown) }
    }
}
