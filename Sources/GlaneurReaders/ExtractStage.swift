public import GlaneurCore
package import GlaneurLexicon

/// Cuts text into blocks; of a page or another document in markup it first takes the title and the article.
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

    /// Sets the blocks, and for markup the text, its origin, and the metadata that the document has not yet.
    public func process(_ document: inout Document) throws(StageFailure) {
        let mediaType = document.provenance.mediaType
        switch mediaType {
        case "text/html", XMLKind.page.rawValue: try extractPage(&document, .site)
        case OfficeFormat.book.rawValue: try extractPage(&document, .text)
        case XMLKind.rss.rawValue, XMLKind.atom.rawValue: try extractFeedItem(&document)
        case "text/markdown":
            try checkLength(of: document.text, document)
            MarkdownText(document.text).fill(&document)
        case MailMessage.mediaType, MailMessage.flowedMediaType:
            try checkLength(of: document.text, document)
            let title = document.metadata.title
            document.blocks = MailText(document.text, isFlowed: mediaType == MailMessage.flowedMediaType)
                .blocks(textBlocks.blocks(of: document.text, title: title), title: title)
        case OfficeFormat.word.rawValue, OfficeFormat.openDocument.rawValue,
            _ where XMLKind(rawValue: mediaType) != nil:
            try extractArticle(&document)
        default:
            try checkLength(of: document.text, document)
            document.blocks = textBlocks.blocks(of: document.text, title: document.metadata.title)
        }
    }

    private func extractPage(_ document: inout Document, _ scope: HTMLExtraction.Scope) throws(StageFailure) {
        let extraction: HTMLExtraction
        do throws(MarkupRefusal) {
            extraction = try HTMLExtraction(
                document.text, scope, hints: hints, words: words, keepsBoilerplate: keepsBoilerplate)
        } catch {
            throw failure(error, document)
        }
        try set(&document, extraction.text, extraction.alignment, extraction.blocks, called: "a page")
        extraction.metadata.fill(&document.metadata, heading: extraction.heading)
    }

    /// What the feed says of an item comes before what the page inside says, and its title is the headline.
    private func extractFeedItem(_ document: inout Document) throws(StageFailure) {
        let item: FeedItem
        do throws(MarkupRefusal) {
            item = FeedItem(try XMLDocument(document.text))
        } catch {
            throw failure(error, document)
        }
        guard !item.isBlank else {
            throw StageFailure(.empty, stage: name, document: document.id, message: "a feed item without text")
        }
        document.metadata.outlet = item.metadata.outlet ?? document.metadata.outlet
        document.metadata.declaredLanguage = item.metadata.declaredLanguage ?? document.metadata.declaredLanguage
        document.metadata.fill(from: item.metadata)
        document.text = item.page.bytes
        document.origin.prepend(item.page.alignment)
        try extractPage(&document, .text)
    }

    private func extractArticle(_ document: inout Document) throws(StageFailure) {
        let extraction: MarkupExtraction
        do throws(MarkupRefusal) {
            extraction = try MarkupExtraction.article(
                of: document.text, mediaType: document.provenance.mediaType, keepsBoilerplate: keepsBoilerplate)
        } catch {
            throw failure(error, document)
        }
        try set(&document, extraction.text, extraction.alignment, extraction.blocks, called: "a document")
        document.metadata.fill(from: extraction.metadata)
        for warning in extraction.warnings {
            document.warnings.append(Warning(code: warning.code, stage: name, message: warning.message))
        }
    }

    /// Puts what was extracted in the place of the markup.
    private func set(
        _ document: inout Document, _ text: [UInt8], _ alignment: Alignment, _ blocks: [Block], called what: String
    ) throws(StageFailure) {
        try checkLength(of: text, document)
        guard !text.isEmpty else {
            throw StageFailure(.empty, stage: name, document: document.id, message: "\(what) without text")
        }
        document.text = text
        document.origin.prepend(alignment)
        document.blocks = blocks
    }

    /// The most text of one document; the longest novels have 3 MiB.
    ///
    /// Time grows with the text, and analysis takes forty times as much memory.
    private static let textLimit = 64 << 20
    /// The most lines of one document: each becomes a block, a sentence and tokens, which take 400 bytes at least.
    private static let lineLimit = 1_000_000

    private func checkLength(of text: [UInt8], _ document: Document) throws(StageFailure) {
        guard text.count <= ExtractStage.textLimit else {
            throw failure(.tooLarge("\(text.count) bytes of text, the limit is \(ExtractStage.textLimit)"), document)
        }
        guard text.count > ExtractStage.lineLimit else { return }
        let lines = text.count { $0 == 0x0A }
        guard lines <= ExtractStage.lineLimit else {
            throw failure(.tooLarge("\(lines) lines, the limit is \(ExtractStage.lineLimit)"), document)
        }
    }

    private func failure(_ refusal: MarkupRefusal, _ document: Document) -> StageFailure {
        StageFailure(
            refusal.isTooLarge ? .tooLarge : .malformed, stage: name, document: document.id, message: refusal.message)
    }
}
