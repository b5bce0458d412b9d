import GlaneurCore

/// The text of a page: its blocks, what they are, and the way back.
struct HTMLExtraction {
    /// What a page holds.
    enum Scope {
        /// An article and what sites put around it.
        case site
        /// A text and nothing else: an item of a feed, a chapter of a book. Its headline is part of it.
        case text
    }

    private(set) var text: [UInt8] = []
    private(set) var alignment = Alignment()
    private(set) var blocks: [Block] = []
    /// What the page says of itself.
    let metadata: PageMetadata
    /// The headline that readers see, if there is one.
    let heading: String?

    /// Takes the article of a page, and the rest, marked, where that is asked for.
    init(
        _ page: [UInt8], _ scope: Scope = .site, hints: MarkupHints, words: PageWords, keepsBoilerplate: Bool
    ) throws(MarkupRefusal) {
        let outline = try PageReader.outline(of: try HTMLPage(page), hints: hints, names: words.names)
        let selection =
            scope == .text
            ? ArticleSelection(whole: outline)
            : ArticleSelection(outline, titles: outline.signs.titles, phrases: hints.lines)
        metadata = PageMetadata(outline, isArticle: selection.isChosen, title: selection.headline, words: words)
        heading = selection.headline.map { String(decoding: outline.blocks[$0].draft.bytes, as: UTF8.self) }
        for (index, block) in outline.blocks.enumerated() where selection.isChosen[index] || keepsBoilerplate {
            let kind = HTMLExtraction.kind(of: block, in: outline)
            if index == selection.headline {
                append(block, .title, .main, reason: "markup:headline")
            } else if selection.isChosen[index] {
                append(block, kind == .heading ? .title : .body, kind, reason: "content:main-text")
            } else {
                let furniture = FurnitureKind(of: block, in: outline, phrases: hints.lines)
                append(block, .boilerplate, furniture.kind, reason: furniture.reason)
            }
        }
    }

    private static func kind(of block: PageOutline.TextBlock, in outline: PageOutline) -> Block.Kind {
        for node in outline.ancestors(of: block.node).prefix(4) {
            switch outline.nodes[node].element {
            case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
            case .li, .dt, .dd: return .list
            case .td, .th, .caption: return .table
            case .blockquote: return .blockquote
            case .figcaption: return .caption
            default: continue
            }
        }
        return .paragraph
    }

    /// Puts a block behind an empty line that the page does not have.
    private mutating func append(
        _ block: PageOutline.TextBlock, _ blockClass: Block.Class, _ kind: Block.Kind, reason: String? = nil
    ) {
        if !text.isEmpty {
            let place = block.draft.text.start ?? 0
            alignment.append(output: 2, source: place, outputUnit: 2, sourceUnit: 0)
            text += [0x0A, 0x0A]
        }
        let start = text.count
        text += block.draft.bytes
        block.draft.text.append(to: &alignment)
        blocks.append(Block(span: ByteSpan(start, text.count), blockClass: blockClass, kind: kind, reason: reason))
    }
}
