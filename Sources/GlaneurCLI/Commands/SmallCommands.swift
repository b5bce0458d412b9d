import ArgumentParser
import Glaneur
import GlaneurWriters

/// `glaneur schema`: the JSON Schema of the output.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints the JSON Schema (2020-12) of the output.")

    func run() throws {
        var file = OutputFile.standardOutput()
        try file.write(Array(OutputSchema.text.utf8))
        try file.finish()
    }
}

/// `glaneur unify`: the entities of document lines.
struct UnifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unify",
        abstract: "Reads document lines and writes the entities of their corpus.",
        discussion: "What the lines of many machines say can be unified together; the lines themselves are not changed."
    )

    @Argument(help: "Files of document lines.")
    var paths: [String]

    @Option(name: .shortAndLong, help: "A file, or - for standard output.")
    var output = "-"

    func run() throws {
        _ = try CorpusUnification.run(lines: paths, to: output)
    }
}
