import GlaneurCore

/// The text of a document in some markup: its blocks, the way back, and what it says of itself.
struct MarkupExtraction {
    /// The text.
    var text: [UInt8]
    /// The way back to the markup.
    var alignment: Alignment
    /// The blocks of the text.
    var blocks: [Block]
    /// What the markup says of the document.
    var metadata: Metadata
    /// What a reader should know, as code and message.
    var warnings: [(code: String, message: String)] = []
}

extension Metadata {
    /// Fills what is not known yet.
    mutating func fill(from other: Metadata) {
        title = title ?? other.title
        published = published ?? other.published
        url = url ?? other.url
        outlet = outlet ?? other.outlet
        if authors.isEmpty { authors = other.authors }
        declaredLanguage = declaredLanguage ?? other.declaredLanguage
    }
}
