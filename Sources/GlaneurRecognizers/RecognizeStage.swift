public import GlaneurCore
package import GlaneurLexicon

/// Lets every recogniser read each block and keeps all they propose.
public struct RecognizeStage: Stage {
    private let lexicon: Lexicon
    private let recognizers: [any Recognizer]

    /// Makes the stage.
    package init(lexicon: Lexicon, recognizers: [any Recognizer]) {
        self.lexicon = lexicon
        self.recognizers = recognizers
    }

    public var name: StageName { .recognize }
    public var needs: Layers { [.view, .blocks, .language, .tokens] }
    public var gives: Layers { .candidates }

    public func process(_ document: inout Document) throws(StageFailure) {
        let view = document.view
        var candidates: [Mention] = []
        var addresses: [ByteSpan] = []
        for token in document.tokens {
            switch token.kind {
            case .url, .email:
                let label: Label = token.kind == .url ? .url : .email
                let span = view.viewSpan(of: token.span)
                candidates.append(Mention(span: span, label: label, maker: "rule:\(label.rawValue.lowercased())"))
                addresses.append(span)
            case .handle, .hashtag: addresses.append(view.viewSpan(of: token.span))
            default: break
            }
        }
        let starts = document.sentences.map { view.viewSpan(of: $0.span).start }
        var firstStart = 0
        var firstAddress = 0
        for block in document.blocks {
            let span = view.viewSpan(of: block.span)
            while firstStart < starts.count, starts[firstStart] < span.start { firstStart += 1 }
            while firstAddress < addresses.count, addresses[firstAddress].end <= span.start { firstAddress += 1 }
            var lastStart = firstStart
            while lastStart < starts.count, starts[lastStart] < span.end { lastStart += 1 }
            var lastAddress = firstAddress
            while lastAddress < addresses.count, addresses[lastAddress].start < span.end { lastAddress += 1 }
            let passage = Passage(
                lexicon: lexicon, language: document.analysisLanguage(of: block), bytes: view.bytes, span: span,
                sentenceStarts: Array(starts[firstStart..<lastStart]),
                opaque: Array(addresses[firstAddress..<lastAddress]), published: document.metadata.published)
            for recognizer in recognizers { recognizer.recognize(passage, into: &candidates) }
        }
        if view.alignment != nil {
            for index in candidates.indices { candidates[index].span = view.textSpan(of: candidates[index].span) }
        }
        document.candidates = candidates
    }
}
