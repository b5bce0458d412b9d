public import GlaneurCore
package import GlaneurLexicon

/// Cuts each block into sentences and tokens.
public struct SegmentStage: Stage {
    private let lexicon: Lexicon
    private let models: TextModels
    private let findsWords: Bool

    /// Makes the stage over a lexicon, which knows elisions, clitics and abbreviations.
    ///
    /// - Parameters:
    ///   - models: what decides where rules do not.
    ///   - findsWords: whether the words of contractions are told too, which only the output of tokens needs.
    package init(lexicon: Lexicon, models: TextModels = TextModels(), findsWords: Bool = true) {
        self.lexicon = lexicon
        self.models = models
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
        var boundaries: [SentenceSplitter.Boundary] = []
        let switching = document.language == .multiple ? models.language.map { SentenceLanguages(model: $0) } : nil
        var french: BlockSegmenter?
        var english: BlockSegmenter?
        var unasked = 0
        for block in document.blocks {
            unasked += block.span.count
            if unasked > 1 << 16 {
                guard !document.deadline.isPast else { return }
                unasked = 0
            }
            let language = document.analysisLanguage(of: block)
            let segmenter =
                (language == .french ? french : english)
                ?? BlockSegmenter(view: view, language: language, lexicon: lexicon, models: models[language])
            if language == .french { french = segmenter } else { english = segmenter }
            var start = tokens.count
            segmenter.cut(
                view.viewSpan(of: block.span).range, isTitle: block.blockClass == .title, into: &tokens, &boundaries)
            guard tokens.count > start else { continue }
            switching?.part(&boundaries, tokens[start...], in: view.bytes)
            for boundary in boundaries {
                if findsWords { segmenter.findWords(in: tokens[start..<boundary.end], into: &multiwords) }
                let span = ByteSpan(tokens[start].span.start, tokens[boundary.end - 1].span.end)
                let own = switching?.language(of: span, in: view.bytes, block: block.language) ?? language
                sentences.append(
                    Sentence(span: view.textSpan(of: span), language: own, ending: boundary.reason))
                start = boundary.end
            }
        }
        if view.alignment != nil {
            for index in tokens.indices { tokens[index].span = view.textSpan(of: tokens[index].span) }
        }
        document.tokens = tokens
        document.sentences = sentences
        document.multiwordTokens = multiwords
    }
}
