import GlaneurCore
import GlaneurLexicon

/// Cuts the blocks of one document that are in one language: tokens, ends of sentences, words of contractions.
///
/// It is made once for a document and language and keeps its buffers from block to block, most of which are a few lines long.
final class BlockSegmenter {
    /// The language whose profile it uses.
    let language: Language
    private let bytes: [UInt8]
    private let tokenizer: Tokenizer
    private let splitter: SentenceSplitter
    private var words: MultiwordTokenizer

    init(bytes: [UInt8], language: Language, lexicon: Lexicon, models: TextModels.Segmentation) {
        self.bytes = bytes
        self.language = language
        tokenizer = Tokenizer(lexicon: lexicon, language: language)
        splitter = SentenceSplitter(bytes: bytes, lexicon: lexicon, language: language, models: models.sentences)
        words = MultiwordTokenizer(bytes: bytes, language: language, lexicon: lexicon, model: models.words)
    }

    /// Appends the tokens of a block and sets `boundaries` to the ends of its sentences; a title is one sentence.
    func cut(_ range: Range<Int>, isTitle: Bool, into tokens: inout [Token], _ boundaries: inout [SentenceSplitter.Boundary]) {
        let first = tokens.count
        boundaries.removeAll(keepingCapacity: true)
        tokenizer.tokenize(bytes, in: range, into: &tokens)
        guard tokens.count > first else { return }
        if isTitle {
            boundaries.append(SentenceSplitter.Boundary(end: tokens.count, reason: .block))
        } else {
            splitter.split(tokens[first...], into: &boundaries)
        }
        if language == .french { FinalPoints.part(&tokens, from: first, &boundaries, in: bytes) }
    }

    /// Appends the multi-word tokens of a sentence.
    func findWords(in sentence: ArraySlice<Token>, into found: inout [MultiwordToken]) {
        words.find(in: sentence, into: &found)
    }
}
