package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// Tells which of its two senses an ambiguous word has: a contraction of two words, or one word.
package struct WordSenses {
    private var features: SenseFeatures
    private let model: LinearModel?

    /// Makes the teller for a text.
    package init(bytes: [UInt8], lexicon: Lexicon, language: Language, model: LinearModel?) {
        features = SenseFeatures(bytes: bytes, lexicon: lexicon, language: language)
        self.model = model
    }

    /// Whether `sentence[index]` stands for two words; nothing where no model can tell.
    package mutating func isContraction(_ sentence: ArraySlice<Token>, at index: Int) -> Bool? {
        guard let model else { return nil }
        features.make(sentence, at: index)
        return model.score(features.values) > 0
    }

    /// Adds the example of an ambiguous word to those that a model is trained on.
    package mutating func example(
        _ sentence: ArraySlice<Token>, at index: Int, isContraction: Bool, into examples: inout TrainingExamples
    ) {
        features.make(sentence, at: index)
        examples.append(features.values, label: isContraction ? 1 : 0)
    }
}
