/// What a page is made of: its block elements as a tree, and its text in blocks.
struct PageOutline {
    /// One element that stands on its own lines.
    struct Node {
        let parent: Int
        let element: HTMLElement
        /// What its names say of it.
        let names: MarkupHints.Reading
        /// Whether it says itself, by element, role or name, that it is not the article.
        let isFurniture: Bool
        /// Whether it is marked as an article or as the body of one, by element or by schema.org's vocabulary.
        let isArticle: Bool
        /// Element and first class name; repeated parts of a page have the same.
        let signature: UInt64
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
    var nodes: [Node] = [
        Node(
            parent: -1, element: .html, names: MarkupHints.Reading(), isFurniture: false, isArticle: false, signature: 0
        )
    ]
    /// The text, in the order of the page.
    var blocks: [TextBlock] = []
    /// What the head and the marked-up parts say of the article.
    var signs = PageSigns(names: PageNames())

    /// The elements from one up to the page.
    func ancestors(of node: Int) -> some Sequence<Int> {
        sequence(first: node) { nodes[$0].parent >= 0 ? nodes[$0].parent : nil }
    }

    /// The elements that lie in each, as the index behind the last: elements stand in the order in which they begin.
    func subtreeEnds() -> [Int] {
        var ends = Array(1...nodes.count)
        for index in nodes.indices.reversed() where nodes[index].parent >= 0 {
            let parent = nodes[index].parent
            ends[parent] = max(ends[parent], ends[index])
        }
        return ends
    }
}
