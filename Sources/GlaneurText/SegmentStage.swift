public import GlaneurCore
package import GlaneurLexicon

/// Cuts each block into sentences and tokens.
public struct SegmentStage: Stage {
    private let lexicon: Lexicon
    private let findsWords: Bool

    /// Makes the stage over a lexicon, which knows elisions, clitics and abbreviations.
    ///
    /// - Parameter findsWords: whether the words of contractions are told too, which only the output of tokens needs.
    package init(lexicon: Lexicon, findsWords: Bool = true) {
        self.lexicon = lexicon
        self.findsWords = findsWords
    }

    /// The name users type.
    public var name: StageName { .segment }
    /// What a document must have.
    public var needs: Layers { [.blocks, .view, .language] }
    /// What a document has afterwards.
    public var gives: Layers { .tokens }

    /// Sets tokens and sentences.
    public func process(_ document: inout Document) throws(StageFailure) {
        let view = document.view
        var tokens: [Token] = []
        tokens.reserveCapacity(view.bytes.count / 5)
        var sentences: [Sentence] = []
        var multiwords: [MultiwordToken] = []
        for block in document.blocks {
            let language = document.analysisLanguage(of: block)
            let range = view.viewSpan(of: block.span).range
            let first = tokens.count
            Tokenizer(lexicon: lexicon, language: language).tokenize(view.bytes, in: range, into: &tokens)
            let words = lexicon.words(language)
            if findsWords {
                MultiwordTokenizer(bytes: view.bytes, language: language, lexicon: lexicon)
                    .find(in: tokens, from: first, into: &multiwords)
            }
            var spans: [ByteSpan] = []
            if block.blockClass == .title, let start = tokens[first...].first, let end = tokens.last {
                spans = [ByteSpan(start.span.start, end.span.end)]
            } else {
                SentenceSplitter(bytes: view.bytes, words: words).split(tokens[first...], into: &spans)
            }
            sentences += spans.map { Sentence(span: view.textSpan(of: $0), language: language) }
        }
        if view.alignment != nil {
            for index in tokens.indices { tokens[index].span = view.textSpan(of: tokens[index].span) }
        }
        document.tokens = tokens
        document.sentences = sentences
        document.multiwordTokens = multiwords
    }
}
