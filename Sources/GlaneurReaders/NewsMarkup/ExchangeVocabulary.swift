import GlaneurCore

/// What agencies send: NITF, and NewsML-G2 around NITF, XHTML or plain text.
///
/// Names are told without their namespace: an item cut out of a package may have lost the declaration.
struct ExchangeVocabulary: ProseVocabulary {
    let takesText = false

    func role(of name: XMLName, _ attributes: [XMLAttribute], in parents: [XMLName]) -> ProseRole {
        let around = parents.last?.local ?? ""
        if parents.contains(where: { $0.local == "inlineXML" || $0.local == "body" || $0.local == "inlineData" }) {
            return contents(name, attributes, around)
        }
        switch name.local {
        case "body", "inlineXML": return ProseRole(holdsText: true)
        // A package may hold the same text as NITF, XHTML and plain text: plain text counts where it is the only one.
        case "inlineData":
            let isPlain = attributes["contenttype"].map { $0.hasPrefix("text/") } ?? true
            return isPlain && attributes["encoding"] == nil
                ? ProseRole(block: (.body, .paragraph), holdsText: true)
                : .skipped
        case "title" where around == "head": return .metadata(.title)
        case "headline":
            // The headline of the item is told before its contents and is no part of them.
            return .metadata(.title)
        case "by": return .metadata(.author)
        case "contentCreated", "versionCreated": return .metadata(.published)
        case "language": return ProseRole(statement: attributes["tag"].map { (.language, $0) })
        case "date.issue": return ProseRole(statement: attributes["norm"].map { (.published, $0) })
        case "pubdata":
            return ProseRole(statement: attributes["date.publication"].map { (.published, $0) })
        case "doc.copyright": return ProseRole(statement: attributes["holder"].map { (.outlet, $0) })
        case "provider": return ProseRole(statement: attributes["literal"].map { (.outlet, $0) })
        case "name" where around == "provider": return .metadata(.outlet)
        case "name" where around == "creator": return .metadata(.author)
        case "newsItem", "nitf": return ProseRole(statement: attributes.language.map { (.language, $0) })
        default: return .inline
        }
    }

    private func contents(_ name: XMLName, _ attributes: [XMLAttribute], _ around: String) -> ProseRole {
        switch name.local {
        case "head", "script", "style", "nav": return .skipped
        case "hl1", "h1": return .headline
        case "hl2": return ProseRole(block: (.body, .standfirst))
        case "h2", "h3", "h4", "h5", "h6": return .heading
        case "abstract", "lede": return ProseRole(block: (.body, .standfirst), innerKind: .standfirst)
        case "byline": return .furniture(.byline)
        case "person" where around == "byline": return ProseRole(field: .author)
        case "byttl": return .skipped
        case "distributor": return .furniture(.credit)
        case "dateline": return ProseRole(block: (.body, .paragraph))
        case "story.date": return ProseRole(isSkipped: true, statement: attributes["norm"].map { (.published, $0) })
        case "p", "block", "pre", "hl", "div", "section", "article", "note", "dt", "dd": return .paragraph
        case "blockquote", "bq": return .quotation
        case "li": return .item
        case "td", "th", "caption": return .cell
        case "media-caption", "figcaption": return .furniture(.caption)
        case "media-producer", "media-credit": return .furniture(.credit)
        case "media-reference", "media-metadata", "media-object": return .skipped
        case "tagline", "bibliography", "body.end": return .furniture(.credit)
        case "footer", "aside": return .furniture(.residue)
        case "br": return .lineBreak
        default: return .inline
        }
    }
}
