import ArgumentParser
import Glaneur
import GlaneurLexicon

/// Which lexicons a command uses.
struct LexiconOptions: ParsableArguments {
    @Option(help: "Where the lexicons are: a folder of tables or a compiled file.")
    var lexicons: String?

    @Option(
        help: ArgumentHelp(
            "A table to add to the lexicons; may be given several times. Its name must not be that of one of theirs.",
            valueName: "file.tsv"))
    var lexicon: [String] = []

    /// Finds them.
    var locator: LexiconLocator { LexiconLocator(explicit: lexicons, added: lexicon) }

    /// Opens a pipeline over them, for text of any kind.
    func pipeline() throws -> Pipeline { try Pipeline(Configuration(lexicons: lexicons, addedTables: lexicon)) }
}
