/// A stretch of a document's text with one function on the page: a headline, a paragraph, a caption.
public struct Block: Sendable, Hashable {
    /// What a block is to a reader of the article.
    public enum Class: String, Sendable, Hashable, CaseIterable {
        case title, body, boilerplate
    }

    /// The finer function, one of the words of the output schema.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case main, heading, paragraph, standfirst, blockquote, list, table
        case navigation, advertisement, caption, credit, disclosure, promo
        case sourceLine = "source-line"
        case duplicateTitle = "duplicate-title"
        case relatedLinks = "related-links"
        case residue, share, paywall, byline, comments, cookies
    }

    /// The bytes of the text the block covers, without the line end.
    public var span: ByteSpan
    /// The coarse class.
    public var blockClass: Class
    /// The finer kind.
    public var kind: Kind
    /// The language of the block; undetermined until the language stage has run.
    public var language: Language
    /// What speaks for its class and kind: `lexicon:furniture "lire aussi"`, `layout:comments`; nothing where that is unknown.
    public var reason: String?

    /// Makes a block whose language is still to be told.
    public init(
        span: ByteSpan, blockClass: Class, kind: Kind, language: Language = .undetermined, reason: String? = nil
    ) {
        self.span = span
        self.blockClass = blockClass
        self.kind = kind
        self.language = language
        self.reason = reason
    }
}

/// What said that a sentence ends.
public enum SentenceEnding: String, Sendable, Hashable, CaseIterable {
    /// The block ends, or is a title.
    case block
    /// An end mark with what usually follows one.
    case mark
    /// The next item of a list begins.
    case item
    /// The learned model.
    case model
}

/// A sentence: from its first to its last byte that is not white space, closing quotes and brackets included.
public struct Sentence: Sendable, Hashable {
    /// The bytes of the text the sentence covers.
    public var span: ByteSpan
    /// The language it is written in.
    public var language: Language
    /// What said that it ends where it does.
    public var ending: SentenceEnding

    /// Makes a sentence.
    public init(span: ByteSpan, language: Language, ending: SentenceEnding = .block) {
        self.span = span
        self.language = language
        self.ending = ending
    }
}
