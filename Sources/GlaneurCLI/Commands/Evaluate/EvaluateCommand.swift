import ArgumentParser
import GlaneurCore
import GlaneurLexicon
import GlaneurModels
import GlaneurTraining
import GlaneurText

/// `glaneur evaluate`: measures a stage on gold.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measures a stage on annotated text.",
        subcommands: [
            EvaluateSegment.self, EvaluateNames.self, EvaluateEntities.self, EvaluateQuotations.self,
            EvaluateEvents.self, EvaluateBlocks.self,
        ])
}

/// `glaneur evaluate segment`.
struct EvaluateSegment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "Measures tokens, words and sentences on CoNLL-U files.")

    @Argument(help: "CoNLL-U files.")
    var files: [String]

    @Option(help: ArgumentHelp("The language of the files.", valueName: "fr|en"))
    var lang: String

    @OptionGroup var lexiconOptions: LexiconOptions

    @Option(help: "Train on all but each n-th part of the files and measure on that part, n times.")
    var folds: Int?

    @Option(name: .customLong("with"), help: "With --folds: a file that is always trained on.")
    var others: [String] = []

    @Option(help: "Show so many of the differences.")
    var errors = 0

    @OptionGroup(title: "Options of training, for --folds") var training: TrainerOptions

    func run() throws {
        var differences: [SegmentationErrors.Difference] = []
        let locator = lexiconOptions.locator
        let trainer = SegmentTrainer(
            lexicon: try locator.open(), language: Language(code: lang), options: training.options)
        let documents = try files.flatMap { try TreebankFile.documents($0) }
        let score: SegmentationScore
        if let folds {
            let others = try others.flatMap { try TreebankFile.documents($0) }
            score = try trainer.crossValidated(documents, folds: folds, with: others) { differences += $0.differences }
        } else {
            let models = try TextModels(ModelFolder(beside: locator.locate()))
            score = try trainer.score(documents, models: models) { differences += $0.differences }
        }
        for (name, counts) in [("tokens", score.tokens), ("words", score.words), ("sentences", score.sentences)] {
            print(name, "F1", counts.f1, "correct", counts.correct, "gold", counts.gold, "system", counts.system)
        }
        for difference in differences.prefix(errors) { print(difference.kind, difference.context, separator: "\t") }
    }
}
