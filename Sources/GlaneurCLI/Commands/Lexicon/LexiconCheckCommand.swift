import ArgumentParser
import GlaneurLexicon
import GlaneurWriters

/// `glaneur lexicon check`.
struct LexiconCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks tables against the rules of lexicons and tells all that is wrong, with file and line.",
        discussion: """
            A folder is checked as lexicons of its own. A single table is checked as one that is added to the lexicons in \
            use, or takes the place of theirs with the same name. Without arguments, the lexicons in use are checked. Exits \
            with status 65 when a rule is broken; what is allowed but doubtful is counted, and told with --warnings.
            """)

    @Argument(help: ArgumentHelp("Folders of lexicons and single tables.", valueName: "folder|file.tsv"))
    var paths: [String] = []

    @Flag(help: "Tell what is allowed but doubtful too.")
    var warnings = false

    @OptionGroup var lexiconOptions: LexiconOptions

    func run() throws {
        var output = OutputFile.standardOutput()
        var isSound = true
        for check in try checks() {
            isSound = isSound && check.faults.isEmpty
            let doubts = try check.doubts()
            let found = check.faults.map(\.description) + (warnings ? doubts.map(\.description) : [])
            // What is no table may hold anything, escape sequences too.
            for line in found { try output.write(Array((DisplayWidth.oneLine(line) + "\n").utf8)) }
            try output.write(Array(LexiconCheckCommand.summary(of: check, doubts: doubts).utf8))
        }
        try output.finish()
        if !isSound { throw Exit(Exit.configuration) }
    }

    /// Each folder by itself, then all single tables.
    private func checks() throws -> [LexiconCheck] {
        let locator = lexiconOptions.locator
        guard !paths.isEmpty else {
            let place = try locator.locate()
            return [LexiconCheck(LexiconCheckCommand.whole(try locator.tables(at: place).files, in: place.path))]
        }
        let folders = paths.filter(LexiconLocator.isFolder)
        var checks = try folders.map { folder in
            LexiconCheck(LexiconCheckCommand.whole(try LexiconFolder(path: folder).files(), in: folder))
        }
        let files = try paths.filter { !LexiconLocator.isFolder($0) }.map { try TableFile(reading: $0) }
        if !files.isEmpty { checks.append(LexiconCheck(files, beside: try locator.tables(beside: files))) }
        return checks
    }

    /// Reports the tables of a folder by paths that an editor can open.
    private static func whole(_ files: [TableFile], in folder: String) -> [TableFile] {
        let start = folder.hasSuffix("/") ? folder : folder + "/"
        return files.map { $0.path == $0.key ? $0.reported(as: start + $0.path) : $0 }
    }

    private static func summary(of check: LexiconCheck, doubts: [LexiconDoubt]) -> String {
        let kinds = LexiconDoubt.Kind.allCases.compactMap { kind in
            let count = doubts.count { $0.kind == kind }
            return count > 0 ? "\(count) \(kind.rawValue)" : nil
        }
        let detail = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
        return "tables \(check.tableCount), rows \(check.rowCount), faults \(check.faults.count), "
            + "warnings \(doubts.count)\(detail)\n"
    }
}
