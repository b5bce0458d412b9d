import ArgumentParser
import GlaneurLexicon
import GlaneurWriters

/// `glaneur lexicon compile`.
struct LexiconCompile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Writes the compiled form of a folder of tables, which --lexicons takes.",
        discussion: "Models are looked for in a folder `models` beside the compiled file.")

    @Argument(help: "A folder of tables.")
    var folder: String

    @Option(
        help: ArgumentHelp("A table to add; may be given several times.", valueName: "file.tsv"))
    var lexicon: [String] = []

    @Option(help: "The file that is written.")
    var out: String

    func run() throws {
        let locator = LexiconLocator(explicit: folder, added: lexicon)
        let check = LexiconCheck(try locator.tables(at: try locator.locate()).files)
        try check.refuseFaults()
        let lexicon = try Lexicon(compiled: check.compiled, location: out)
        var file = try OutputFile(path: out)
        try file.write(check.compiled)
        try file.finish()
        print("\(out): \(check.compiled.count) bytes, \(lexicon.conceptCount) concepts, \(lexicon.fingerprint)")
    }
}
