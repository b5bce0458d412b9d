/// What a page is made of: its block elements as a tree, and its text in blocks.
struct PageOutline {
    /// One element that stands on its own lines.
    struct Node {
        let parent: Int
        let element: HTMLElement
        /// What its names say of it.
        let role: MarkupHints.Role?
        /// Whether it says itself, by element, role or name, that it is not the article.
        let isFurniture: Bool
        /// Whether it is marked as the body of an article, by element or by schema.org's vocabulary.
        let isArticle: Bool
        /// What furniture its names say it is.
        var hint: MarkupHints.Hint?
    }

    /// One stretch of text without a line of its own inside.
    struct TextBlock {
        let node: Int
        let draft: BlockDraft

        /// The share of it that stands in links.
        var linkDensity: Double { Double(draft.linkCount) / Double(max(1, draft.bytes.count)) }
        /// Its length in bytes.
        var count: Int { draft.bytes.count }
    }

    /// The elements; the first is the page itself.
    var nodes: [Node] = [Node(parent: -1, element: .html, role: nil, isFurniture: false, isArticle: false)]
    /// The text, in the order of the page.
    var blocks: [TextBlock] = []
    /// What the head and the marked-up parts say of the page.
    var metadata = PageMetadata()

    /// The elements from one up to the page.
    func ancestors(of node: Int) -> some Sequence<Int> {
        sequence(first: node) { nodes[$0].parent >= 0 ? nodes[$0].parent : nil }
    }

    /// Whether an element lies in another, or is it.
    func isNode(_ node: Int, in ancestor: Int) -> Bool { ancestors(of: node).contains(ancestor) }
}
