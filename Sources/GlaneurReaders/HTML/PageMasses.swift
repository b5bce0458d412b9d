/// How much text each element of a page holds, its own and that of the elements in it, in bytes.
struct PageMasses {
    /// All text.
    private(set) var text: [Int]
    /// Text in links.
    private(set) var links: [Int]
    /// Paragraphs that read like those of an article.
    private(set) var paragraphs: [Int]

    /// Weighs what `weighs` takes of the paragraphs; texts and links are weighed whole.
    init(_ outline: PageOutline, paragraphs weighs: (_ block: Int) -> Bool) {
        text = Array(repeating: 0, count: outline.nodes.count)
        links = text
        paragraphs = text
        for (index, block) in outline.blocks.enumerated() {
            text[block.node] += block.count
            links[block.node] += block.draft.linkCount
            if block.isPlainParagraph, weighs(index) { paragraphs[block.node] += block.count }
        }
        // Elements stand behind those they lie in, so one way back carries all sums up to the page.
        for index in outline.nodes.indices.reversed() where outline.nodes[index].parent >= 0 {
            let parent = outline.nodes[index].parent
            text[parent] += text[index]
            links[parent] += links[index]
            paragraphs[parent] += paragraphs[index]
        }
    }

    /// The share of links in the text of an element.
    func linkDensity(_ node: Int) -> Double { Double(links[node]) / Double(max(1, text[node])) }
}

extension PageOutline.TextBlock {
    /// Whether it reads like a paragraph of an article: some length, hardly any links.
    var isPlainParagraph: Bool { count >= 80 && linkDensity < 0.25 }

    /// Whether it reads as a sentence: long, or ended by a mark.
    var isSentence: Bool {
        guard linkDensity < 0.6 else { return false }
        return count >= 80 || count >= 30 && endsWithMark
    }

    /// Whether its last character, quotes and brackets left aside, ends a sentence.
    private var endsWithMark: Bool {
        var rest = draft.bytes[...]
        while true {
            switch rest.last {
            case 0x20, 0x22, 0x27, 0x29: rest.removeLast()
            // ” and ’ end with 9D and 99 behind E2 80, » is C2 BB.
            case 0x9D, 0x99: rest = rest.dropLast(3)
            case 0xBB: rest = rest.dropLast(2)
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
            // … is E2 80 A6.
            case 0xA6: return rest.suffix(3).elementsEqual([0xE2, 0x80, 0xA6])
            default: return false
            }
        }
    }
}
