public import GlaneurCore
package import GlaneurLexicon

/// Lets every recogniser read each block and keeps all they propose.
public struct RecognizeStage: Stage {
    private let lexicon: Lexicon
    private let recognizers: [any Recognizer]
    private let consensus: CurrencyConsensus

    /// The bytes after which a passage ends with its sentence: the lexemes of 16 KiB fill 150 KiB, and stay in the cache.
    private static let passageSize = 16 << 10

    /// Makes the stage.
    ///
    /// - Parameter home: the money of the country the documents come from, where it is known.
    package init(lexicon: Lexicon, recognizers: [any Recognizer], home: HomeCurrency? = nil) {
        self.lexicon = lexicon
        self.recognizers = recognizers
        consensus = CurrencyConsensus(home: home)
    }

    /// The name users type.
    public var name: StageName { .recognize }
    /// What a document must have.
    public var needs: Layers { [.view, .blocks, .language, .tokens] }
    /// What a document has afterwards.
    public var gives: Layers { .candidates }

    /// Sets the candidates.
    public func process(_ document: inout Document) throws(StageFailure) {
        let view = document.view
        var candidates: [Mention] = []
        // News has a name or an amount about every sixty bytes.
        candidates.reserveCapacity(view.bytes.count / 60 + 8)
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
        let anchor = document.metadata.published.flatMap { TimeAnchor(rfc3339: $0) }
        for block in document.blocks {
            let span = view.viewSpan(of: block.span)
            while firstStart < starts.count, starts[firstStart] < span.start { firstStart += 1 }
            while firstAddress < addresses.count, addresses[firstAddress].end <= span.start { firstAddress += 1 }
            var start = span.start
            while start < span.end {
                var end = span.end
                var lastStart = firstStart
                while lastStart < starts.count, starts[lastStart] < end {
                    // A long block is read in pieces that end with a sentence, so that its lexemes stay few.
                    if starts[lastStart] - start > RecognizeStage.passageSize {
                        end = starts[lastStart]
                        break
                    }
                    lastStart += 1
                }
                var lastAddress = firstAddress
                while lastAddress < addresses.count, addresses[lastAddress].start < end { lastAddress += 1 }
                let passage = Passage(
                    lexicon: lexicon, language: document.analysisLanguage(of: block), bytes: view.bytes,
                    span: ByteSpan(start, end), sentenceStarts: Array(starts[firstStart..<lastStart]),
                    opaque: Array(addresses[firstAddress..<lastAddress]), anchor: anchor)
                for recognizer in recognizers { recognizer.recognize(passage, into: &candidates) }
                start = end
                firstStart = lastStart
                firstAddress = lastAddress
            }
        }
        consensus.settle(&candidates, in: view.bytes)
        if view.alignment != nil {
            for index in candidates.indices { candidates[index].span = view.textSpan(of: candidates[index].span) }
        }
        document.candidates = candidates
    }
}
