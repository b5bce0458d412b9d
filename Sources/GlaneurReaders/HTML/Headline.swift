import GlaneurLexicon

/// Finds the headline among the blocks of a page: the one that says what the page calls itself.
enum Headline {
    /// The index of the block; a page may have none.
    ///
    /// - Parameter titles: what the page says in its head: `title`, `og:title`; the name of the site may stand beside it.
    static func index(in outline: PageOutline, titles: [String]) -> Int? {
        let titles = titles.map { words(Array($0.utf8)) }.filter { !$0.isEmpty }
        var best: (score: Double, index: Int)?
        for (index, block) in outline.blocks.enumerated() where block.count <= longest {
            let element = outline.nodes[block.node].element
            // Nothing but a heading is looked at closely unless it has about the length of a title.
            guard element.isHeading || block.count >= 15 else { continue }
            let score = score(block, element, titles)
            guard score > 0, score > (best?.score ?? 0) + 0.05, !isAway(block.node, outline) else { continue }
            best = (score, index)
        }
        return best?.index
    }

    private static let longest = 300

    private static func score(_ block: PageOutline.TextBlock, _ element: HTMLElement, _ titles: [[UInt64]]) -> Double {
        let words = words(block.draft.bytes)
        guard !words.isEmpty else { return 0 }
        var likeness = 0.0
        for title in titles {
            let known = words.count { title.contains($0) }
            let told = title.count { words.contains($0) }
            let (precision, recall) = (Double(known) / Double(words.count), Double(told) / Double(title.count))
            if precision >= 0.8, recall >= 0.4 { likeness = max(likeness, precision + recall) }
        }
        if likeness == 0 { return element == .h1 && words.count > 2 ? 0.3 : 0 }
        if block.linkDensity > 0.8, element != .h1 { likeness -= 1 }
        guard likeness > 0 else { return 0 }
        return likeness + (element == .h1 ? 0.6 : element == .h2 ? 0.3 : 0)
    }

    private static func words(_ text: [UInt8]) -> [UInt64] {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(text, into: &lexemes)
        return lexemes.map(\.wordHash)
    }

    private static func isAway(_ node: Int, _ outline: PageOutline) -> Bool {
        outline.ancestors(of: node).contains { [.nav, .footer, .aside].contains(outline.nodes[$0].element) }
    }
}
