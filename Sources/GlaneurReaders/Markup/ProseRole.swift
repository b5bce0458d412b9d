import GlaneurCore

/// What an element of some XML vocabulary is to a reader of the article.
struct ProseRole: Sendable {
    /// A part of the metadata.
    enum Field: Sendable, Hashable {
        case title, author, published, language, outlet, url
    }

    /// What an empty element puts into the text.
    enum Insertion: Sendable {
        case lineBreak
        case space
    }

    /// The class and kind of a block that the element makes of its text.
    var block: (blockClass: Block.Class, kind: Block.Kind)?
    /// The kind that paragraphs inside the element get.
    var innerKind: Block.Kind?
    /// Whether what is inside is passed over.
    var isSkipped = false
    /// Whether its text is text of the article, where the elements around it do not say.
    var holdsText: Bool?
    /// The part of the metadata that its text is.
    var field: Field?
    /// A part of the metadata that its attributes state.
    var statement: (field: Field, value: String)?
    /// What it puts into the text.
    var insertion: Insertion?
    /// What the block around it turns out to be.
    var restyling: (blockClass: Block.Class, kind: Block.Kind)?

    /// An element that only marks a part of the text.
    static let inline = ProseRole()
    /// An element whose contents are no text.
    static let skipped = ProseRole(isSkipped: true)
    /// A paragraph.
    static let paragraph = ProseRole(block: (.body, .paragraph))
    /// A heading between paragraphs.
    static let heading = ProseRole(block: (.title, .heading))
    /// The headline.
    static let headline = ProseRole(block: (.title, .main))
    /// A cell of a table.
    static let cell = ProseRole(block: (.body, .table), innerKind: .table)
    /// An item of a list.
    static let item = ProseRole(block: (.body, .list), innerKind: .list)
    /// A quotation set off.
    static let quotation = ProseRole(block: (.body, .blockquote), innerKind: .blockquote)
    /// A line end.
    static let lineBreak = ProseRole(insertion: .lineBreak)
    /// White space.
    static let space = ProseRole(insertion: .space)

    /// Furniture of a kind.
    static func furniture(_ kind: Block.Kind) -> ProseRole { ProseRole(block: (.boilerplate, kind), innerKind: kind) }

    /// An element whose text belongs to the metadata alone.
    static func metadata(_ field: Field) -> ProseRole { ProseRole(isSkipped: true, field: field) }
}

/// What the elements of one XML vocabulary are to a reader.
protocol ProseVocabulary {
    /// Whether text is text of the article where no element says.
    var takesText: Bool { get }

    /// Tells the role of an element by its name, its attributes and the elements around it, the innermost last.
    mutating func role(of name: XMLName, _ attributes: [XMLAttribute], in parents: [XMLName]) -> ProseRole
}
