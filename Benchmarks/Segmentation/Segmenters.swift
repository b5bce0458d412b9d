import CICU
import GlaneurCore
import GlaneurLexicon
import GlaneurModels
import GlaneurText

/// The ways to segment a document that are compared; each returns how many pieces it found, so that nothing is left out.
struct Segmenters {
    let lexicon: Lexicon
    let models: TextModels

    /// Our tokens.
    func tokens(_ document: Document, into tokens: inout [Token]) -> Int {
        tokens.removeAll(keepingCapacity: true)
        let bytes = document.view.bytes
        Tokenizer(lexicon: lexicon, language: document.language).tokenize(bytes, in: bytes.indices, into: &tokens)
        return tokens.count
    }

    /// Our tokens and the words of contractions; without the models, the ambiguous ones are what they most often are.
    func tokensAndWords(
        _ document: Document, withModels: Bool = true, into tokens: inout [Token], _ words: inout [MultiwordToken]
    ) -> Int {
        words.removeAll(keepingCapacity: true)
        let count = self.tokens(document, into: &tokens)
        var tokenizer = MultiwordTokenizer(
            bytes: document.view.bytes, language: document.language, lexicon: lexicon,
            model: withModels ? models[document.language].words : nil)
        tokenizer.find(in: tokens[...], into: &words)
        return count + words.count
    }

    /// Sentences, tokens and words, as the pipeline makes them.
    func stage(_ document: Document) throws -> Int {
        var document = document
        try SegmentStage(lexicon: lexicon, models: models).process(&document)
        return document.tokens.count
    }

    /// ICU's words.
    func unicodeWords(_ document: Document) -> Int {
        document.view.bytes.withUnsafeBufferPointer {
            Int(cicu_count_word_boundaries(document.language.code, $0.baseAddress, $0.count))
        }
    }

    /// ICU's words and sentences.
    func unicodeWordsAndSentences(_ document: Document) -> Int {
        unicodeWords(document)
            + document.view.bytes.withUnsafeBufferPointer {
                Int(cicu_count_sentence_boundaries(document.language.code, $0.baseAddress, $0.count))
            }
    }
}
