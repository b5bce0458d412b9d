import ArgumentParser
import GlaneurLexicon
import GlaneurModels
import GlaneurTraining

/// `glaneur train language`.
struct TrainLanguage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language", abstract: "Trains the model of languages on what scripts/language-data collects.")

    @Option(parsing: .upToNextOption, help: "Files of texts and words of many languages, one JSON object a line.")
    var data: [String]

    @Option(help: "The model file that is written.")
    var out: String

    @Option(help: "How many examples are made and learnt from.")
    var examples = LanguageTrainer.Options().examples

    @Option(help: "The binary logarithm of the number of rows.")
    var rowBits = LanguageTrainer.Options().rowBits

    @Option(help: "Where examples come from; the same seed gives the same bytes.")
    var seed: UInt64 = 1

    func run() throws {
        var corpus = LanguageCorpus()
        for path in data { try corpus.read(try LexiconFolder.read(path)) }
        var options = LanguageTrainer.Options()
        options.examples = examples
        options.rowBits = rowBits
        options.seed = seed
        guard let model = LanguageTrainer(options).train(corpus) else {
            throw ValidationError("the data have no texts in fr, in en or in any other language")
        }
        try ModelFolder.write(model, to: out)
        print("\(out): \(model.count) bytes")
    }
}
