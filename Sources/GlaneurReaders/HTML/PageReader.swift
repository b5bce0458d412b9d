/// Makes the outline of a page from its events.
struct PageReader {
    private struct OpenElement {
        let element: HTMLElement
        let node: Int
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

    private init(hints: MarkupHints, names: PageNames) {
        self.hints = hints
        outline.signs = PageSigns(names: names)
    }

    /// Reads a whole page.
    static func outline(of page: borrowing HTMLPage, hints: MarkupHints, names: PageNames) -> PageOutline {
        var reader = PageReader(hints: hints, names: names)
        for index in 0..<page.count {
            switch page[index] {
            case .start(let element, let index): reader.start(element, index, page)
            case .end(let element): reader.end(element)
            case .text(let value, let source): reader.text(page.bytes(value), source, isReference: false)
            case .reference(let value, let source): reader.text(page.bytes(value), source, isReference: true)
            case .data(let value): reader.data(page.bytes(value))
            }
        }
        reader.flush()
        return reader.outline
    }

    private var node: Int { open.last?.node ?? 0 }

    private mutating func start(_ element: HTMLElement, _ index: Int, _ page: borrowing HTMLPage) {
        if element.isBlock { flush() }
        outline.signs.start(element, index, page, depth: open.count + 1, block: outline.blocks.count)
        if element == .br { return lineBreak(after: index, page) }
        guard !element.isVoid else { return }
        let isHidden = page.hasAttributes(ofEvent: index) && PageReader.isHidden(index, page)
        let isSkipped = element.isSkipped || isHidden
        if isSkipped { skipDepth += 1 }
        if element == .a { linkDepth += 1 }
        if element == .pre { preDepth += 1 }
        let node = element.isBlock ? addNode(element, index, page) : node
        open.append(OpenElement(element: element, node: node, isSkipped: isSkipped))
    }

    private mutating func end(_ element: HTMLElement) {
        guard !element.isVoid, let position = open.lastIndex(where: { $0.element == element }) else { return }
        if element.isBlock { flush() }
        for closed in open[position...] {
            if closed.isSkipped { skipDepth -= 1 }
            if closed.element == .a { linkDepth -= 1 }
            if closed.element == .pre { preDepth -= 1 }
        }
        open.removeSubrange(position...)
        outline.signs.end(element, depth: open.count, block: outline.blocks.count)
    }

    private mutating func text(_ bytes: [UInt8], _ source: Range<Int>, isReference: Bool) {
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

    private mutating func data(_ bytes: [UInt8]) {
        if open.last?.element == .script { outline.signs.data(bytes) }
    }

    /// One line end stays in the block, two end it, as they look on the page.
    private mutating func lineBreak(after index: Int, _ page: borrowing HTMLPage) {
        breakCount += 1
        guard breakCount < 2 else { return flush() }
        if let place = page.place(ofEvent: index) { draft.appendBreak(source: place) }
    }

    private mutating func flush() {
        if !draft.isBlank { outline.blocks.append(PageOutline.TextBlock(node: draftNode, draft: draft)) }
        draft = BlockDraft()
        breakCount = 0
    }

    private mutating func addNode(_ element: HTMLElement, _ index: Int, _ page: borrowing HTMLPage) -> Int {
        var role: MarkupHints.Role?
        var isArticle = element == .article
        var isFurniture = element.isFurniture
        if page.hasAttributes(ofEvent: index) {
            let names = [page.attribute("class", ofEvent: index), page.attribute("id", ofEvent: index)]
            role = hints.role(ofNames: names.compactMap(\.self).joined(separator: " ").utf8)
            isArticle = isArticle || page.attribute("itemprop", ofEvent: index)?.lowercased() == "articlebody"
            let landmark = page.attribute("role", ofEvent: index)
            isFurniture =
                isFurniture || landmark == "navigation" || landmark == "complementary" || landmark == "contentinfo"
            // Names of the whole page speak of what else it has, names of paragraphs of how they look.
            let isNamed = element != .body && element != .html && !element.isParagraph && !isArticle
            if role == .furniture, isNamed { isFurniture = true }
        }
        outline.nodes.append(
            PageOutline.Node(
                parent: node, element: element, role: role, isFurniture: isFurniture, isArticle: isArticle))
        return outline.nodes.count - 1
    }

    private static func isHidden(_ index: Int, _ page: borrowing HTMLPage) -> Bool {
        if page.attribute("hidden", ofEvent: index) != nil { return true }
        guard let style = page.attribute("style", ofEvent: index)?.lowercased() else { return false }
        return style.filter { $0 != " " }.contains("display:none")
    }
}
