import ArgumentParser
import GlaneurLexicon

/// `glaneur lexicon`: what a person does with tables.
struct LexiconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Checks, compiles, extends and searches lexicons.",
        subcommands: [LexiconCheckCommand.self, LexiconCompile.self, LexiconAdd.self, LexiconWho.self])
}

extension LexiconCheck {
    /// Ends with the faults, if there are any.
    func refuseFaults() throws {
        guard !faults.isEmpty else { return }
        for fault in faults { StandardError.write("glaneur: \(fault)\n") }
        throw Exit(Exit.configuration)
    }
}
