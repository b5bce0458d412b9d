public import GlaneurCore
package import GlaneurLexicon

/// Lets every recogniser read each block and keeps all they propose.
public struct RecognizeStage: Stage {
    private let lexicon: Lexicon
    private let recognizers: [any Recognizer]
    private let consensus: CurrencyConsensus

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
        for token in document.tokens where token.kind == .url || token.kind == .email {
            let label: Label = token.kind == .url ? .url : .email
            let span = view.viewSpan(of: token.span)
            candidates.append(Mention(span: span, label: label, maker: "rule:\(label.rawValue.lowercased())"))
        }
        var groups = 0
        var last: [Passage] = []
        DocumentPassages(lexicon: lexicon).forEachGroup(of: document) { passages in
            guard !document.deadline.isPast else { return }
            for recognizer in recognizers { recognizer.recognize(passages, into: &candidates) }
            groups += 1
            last = passages
        }
        // Those of a very long document would fill the memory while they wait.
        document.workings.passages = groups == 1 ? last : nil
        consensus.settle(&candidates, in: view.bytes)
        if view.alignment != nil {
            for index in candidates.indices { candidates[index].span = view.textSpan(of: candidates[index].span) }
        }
        document.candidates = candidates
    }
}
