/// Finds the teasers of other articles: a linked heading with a sentence or two, several of them alike.
enum Teasers {
    /// Returns which blocks are the text of a teaser.
    static func marks(in outline: PageOutline) -> [Bool] {
        var isTeaser = Array(repeating: false, count: outline.blocks.count)
        var groups: [UInt64: [Int]] = [:]
        for (container, blocks) in containers(of: outline) {
            guard let text = teaser(blocks, in: container, outline) else { continue }
            groups[outline.nodes[container].signature, default: []].append(text)
        }
        for group in groups.values where group.count > 1 {
            for index in group { isTeaser[index] = true }
        }
        return isTeaser
    }

    /// The blocks of each element that holds them as its paragraphs.
    private static func containers(of outline: PageOutline) -> [Int: [Int]] {
        Dictionary(grouping: outline.blocks.indices) { outline.container(of: outline.blocks[$0]) }
    }

    /// The one block of text in an element that has a linked heading above it, in it or right before it.
    private static func teaser(_ blocks: [Int], in container: Int, _ outline: PageOutline) -> Int? {
        let texts = blocks.filter { outline.blocks[$0].count >= 40 && outline.blocks[$0].linkDensity < 0.5 }
        guard texts.count == 1, let text = texts.first, outline.blocks[text].count < 500 else { return nil }
        if blocks.contains(where: { isLinkedHeading(outline.blocks[$0]) }) { return text }
        let isHeaded = [text - 1, text - 2].contains { index in
            index >= 0 && isLinkedHeading(outline.blocks[index])
                && outline.ancestors(of: outline.blocks[index].node).prefix(4).contains(container)
        }
        return isHeaded ? text : nil
    }

    private static func isLinkedHeading(_ block: PageOutline.TextBlock) -> Bool {
        (12...200).contains(block.count) && block.linkDensity > 0.7
    }
}

extension PageOutline {
    /// The element that holds a block as one of its paragraphs.
    func container(of block: TextBlock) -> Int {
        let node = nodes[block.node]
        return node.element.isParagraph ? max(0, node.parent) : block.node
    }
}
