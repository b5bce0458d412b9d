import ArgumentParser
import Glaneur
import GlaneurCorpus
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// `glaneur unify`: the entities of document lines.
struct UnifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unify",
        abstract: "Reads document lines and writes the entities of their corpus.",
        discussion: """
            What the lines of many machines say can be unified together, in any order; the lines themselves are not changed. \
            --apply writes a copy of them with the final ids, --explain tells why some ids are one entity. Documents that say the \
            same go to duplicates.jsonl beside the entities.
            """)

    @Argument(help: "Files of document lines, folders of runs, or - for standard input.")
    var paths: [String]

    @Option(
        name: .shortAndLong,
        help: "Where the entities go: a file, or - for standard output, as it is without --explain and --apply.")
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Tell why the ids of an entity are one; exits with 1 when no line has the id.", valueName: "id"))
    var explain: String?

    @Flag(help: "Explain in one JSON line.")
    var json = false

    @Option(help: ArgumentHelp("Write a copy of the lines with the final ids to a folder or file.", valueName: "path"))
    var apply: String?

    @Flag(inversion: .prefixedNo, help: "Look for duplicate documents, where the entities go to a file.")
    var duplicates = true

    @Option(help: "The memory taken before temporary files are used, such as 64M or 2G.")
    var memory = MemorySize(bytes: SortedRuns.defaultMemory)

    @OptionGroup var lexiconOptions: LexiconOptions

    func validate() throws {
        if json, explain == nil { throw ValidationError("--json goes with --explain") }
        if explain != nil, output == "-" { throw ValidationError("--explain and -o - both want standard output") }
    }

    func run() throws {
        let files = try LineFiles.find(paths)
        let copy = try apply.map { try FinalCopy(of: files, to: $0) }
        let lexicon = try lexiconOptions.locator.open()
        let unification = try CorpusUnification(
            files: files, knowledge: CorpusKnowledge(lexicon: lexicon), memory: memory.bytes,
            duplicates: duplicates ? output.flatMap { DuplicateFile.path(besideEntities: $0) } : nil,
            tasks: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        ).unified()
        if let output = output ?? (explain == nil && apply == nil ? "-" : nil) {
            try CorpusUnification.write(unification, to: output)
        }
        if let copy { try copy.write(unification.finalIDs) }
        guard let explain else { return }
        guard let explanation = try unification.explanation(of: explain) else {
            throw Exit(Exit.unknown, "\(explain): no line has this id")
        }
        var file = OutputFile.standardOutput()
        try file.write(json ? explanation.json : Array((explanation.lines.joined(separator: "\n") + "\n").utf8))
        try file.finish()
    }
}
