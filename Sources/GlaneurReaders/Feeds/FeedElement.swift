/// The elements of RSS 0.9 to 2.0 and Atom that are read, whatever prefix they have.
enum FeedElement: Sendable {
    /// The feed itself, or a part of it that tells of all items.
    case channel
    case item
    case title
    case link
    /// The element for the whole text.
    case content
    /// The element for a summary, which often has the whole text all the same.
    case summary
    case published
    case updated
    /// A name, or in RSS an address of mail with the name behind it.
    case author
    /// A name.
    case creator
    /// In Atom the name inside an author.
    case name
    /// The feed that an item was taken from.
    case source
    case language

    private static let coreSpaces: Set<String> = [
        "", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
    ]

    /// Tells by name and namespace; by the usual prefix where nobody declared one.
    init?(_ name: XMLName) {
        if name.prefix.isEmpty || name.space != "" && FeedElement.coreSpaces.contains(name.space) {
            self.init(core: name.local)
            return
        }
        switch (FeedElement.module(of: name), name.local) {
        case ("content", "encoded"): self = .content
        case ("dc", "creator"): self = .creator
        case ("dc", "date"), ("dcterms", "created"), ("dcterms", "issued"): self = .published
        case ("dcterms", "modified"): self = .updated
        case ("dc", "language"): self = .language
        default: return nil
        }
    }

    /// The usual prefix of a name's namespace; the prefix it has where nobody declared one.
    private static func module(of name: XMLName) -> String {
        switch name.space {
        case "http://purl.org/rss/1.0/modules/content/": "content"
        case "http://purl.org/dc/elements/1.1/": "dc"
        case "http://purl.org/dc/terms/": "dcterms"
        case "": name.prefix
        default: ""
        }
    }

    private init?(core name: String) {
        switch name {
        case "channel", "feed": self = .channel
        case "item", "entry": self = .item
        case "title": self = .title
        case "link": self = .link
        case "content": self = .content
        case "description", "summary": self = .summary
        case "pubDate", "published", "issued": self = .published
        case "updated", "modified": self = .updated
        case "author": self = .author
        case "name": self = .name
        case "source": self = .source
        case "language": self = .language
        default: return nil
        }
    }
}
