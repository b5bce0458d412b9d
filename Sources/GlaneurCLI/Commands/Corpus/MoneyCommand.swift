import ArgumentParser
import Glaneur
import GlaneurWriters

/// `glaneur money`: the sums that a corpus states.
struct MoneyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "money",
        abstract: "Lists the sums of money that the documents of a corpus state.",
        discussion: """
            OUT is the folder of a run or a file of document lines. A sum counts once, however many documents state it, and \
            nothing is added up: twelve reports of one deal are no twelve deals. --by entity takes the nearest person or \
            organization in the sentence, --by month the month a document was published in. Sums in boilerplate are left out. \
            Exits with status 1 when there is no sum.
            """)

    @Argument(help: ArgumentHelp("A folder of a run, or document lines.", valueName: "out"))
    var path: String

    @Option(help: ArgumentHelp("Only sums in this currency.", valueName: "code"))
    var currency: String?

    @Option(help: "What sums are put together by.")
    var by = MoneyQuery.Grouping.currency

    @Option(help: ArgumentHelp("The most rows of a table.", valueName: "n"))
    var top = 20

    @Flag(help: "Write JSON lines instead of tables.")
    var json = false

    func validate() throws {
        if top < 1 { throw ValidationError("--top takes 1 and more, not \(top)") }
        if let currency, currency.utf8.count != 3 {
            throw ValidationError("--currency takes a code of three letters, not '\(currency)'")
        }
    }

    func run() throws {
        let corpus = try CorpusFiles(path)
        guard !corpus.documents.isEmpty else { throw Exit(Exit.noInput, "\(path): no document lines") }
        let query = MoneyQuery(currency: currency?.uppercased(), grouping: by, limit: top)
        let table = try query.answer(of: corpus)
        guard !table.isEmpty else { throw Exit(Exit.unknown, "\(path): no such sum") }
        try StandardOutput.write(json: json ? table.json : nil) { table.lines(width: $0, usesColor: $1) }
    }
}

extension MoneyQuery.Grouping: ExpressibleByArgument {}
