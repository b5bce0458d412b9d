import GlaneurResolution

extension Pipeline {
    /// Returns this pipeline with stages of your own behind the others, in the order given.
    ///
    /// ```swift
    /// let pipeline = try Pipeline().adding([MarkLongSentences(limit: 40)])
    /// ```
    ///
    /// Their names become part of the effective configuration, since they may change what comes out.
    ///
    /// - Throws: a failure where one of the stages needs a layer that none before it gives.
    public func adding(_ stages: [any Stage]) throws(StageFailure) -> Pipeline {
        try Pipeline(self, adding: stages)
    }

    /// The same pipeline for runs that want nothing but the lines of documents: it leaves no candidates in them.
    package var forLines: Pipeline {
        // A stage of somebody's own may ask for what the recognizers proposed.
        let behind = chain.stages.drop { !($0 is ResolveStage) }.dropFirst()
        if behind.contains(where: { $0.needs.contains(.candidates) }) { return self }
        let stages = chain.stages.map { ($0 as? ResolveStage)?.leavingNoCandidates ?? $0 }
        return (try? StageChain(stages)).map { Pipeline(self, running: $0) } ?? self
    }

    private init(_ pipeline: Pipeline, running chain: StageChain) {
        configuration = pipeline.configuration
        lexicon = pipeline.lexicon
        tagger = pipeline.tagger
        settings = pipeline.settings
        self.chain = chain
    }

    private init(_ pipeline: Pipeline, adding stages: [any Stage]) throws(StageFailure) {
        configuration = pipeline.configuration
        lexicon = pipeline.lexicon
        tagger = pipeline.tagger
        chain = try StageChain(pipeline.chain.stages + stages)
        let key = "stages"
        let earlier = pipeline.settings.filter { $0.key == key }.map(\.value)
        let names = (earlier + stages.map(\.name.rawValue)).joined(separator: " ")
        let added = names.isEmpty ? [] : [(key: key, value: names)]
        settings = (pipeline.settings.filter { $0.key != key } + added).sorted { $0.key < $1.key }
    }
}
