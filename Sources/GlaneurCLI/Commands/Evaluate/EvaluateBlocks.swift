import ArgumentParser
import Glaneur
import GlaneurCore
import GlaneurLexicon
import GlaneurTraining

/// `glaneur evaluate blocks`.
struct EvaluateBlocks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blocks",
        abstract: "Measures blocks of text exports: title, body and boilerplate with its kinds, on annotated lines.",
        discussion: "Documents whose number is odd, which nothing was tuned on, are shown apart as well.")

    @Argument(help: "Files with a line 'kind | text' for each line of a document.")
    var files: [String]

    @OptionGroup var lexiconOptions: LexiconOptions

    @Option(help: "Show so many of the differences.")
    var errors = 0

    @Flag(help: "Leave the differences of the check half out.")
    var tuned = false

    func run() throws {
        let pipeline = try lexiconOptions.pipeline()
        var all = BlockScore()
        var check = BlockScore()
        var tunedHalf = BlockScore()
        for file in files {
            let content = String(decoding: try LexiconFolder.read(file), as: UTF8.self)
            for gold in try BlockCorpus(content).documents {
                let found = try pipeline.annotate(gold.document, through: .extract)
                all.add(gold, found: found)
                if gold.isOfCheckHalf { check.add(gold, found: found) } else { tunedHalf.add(gold, found: found) }
            }
        }
        for (half, score) in [("all", all), ("tuned", tunedHalf), ("check", check)] {
            for blockClass in Block.Class.allCases {
                EvaluateBlocks.show("\(half)_\(blockClass.rawValue)", score.classes[blockClass] ?? BlockScore.Counts())
            }
            EvaluateBlocks.show("\(half)_kinds", score.boilerplateKinds)
        }
        for kind in Block.Kind.allCases {
            guard let counts = all.kinds[kind] else { continue }
            EvaluateBlocks.show(kind.rawValue.split(separator: "-").joined(separator: "_"), counts)
        }
        for difference in (tuned ? tunedHalf : all).differences.prefix(errors) { print(difference) }
    }

    private static func show(_ name: String, _ counts: BlockScore.Counts) {
        print(
            name, "F1", Figure.tenThousandths(counts.f1), "P", Figure.tenThousandths(counts.precision), "R",
            Figure.tenThousandths(counts.recall), "correct", counts.correct, "gold", counts.gold, "system",
            counts.system)
    }
}
