import ArgumentParser
import Glaneur
import GlaneurCorpus
import GlaneurReaders

/// `glaneur merge`: the outputs of all shards as one.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Joins the outputs of all shards of a run into one folder.",
        discussion: """
            Every shard must be there once, finished, with one configuration and the same input, and hold as many lines as its \
            run.json says; otherwise nothing is written. The lines stand in the order of the shards; then the entities of all \
            of them are written.
            """)

    @Argument(help: "Folders of shards (or files of their lines), or a folder that such folders lie in.")
    var paths: [String]

    @Option(
        name: .shortAndLong, help: "The folder that the whole goes to; parts are linked into it where that is possible."
    )
    var output: String

    @Flag(inversion: .prefixedNo, help: "Write the entities of the corpus.")
    var unify = true

    @Flag(inversion: .prefixedNo, help: "Look for duplicate documents.")
    var duplicates = true

    @Option(help: "The memory taken before temporary files are used, such as 64M or 2G.")
    var memory = MemorySize(bytes: SortedRuns.defaultMemory)

    @OptionGroup var lexiconOptions: LexiconOptions

    func run() throws {
        let merge = try ShardMerge(try ShardOutput.find(paths), to: output)
        var knowledge: CorpusKnowledge?
        if unify {
            let lexicon = try lexiconOptions.locator.open()
            let digest = Pipeline.digest(of: lexicon)
            if let expected = merge.lexiconDigest, expected != digest {
                throw Exit(
                    Exit.configuration,
                    "the lexicons are not those of the shards; name theirs with --lexicons, or --no-unify")
            }
            knowledge = CorpusKnowledge(lexicon: lexicon)
        }
        let outcome = try merge.run(knowledge: knowledge, memory: memory.bytes, findsDuplicates: duplicates)
        StandardError.write(
            "glaneur: \(outcome.documents) documents in \(outcome.parts) parts, \(outcome.quarantined) given up\n")
    }
}
