/// The kinds of XML that are told apart, by what they hold.
enum XMLKind: String, Sendable, CaseIterable {
    case rss = "application/rss+xml"
    case atom = "application/atom+xml"
    case newsML = "application/vnd.iptc.g2.newsitem+xml"
    case nitf = "application/nitf+xml"
    case edition = "application/tei+xml"
    case page = "application/xhtml+xml"
    case unknown = "application/xml"

    /// How far the root element is looked for, behind comments and the internal subset.
    private static let headLimit = 1 << 16

    /// The local names of elements that are documents of their own; nothing where a file is one.
    var itemElement: Set<String>? {
        switch self {
        case .rss: ["item"]
        case .atom: ["entry"]
        case .newsML: ["newsItem"]
        case .edition: ["TEI", "TEI.2"]
        case .nitf, .page, .unknown: nil
        }
    }

    /// Whether it is a feed, whose files are never one document.
    var isFeed: Bool { self == .rss || self == .atom }

    /// Tells by the root element of bytes in a charset that has ASCII in it; nothing where there is none.
    init?(_ bytes: [UInt8]) {
        guard let root = XMLKind.root(in: bytes.prefix(XMLKind.headLimit)) else { return nil }
        switch root.name {
        case "rss", "RDF": self = .rss
        case "feed": self = .atom
        case "newsMessage", "newsItem", "packageItem": self = .newsML
        case "nitf": self = .nitf
        case "TEI", "TEI.2", "teiCorpus", "teiCorpus.2": self = .edition
        case "html": self = .page
        default:
            // Without a declaration, a first tag that nobody knows may be a page or text with a sign in it.
            guard root.isDeclared else { return nil }
            self = .unknown
        }
    }

    /// The local name of the first element, and whether a declaration or a document type says that it is XML.
    private static func root(in bytes: ArraySlice<UInt8>) -> (name: String, isDeclared: Bool)? {
        var rest = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        var isDeclared = false
        while rest.first == UInt8(ascii: "<") {
            let inside = rest.dropFirst()
            switch inside.first {
            case UInt8(ascii: "?"):
                isDeclared = isDeclared || inside.starts(with: "?xml".utf8)
                guard let end = inside.firstRange(of: Array("?>".utf8)) else { return nil }
                rest = bytes[end.upperBound...]
            case UInt8(ascii: "!"):
                let isComment = inside.starts(with: "!--".utf8)
                if !isComment, inside.prefix(9).elementsEqual("!DOCTYPE ".utf8) {
                    isDeclared = isDeclared || inside.dropFirst(9).prefix(4).map { $0 | 0x20 } != Array("html".utf8)
                }
                let end = isComment ? inside.firstRange(of: Array("-->".utf8))?.upperBound : endOfDeclaration(inside)
                guard let end else { return nil }
                rest = bytes[end...]
            default:
                let name = inside.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                let local = name.split(separator: UInt8(ascii: ":")).last ?? name
                let first = local.first ?? 0
                guard (first | 0x20) &- 0x61 < 26 || first == 0x5F || first >= 0x80 else { return nil }
                return (String(decoding: local, as: UTF8.self), isDeclared)
            }
            rest = rest.drop { $0 <= 0x20 }
        }
        return nil
    }

    /// Where a document type ends, behind its internal subset.
    private static func endOfDeclaration(_ bytes: ArraySlice<UInt8>) -> Int? {
        var isInSubset = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "["): isInSubset = true
            case UInt8(ascii: "]"): isInSubset = false
            case UInt8(ascii: ">") where !isInSubset: return index + 1
            default: break
            }
            index += 1
        }
        return nil
    }
}
