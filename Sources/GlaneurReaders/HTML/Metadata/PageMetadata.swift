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
        let isDayFirst = PageMetadata.isDayFirst(signs, layout, words: words)
        dates = PageDates(signs, layout, words: words, isDayFirst: isDayFirst)
    }

    /// Whether the page writes the day before the month in `03/04/2019`: all do but those in the English of the United States.
    ///
    /// Where the page does not tell its region, an address such as `example.co.uk` does; where it does not tell its language, the
    /// lines around the headline do.
    private static func isDayFirst(_ signs: PageSigns, _ layout: PageLayout, words: PageWords) -> Bool {
        let declared = [
            signs.language, signs.properties["og:locale"], signs.linked.language, signs.properties["content-language"],
        ]
        .compactMap { $0?.lowercased() }.filter { $0.utf8.count >= 2 }
        if let language = declared.first, !language.hasPrefix("en") { return true }
        if let regional = declared.first(where: { $0.utf8.count == 5 && $0.hasPrefix("en") }) {
            return !regional.hasSuffix("us")
        }
        if let address = signs.properties["canonical"] ?? signs.properties["og:url"] {
            let host = address.split(separator: "/").dropFirst().first.map { $0.split(separator: ".") } ?? []
            if host.count > 2, host[host.count - 1].utf8.count == 2, host[host.count - 2].utf8.count <= 3 {
                return true
            }
        }
        return declared.isEmpty && !layout.isEnglish(words)
    }

    /// The headline that readers see, unless it is so short that it may be the name of the site or of a section, or has no word in
    /// common with what the page calls itself.
    func title(heading: String?) -> (text: String, evidence: MetadataEvidence.Source)? {
        guard let heading = (heading ?? signs.heading).map({ AlignedText.collapsed($0.utf8) }) else {
            return declaredTitle
        }
        guard let declared = declaredTitle else { return (heading, .heading) }
        if declared.evidence == .heading {
            // *Home*, and a title that says more.
            let title = signs.headTitle.map(withoutSite) ?? ""
            let isBetter = heading.split(separator: " ").count < 3 && title.split(separator: " ").count > 4
            return isBetter && !isLikeDeclared(heading) ? (title, .title) : (heading, .heading)
        }
        let isWhole =
            heading.split(separator: " ").count > 3 && isLikeDeclared(heading) || declared.text.contains(heading)
        return isWhole ? (heading, .heading) : declared
    }

    private func isLikeDeclared(_ heading: String) -> Bool {
        func words(_ text: String) -> Set<String> {
            Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        }
        let own = words(heading)
        let declared = [signs.linked.headline, signs.properties["og:title"], signs.headTitle].compactMap(\.self).map(
            words)
        // A name of two words, *About us*, says less than the heading.
        return declared.contains { !own.isDisjoint(with: $0) } || !declared.contains { $0.count > 4 }
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
        PageAuthorship(signs, layout, words: words, outlets: [outlet, signs.linked.publisher].compactMap(\.self))
            .verdict
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
        let host = (url?.split(separator: "/").dropFirst().first).map { PageAuthors.letters(String($0)) } ?? ""
        func isSite(_ part: String) -> Bool {
            let letters = PageAuthors.letters(part)
            return part == outlet || letters.utf8.count > 3 && host.contains(letters)
        }
        for mark in [" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • "] {
            let parts = PageText.parts(of: title, at: mark)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            let rest = parts.dropLast().joined(separator: mark)
            if isSite(last) || rest.count > 3 * last.count { return rest }
            if isSite(first) { return parts.dropFirst().joined(separator: mark) }
        }
        return title
    }
}
