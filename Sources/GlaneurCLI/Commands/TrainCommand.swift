import ArgumentParser
import GlaneurCore
import GlaneurLexicon
import GlaneurModels
import GlaneurTraining

/// `glaneur train`: makes model files out of annotated text.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Trains the models of a stage on annotated text.",
        subcommands: [TrainSegment.self, TrainLanguage.self, TrainNames.self])

    /// What every training can be told.
    struct Options: ParsableArguments {
        @OptionGroup var lexiconOptions: LexiconOptions

        @Option(help: "The folder the model files are written to.")
        var out: String
    }
}

/// `glaneur train segment`.
struct TrainSegment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "segment", abstract: "Trains the models of sentences and words on CoNLL-U files.")

    @Argument(help: "CoNLL-U files.")
    var files: [String]

    @Option(help: ArgumentHelp("The language of the files.", valueName: "fr|en"))
    var lang: String

    @OptionGroup var options: TrainCommand.Options
    @OptionGroup var training: TrainerOptions

    func run() throws {
        let trainer = SegmentTrainer(
            lexicon: try options.lexiconOptions.locator.open(), language: Language(code: lang),
            options: training.options)
        for model in try trainer.train(try files.flatMap { try TreebankFile.documents($0) }) {
            let path = "\(options.out)/\(model.task.name(Language(code: lang))).model"
            try ModelFolder.write(model.bytes, to: path)
            print("\(path): \(model.bytes.count) bytes")
        }
    }
}

/// A CoNLL-U file on disk.
enum TreebankFile {
    /// Reads the documents of a file.
    static func documents(_ path: String) throws -> [Treebank.TreebankDocument] {
        Treebank(String(decoding: try LexiconFolder.read(path), as: UTF8.self)).documents
    }
}
