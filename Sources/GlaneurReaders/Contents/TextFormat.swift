import GlaneurCore

/// The formats of text beside plain text, pages and records.
package enum TextFormat: Sendable, Equatable {
    /// XML of a kind, by its media type.
    case xml(mediaType: String)
    /// Markdown.
    case markdown
    /// A message of mail.
    case mail
    /// A table of articles; the separator is told from its first line where it is nothing.
    case table(separator: UInt8?)

    /// Looks at the first bytes, then at the name; nothing where it is none of these formats.
    init?(head: [UInt8], label: ContentLabel) {
        let ending = FileName.ending(of: label.fileName)
        // What a transport calls text or a page is that, unless it is XML by its own words.
        let isStated = label.statedType == "text/html" || label.statedType == "text/plain"
        if let kind = TextFormat.xmlKind(head, isStated: isStated, ending: ending) {
            self = .xml(mediaType: kind.rawValue)
        } else if isStated {
            return nil
        } else if ending == "eml" || label.statedType == "message/rfc822" || TextFormat.isMail(head) {
            self = .mail
        } else if ending == "csv" || label.statedType == "text/csv" {
            self = .table(separator: nil)
        } else if ending == "tsv" || ending == "tab" || label.statedType == "text/tab-separated-values" {
            self = .table(separator: 0x09)
        } else if ending == "md" || ending == "markdown" || label.statedType == "text/markdown" {
            guard !TextStart.isPage(head) else { return nil }
            self = .markdown
        } else {
            return nil
        }
    }

    private static func xmlKind(_ head: [UInt8], isStated: Bool, ending: String) -> XMLKind? {
        // UTF-16 hides what it says; a mark and the name of the file are enough for a look.
        let isWide = FileCharset.isWide(head)
        let bytes = isWide ? FileCharset.text(of: head)?.text ?? head : head
        guard let kind = XMLKind(bytes), kind != .page else { return nil }
        // A text may show a piece of XML at its beginning; a file that is XML goes on as one.
        return isStated && kind == .unknown ? nil : kind
    }

    private static let mailFields: Set<String> = [
        "from", "to", "date", "subject", "message-id", "mime-version", "received", "return-path", "content-type",
        "delivered-to", "reply-to",
    ]

    /// Whether bytes begin with the header of a message that went through the net.
    private static func isMail(_ head: [UInt8]) -> Bool {
        guard head.prefix(200).contains(UInt8(ascii: ":")) else { return false }
        let names = MailHeader(head, in: 0..<min(head.count, 1 << 14)).names
        let isSent = names.contains("message-id") || names.contains("received") || names.contains("mime-version")
        return isSent && names.contains("from") && names.intersection(mailFields).count >= 4
    }
}
