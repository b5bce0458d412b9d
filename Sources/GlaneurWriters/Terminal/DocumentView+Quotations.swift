import GlaneurCore

/// What a document quotes, and who says it.
extension DocumentView {
    /// Returns a line for each quotation that begins in a block: where it stands, its kind, its words, who says it, the cue.
    func quotations(in block: Block, of document: Document, offsets: OffsetTranslator) -> [String] {
        var table = TerminalTable(indentation: 2)
        for quotation in document.quotations
        where quotation.span.start >= block.span.start && quotation.span.start < block.span.end {
            let isTerm = quotation.kind == .term
            table.add([
                .init("\(offsets(quotation.span.start))..\(offsets(quotation.span.end))", .dim),
                .init(quotation.kind.rawValue, isTerm ? .dim : .bold),
                .init(DisplayWidth.oneLine(document.string(quotation.span), limit: 40), isTerm ? .dim : .plain),
                .init(speaker(of: quotation, in: document), LabelFamily(.person).style),
                .init(quotation.cue.map { DisplayWidth.oneLine(document.string($0), limit: 24) } ?? "", .dim),
            ])
        }
        return table.lines(usesColor: options.usesColor)
    }

    private func speaker(of quotation: Quotation, in document: Document) -> String {
        guard let speaker = quotation.speaker else { return quotation.kind == .term ? "" : "–" }
        return DisplayWidth.oneLine(document.string(document.mentions[speaker].span), limit: 30)
    }
}
