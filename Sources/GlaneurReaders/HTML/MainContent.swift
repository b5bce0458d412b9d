import GlaneurCore

/// Finds the element of a page that holds its article.
///
/// Paragraphs give points to the elements they lie in, as readers' views in browsers do it; the element with the most
/// points, and few links, is the core of the article. From there the region grows outward as long as that brings much more
/// text, and shrinks to what calls itself the article.
struct MainContent {
    let outline: PageOutline
    /// The index of the headline among the blocks, if there is one.
    let headline: Int?
    /// Whether each element, or one it lies in, is furniture by element or by name.
    private(set) var isFurniture: [Bool] = []
    /// Whether each element is, or lies in, a figure.
    private(set) var isFigure: [Bool]
    /// Whether each block is the text of a teaser.
    let isTeaser: [Bool]
    /// The element that holds the article; nothing where the page has no paragraphs.
    private(set) var region: Int?

    private let ends: [Int]
    private var masses: PageMasses
    /// The points of each element, and the bytes of the paragraphs that stand right in it.
    private var points: [Double]
    private var direct: [Int]

    init(_ outline: PageOutline, titles: [String]) {
        self.outline = outline
        headline = Headline.index(in: outline, titles: titles)
        isTeaser = Teasers.marks(in: outline)
        ends = outline.subtreeEnds()
        masses = PageMasses(outline) { _ in true }
        points = Array(repeating: 0, count: outline.nodes.count)
        direct = Array(repeating: 0, count: outline.nodes.count)
        isFigure = []
        for node in outline.nodes {
            let isOne = node.element == .figure || node.element == .figcaption
            isFigure.append(isOne || node.parent >= 0 && isFigure[node.parent])
        }
        markFurniture()
        score()
        region = best().map { narrowed(chosenArticle(in: grown(from: $0))) }
    }

    /// Whether an element lies in another, or is it.
    func isNode(_ node: Int, in ancestor: Int) -> Bool { node >= ancestor && node < ends[ancestor] }

    /// Believes what elements say of themselves, unless nothing would be left.
    ///
    /// Some pages wrap the whole article in an element whose name speaks of something else on it; where the furniture
    /// holds nine tenths of the paragraphs, elements with two fifths of them are not believed.
    private mutating func markFurniture() {
        let total = masses.paragraphs[0]
        for trust in [MainContent.fullTrust, 0.4] {
            isFurniture = []
            for (index, node) in outline.nodes.enumerated() {
                let claims = node.isFurniture && Double(masses.paragraphs[index]) < Double(total) * trust
                isFurniture.append(claims || node.parent >= 0 && isFurniture[node.parent])
            }
            let kept = outline.blocks.reduce(0) { sum, block in
                sum + (block.isPlainParagraph && !isFurniture[block.node] ? block.count : 0)
            }
            if kept * 10 >= total { return }
        }
    }

    private static let fullTrust = 1.01

    /// Whether a block may be a paragraph of the article.
    private func mayCount(_ index: Int) -> Bool {
        let block = outline.blocks[index]
        let element = outline.nodes[block.node].element
        return !isFurniture[block.node] && !isTeaser[index] && !isFigure[block.node] && !element.isHeading
    }

    private mutating func score() {
        for (index, block) in outline.blocks.enumerated() where block.count >= 25 && mayCount(index) {
            let container = outline.container(of: block)
            let commas = block.draft.bytes.count { $0 == UInt8(ascii: ",") }
            var share = (1 + Double(commas) + min(Double(block.count) / 100, 3)) * (1 - block.linkDensity)
            // Half for each step out: the core is the narrowest element that holds many of the paragraphs.
            var node = container
            for _ in 0..<5 where node >= 0 {
                points[node] += share
                share /= 2
                node = outline.nodes[node].parent
            }
            let element = outline.nodes[block.node].element
            if block.count >= 40, block.linkDensity <= 0.5, element != .li, element != .td {
                direct[container] += block.count
            }
        }
        masses = PageMasses(outline, paragraphs: mayCount)
    }

    private func worth(_ node: Int) -> Double {
        let bonus = outline.nodes[node].isArticle ? 1.3 : outline.nodes[node].names.isContent ? 1.2 : 1
        return points[node] * (1 - masses.linkDensity(node)) * bonus
    }

    private func best() -> Int? {
        points.indices.filter { points[$0] > 0 }.max { worth($0) < worth($1) }
    }

    /// The element around the core that holds the whole article: each step out must bring two fifths more paragraphs, or
    /// some that stand right beside the core.
    private func grown(from best: Int) -> Int {
        var region = best
        var node = outline.nodes[best].parent
        while node > 0 {
            if outline.nodes[region].isArticle && masses.paragraphs[region] > 1000 { break }
            let element = outline.nodes[node].element
            let (mass, known) = (masses.paragraphs[node], masses.paragraphs[region])
            let isWorthMore = Double(mass) > Double(max(1, known)) * MainContent.growth
            if isWorthMore || mass > known && direct[node] >= 80 && element != .body && element != .html {
                region = node
            }
            node = outline.nodes[node].parent
        }
        return region
    }

    private static let growth = 1.4

    /// Of several articles in a region, or of one beside it, that with the headline, or else the first of some length.
    private func chosenArticle(in region: Int) -> Int {
        func mass(_ node: Int) -> Int { masses.paragraphs[node] }
        let articles = outline.nodes.indices.filter { outline.nodes[$0].isArticle && mass($0) >= 200 }
        let headed = headline.flatMap { index in
            outline.ancestors(of: outline.blocks[index].node).first { outline.nodes[$0].isArticle && mass($0) >= 200 }
        }
        var outermost: [Int] = []
        for node in articles where isNode(node, in: region) && !(outermost.last.map { isNode(node, in: $0) } ?? false) {
            outermost.append(node)
        }
        let isBeside = headed.map { !isNode($0, in: region) && !isNode(region, in: $0) } ?? false
        if outermost.count > 1 || isBeside {
            let longest = outermost.map(mass).max() ?? 0
            let main = headed ?? outermost.first { Double(mass($0)) >= Double(longest) * 0.3 }
            return main.flatMap { mass($0) >= 250 ? $0 : nil } ?? region
        }
        if let headed, headed != region, isNode(headed, in: region), mass(headed) * 2 >= mass(region) { return headed }
        return region
    }

    /// The narrowest element that calls itself the article and has nearly all the paragraphs of a region, if any.
    private func narrowed(_ region: Int) -> Int {
        let needed = Double(masses.paragraphs[region]) * MainContent.nearlyAll
        return (region..<ends[region]).last { node in
            let claims = outline.nodes[node].isArticle || outline.nodes[node].names.isContent
            return claims && Double(masses.paragraphs[node]) >= needed
        } ?? region
    }

    private static let nearlyAll = 0.8
}
