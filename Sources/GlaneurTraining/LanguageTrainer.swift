import GlaneurModels
import GlaneurText

/// Trains the model of languages.
package struct LanguageTrainer: Sendable {
    /// How the model is trained.
    package struct Options: Sendable {
        /// How many examples are made and learnt from, once each.
        package var examples = 16_000_000
        /// The binary logarithm of the number of rows that features are folded into.
        package var rowBits = 19
        /// Where examples come from.
        package var seed: UInt64 = 1

        /// Makes the usual options.
        package init() {}
    }

    private let options: Options

    /// How far a weight moves that moves for the first time; towards the end it moves less, down to 0.3 of it.
    private static let rate: Float = 0.2

    /// Makes a trainer.
    package init(_ options: Options) { self.options = options }

    /// Trains on a corpus and returns the file of the model; nothing where French, English or all others are missing.
    package func train(_ corpus: LanguageCorpus) -> [UInt8]? {
        guard var examples = LanguageExamples(corpus, seed: options.seed) else { return nil }
        var trainer = SoftmaxTrainer(labels: LanguageIdentifier.labels, rowBits: options.rowBits)
        var features = LanguageFeatures()
        var text: [UInt8] = []
        for index in 0..<options.examples {
            let label = examples.next(into: &text)
            features.removeAll()
            features.read(text, in: text.indices)
            guard !features.features.isEmpty else { continue }
            let rate = LanguageTrainer.rate * (1 - 0.7 * Float(index) / Float(options.examples))
            trainer.learn(features.features, label: label, rate: rate)
        }
        return trainer.file(task: LanguageIdentifier.task, revision: LanguageFeatures.revision)
    }
}
