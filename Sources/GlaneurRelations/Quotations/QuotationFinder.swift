import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds what a document quotes, and who says it.
struct QuotationFinder: Sendable {
    /// Makes a finder over a lexicon, which has the verbs of saying.
    init(lexicon: Lexicon) {}

    /// Sets the quotations of a document.
    ///
    /// - Parameter passages: the blocks of the document, cut into lexemes; their offsets are those of its view.
    func find(in document: inout Document, passages: [Passage]) {}
}
