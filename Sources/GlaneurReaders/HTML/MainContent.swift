/// Finds the blocks of a page that are its article.
///
/// Paragraphs give points to the elements they lie in, as readers' views in browsers do it; the element with the most
/// points, and few links, is the core of the article. From there it grows outward as long as that brings much more text.
struct MainContent {
    private let outline: PageOutline
    /// Whether each element, or one it lies in, is furniture by element or by name.
    private var isFurniture: [Bool]
    /// The points of each element, and the bytes of text, of links and of plain paragraphs in it.
    private var points: [Double]
    private var textCounts: [Int]
    private var linkCounts: [Int]
    private var paragraphCounts: [Int]

    /// Returns which blocks are the article; where nothing looks like one, all of them.
    static func selection(of outline: PageOutline) -> [Bool] {
        var content = MainContent(outline)
        content.score()
        guard let best = content.best() else { return outline.blocks.map { _ in true } }
        let isChosen = content.blocks(around: content.narrowed(content.grown(from: best)))
        return isChosen.contains(true) ? isChosen : outline.blocks.map { _ in true }
    }

    private init(_ outline: PageOutline) {
        self.outline = outline
        points = Array(repeating: 0, count: outline.nodes.count)
        textCounts = Array(repeating: 0, count: outline.nodes.count)
        linkCounts = textCounts
        paragraphCounts = textCounts
        isFurniture = []
        for block in outline.blocks {
            let isPlain = MainContent.isPlainParagraph(block)
            for node in outline.ancestors(of: block.node).prefix(200) {
                textCounts[node] += block.count
                linkCounts[node] += block.draft.linkCount
                if isPlain { paragraphCounts[node] += block.count }
            }
        }
        markFurniture()
    }

    /// Believes what elements say of themselves, unless nothing would be left.
    ///
    /// Some pages wrap the whole article in an element whose name speaks of something else on it; where the furniture
    /// holds nine tenths of the paragraphs, elements with two fifths of them are not believed.
    private mutating func markFurniture() {
        let total = paragraphCounts[0]
        for trust in [MainContent.fullTrust, 0.4] {
            isFurniture = []
            for (index, node) in outline.nodes.enumerated() {
                let claims = node.isFurniture && Double(paragraphCounts[index]) < Double(total) * trust
                isFurniture.append(claims || node.parent >= 0 && isFurniture[node.parent])
            }
            let kept = outline.blocks.filter { MainContent.isPlainParagraph($0) && !isFurniture[$0.node] }
            if kept.reduce(0, { $0 + $1.count }) * 10 >= total { return }
        }
    }

    private static let fullTrust = 1.01

    /// Whether a block reads like a paragraph of an article: some length, hardly any links.
    private static func isPlainParagraph(_ block: PageOutline.TextBlock) -> Bool {
        block.count >= 80 && block.linkDensity < 0.25
    }

    /// The element that holds a block as one of its paragraphs.
    private func container(of block: PageOutline.TextBlock) -> Int {
        let node = outline.nodes[block.node]
        return node.element.isParagraph ? max(0, node.parent) : block.node
    }

    private mutating func score() {
        paragraphCounts = Array(repeating: 0, count: outline.nodes.count)
        for block in outline.blocks where !isFurniture[block.node] {
            let element = outline.nodes[block.node].element
            guard block.count >= 25, !element.isHeading, element != .figcaption else { continue }
            if MainContent.isPlainParagraph(block) {
                for node in outline.ancestors(of: block.node).prefix(200) { paragraphCounts[node] += block.count }
            }
            let commas = block.draft.bytes.count { $0 == UInt8(ascii: ",") }
            var share = (1 + Double(commas) + min(Double(block.count) / 100, 3)) * (1 - block.linkDensity)
            // Half for each step out: the core is the narrowest element that holds many of the paragraphs.
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

    /// The element around the core that holds the whole article: each step out must bring a quarter more paragraphs.
    private func grown(from best: Int) -> Int {
        var region = best
        for node in outline.ancestors(of: best).dropFirst() where outline.nodes[node].parent >= 0 {
            if outline.nodes[region].isArticle && paragraphCounts[region] > 1000 { break }
            if Double(paragraphCounts[node]) > Double(max(1, paragraphCounts[region])) * MainContent.growth {
                region = node
            }
        }
        return region
    }

    private static let growth = 1.25

    /// The narrowest element that calls itself the article and has nearly all the paragraphs of a region, if any.
    private func narrowed(_ region: Int) -> Int {
        let needed = Double(paragraphCounts[region]) * MainContent.nearlyAll
        return outline.nodes.indices.last { node in
            let claims = outline.nodes[node].isArticle || outline.nodes[node].role == .content
            return claims && Double(paragraphCounts[node]) >= needed && outline.isNode(node, in: region)
        } ?? region
    }

    private static let nearlyAll = 0.8

    private func blocks(around region: Int) -> [Bool] {
        var isChosen = outline.blocks.map { block in
            outline.isNode(block.node, in: region) && reads(block)
        }
        // Captions and teasers are often written twice, for small and for large screens.
        var seen: Set<[UInt8]> = []
        for index in isChosen.indices where isChosen[index] && outline.blocks[index].count >= 20 {
            if !seen.insert(outline.blocks[index].draft.bytes).inserted { isChosen[index] = false }
        }
        // A heading with nothing below it belongs to something that was left out.
        for index in isChosen.indices.reversed() where isChosen[index] {
            guard outline.nodes[outline.blocks[index].node].element.isHeading else { break }
            isChosen[index] = false
        }
        return isChosen
    }

    /// Whether a block in the region of the article is part of it.
    private func reads(_ block: PageOutline.TextBlock) -> Bool {
        guard !isFurniture[block.node] else { return false }
        switch outline.nodes[block.node].element {
        case .figcaption, .form, .label, .legend, .option: return false
        case .li, .td, .dd, .dt: return block.linkDensity < 0.5
        default: return block.linkDensity < (block.count > 200 ? 0.7 : 0.5)
        }
    }
}
