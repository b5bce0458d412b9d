import ArgumentParser
import Glaneur
import GlaneurWriters

/// `glaneur stats`: a run in figures.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts what a run has made.",
        discussion: """
            OUT is the folder of a run, a file of document lines with what lies beside it, or a run report (run.json). Tells \
            documents, bytes, languages, labels, outlets and days, what was given up and why, what each stage took, and the \
            entities of most documents.
            """)

    @Argument(help: ArgumentHelp("A folder of a run, document lines or a run report.", valueName: "out"))
    var path: String

    @Option(help: ArgumentHelp("The most entities and outlets that are listed.", valueName: "n"))
    var top = 10

    @Flag(help: "Write one JSON object instead of tables.")
    var json = false

    func validate() throws {
        if top < 1 { throw ValidationError("--top takes 1 and more, not \(top)") }
    }

    func run() throws {
        let statistics = try CorpusStatistics(path: path, top: top)
        try StandardOutput.write(json: json ? statistics.json : nil) {
            statistics.lines(width: $0, usesColor: $1, top: top)
        }
    }
}
