import GlaneurCore

/// Weighs the names that a page gives for its authors.
struct PageAuthorship {
    private typealias Found = (names: [String], evidence: MetadataEvidence.Source)

    private let signs: PageSigns
    private let layout: PageLayout
    private let words: PageWords
    private let outlets: PageAuthors

    init(_ signs: PageSigns, _ layout: PageLayout, words: PageWords, outlets: [String]) {
        self.signs = signs
        self.layout = layout
        self.words = words
        self.outlets = PageAuthors(words: words, outlets: outlets)
    }

    /// The authors, and who names them.
    var verdict: (names: [String], evidence: MetadataEvidence.Source)? {
        let told = [linked, meta].compactMap(\.self)
        let seen = [byline(.microdata), byline(.relation), byline(.names), lines].compactMap(\.self)
        let all = told + seen
        let people = all.first { found in found.names.contains { !outlets.isOutlet($0) } }
        return people ?? all.first
    }

    private static let keys = [
        "author", "article:author", "og:article:author", "article:author_name", "parsely-author", "dc.creator", "dcterms.creator",
        "sailthru.author", "cxenseparse:author", "citation_author", "authors", "byl", "byline", "article.author",
    ]

    private var linked: Found? {
        let authors = signs.linked.authors
        let people = authors.filter { !$0.isOrganization }
        return found((people.isEmpty ? authors : people).map(\.name), .jsonLD)
    }

    private var meta: Found? {
        for key in PageAuthorship.keys {
            guard let written = signs.properties[key], !written.contains("//") else { continue }
            if let found = found([written], .meta) { return found }
        }
        return nil
    }

    /// Names that programs write, of one person each or in a list.
    private func found(_ written: [String], _ evidence: MetadataEvidence.Source) -> Found? {
        let names = written.flatMap { text in
            let byline = Byline(text, words: words, isBare: true)
            return byline.names.isEmpty ? byline.stand.map { [$0] } ?? [] : byline.names
        }
        let people = outlets.people(names)
        return people.isEmpty ? nil : (people, evidence)
    }

    private func byline(_ form: PageSign.Form) -> Found? {
        var names: [String] = []
        for sign in signs.signs where sign.subject == .author && sign.form == form && !sign.isAway {
            guard layout.isInArticle(block: sign.block), sign.text.utf8.count < 300 else { continue }
            let byline = Byline(sign.text, words: words, isBare: true)
            names += byline.names
            if !names.isEmpty, form != .relation { break }
        }
        let people = outlets.people(names)
        return people.isEmpty ? nil : (people, form == .microdata ? .microdata : .byline)
    }

    /// What lines near the headline say that begin with *by* or *par*.
    private var lines: Found? {
        for line in layout.lines where line.place == .near && line.text.utf8.count < 150 {
            let byline = Byline(line.text, words: words, isBare: false)
            let people = outlets.people(byline.names)
            if byline.hasOpener, !people.isEmpty { return (people, .byline) }
        }
        return nil
    }
}
