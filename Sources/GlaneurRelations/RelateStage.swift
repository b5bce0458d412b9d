public import GlaneurCore
package import GlaneurLexicon
import GlaneurRecognizers

/// Says who speaks and what happens: quotations with their speakers, events and positions with those who have a part in them.
///
/// Both are read off the settled mentions and the words around them; nothing of an earlier layer changes.
public struct RelateStage: Stage {
    private let passages: DocumentPassages
    private let quotations: QuotationFinder
    private let events: EventFinder

    /// Makes the stage over a lexicon, which has the verbs of saying and the patterns of events.
    package init(lexicon: Lexicon) {
        passages = DocumentPassages(lexicon: lexicon)
        quotations = QuotationFinder(lexicon: lexicon)
        events = EventFinder(lexicon: lexicon)
    }

    /// The name users type.
    public var name: StageName { .relate }
    /// What a document must have.
    public var needs: Layers { [.view, .blocks, .language, .tokens, .mentions] }
    /// What a document has afterwards.
    public var gives: Layers { .relations }

    /// Sets quotations and events.
    public func process(_ document: inout Document) throws(StageFailure) {
        document.quotations = []
        document.events = []
        let passages = passages.takeAll(of: &document)
        quotations.find(in: &document, passages: passages)
        events.find(in: &document, passages: passages)
    }
}
