package import GlaneurCore
package import GlaneurModels

/// Tells the languages of sentences in a document that has several.
///
/// Nobody asks this for a document of one language: its sentences are in that language, whatever names and titles they quote. In
/// another the language of its block is what a sentence is in, as long as its own words do not outweigh that.
package struct SentenceLanguages: Sendable {
    let identifier: LanguageIdentifier

    /// How much of a sentence is read: 40 words leave no doubt.
    private static let longestSample = 256
    /// A sentence with fewer features has two words or less and goes with its block.
    private static let leastFeatures = 24

    /// Uses a model of languages.
    package init(model: LinearModel) { identifier = LanguageIdentifier(model: model) }

    /// Returns the language of a sentence of a document with several languages.
    ///
    /// - Parameters:
    ///   - sentence: its span in `bytes`, the view of the document.
    ///   - block: the language of its block.
    package func language(of sentence: ByteSpan, in bytes: [UInt8], block: Language) -> Language {
        var end = min(sentence.end, sentence.start + SentenceLanguages.longestSample)
        while end < sentence.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
        var buffers = LanguageIdentifier.Buffers()
        let evidence = identifier.evidence(bytes, in: sentence.start..<end, with: &buffers)
        guard evidence.features >= SentenceLanguages.leastFeatures || evidence.foreignLetters > 0 else { return block }
        return identifier.verdict(evidence, expecting: block).language
    }
}
