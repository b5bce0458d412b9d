import GlaneurCore

/// What a page says of itself, from every place it says it in.
struct PageMetadata {
    private let signs: PageSigns
    private let words: PageWords
    private let dates: PageDates
    private let layout: PageLayout

    /// Weighs the signs of a page whose article is chosen.
    init(_ outline: PageOutline, isArticle: [Bool], title: Int?, words: PageWords) {
        signs = outline.signs
        self.words = words
        layout = PageLayout(outline, isArticle: isArticle, title: title)
        let language = signs.language ?? signs.properties["og:locale"] ?? signs.linked.language ?? ""
        // Only the United States write the month first.
        let isDayFirst = !language.lowercased().hasPrefix("en") || ["gb", "ie", "au", "nz", "in", "za"]
            .contains(language.lowercased().suffix(2))
        dates = PageDates(signs, layout, words: words, isDayFirst: isDayFirst)
    }

    /// The headline that readers see, unless it is so short that it may be the name of the site or of a section.
    func title(heading: String?) -> (text: String, evidence: MetadataEvidence.Source)? {
        guard let heading = heading.map(PageText.collapsed) else { return declaredTitle }
        guard let declared = declaredTitle else { return (heading, .heading) }
        let isWhole = heading.split(separator: " ").count > 3 || declared.text.contains(heading)
        return isWhole ? (heading, .heading) : declared
    }

    /// The headline where the article has no heading: what its data say, else the title without the name of the site.
    private var declaredTitle: (text: String, evidence: MetadataEvidence.Source)? {
        if let headline = signs.linked.headline { return (headline, .jsonLD) }
        if let title = signs.properties["og:title"] { return (withoutSite(title), .openGraph) }
        if let heading = signs.heading { return (heading, .heading) }
        return signs.headTitle.map { (withoutSite($0), .title) }
    }

    /// The address that the page calls its own.
    var url: String? { signs.properties["canonical"] ?? signs.properties["og:url"] ?? linkedAddress }

    private var linkedAddress: String? {
        signs.linked.url.flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    /// The outlet.
    var outlet: String? { signs.properties["og:site_name"] ?? signs.linked.publisher }

    /// The authors, and who names them.
    var authors: (names: [String], evidence: MetadataEvidence.Source)? {
        PageAuthorship(signs, layout, words: words, outlets: [outlet, signs.linked.publisher].compactMap(\.self)).verdict
    }

    /// Fills what the document does not say itself.
    func fill(_ metadata: inout Metadata, heading: String?) {
        if metadata.title == nil, let title = title(heading: heading) {
            metadata.title = title.text
            metadata.evidence.title = title.evidence
        }
        if metadata.published == nil, let published = dates.published {
            metadata.published = published.time.description
            metadata.evidence.published = published.evidence
        }
        if metadata.updated == nil, let updated = dates.updated {
            metadata.updated = updated.time.description
            metadata.evidence.updated = updated.evidence
        }
        metadata.url = metadata.url ?? url
        metadata.outlet = metadata.outlet ?? outlet
        if metadata.authors.isEmpty, let authors {
            metadata.authors = authors.names
            metadata.evidence.authors = authors.evidence
        }
    }

    /// Takes the name of the site off a title: `Headline | The Paper`, `The Paper - Headline`.
    private func withoutSite(_ title: String) -> String {
        if let heading = signs.heading, title.count > heading.count, heading.count > 15, title.hasPrefix(heading) {
            return heading
        }
        for mark in [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • "] {
            let parts = PageText.parts(of: title, at: mark)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            let rest = parts.dropLast().joined(separator: mark)
            if last == outlet || rest.count > 3 * last.count { return rest }
            if first == outlet { return parts.dropFirst().joined(separator: mark) }
        }
        return title
    }
}
