import GlaneurCore
import GlaneurLexicon

/// What a block of a page is that is not the article, and what says so.
///
/// The names of the elements around it know best (`class="share-bar"`), then the elements themselves, then its own words, and in
/// the end the share of it that stands in links.
struct FurnitureKind {
    /// The kind.
    let kind: Block.Kind
    /// What speaks for it: `markup:class=share`, `markup:nav`, `lexicon:furniture "read more"`, `links:0.83`.
    let reason: String

    private init(_ kind: Block.Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    /// Tells it of a block in its page.
    init(of block: PageOutline.TextBlock, in outline: PageOutline, phrases: FurniturePhrases?) {
        let path = outline.ancestors(of: block.node).prefix(FurnitureKind.depth)
        self.init(
            path: path.map { (outline.nodes[$0].element, outline.nodes[$0].names) }, text: block.draft.bytes,
            linkDensity: block.linkDensity, phrases: phrases)
    }

    /// Elements further out say what the page is, not what the block is.
    private static let depth = 30

    /// Tells it from the elements around a block, the innermost first, with what their names say; from its text; and from the
    /// share of it that stands in links.
    init(
        path: [(element: HTMLElement, names: MarkupHints.Reading)], text: [UInt8], linkDensity: Double,
        phrases: FurniturePhrases?
    ) {
        self =
            FurnitureKind.named(path) ?? FurnitureKind.element(path) ?? FurnitureKind.worded(text, phrases)
            ?? FurnitureKind.linked(path, text, linkDensity) ?? FurnitureKind(.residue, FurnitureKind.place(path))
    }

    private static func named(_ path: [(element: HTMLElement, names: MarkupHints.Reading)]) -> FurnitureKind? {
        for (element, names) in path {
            // What the whole page is called says what else it has.
            if element == .body || element == .html || element == .main || element == .article { continue }
            guard let kind = names.furniture, kind != .residue else { continue }
            return FurnitureKind(kind, "markup:class=\(names.furnitureName)")
        }
        return nil
    }

    private static func element(_ path: [(element: HTMLElement, names: MarkupHints.Reading)]) -> FurnitureKind? {
        for (element, _) in path {
            switch element {
            case .nav, .menu: return FurnitureKind(.navigation, "markup:\(element.rawValue)")
            case .figcaption, .figure: return FurnitureKind(.caption, "markup:\(element.rawValue)")
            default: continue
            }
        }
        return nil
    }

    /// Judges the words as those of a line of a text export.
    private static func worded(_ text: [UInt8], _ phrases: FurniturePhrases?) -> FurnitureKind? {
        guard let line = TextLine(judging: text, phrases: phrases) else { return nil }
        // That it is no article is known; what it may be it is.
        return (line.furniture ?? line.doubtfulFurniture).map { FurnitureKind($0.kind, $0.reason) }
    }

    private static func linked(
        _ path: [(element: HTMLElement, names: MarkupHints.Reading)], _ text: [UInt8], _ linkDensity: Double
    ) -> FurnitureKind? {
        guard linkDensity > 0.5 else { return nil }
        let hundredths = Int((linkDensity * 100).rounded())
        let figure = hundredths == 100 ? "1.00" : "0.\(hundredths)"
        // Links of a word or two are a menu, longer ones headlines.
        let isMenu = text.count <= 24 && !path.contains { $0.element == .article }
        return FurnitureKind(isMenu ? .navigation : .relatedLinks, "links:\(figure)")
    }

    /// The innermost element, or name of one, that says the block is no article.
    private static func place(_ path: [(element: HTMLElement, names: MarkupHints.Reading)]) -> String {
        for (element, names) in path {
            if names.furniture != nil { return "markup:class=\(names.furnitureName)" }
            if element.isFurniture || element == .header || element == .form { return "markup:\(element.rawValue)" }
        }
        return "content:beside-main-text"
    }
}
