/// What the documents of an input look like.
enum InputKind: Sendable, Equatable {
    /// One document of plain text.
    case text
    /// One web page.
    case html
    /// One document a line, in JSON.
    case records
    /// A file whose name does not tell; its first bytes decide between text and page.
    case unknown
    /// Standard input or a pipe; its first bytes decide between records, text and page.
    case stream

    /// Tells by the end of the name.
    init(fileName: String) {
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        switch parts.count > 1 ? parts.last?.lowercased() : "" {
        case "", "txt", "text", "md": self = .text
        case "html", "htm", "xhtml": self = .html
        case "jsonl", "ndjson", "json": self = .records
        default: self = .unknown
        }
    }

    /// Whether a file in a folder is passed over: what Glaneur writes beside its documents, and single JSON values,
    /// which are data about articles and no articles.
    static func isPassedOver(_ fileName: String) -> Bool {
        if ["entities.jsonl", "errors.jsonl", "duplicates.jsonl"].contains(fileName) { return true }
        return [".entities.jsonl", ".errors.jsonl", ".json"].contains { fileName.hasSuffix($0) }
    }

    /// The media type of a whole file of this kind.
    func mediaType(of bytes: [UInt8]) -> String {
        switch self {
        case .html: "text/html"
        case .records: "application/x-ndjson"
        case .text: "text/plain"
        case .unknown, .stream: InputKind.beginsLikeAPage(bytes) ? "text/html" : "text/plain"
        }
    }

    private static func beginsLikeAPage(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head"].contains { text.hasPrefix($0) }
            || text.hasPrefix("<?xml") && text.contains("<html")
    }
}
