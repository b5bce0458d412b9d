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
    ///
    /// What machines are told is right in nine pages of ten, what readers see in seven; but readers see names that the data leave
    /// out, and an organization is the author only where nobody has a name.
    var verdict: (names: [String], evidence: MetadataEvidence.Source)? {
        let told = [linked(isOrganization: false), meta].compactMap(\.self)
        let seen = [byline(.microdata), byline(.relation), byline(.names), lines].compactMap(\.self)
        func isPeople(_ found: Found) -> Bool { found.names.contains { !outlets.isOutlet($0) } }
        guard let first = (told + seen).first(where: isPeople) else {
            return seen.first ?? told.first ?? linked(isOrganization: true) ?? stand
        }
        let names = Set(first.names)
        return seen.first { found in
            found.names.count > names.count && names.isSubset(of: found.names)
                && found.names.allSatisfy { names.contains($0) || (2...3).contains($0.split(separator: " ").count) }
        } ?? first
    }

    /// What stands for a name where there is none: `Staff Writer`.
    private var stand: Found? {
        for sign in signs.signs
        where sign.subject == .author && !layout.isAside(block: sign.block) && layout.isInArticle(block: sign.block) {
            let byline = Byline(sign.text, words: words, isBare: true)
            if let stand = byline.stand { return ([stand], .byline) }
        }
        return nil
    }

    private static let keys = [
        "author", "article:author", "og:article:author", "article:author_name", "parsely-author", "dc.creator",
        "dcterms.creator",
        "sailthru.author", "cxenseparse:author", "citation_author", "authors", "byl", "byline", "article.author",
    ]

    private func linked(isOrganization: Bool) -> Found? {
        found(signs.linked.authors.filter { $0.isOrganization == isOrganization }.map(\.name), .jsonLD)
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
        let names = written.flatMap { (text: String) -> [String] in
            // The name of an outlet may look like a list.
            if outlets.isOutlet(text) { return [text] }
            let byline = Byline(text, words: words, isBare: true)
            return byline.names
        }
        let people = outlets.people(names)
        return people.isEmpty ? nil : (people, evidence)
    }

    /// What the elements of a form near the headline name, or else those in the rest of the article.
    private func byline(_ form: PageSign.Form) -> Found? {
        let fitting = signs.signs.filter { sign in
            sign.subject == .author && sign.form == form && !layout.isAside(block: sign.block)
                && sign.text.utf8.count < 300
        }
        let near = fitting.filter { layout.place(ofBlock: $0.block) == .near }
        let rest = fitting.filter { layout.isInArticle(block: $0.block) }
        for signs in [near, rest] {
            var names: [String] = []
            for sign in signs {
                names += Byline(sign.text, words: words, isBare: true).names
                // One element holds the whole byline, but for links, of which there is one an author.
                if !names.isEmpty, form != .relation { break }
            }
            let people = outlets.people(names)
            if !people.isEmpty { return (people, form == .microdata ? .microdata : .byline) }
        }
        return nil
    }

    /// What lines near the headline say that begin with *by* or *par*.
    private var lines: Found? {
        for line in layout.lines where line.place == .near && line.text.utf8.count < 150 {
            guard words.mayHoldByline(line.text) else { continue }
            let byline = Byline(line.text, words: words, isBare: false)
            let people = outlets.people(byline.names)
            if byline.hasOpener, !people.isEmpty { return (people, .byline) }
        }
        return nil
    }
}
