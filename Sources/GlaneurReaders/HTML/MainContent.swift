/// Finds the blocks of a page that are its article.
///
/// Paragraphs give points to the elements they lie in, as readers' views in browsers do it; the element with the most
/// points, and few links, is the article, together with what lies beside it and reads like it.
struct MainContent {
    private let outline: PageOutline
    /// The points of each element, and the text and link bytes in it.
    private var points: [Double]
    private var textCounts: [Int]
    private var linkCounts: [Int]

    /// Returns which blocks are the article; where nothing looks like one, all of them.
    static func selection(of outline: PageOutline) -> [Bool] {
        var content = MainContent(outline)
        content.score(includingFurniture: false)
        if content.best() == nil { content.score(includingFurniture: true) }
        guard let best = content.best() else { return outline.blocks.map { _ in true } }
        let isChosen = content.blocks(around: best)
        return isChosen.contains(true) ? isChosen : outline.blocks.map { _ in true }
    }

    private init(_ outline: PageOutline) {
        self.outline = outline
        points = Array(repeating: 0, count: outline.nodes.count)
        textCounts = Array(repeating: 0, count: outline.nodes.count)
        linkCounts = textCounts
        for block in outline.blocks {
            for node in outline.ancestors(of: block.node).prefix(200) {
                textCounts[node] += block.count
                linkCounts[node] += block.draft.linkCount
            }
        }
    }

    /// The element that holds a block as one of its paragraphs.
    private func container(of block: PageOutline.TextBlock) -> Int {
        let node = outline.nodes[block.node]
        return node.element.isParagraph ? max(0, node.parent) : block.node
    }

    private mutating func score(includingFurniture: Bool) {
        for block in outline.blocks where includingFurniture || !outline.nodes[block.node].isFurniture {
            guard block.count >= 25, !outline.nodes[block.node].element.isHeading else { continue }
            let commas = block.draft.bytes.count { $0 == UInt8(ascii: ",") }
            let worth = (1 + Double(commas) + min(Double(block.count) / 100, 3)) * (1 - block.linkDensity)
            var share = worth
            // The half for each step out: the article is the narrowest element that holds most of the paragraphs.
            for node in outline.ancestors(of: container(of: block)).prefix(5) {
                points[node] += share
                share /= 2
            }
        }
    }

    private func linkDensity(_ node: Int) -> Double { Double(linkCounts[node]) / Double(max(1, textCounts[node])) }

    private func worth(_ node: Int) -> Double {
        let bonus = outline.nodes[node].isArticle ? 1.3 : outline.nodes[node].role == .content ? 1.2 : 1
        return points[node] * (1 - linkDensity(node)) * bonus
    }

    private func best() -> Int? {
        points.indices.filter { points[$0] > 0 }.max { worth($0) < worth($1) }
    }

    private func blocks(around best: Int) -> [Bool] {
        let top = worth(best)
        let parent = outline.nodes[best].parent
        var regions: Set<Int> = [best]
        if parent >= 0 {
            for node in outline.nodes.indices where outline.nodes[node].parent == parent && node != best {
                guard !outline.nodes[node].isFurniture else { continue }
                if worth(node) >= max(10, top * 0.2) { regions.insert(node) }
            }
        }
        return outline.blocks.map { block in
            let node = outline.nodes[block.node]
            let isInRegion = outline.ancestors(of: block.node).contains { regions.contains($0) }
            let isBeside = node.parent == parent && node.element == .p && block.count > 80 && block.linkDensity < 0.25
            guard isInRegion || isBeside else { return false }
            return reads(block, insideFurniture: outline.nodes[best].isFurniture)
        }
    }

    /// Whether a block in the region of the article is part of it.
    private func reads(_ block: PageOutline.TextBlock, insideFurniture: Bool) -> Bool {
        let node = outline.nodes[block.node]
        if node.isFurniture && !insideFurniture { return false }
        switch node.element {
        case .figcaption, .form, .label, .legend, .option: return false
        case .li, .td, .dd, .dt: return block.linkDensity < 0.5
        default: return block.linkDensity < (block.count > 200 ? 0.7 : 0.5)
        }
    }
}
