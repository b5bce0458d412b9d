/// Which blocks of a page are its text.
struct ArticleSelection {
    /// Whether each block is part of the text.
    let isChosen: [Bool]
    /// The index of the headline, if there is one.
    let headline: Int?

    /// Looks for the article of a page; its headline is metadata and no part of it.
    ///
    /// - Parameter titles: what the page calls itself in its head.
    init(_ outline: PageOutline, titles: [String], phrases: FurniturePhrases?) {
        let selector = ArticleSelector(outline, titles: titles, phrases: phrases)
        isChosen = selector.isChosen
        headline = selector.headline
    }

    /// Takes all of a page that holds one text and nothing else, with the headline that begins it.
    init(whole outline: PageOutline) {
        isChosen = outline.blocks.map { _ in true }
        headline = outline.blocks.first.flatMap { outline.nodes[$0.node].element == .h1 ? 0 : nil }
    }
}
