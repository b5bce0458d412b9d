import GlaneurCore

/// What contents are, told by their first bytes where these say so, and by their name otherwise.
package enum ContentType: Sendable, Equatable {
    /// Plain text.
    case text
    /// A web page.
    case html
    /// One document a line, in JSON.
    case records
    /// One of the other formats of text.
    case format(TextFormat)
    /// Something compressed.
    case compressed(Compression)
    /// An archive of many members.
    case archive(ArchiveFormat)
    /// A zip archive that is one document, with its media type: a text of an office program, a book.
    case package(mediaType: String)
    /// A web archive.
    case webArchive

    /// The types that hold documents of their own and count as one more container on the way in.
    var isContainer: Bool {
        switch self {
        case .archive, .webArchive: true
        default: false
        }
    }

    /// Whether contents of this type are one document, which has the id of the contents.
    var isOneDocument: Bool {
        switch self {
        case .text, .html, .format(.mail), .format(.markdown): true
        default: false
        }
    }

    /// Looks at the first bytes, the name, and what the transport stated.
    ///
    /// Bytes that name a format come first, since names are given by people. A text file keeps the type of its
    /// name, unless it begins as only a page can.
    package init(head: [UInt8], label: ContentLabel) {
        if let compression = Compression(head: head) {
            self = .compressed(compression)
        } else if let format = ArchiveFormat(head: head, fileName: label.fileName) {
            let mediaType = format == .zip ? PackageSignature.mediaType(head: head, fileName: label.fileName) : nil
            self = mediaType.map { .package(mediaType: $0) } ?? .archive(format)
        } else if head.starts(with: "WARC/".utf8) {
            self = .webArchive
        } else if let format = TextFormat(head: head, label: label) {
            self = .format(format)
        } else {
            self = ContentType.text(head: head, label: label)
        }
    }

    private static func text(head: [UInt8], label: ContentLabel) -> ContentType {
        let ending = FileName.ending(of: label.fileName)
        switch label.statedType {
        case "text/html", "application/xhtml+xml": return .html
        case "text/plain": return TextStart.isPage(head) ? .html : .text
        default: break
        }
        switch ending {
        case "html", "htm", "xhtml": return .html
        case "jsonl", "ndjson", "json": return .records
        case "txt", "text", "md": return TextStart.isPage(head) ? .html : .text
        default: break
        }
        if TextStart.isPage(head) { return .html }
        return TextStart.isRecord(head) ? .records : .text
    }

    /// Whether the first bytes of a pipe say all that is needed, so that nobody has to wait for more.
    static func isDecided(by head: UnsafeMutableBufferPointer<UInt8>.SubSequence) -> Bool {
        // The mark of a tar archive is the last to come, at byte 257.
        head.count >= 512 || TextStart.isRecord(Array(head))
    }

    /// The media type of a document whose whole contents are of this type.
    var mediaType: String {
        switch self {
        case .html: "text/html"
        case .records: "application/x-ndjson"
        default: "text/plain"
        }
    }
}
