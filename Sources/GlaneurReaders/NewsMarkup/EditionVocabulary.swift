import GlaneurCore

/// Texts of digital editions after the guidelines of the TEI.
struct EditionVocabulary: ProseVocabulary {
    let takesText = false

    func role(of name: XMLName, _ attributes: [XMLAttribute], in parents: [XMLName]) -> ProseRole {
        let around = parents.last?.local ?? ""
        if parents.contains(where: { $0.local == "text" }) { return contents(name, attributes, around) }
        switch name.local {
        case "TEI", "TEI.2": return ProseRole(statement: attributes.language.map { (.language, $0) })
        case "text": return ProseRole(holdsText: true, statement: attributes.language.map { (.language, $0) })
        // What the header tells of the edition is not told of the source below.
        case "title" where around == "titleStmt": return .metadata(.title)
        case "author" where around == "titleStmt": return .metadata(.author)
        case "title" where attributes["level"] == "j" || attributes["level"] == "s": return .metadata(.outlet)
        case "author" where parents.contains { $0.local == "sourceDesc" }: return .metadata(.author)
        case "date" where around == "creation" || parents.contains { $0.local == "sourceDesc" }:
            return time(attributes)
        case "date" where around == "publicationStmt": return time(attributes)
        case "language": return ProseRole(isSkipped: true, statement: attributes["ident"].map { (.language, $0) })
        default: return .inline
        }
    }

    private func time(_ attributes: [XMLAttribute]) -> ProseRole {
        let written = attributes["when"] ?? attributes["when-iso"] ?? attributes["notBefore"]
        guard let written else { return .metadata(.published) }
        return ProseRole(isSkipped: true, statement: (.published, written))
    }

    private func contents(_ name: XMLName, _ attributes: [XMLAttribute], _ around: String) -> ProseRole {
        switch name.local {
        case "head": return around == "figure" ? .furniture(.caption) : around == "table" ? .cell : .heading
        case "titlePart", "docTitle": return .headline
        case "p", "ab", "l", "salute", "opener", "closer", "sp", "stage", "div", "lg", "argument", "epigraph":
            return .paragraph
        case "q", "quote", "cit":
            // Quotations stand in the line of a paragraph or, between paragraphs, for themselves.
            return ["p", "ab", "head", "l", "item", "cell", "note", "quote", "cit", "said"].contains(around)
                ? .inline : .quotation
        case "item", "label": return .item
        case "cell": return .cell
        case "byline", "docAuthor": return .furniture(.byline)
        case "figDesc": return .furniture(.caption)
        case "note": return .skipped
        case "fw": return .skipped
        // Of two readings one is text.
        case "orig", "sic", "abbr": return around == "choice" ? .skipped : .inline
        case "del", "gap", "teiHeader", "formula", "notatedMusic": return .skipped
        case "lb", "pb", "cb":
            // A word may go on behind the line end.
            return attributes["break"] == "no" ? .inline : .space
        default: return .inline
        }
    }
}
