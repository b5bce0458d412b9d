import ArgumentParser
import Glaneur
import GlaneurWriters

/// `glaneur doctor`: what this installation is made of, and whether it is sound.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Tells versions, where the lexicons are and whether everything is sound.",
        discussion: "Exits with status 65 when the lexicons are unsound, with 70 when the HTML parser is.")

    @OptionGroup var lexiconOptions: LexiconOptions

    @Flag(help: "Write one JSON line.")
    var json = false

    func run() throws {
        let diagnosis = Doctor(lexicons: lexiconOptions.lexicons, addedTables: lexiconOptions.lexicon).diagnosis()
        var output = OutputFile.standardOutput()
        try output.write(json ? diagnosis.json : Array((diagnosis.lines.joined(separator: "\n") + "\n").utf8))
        try output.finish()
        for fault in diagnosis.htmlFaults { StandardError.write("glaneur: \(fault)\n") }
        // What the user can mend comes first.
        if let fault = diagnosis.lexicons.fault { throw Exit(Exit.configuration, fault.description) }
        if !diagnosis.htmlFaults.isEmpty { throw Exit(Exit.software) }
    }
}
