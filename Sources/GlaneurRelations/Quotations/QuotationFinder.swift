import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds what a document quotes, and who says it: marks, the spans between them, the words that attribute them, their kinds,
/// their speakers.
struct QuotationFinder: Sendable {
    private let french: SpeechWords
    private let english: SpeechWords

    /// Makes a finder over a lexicon, which has the verbs of saying.
    init(lexicon: Lexicon) {
        french = SpeechWords(lexicon: lexicon, language: .french)
        english = SpeechWords(lexicon: lexicon, language: .english)
    }

    /// Sets the quotations of a document.
    ///
    /// - Parameter passages: the blocks of the document, cut into lexemes; their offsets are those of its view.
    func find(in document: inout Document, passages: [Passage]) {
        let spans = spans(of: document, passages: passages)
        guard !spans.isEmpty, !passages.isEmpty else { return }
        var reading = QuotationReading(document: document, passages: passages, spans: spans, words: words)
        let view = document.view
        document.quotations = reading.quotations().map {
            var quotation = $0
            quotation.span = view.textSpan(of: $0.span)
            quotation.cue = $0.cue.map { view.textSpan(of: $0) }
            return quotation
        }
    }

    private func words(_ language: Language) -> SpeechWords { language == .french ? french : english }

    /// The spans between marks and the blocks that are quotations.
    private func spans(of document: Document, passages: [Passage]) -> [MarkedSpan] {
        let bytes = document.view.bytes
        let marks = MarkScanner.marks(bytes, in: bytes.indices)
        let hasMarks = marks.contains { $0.side != .closes }
        let hasBlocks = BlockQuotations.mayBe(in: document)
        guard hasMarks || hasBlocks else { return [] }
        // Quotations of an article go on from paragraph to paragraph, whatever the page puts between.
        let blocks = document.blocks.filter { $0.blockClass != .boilerplate }
            .map { document.view.viewSpan(of: $0.span) }
        let spans = hasMarks ? MarkPairing.spans(in: bytes, blocks: blocks, marks: marks) : []
        guard hasBlocks else { return spans }
        let unmarked = BlockQuotations(document: document, passages: passages, words: words).spans()
        return unmarked.isEmpty ? spans : MarkPairing.nested(spans + unmarked)
    }
}
