import GlaneurCore

/// Gathers the parts of one item of a feed.
struct FeedItemReader {
    /// A text that may be the contents.
    struct Contents {
        let text: AlignedText
        /// Whether it is HTML.
        let isMarkup: Bool
        /// Whether it stands in the element for the whole text, not for a summary.
        let isWhole: Bool

        /// More text counts more, and of two of about one length the one that is meant to be whole.
        var rank: Int { text.bytes.count + (isWhole ? 200 : 0) }
    }

    /// An element that is being read.
    private struct Part {
        let element: FeedElement
        let depth: Int
        let type: String?
        /// Where the markup inside begins, where it is no text.
        let inside: Int?
        var text = AlignedText()
    }

    /// What the item says of itself, but for the title.
    private(set) var metadata = Metadata()
    /// The title.
    private(set) var title: Contents?
    /// Everything that may be the contents.
    private(set) var contents: [Contents] = []

    private var elements: [FeedElement?] = []
    private var parts: [Part] = []
    private var updated: String?
    private var mailAuthors: [String] = []

    /// Reads the item of a document that was cut out of a feed.
    init(_ document: borrowing XMLDocument) {
        for index in 0..<document.count {
            switch document[index] {
            case .start(let name, _): start(name, document.attributes(ofEvent: index), document.place(ofEvent: index))
            case .end: end(at: document.place(ofEvent: index).lowerBound, document)
            case .text, .data, .reference:
                guard !parts.isEmpty else { continue }
                document.append(event: index, to: &parts[parts.count - 1].text)
            }
        }
        // In a feed that was cut off the last elements have no end.
        while let part = parts.popLast() { take(part, endingAt: document.end, document) }
        metadata.published = metadata.published ?? updated
        if metadata.authors.isEmpty { metadata.authors = mailAuthors }
    }

    private mutating func start(_ name: XMLName, _ attributes: [XMLAttribute], _ place: Range<Int>) {
        let around = elements.last ?? nil
        let element = FeedElement(name)
        // In Atom an author and a source have elements of their own, in RSS they are text.
        let isOpen = parts.isEmpty || around == .author && element == .name || around == .source && element == .title
        elements.append(isOpen ? element : nil)
        guard isOpen, let element else { return }
        switch (element, around) {
        case (.item, _):
            if let tag = attributes.language { metadata.declaredLanguage = Language(declared: tag) }
        case (.link, .item?):
            if let address = attributes["href"], attributes["rel"] ?? "alternate" == "alternate" {
                metadata.url = metadata.url ?? address
            } else if attributes["href"] == nil {
                open(.link, attributes, place)
            }
        case (.name, .author?): open(.name, attributes, place)
        case (.title, .source?): open(.source, attributes, place)
        case (_, .item?): open(element, attributes, place)
        default: return
        }
    }

    private mutating func open(_ element: FeedElement, _ attributes: [XMLAttribute], _ place: Range<Int>) {
        let type = attributes["type"]
        let isInside = type == "xhtml" || type == "application/xhtml+xml" && attributes["mode"] == "xml"
        parts.append(
            Part(
                element: element, depth: elements.count, type: type, inside: isInside ? place.upperBound + 1 : nil))
    }

    private mutating func end(at place: Int, _ document: borrowing XMLDocument) {
        defer { _ = elements.popLast() }
        guard let part = parts.last, part.depth == elements.count else { return }
        parts.removeLast()
        take(part, endingAt: place, document)
    }

    private mutating func take(_ part: Part, endingAt place: Int, _ document: borrowing XMLDocument) {
        let value = part.text.collapsed
        switch part.element {
        case .title: title = title ?? contents(part, endingAt: place, isWhole: true, document)
        case .content, .summary:
            contents.append(contents(part, endingAt: place, isWhole: part.element == .content, document))
        case .link: if !value.isEmpty { metadata.url = metadata.url ?? value }
        case .published: metadata.published = metadata.published ?? WrittenTime.rfc3339(value)
        case .updated: updated = updated ?? WrittenTime.rfc3339(value)
        case .creator, .name: if !value.isEmpty, !metadata.authors.contains(value) { metadata.authors.append(value) }
        case .author: if let name = FeedItemReader.name(inAuthor: value) { mailAuthors.append(name) }
        case .source: if !value.isEmpty { metadata.outlet = value }
        case .language: metadata.declaredLanguage = Language(declared: value)
        case .channel, .item: return
        }
    }

    private func contents(
        _ part: Part, endingAt place: Int, isWhole: Bool, _ document: borrowing XMLDocument
    ) -> Contents {
        guard let start = part.inside else {
            let isText = part.type == "text" || part.type == "text/plain"
            // Atom counts what has no type as text, RSS as HTML; without a sign of markup it is the same.
            let hasMarkup = part.text.bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
            return Contents(text: part.text, isMarkup: hasMarkup && !isText, isWhole: isWhole)
        }
        let bytes = document.source(0..<place)
        let end = place == document.end ? place : bytes.lastIndex(of: UInt8(ascii: "<")) ?? start
        var text = AlignedText()
        if start < end { text.append(bytes[start..<end], source: start) }
        return Contents(text: text, isMarkup: true, isWhole: isWhole)
    }

    /// The name in `ann@example.org (Ann Onyme)`, or what is no address of mail.
    static func name(inAuthor text: String) -> String? {
        if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
            let name = AlignedText.collapsed(text[text.index(after: open)..<close].utf8)
            return name.isEmpty ? nil : name
        }
        return text.isEmpty || text.contains("@") ? nil : text
    }
}
