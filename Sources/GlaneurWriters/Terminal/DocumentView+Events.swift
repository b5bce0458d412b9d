import GlaneurCore

/// What a document states to have happened.
extension DocumentView {
    /// Returns a line for each event whose trigger begins in a block: where that stands, the type, the trigger, who has which part.
    func events(in block: Block, of document: Document, offsets: OffsetTranslator) -> [String] {
        var table = TerminalTable(indentation: 2)
        for event in document.events
        where event.trigger.start >= block.span.start && event.trigger.start < block.span.end {
            let parts = event.arguments.map { argument in
                "\(argument.role) \(DisplayWidth.oneLine(document.string(argument.span), limit: 30))"
            }
            table.add([
                .init("\(offsets(event.trigger.start))..\(offsets(event.trigger.end))", .dim),
                .init(event.type, .bold),
                .init(DisplayWidth.oneLine(document.string(event.trigger), limit: 24), .dim),
                .init(parts.joined(separator: " · "), LabelFamily(.organization).style),
            ])
        }
        return table.lines(usesColor: options.usesColor)
    }
}
