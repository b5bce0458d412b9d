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
    /// Whether a document keeps its candidates and tells what became of them.
    private let keepsCandidates: Bool

    /// Makes the stage over a lexicon, which knows legal forms and the words that tell of other names.
    package init(lexicon: Lexicon) {
        self.lexicon = lexicon
        keepsCandidates = true
        words = AliasWords(lexicon: lexicon)
    }

    /// The same stage for documents of which nothing but their lines is wanted.
    package var leavingNoCandidates: ResolveStage { ResolveStage(self) }

    private init(_ other: ResolveStage) {
        lexicon = other.lexicon
        words = other.words
        keepsCandidates = false
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
        // What nobody else holds is changed where it lies.
        if !keepsCandidates { document.candidates = [] }
        let parts = NameParts(text: document.text, lexicon: lexicon, words: words)
        LegalFormReader(text: document.text, parts: parts).extend(&candidates)
        var aliases = DocumentAliases(text: document.text, candidates: candidates, parts: parts)
        aliases.apply(to: &candidates)
        aliases.readHeadlines(document.blocks, into: &candidates)
        var settlement = OverlapSettlement(keepsRejections: keepsCandidates)
        settlement.settle(&candidates)
        for index in candidates.indices { aliases.identify(&candidates[index]) }
        aliases.resolveFamilyNames(&candidates)
        document.mentions = candidates
        document.rejections = settlement.rejections
    }
}
