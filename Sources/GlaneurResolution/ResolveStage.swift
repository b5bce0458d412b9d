public import GlaneurCore
package import GlaneurLexicon

/// Settles what the recognisers propose: aliases within the document, overlaps, entities.
///
/// Three steps, in this order: a name that the document supports elsewhere is raised (`Bannon` by `Peter Bannon`); candidates
/// that stay too weak fall; of those that overlap the stronger stands. What falls is kept as a rejection.
public struct ResolveStage: Stage {
    private let lexicon: Lexicon

    /// Makes the stage over a lexicon, which knows legal forms.
    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The name users type.
    public var name: StageName { .resolve }
    /// What a document must have.
    public var needs: Layers { .candidates }
    /// What a document has afterwards.
    public var gives: Layers { .mentions }

    /// Settles the candidates.
    public func process(_ document: inout Document) throws(StageFailure) {
        var candidates = document.candidates
        var aliases = DocumentAliases(document: document, lexicon: lexicon)
        aliases.apply(to: &candidates)
        var settlement = OverlapSettlement()
        settlement.settle(candidates)
        document.mentions = settlement.takeMentions()
        for index in document.mentions.indices { aliases.identify(&document.mentions[index]) }
        document.rejections = settlement.rejections
    }
}
