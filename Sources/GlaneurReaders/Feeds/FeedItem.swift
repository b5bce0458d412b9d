import GlaneurCore

/// One item of a feed: what it says of itself, and its contents as a page with a headline.
struct FeedItem {
    /// What the item says of itself, but for the title.
    let metadata: Metadata
    /// Title and contents as HTML, with the way back to the document they stand in.
    private(set) var page = AlignedText()
    /// Whether there are a letter or a figure in it.
    let isBlank: Bool

    /// Reads the item, or entry, of a document cut out of RSS or Atom.
    init(_ document: borrowing XMLDocument) {
        let reader = FeedItemReader(document)
        metadata = reader.metadata
        // Some feeds give the first lines under one name and everything under another: more counts.
        let body = reader.contents.max { $0.rank < $1.rank }
        isBlank = [reader.title, body].allSatisfy { $0.map { AlignedText.isBlank($0.text.bytes) } ?? true }
        append("<article>", at: 0)
        if let title = reader.title { append(title, in: "h1") }
        if let body { append(body, in: "div") }
        append("</article>", at: 0)
    }

    private mutating func append(_ tag: String, at place: Int) { page.append(tag.utf8, for: place..<place) }

    private mutating func append(_ contents: FeedItemReader.Contents, in element: String) {
        let place = contents.text.start ?? 0
        append("<\(element)>", at: place)
        page.append(contents.isMarkup ? contents.text : contents.text.escaped)
        append("</\(element)>", at: place)
    }
}

extension AlignedText {
    /// The text as HTML that shows it as it is: signs of markup as references, an empty line as a new paragraph.
    fileprivate var escaped: AlignedText {
        guard bytes.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x0A }) else { return self }
        let alignment = alignment
        var escaped = AlignedText()
        var index = 0
        while index < bytes.count {
            var next = index + 1
            while next < bytes.count, bytes[next] & 0xC0 == 0x80 { next += 1 }
            let source = alignment.sourceSpan(of: ByteSpan(index, next)).range
            switch bytes[index] {
            case UInt8(ascii: "<"): escaped.append("&lt;".utf8, for: source)
            case UInt8(ascii: "&"): escaped.append("&amp;".utf8, for: source)
            case 0x0A where next < bytes.count && bytes[next] == 0x0A: escaped.append("<p>".utf8, for: source)
            default:
                if source.count == next - index {
                    escaped.append(bytes[index..<next], source: source.lowerBound)
                } else {
                    escaped.append(bytes[index..<next], for: source)
                }
            }
            index = next
        }
        return escaped
    }
}
