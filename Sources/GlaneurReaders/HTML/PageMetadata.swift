import GlaneurCore

/// What a page says of itself, from every place it says it in, the most trustworthy first in the end.
struct PageMetadata {
    private var properties: [String: String] = [:]
    private var heading: String?
    private var headTitle: String?
    private var linked = LinkedData()
    private var bylines: [String] = []

    /// Notes a `meta` element, or an attribute of another that says the same; the first one counts.
    mutating func note(property: String?, content: String?) {
        guard let property = property?.lowercased(), let content = content.map(PageMetadata.collapsed),
            !content.isEmpty, properties[property] == nil
        else { return }
        properties[property] = content
    }

    /// Notes the text of an element.
    mutating func note(element: HTMLElement, text: String) {
        if element == .script { return linked.read(Array(text.utf8)) }
        let text = PageMetadata.collapsed(text)
        guard !text.isEmpty else { return }
        switch element {
        case .title: headTitle = headTitle ?? text
        case .h1: heading = heading ?? text
        case .a where !bylines.contains(text): bylines.append(text)
        default: return
        }
    }

    /// The headline where the article has no heading: what its data say, else the title without the name of the site.
    var title: String? {
        linked.headline ?? properties["og:title"].map(withoutSite) ?? heading ?? headTitle.map(withoutSite)
    }

    /// The headline that readers see, unless it is so short that it may be the name of the site or of a section.
    func title(heading: String?) -> String? {
        guard let heading = heading.map(PageMetadata.collapsed), let title else { return heading ?? title }
        return heading.split(separator: " ").count > 3 || title.contains(heading) ? heading : title
    }

    /// What the page calls itself in its head.
    var titles: [String] { [headTitle, properties["og:title"], properties["twitter:title"]].compactMap(\.self) }

    /// The time of publication, RFC 3339; a day where no time zone is written.
    var published: String? {
        let keys = [
            "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publishdate",
            "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "time",
        ]
        let written =
            keys.prefix(1).compactMap { properties[$0] } + [linked.published].compactMap(\.self)
            + keys.dropFirst().compactMap { properties[$0] }
        return written.lazy.compactMap(PublicationTime.normalized).first
    }

    /// The address that the page calls its own.
    var url: String? { properties["canonical"] ?? properties["og:url"] }

    /// The outlet.
    var outlet: String? { properties["og:site_name"] ?? linked.publisher }

    /// The authors.
    var authors: [String] {
        if !linked.authors.isEmpty { return linked.authors }
        let written = ["author", "article:author", "parsely-author", "dc.creator", "sailthru.author"]
            .compactMap { properties[$0] }.first { !$0.contains("/") && !$0.contains("@") }
        return written.map { [$0] } ?? bylines
    }

    /// Fills what the document does not say itself.
    func fill(_ metadata: inout Metadata, heading: String?) {
        metadata.title = metadata.title ?? title(heading: heading)
        metadata.published = metadata.published ?? published
        metadata.url = metadata.url ?? url
        metadata.outlet = metadata.outlet ?? outlet
        if metadata.authors.isEmpty { metadata.authors = authors }
    }

    /// Takes the name of the site off the end of a title: `Headline | The Paper`.
    private func withoutSite(_ title: String) -> String {
        if let heading, title.count > heading.count, heading.count > 15, title.hasPrefix(heading) { return heading }
        for mark in [" | ", " – ", " — ", " - ", " :: ", " » "] {
            let parts = title.components(separatedBy: mark)
            guard parts.count > 1, let last = parts.last else { continue }
            let rest = parts.dropLast().joined(separator: mark)
            if last == outlet || rest.count > 3 * last.count { return rest }
        }
        return title
    }

    /// Text with one space for each stretch of white space, none at the ends.
    static func collapsed(_ text: String) -> String {
        String(decoding: Array(text.utf8.split { $0 <= 0x20 }.joined(separator: [0x20])), as: UTF8.self)
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
