package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// Tells which of its two senses an ambiguous word has: a contraction of two words, or one word.
package struct WordSenses {
    private let bytes: [UInt8]
    private let features: SenseFeatures
    private let model: LinearModel?

    /// Makes the teller for a text.
    package init(bytes: [UInt8], lexicon: Lexicon, language: Language, model: LinearModel?) {
        features = SenseFeatures(lexicon: lexicon, language: language)
        self.bytes = bytes
        self.model = model
    }

    /// Whether `sentence[index]` stands for two words; nothing where no model can tell.
    package func isContraction(_ sentence: ArraySlice<Token>, at index: Int) -> Bool? {
        guard let model else { return nil }
        var sum = model.sum
        TokenWindow.with(sentence, bytes) { features.add($0, at: index, to: &sum) }
        return sum.value > 0
    }

    /// Adds the example of an ambiguous word to those that a model is trained on.
    package func example(
        _ sentence: ArraySlice<Token>, at index: Int, isContraction: Bool, into examples: inout TrainingExamples
    ) {
        var list: [UInt32] = []
        TokenWindow.with(sentence, bytes) { features.add($0, at: index, to: &list) }
        examples.append(list, label: isContraction ? 1 : 0)
    }
}
