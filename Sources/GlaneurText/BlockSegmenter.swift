import GlaneurCore
import GlaneurLexicon

/// Cuts the blocks of one document that are in one language: tokens, ends of sentences, words of contractions.
///
/// It is made once for a document and language and keeps its buffers from block to block, most of which are a few lines long.
final class BlockSegmenter {
    /// The language whose profile it uses.
    let language: Language
    private let view: TextView
    private let tokenizer: Tokenizer
    private let splitter: SentenceSplitter
    private var words: MultiwordTokenizer

    init(view: TextView, language: Language, lexicon: Lexicon, models: TextModels.Segmentation) {
        self.view = view
        let bytes = view.bytes
        self.language = language
        tokenizer = Tokenizer(lexicon: lexicon, language: language)
        splitter = SentenceSplitter(bytes: bytes, lexicon: lexicon, language: language, models: models.sentences)
        words = MultiwordTokenizer(bytes: bytes, language: language, lexicon: lexicon, model: models.words)
    }

    /// Appends the tokens of a block and sets `boundaries` to the ends of its sentences; a title is one sentence.
    func cut(
        _ range: Range<Int>, isTitle: Bool, into tokens: inout [Token], _ boundaries: inout [SentenceSplitter.Boundary]
    ) {
        let first = tokens.count
        boundaries.removeAll(keepingCapacity: true)
        tokenizer.tokenize(view.bytes, in: range, into: &tokens)
        if view.alignment != nil { join(&tokens, from: first) }
        guard tokens.count > first else { return }
        if isTitle {
            boundaries.append(SentenceSplitter.Boundary(end: tokens.count, reason: .block))
        } else {
            splitter.split(tokens[first...], into: &boundaries)
        }
        if language == .french { FinalPoints.part(&tokens, from: first, &boundaries, in: view.bytes) }
    }

    /// Joins tokens that stand on the same characters of the text: U+2ADC is in normalisation form C a sign and a combining mark.
    private func join(_ tokens: inout [Token], from first: Int) {
        var kept = first
        var end = 0
        for index in first..<tokens.count {
            let span = view.textSpan(of: tokens[index].span)
            if kept > first, span.start < end {
                tokens[kept - 1].span = ByteSpan(tokens[kept - 1].span.start, tokens[index].span.end)
            } else {
                tokens[kept] = tokens[index]
                kept += 1
            }
            end = max(end, span.end)
        }
        tokens.removeLast(tokens.count - kept)
    }

    /// Appends the multi-word tokens of a sentence.
    func findWords(in sentence: ArraySlice<Token>, into found: inout [MultiwordToken]) {
        words.find(in: sentence, into: &found)
    }
}
