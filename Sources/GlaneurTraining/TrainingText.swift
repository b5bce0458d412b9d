import GlaneurCore
import GlaneurText

/// A document with its gold, cut into our own tokens block by block.
struct TrainingText {
    let gold: Treebank.TreebankDocument
    let document: Document
    /// The tokens of each block, titles apart, which are one sentence whatever they hold.
    private let blocks: [(tokens: [Token], isTitle: Bool)]

    init(gold: Treebank.TreebankDocument, document: Document, tokenizer: Tokenizer) {
        self.gold = gold
        self.document = document
        blocks = document.blocks.map { block in
            var tokens: [Token] = []
            tokenizer.tokenize(document.text, in: block.span.range, into: &tokens)
            return (tokens, block.blockClass == .title)
        }
    }

    /// Calls `body` with the tokens of each block, and with what tells whether a sentence ends in front of one of them.
    func forEachBlock(_ body: (ArraySlice<Token>, (Int) -> Bool) -> Void) {
        let starts = Set(gold.sentences.map(\.start))
        let ends = Set(gold.sentences.map(\.end))
        for (tokens, isTitle) in blocks where !isTitle {
            body(tokens[...]) { starts.contains(tokens[$0].span.start) || ends.contains(tokens[$0 - 1].span.end) }
        }
    }

    /// Calls `body` with the tokens of each gold sentence, and with what tells whether the token of a span stands for several
    /// words; nothing where gold has no such token.
    func forEachSentence(_ body: (ArraySlice<Token>, (ByteSpan) -> Bool?) -> Void) {
        let isContraction = Dictionary(
            gold.tokens.map { ($0.span, !$0.words.isEmpty) }, uniquingKeysWith: { first, _ in first })
        let starts = Set(gold.sentences.map(\.start))
        for (tokens, _) in blocks {
            var first = tokens.startIndex
            while first < tokens.endIndex {
                let end = tokens[(first + 1)...].firstIndex { starts.contains($0.span.start) } ?? tokens.endIndex
                body(tokens[first..<end]) { isContraction[$0] }
                first = end
            }
        }
    }
}
