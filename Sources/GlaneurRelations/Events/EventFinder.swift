import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds what a document states to have happened, by patterns that lie in glossaries.
struct EventFinder: Sendable {
    /// Makes a finder over a lexicon, which has the patterns.
    init(lexicon: Lexicon) {}

    /// Sets the events of a document.
    ///
    /// - Parameter passages: the blocks of the document, cut into lexemes; their offsets are those of its view.
    func find(in document: inout Document, passages: [Passage]) {}
}
