import ArgumentParser
import Glaneur
import GlaneurCore
import GlaneurLexicon
import GlaneurModels
import GlaneurRecognizers
import GlaneurText
import GlaneurTraining

/// `glaneur train names`.
struct TrainNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Trains the model of names on annotated documents.")

    @Option(
        parsing: .upToNextOption,
        help: "Annotated files: .jsonl with 'ents', .conll with a word and a tag a line, .txt with [[name|LABEL]].")
    var data: [String]

    @Option(help: ArgumentHelp("The language of files that do not say.", valueName: "fr|en"))
    var lang: String?

    @OptionGroup var options: TrainCommand.Options

    @Option(help: "How often all sentences are seen.")
    var epochs = SequenceTrainer.Options().epochs

    @Option(help: "How often learning starts again in another order; the model is the mean.")
    var restarts = SequenceTrainer.Options().restarts

    @Option(help: "The binary logarithm of the number of rows.")
    var rowBits = SequenceTrainer.Options().rowBits

    @Option(help: "The share of features, in 256ths, that are left out each time.")
    var dropout = SequenceTrainer.Options().dropout

    @Option(help: "The share of words, in 256ths, that are taken for unknown each time.")
    var wordDropout = SequenceTrainer.Options().groupDropout.own

    @Option(help: "The share of words, in 256ths, whose neighbours are taken for unknown each time.")
    var neighborDropout = SequenceTrainer.Options().groupDropout.beside

    @Option(help: "The share of words, in 256ths, that no lexicon is taken to know each time.")
    var lexiconDropout = SequenceTrainer.Options().groupDropout.knowledge

    @Option(help: "How far a weight moves at first.")
    var rate = SequenceTrainer.Options().rate

    @Option(help: "A feature that fewer words have is left out.")
    var leastCount = SequenceTrainer.Options().leastCount

    @Option(help: "Where order and dropout come from; the same seed gives the same bytes.")
    var seed: UInt64 = 1

    func run() throws {
        let locator = options.lexiconOptions.locator
        let lexicon = try locator.open()
        let models = try TextModels(ModelFolder(beside: locator.locate()))
        var training = SequenceTrainer.Options()
        training.epochs = epochs
        training.restarts = restarts
        training.rowBits = rowBits
        training.dropout = dropout
        training.rate = rate
        training.groupDropout = (wordDropout, neighborDropout, lexiconDropout)
        training.leastCount = leastCount
        training.seed = seed
        let corpora = try data.map { try NameFile.corpus($0, lang: lang) }
        let trainer = NameTrainer(lexicon: lexicon, models: models, options: training)
        let (bytes, summary) = try trainer.train(corpora) { StandardError.write("epoch \($0 + 1)\n") }
        let path = "\(options.out)/\(NameTagger.task).model"
        try ModelFolder.write(bytes, to: path)
        print("\(path): \(bytes.count) bytes")
        print("\(summary.names) names, \(summary.unreachable) of them inside words", terminator: "; ")
        print("\(summary.sentences) sentences, \(summary.words) words")
    }
}
