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

/// How something was compressed.
package enum Compression: String, Sendable, CaseIterable {
    case gzip, bzip2, xz, zstd

    /// Reads the mark that begins compressed data.
    init?(head: [UInt8]) {
        func begins(_ mark: [UInt8]) -> Bool { head.starts(with: mark) }
        if begins([0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if begins([0x42, 0x5A, 0x68]), head.count > 9, (0x31...0x39).contains(head[3]),
            head[4..<10].elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
                || head[4..<10].elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
        {
            self = .bzip2
        } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            self = .xz
        } else if begins([0x28, 0xB5, 0x2F, 0xFD])
            || head.count > 3 && (0x50...0x5F).contains(head[0]) && head[1...].starts(with: [0x2A, 0x4D, 0x18])
        {
            self = .zstd
        } else {
            return nil
        }
    }
}

/// How an archive holds its members.
package enum ArchiveFormat: String, Sendable, CaseIterable {
    case zip, tar

    /// Reads the mark that begins an archive.
    ///
    /// A tar archive is known by the sum of its first header; one without a member is nothing but zeros, and known by its name.
    init?(head: [UInt8], fileName: String) {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
            || head.starts(with: [0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B])
        {
            self = .zip
        } else if head.count >= 512,
            ArchiveFormat.isTarHeader(head[..<512]) || ArchiveFormat.isEmptyTar(head[..<512], fileName: fileName)
        {
            self = .tar
        } else {
            return nil
        }
    }

    private static func isEmptyTar(_ header: ArraySlice<UInt8>, fileName: String) -> Bool {
        FileName.ending(of: fileName) == "tar" && header.allSatisfy { $0 == 0 }
    }

    private static func isTarHeader(_ header: ArraySlice<UInt8>) -> Bool {
        let field = header[148..<156]
        let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard header[0] != 0, !digits.isEmpty else { return false }
        let stated = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
        // The sum is made with spaces in its own place; old programs summed signed characters.
        let sum = header.reduce(0) { $0 + Int($1) } - field.reduce(0) { $0 + Int($1) } + 8 * 0x20
        let high = header.reduce(0) { $0 + ($1 >= 0x80 ? 256 : 0) } - field.reduce(0) { $0 + ($1 >= 0x80 ? 256 : 0) }
        return stated == sum || stated == sum - high
    }
}

/// What text begins with.
enum TextStart {
    /// Whether text begins as only a web page does.
    static func isPage(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head"].contains { text.hasPrefix($0) }
            || text.hasPrefix("<?xml") && text.contains("<html")
    }

    /// Whether text begins like an object with a key, perhaps behind a byte order mark.
    static func isRecord(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let visible = start.drop { $0 <= 0x20 }
        guard visible.first == UInt8(ascii: "{") else { return false }
        return visible.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
    }
}

/// What the name of a file tells.
enum FileName {
    /// What stands behind the last point, in lower case; empty where there is none.
    static func ending(of name: String) -> String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.last?.lowercased() ?? "" : ""
    }

    /// Whether a file in a folder or archive is passed over: hidden ones, what Glaneur writes beside its documents, and single
    /// JSON values, which are data about articles and no articles.
    static func isPassedOver(_ name: String) -> Bool {
        if name.hasPrefix(".") { return true }
        if ["entities.jsonl", "errors.jsonl", "duplicates.jsonl"].contains(name) { return true }
        return [".entities.jsonl", ".errors.jsonl", ".json"].contains { name.hasSuffix($0) }
    }
}

/// Tells zip archives that are one document from those that hold many.
enum PackageSignature {
    /// The media type of the document, nothing where the archive is a plain one.
    static func mediaType(head: [UInt8], fileName: String) -> String? {
        let first = firstMember(head)
        if first?.name == "mimetype", let stated = first.map({ String(decoding: $0.contents, as: UTF8.self) }) {
            if stated.hasPrefix("application/epub+zip") { return "application/epub+zip" }
            let openDocument = "application/vnd.oasis.opendocument."
            if stated.hasPrefix(openDocument + "text") { return openDocument + "text" }
            if stated.hasPrefix(openDocument) { return openDocument + "other" }
        }
        let office = "application/vnd.openxmlformats-officedocument."
        let isOffice = ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml"].contains(first?.name)
        switch FileName.ending(of: fileName) {
        case "docx", "docm", "dotx": return office + "wordprocessingml.document"
        case "epub": return "application/epub+zip"
        case "odt", "ott": return "application/vnd.oasis.opendocument.text"
        case "xlsx", "pptx", "ods", "odp", "odg": return office + "other"
        default: return isOffice || first?.name.hasPrefix("word/") == true ? office + "wordprocessingml.document" : nil
        }
    }

    /// The name of the first member, and its first bytes as they are stored.
    private static func firstMember(_ head: [UInt8]) -> (name: String, contents: ArraySlice<UInt8>)? {
        guard head.count > 30, head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        let nameCount = Int(head[26]) | Int(head[27]) << 8
        let extraCount = Int(head[28]) | Int(head[29]) << 8
        guard 30 + nameCount <= head.count else { return nil }
        let contents = head.dropFirst(30 + nameCount + extraCount).prefix(64)
        return (String(decoding: head[30..<30 + nameCount], as: UTF8.self), contents)
    }
}
