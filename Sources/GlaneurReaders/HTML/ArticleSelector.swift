import GlaneurCore

/// Looks for the article of a page among what sites put around it.
struct ArticleSelector {
    /// Whether each block is part of the article; the headline is none.
    private(set) var isChosen: [Bool]
    /// The index of the headline, if there is one.
    let headline: Int?

    private let content: MainContent
    private var outline: PageOutline { content.outline }

    /// Chooses; where nothing looks like an article, everything is.
    init(_ outline: PageOutline, titles: [String], phrases: FurniturePhrases?) {
        content = MainContent(outline, titles: titles)
        headline = content.headline
        isChosen = []
        guard let region = content.region else {
            isChosen = outline.blocks.map { _ in true }
            return
        }
        isChosen = outline.blocks.indices.map { reads($0, in: region) }
        dropRepeated()
        dropTrailingHeadings()
        addStandfirst()
        trim()
        dropFurnitureLines(phrases)
        dropHeadline()
        if !isChosen.contains(true) { isChosen = outline.blocks.map { _ in true } }
    }

    private func element(_ index: Int) -> HTMLElement { outline.nodes[outline.blocks[index].node].element }

    private var chosen: [Int] { isChosen.indices.filter { isChosen[$0] } }

    /// Whether a block in the region of the article is part of it.
    private func reads(_ index: Int, in region: Int) -> Bool {
        let block = outline.blocks[index]
        guard content.isNode(block.node, in: region), !content.isFurniture[block.node], !content.isTeaser[index],
            !content.isFigure[block.node]
        else { return false }
        switch element(index) {
        case .form, .label, .legend, .option: return false
        case .li, .td, .dd, .dt: return block.linkDensity < 0.5
        default: return block.linkDensity < (block.count > 200 ? 0.7 : 0.6)
        }
    }

    /// Captions and teasers are often written twice, for small and for large screens.
    private mutating func dropRepeated() {
        var seen: Set<[UInt8]> = []
        for index in isChosen.indices where isChosen[index] && outline.blocks[index].count >= 20 {
            if !seen.insert(outline.blocks[index].draft.bytes).inserted { isChosen[index] = false }
        }
    }

    /// A heading with nothing below it belongs to something that was left out.
    private mutating func dropTrailingHeadings() {
        for index in isChosen.indices.reversed() where isChosen[index] {
            guard element(index).isHeading else { return }
            isChosen[index] = false
        }
    }

    // MARK: Around the headline

    /// Takes the lines between the headline and the article that sum it up.
    private mutating func addStandfirst() {
        guard let first = isChosen.firstIndex(of: true),
            let title = outline.blocks.indices[...first].last(where: { element($0) == .h1 })
        else { return }
        let titleNode = outline.blocks[title].node
        let parent = outline.nodes[titleNode].parent
        let headers = Set(outline.ancestors(of: titleNode).filter { outline.nodes[$0].element == .header })
        for index in (title + 1)..<max(first, title + 1) where isStandfirst(index, parent: parent, headers: headers) {
            isChosen[index] = true
        }
    }

    private func isStandfirst(_ index: Int, parent: Int, headers: Set<Int>) -> Bool {
        let block = outline.blocks[index]
        guard (40...700).contains(block.count), block.linkDensity <= 0.2, !content.isFigure[block.node] else {
            return false
        }
        let ancestors = Array(outline.ancestors(of: block.node))
        let isNamed = ancestors.prefix(3).contains { outline.nodes[$0].names.isStandfirst }
        let isFurniture = ancestors.contains { outline.nodes[$0].isFurniture && outline.nodes[$0].element != .header }
        if isFurniture { return isNamed && !ancestors.prefix(3).contains { isComment($0) } }
        return isNamed || ancestors.dropFirst().prefix(3).contains(parent)
            || ancestors.contains(where: headers.contains)
    }

    private func isComment(_ node: Int) -> Bool {
        let furniture = outline.nodes[node].names.furniture
        return furniture == .comments || furniture == .relatedLinks
    }

    // MARK: Ends

    /// Drops short lines before the first sentence and behind the last one, and what stands above the headline.
    private mutating func trim() {
        let indices = chosen
        guard let first = indices.firstIndex(where: isSentence), let last = indices.lastIndex(where: isSentence) else {
            return
        }
        for index in indices[..<first] {
            let isHeading = element(index).isHeading && content.headline.map { index > $0 } ?? true
            if !isHeading { isChosen[index] = false }
        }
        for index in indices[(last + 1)...] { isChosen[index] = false }
        guard let headline = content.headline else { return }
        let above = indices.filter { $0 < headline }
        let sizeAbove = size(of: above)
        if Double(sizeAbove) < Double(size(of: indices) - sizeAbove) * 0.3 {
            for index in above { isChosen[index] = false }
        }
    }

    private func size(of indices: [Int]) -> Int { indices.reduce(0) { $0 + outline.blocks[$1].count } }

    private func isSentence(_ index: Int) -> Bool {
        let block = outline.blocks[index]
        return block.isSentence || element(index) == .li && block.linkDensity < 0.3 && block.count >= 30
    }

    /// Drops lines whose words say that they are furniture, and everything behind the heading of the comments.
    private mutating func dropFurnitureLines(_ phrases: FurniturePhrases?) {
        guard let first = isChosen.firstIndex(of: true), let last = isChosen.lastIndex(of: true) else { return }
        let indices = chosen
        let total = size(of: indices)
        let (starts, ends) = (indices.prefix(3), indices.suffix(4))
        var known = 0
        for index in first...last {
            let block = outline.blocks[index]
            if isChosen[index] { known += block.count }
            // Long paragraphs amid an article are paragraphs of it.
            let isShortOrOuter =
                block.count <= ArticleSelector.longestInside || starts.contains(index) || ends.contains(index)
            guard isChosen[index] ? isShortOrOuter : block.count <= ArticleSelector.longestHeading,
                let line = TextLine(judging: block.draft.bytes, phrases: phrases)
            else { continue }
            // "Jane Doe covers health. She can be reached at …" ends articles.
            if ends.contains(index), line.tellsOfAuthor { isChosen[index] = false }
            guard let furniture = line.furniture else { continue }
            isChosen[index] = false
            let isShort = block.count <= ArticleSelector.longestHeading
            guard furniture.kind == .comments, isShort, known >= 300, Double(known) >= Double(total) * 0.4 else {
                continue
            }
            for later in index...last { isChosen[later] = false }
            break
        }
        dropTrailingHeadings()
    }

    private static let longestInside = 160

    /// The heading of comments is hardly longer: « Lire les 12 commentaires », "Join the conversation".
    private static let longestHeading = 90

    /// The headline is no part of the text below it.
    private mutating func dropHeadline() {
        let first =
            outline.blocks.indices.first { isChosen[$0] && !element($0).isHeading && outline.blocks[$0].count >= 50 }
            ?? outline.blocks.endIndex
        for index in outline.blocks.indices[..<first] where element(index) == .h1 { isChosen[index] = false }
        if let headline = content.headline, headline <= first, headline < isChosen.count { isChosen[headline] = false }
    }
}
