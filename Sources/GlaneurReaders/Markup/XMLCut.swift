import GlaneurCore

/// Where a file of XML that holds many documents is to be cut.
///
/// Each document is the head of the file, up to the end of the start tag of its root, and one element. So it has the
/// charset, the entities, the namespaces and the language that the file declares.
struct XMLCut {
    /// The bytes of the file that every document begins with.
    private(set) var head: ByteSpan
    /// The bytes of each document.
    private(set) var items: [ByteSpan] = []
    /// What the file says of all its documents.
    private(set) var metadata = Metadata()
    /// The first fault of the file that ends it.
    private(set) var fault: XMLDocument.Fault?

    /// Longer heads are left out: a file could make us copy them a million times.
    static let headLimit = 1 << 14

    /// Looks for the documents of a file that was decoded with the given alignment; nothing where the kind has only one.
    init?(_ text: [UInt8], kind: XMLKind, origin: Origin) throws(XMLDocument.Refusal) {
        guard let element = kind.itemElement else { return nil }
        let document = try XMLDocument(text)
        head = ByteSpan(0, 0)
        fault = document.fault
        var open: [XMLName] = []
        var started: (depth: Int, place: Int)?
        var channel = ChannelReader()
        for index in 0..<document.count {
            let place = document.place(ofEvent: index)
            switch document[index] {
            case .start(let name, _):
                if open.isEmpty { head = ByteSpan(0, min(text.count, place.upperBound + 1)) }
                open.append(name)
                if started == nil, element.contains(name.local), open.count > 1 {
                    started = (open.count, place.lowerBound)
                }
            case .end:
                if let first = started, first.depth == open.count {
                    items.append(origin.rawSpan(of: ByteSpan(first.place, place.lowerBound)))
                    started = nil
                }
                _ = open.popLast()
            default: break
            }
            if kind.isFeed, started == nil { channel.read(index, of: document, depth: open.count) }
        }
        // What is open at the end of a cut file is a document all the same.
        if let started { items.append(origin.rawSpan(of: ByteSpan(started.place, text.count))) }
        guard kind.isFeed || !items.isEmpty else { return nil }
        let raw = origin.rawSpan(of: head)
        head = raw.count <= XMLCut.headLimit ? ByteSpan(0, raw.end) : ByteSpan(0, 0)
        metadata = channel.metadata
    }

    /// Puts the bytes of one document together, with the way back to the file.
    func document(_ item: ByteSpan, of file: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
        var text = AlignedText()
        text.append(file[head.range], source: 0)
        text.append(file[item.range], source: item.start)
        return (text.bytes, text.alignment)
    }
}
