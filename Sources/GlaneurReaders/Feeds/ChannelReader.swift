import GlaneurCore

/// Reads what a feed says of itself outside its items.
struct ChannelReader {
    /// The outlet, which is the title of the feed, and its language.
    private(set) var metadata = Metadata()
    private var elements: [FeedElement?] = []
    private var text = AlignedText()

    /// Reads one event.
    ///
    /// - Parameter depth: how many elements are open behind it.
    mutating func read(_ index: Int, of document: borrowing XMLDocument, depth: Int) {
        switch document[index] {
        case .start(let name, _):
            elements.append(FeedElement(name))
            text = AlignedText()
            if depth == 1, let tag = document.attributes(ofEvent: index).language {
                metadata.declaredLanguage = Language(declared: tag)
            }
        case .end:
            let element = elements.popLast() ?? nil
            guard elements.last == .channel else { return }
            let value = text.collapsed
            if element == .title, !value.isEmpty { metadata.outlet = metadata.outlet ?? value }
            if element == .language { metadata.declaredLanguage = Language(declared: value) }
        case .text, .data, .reference: document.append(event: index, to: &text)
        }
    }
}
