import GlaneurCore

/// What the columns of a table of articles are, told by their names.
struct TableColumns {
    /// The names by which columns are known, in both languages, the surest first.
    private static let known: [(part: Part, names: [String])] = [
        (.text, ["text", "content", "body", "article", "texte", "contenu", "corps"]),
        (.id, ["id"]),
        (.title, ["title", "headline", "titre"]),
        (.published, ["published", "date", "pubdate", "published_at", "date_publication", "publié"]),
        (.url, ["url", "link", "lien", "adresse"]),
        (.outlet, ["outlet", "source", "publication", "journal", "média", "media"]),
        (.authors, ["authors", "author", "auteurs", "auteur", "byline"]),
        (.language, ["lang", "language", "langue"]),
    ]

    /// What a column may be.
    enum Part: Sendable, Hashable {
        case text, id, title, published, url, outlet, authors, language
    }

    private let columns: [Part: Int]
    /// The column of the text.
    let text: Int

    /// Why a table cannot be read.
    struct Missing: Error, Equatable {
        /// What was looked for, and what there is.
        let message: String
    }

    /// Finds the columns of a header; `textColumn` names that of the text.
    init(header: [String], textColumn: String?) throws(Missing) {
        let names = header.map { $0.lowercased() }
        var columns: [Part: Int] = [:]
        for (part, known) in TableColumns.known {
            columns[part] = known.lazy.compactMap { names.firstIndex(of: $0) }.first
        }
        let listed = header.prefix(50).joined(separator: ", ")
        if let textColumn {
            guard let index = names.firstIndex(of: textColumn.lowercased()) else {
                throw Missing(message: "no column \(textColumn); there are: \(listed)")
            }
            columns[.text] = index
        }
        guard let text = columns[.text] else {
            throw Missing(message: "no column of a known name holds the text; there are: \(listed)")
        }
        self.columns = columns.filter { $0.key == .text || $0.value != text }
        self.text = text
    }

    /// The column of a part, where there is one.
    subscript(part: Part) -> Int? { columns[part] }

    /// The metadata of a record whose cells are read by the function.
    func metadata(_ cell: (Int) -> String?) -> Metadata {
        func value(_ part: Part) -> String? { columns[part].flatMap(cell).flatMap { $0.isEmpty ? nil : $0 } }
        return Metadata(
            title: value(.title), published: value(.published).map { WrittenTime.rfc3339($0) ?? $0 },
            url: value(.url), outlet: value(.outlet),
            authors: value(.authors).map(TableColumns.authors) ?? [],
            declaredLanguage: value(.language).flatMap { Language(declared: $0) })
    }

    /// Several authors stand behind one another, with a semicolon between them.
    private static func authors(_ cell: String) -> [String] {
        cell.split(separator: ";").map { AlignedText.collapsed($0.utf8) }.filter { !$0.isEmpty }
    }
}
