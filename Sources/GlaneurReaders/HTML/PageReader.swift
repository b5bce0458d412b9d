/// Makes the outline of a page from its events.
struct PageReader {
    private struct OpenElement {
        let element: HTMLElement
        let node: Int
        /// How many elements that stand on their own lines it lies in, itself included.
        let nodeDepth: Int
        let isSkipped: Bool
    }

    private let hints: MarkupHints
    private var outline = PageOutline()
    private var open: [OpenElement] = []
    private var draft = BlockDraft()
    private var draftNode = 0
    private var linkDepth = 0
    private var preDepth = 0
    private var skipDepth = 0
    private var breakCount = 0
    private var readings: [UInt64: MarkupHints.Reading] = [:]

    private init(hints: MarkupHints, names: PageNames) {
        self.hints = hints
        outline.signs = PageSigns(names: names)
    }

    /// Reads a whole page.
    static func outline(
        of page: borrowing HTMLPage, hints: MarkupHints, names: PageNames
    ) throws(MarkupRefusal) -> PageOutline {
        var reader = PageReader(hints: hints, names: names)
        for index in 0..<page.count {
            guard reader.outline.blocks.count <= PageReader.blockLimit else {
                throw .tooLarge("more than \(PageReader.blockLimit) paragraphs, cells and other lines on a page")
            }
            switch page[index] {
            case .start(let element, let index): reader.start(element, index, page)
            case .end(let element): reader.end(element)
            case .text(let value, let source): reader.text(page.buffer(value), source, isReference: false)
            case .reference(let value, let source): reader.text(page.buffer(value), source, isReference: true)
            case .data(let value): reader.data(page.buffer(value))
            }
        }
        reader.flush()
        return reader.outline
    }

    /// About 60 MB; the longest lists of encyclopedias have 20,000.
    private static let blockLimit = 100_000
    /// Elements further in belong to the last that counts: pages are 40 deep, and every block is looked at with all it lies in.
    private static let depthLimit = 400
    /// Elements behind belong to what they lie in.
    private static let nodeLimit = 250_000
    private static let readingLimit = 20_000

    private var node: Int { open.last?.node ?? 0 }

    private mutating func start(_ element: HTMLElement, _ index: Int, _ page: borrowing HTMLPage) {
        if element.isBlock { flush() }
        let attributes = page.hasAttributes(ofEvent: index) ? ElementAttributes(ofEvent: index, page) : nil
        outline.signs.start(
            element, index, page, attributes, depth: open.count + 1, block: outline.blocks.count)
        if element == .br { return lineBreak(after: index, page) }
        guard !element.isVoid else { return }
        let isSkipped = element.isSkipped || attributes?.isHidden ?? false
        if isSkipped { skipDepth += 1 }
        if element == .a { linkDepth += 1 }
        if element == .pre { preDepth += 1 }
        let node = element.isBlock && mayAddNode ? addNode(element, attributes) : node
        let nodeDepth = (open.last?.nodeDepth ?? 0) + (element.isBlock ? 1 : 0)
        open.append(OpenElement(element: element, node: node, nodeDepth: nodeDepth, isSkipped: isSkipped))
    }

    private mutating func end(_ element: HTMLElement) {
        guard !element.isVoid, element != .br, let position = open.lastIndex(where: { $0.element == element }) else {
            return
        }
        if element.isBlock { flush() }
        for closed in open[position...] {
            if closed.isSkipped { skipDepth -= 1 }
            if closed.element == .a { linkDepth -= 1 }
            if closed.element == .pre { preDepth -= 1 }
        }
        open.removeSubrange(position...)
        outline.signs.end(element, depth: open.count, block: outline.blocks.count)
    }

    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ source: Range<Int>, isReference: Bool) {
        outline.signs.text(bytes)
        guard skipDepth == 0, open.last?.element != .title else { return }
        if draft.isEmpty { draftNode = node }
        let inLink = linkDepth > 0
        if isReference {
            draft.append(bytes, reference: source, inLink: inLink)
        } else {
            draft.append(bytes, source: source.lowerBound, inLink: inLink, keepsSpace: preDepth > 0)
        }
        if bytes.contains(where: { $0 > 0x20 }) { breakCount = 0 }
    }

    private mutating func data(_ bytes: UnsafeBufferPointer<UInt8>) {
        if open.last?.element == .script { outline.signs.data(bytes) }
    }

    private var mayAddNode: Bool {
        outline.nodes.count < PageReader.nodeLimit && (open.last?.nodeDepth ?? 0) < PageReader.depthLimit
    }

    /// One line end stays in the block, two end it, as they look on the page.
    private mutating func lineBreak(after index: Int, _ page: borrowing HTMLPage) {
        breakCount += 1
        guard breakCount < 2 else { return flush() }
        if let place = page.place(ofEvent: index) { draft.appendBreak(source: place) }
    }

    private mutating func flush() {
        if !AlignedText.isBlank(draft.bytes) {
            outline.blocks.append(PageOutline.TextBlock(node: draftNode, draft: draft))
        }
        draft = BlockDraft()
        breakCount = 0
    }

    private mutating func addNode(_ element: HTMLElement, _ attributes: ElementAttributes?) -> Int {
        var names = MarkupHints.Reading()
        var isArticle = element == .article
        var isFurniture = element.isFurniture
        var signature = UInt64(element.rank)
        if let attributes {
            if let first = attributes.firstClass { signature = NameHash.joined(signature, first) }
            names = reading(of: attributes)
            isArticle = isArticle || attributes.isArticle
            isFurniture = isFurniture || attributes.isLandmark
            // Names of the whole page speak of what else it has, names of headings and cells of how they look.
            let mayBeNamed = element != .body && element != .html && !isArticle
            let isNamed = mayBeNamed && (!element.isParagraph || element == .p || element == .li)
            if names.furniture != nil, isNamed { isFurniture = true }
            if names.isHidden, element != .body, element != .html { isFurniture = true }
        }
        outline.nodes.append(
            PageOutline.Node(
                parent: node, element: element, names: names, isFurniture: isFurniture, isArticle: isArticle,
                signature: signature))
        return outline.nodes.count - 1
    }

    /// What names say; those of a page are few and stand on many elements.
    private mutating func reading(of attributes: ElementAttributes) -> MarkupHints.Reading {
        let key = NameHash.joined(attributes.classNames.map(NameHash.of) ?? 0, attributes.id.map(NameHash.of) ?? 0)
        if let known = readings[key] { return known }
        var reading = attributes.classNames.map(hints.reading(ofNames:)) ?? MarkupHints.Reading()
        if let identity = attributes.id { reading.join(hints.reading(ofNames: identity)) }
        if readings.count < PageReader.readingLimit { readings[key] = reading }
        return reading
    }
}
