/// Which parts of a page said what stands in a document's metadata.
package struct MetadataEvidence: Sendable, Equatable {
    /// A part of a page that speaks of its article.
    package enum Source: String, Sendable, CaseIterable {
        /// JSON-LD in the vocabulary of schema.org.
        case jsonLD = "json-ld"
        /// Properties of OpenGraph.
        case openGraph = "og"
        /// Other `meta` elements.
        case meta
        /// `itemprop` and the like.
        case microdata
        /// The element `time`.
        case time
        /// A heading of the page.
        case heading
        /// The element `title`.
        case title
        /// A line that names who wrote the article.
        case byline
        /// The address of the page.
        case url
        /// A line that readers see.
        case text
    }

    /// Who said the title.
    package var title: Source?
    /// Who said when it was published.
    package var published: Source?
    /// Who said when it was last changed.
    package var updated: Source?
    /// Who named the authors.
    package var authors: Source?

    /// Makes evidence of nothing.
    package init() {}
}
