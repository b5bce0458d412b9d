public import GlaneurCore
package import GlaneurLexicon

/// Cuts text into blocks; of a page it first takes the title and the article out of the markup.
public struct ExtractStage: Stage {
    /// `extract`.
    public let name = StageName.extract
    /// Decoded text.
    public let needs: Layers = .decoded
    /// Blocks.
    public let gives: Layers = .blocks

    /// Whether the text of a page has everything that stands on it, what is not the article marked as boilerplate.
    public let keepsBoilerplate: Bool
    private let hints: MarkupHints
    private let words: PageWords
    private let textBlocks: TextExportBlocks

    /// Makes the stage; the lexicon knows what page furniture says, and how pages mark it up.
    package init(lexicon: Lexicon, keepBoilerplate: Bool = false) {
        keepsBoilerplate = keepBoilerplate
        textBlocks = TextExportBlocks(lexicon: lexicon)
        hints = MarkupHints(lexicon: lexicon)
        words = PageWords(lexicon: lexicon)
    }

    /// Sets the blocks, and for a page the text, its origin, and the metadata that the document has not yet.
    public func process(_ document: inout Document) throws(StageFailure) {
        guard document.provenance.mediaType == "text/html" else {
            document.blocks = textBlocks.blocks(of: document.text, title: document.metadata.title)
            return
        }
        let extraction = HTMLExtraction(
            document.text, hints: hints, words: words, keepsBoilerplate: keepsBoilerplate)
        guard let extraction else {
            throw StageFailure(
                .tooLarge, stage: name, document: document.id,
                message: "\(document.text.count) bytes of markup cannot be parsed")
        }
        guard !extraction.text.isEmpty else {
            throw StageFailure(.empty, stage: name, document: document.id, message: "a page without text")
        }
        document.text = extraction.text
        document.origin.prepend(extraction.alignment)
        document.blocks = extraction.blocks
        extraction.metadata.fill(&document.metadata, heading: extraction.heading)
    }
}
