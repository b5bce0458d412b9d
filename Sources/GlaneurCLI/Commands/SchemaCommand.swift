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
