public import GlaneurCore
package import GlaneurLexicon

/// Settles what the recognisers propose: aliases within the document, overlaps, entities.
///
/// Four steps, in this order: a name that the document supports elsewhere is raised (`Bannon` by `Peter Bannon`); candidates
/// that stay too weak fall; of those that overlap the stronger stands; what stands gets the id of its entity, one for all its
/// forms in the document. What falls is kept as a rejection.
public struct ResolveStage: Stage {
    private let lexicon: Lexicon
    private let words: AliasWords

    /// Makes the stage over a lexicon, which knows legal forms and the words that tell of other names.
    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
        words = AliasWords(lexicon: lexicon)
    }

    /// The name users type.
    public var name: StageName { .resolve }
    /// What a document must have.
    public var needs: Layers { .candidates }
    /// What a document has afterwards.
    public var gives: Layers { .mentions }

    /// Settles the candidates.
    public func process(_ document: inout Document) throws(StageFailure) {
        var candidates = document.candidates
        let parts = NameParts(text: document.text, lexicon: lexicon, words: words)
        LegalFormReader(text: document.text, parts: parts).extend(&candidates)
        var aliases = DocumentAliases(text: document.text, candidates: candidates, parts: parts)
        aliases.apply(to: &candidates)
        aliases.readHeadlines(document.blocks, into: &candidates)
        var settlement = OverlapSettlement()
        settlement.settle(candidates)
        document.mentions = settlement.takeMentions()
        for index in document.mentions.indices { aliases.identify(&document.mentions[index]) }
        aliases.resolveFamilyNames(&document.mentions)
        document.rejections = settlement.rejections
    }
}
