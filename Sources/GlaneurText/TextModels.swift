package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// The learned models of languages, sentences and words.
///
/// Each may be missing. Sentences and words are then found by rules alone; languages are not told at all.
package struct TextModels: Sendable {
    /// Which language a text is in.
    package var language: LinearModel?
    /// Where sentences end.
    package var sentences: [Language: LinearModel] = [:]
    /// Which of two senses an ambiguous contraction has.
    package var words: [Language: LinearModel] = [:]

    /// No models.
    package init() {}

    /// Opens the models of a folder.
    ///
    /// - Throws: `LexiconError` where one cannot be used.
    package init(_ folder: ModelFolder) throws(LexiconError) {
        language = try folder.model(LanguageIdentifier.task, revision: LanguageFeatures.revision)
        for language in [Language.french, .english] {
            sentences[language] = try folder.model(
                TextModels.sentenceTask(language), revision: BoundaryFeatures.revision)
            words[language] = try folder.model(TextModels.wordTask(language), revision: SenseFeatures.revision)
        }
    }

    /// What the models say, in one word: it changes where any of them does.
    package var fingerprint: String {
        let sums = [sentences, words].flatMap { models in
            [Language.french, .english].map { models[$0].map { String($0.checksum, radix: 16) } ?? "-" }
        }
        return ([language.map { String($0.checksum, radix: 16) } ?? "-"] + sums).joined(separator: ".")
    }

    /// The task of the model that finds ends of sentences: `sentences-fr`.
    package static func sentenceTask(_ language: Language) -> String { "sentences-\(language.code)" }
    /// The task of the model that tells senses of words: `words-fr`.
    package static func wordTask(_ language: Language) -> String { "words-\(language.code)" }
    /// The revision of the features of word senses.
    package static var wordRevision: Int { SenseFeatures.revision }
    /// The revision of the features of ends of sentences.
    package static var sentenceRevision: Int { BoundaryFeatures.revision }
}
