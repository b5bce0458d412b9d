import GlaneurCore

/// A message of mail (RFC 5322 and MIME): what its header says, and the part of it that people read.
struct MailMessage {
    /// The media type of the plain text of a message, which has quotations and a signature.
    static let mediaType = "message/rfc822"
    /// The same where lines that end with a space go on.
    static let flowedMediaType = "message/rfc822; format=flowed"

    /// A part that is text.
    struct Body {
        /// Whether it is HTML.
        let isHTML: Bool
        /// Whether lines that end with a space go on.
        let isFlowed: Bool
        /// The label of the charset that the part names.
        let charset: String?
        /// Its bytes with their places in the message.
        let contents: TransferDecoding

        /// The media type under which it is decoded and cut into blocks.
        var mediaType: String {
            isHTML ? "text/html" : isFlowed ? MailMessage.flowedMediaType : MailMessage.mediaType
        }

        fileprivate var isBlank: Bool { AlignedText.isBlank(contents.bytes) }
    }

    /// How deep parts may lie in one another, and how many there may be.
    private static let depthLimit = 16
    private static let partLimit = 1000
    /// How many parts that are not read are named.
    private static let attachmentLimit = 20

    /// What the header says.
    let metadata: Metadata
    /// The part that people read, if there is one.
    private(set) var body: Body?
    /// The parts that are not read, by name and type.
    private(set) var attachments: [String] = []
    private var partCount = 0

    /// Reads a message.
    init(_ bytes: [UInt8]) {
        let header = MailHeader(bytes, in: 0..<bytes.count)
        metadata = Metadata(header)
        body = read(bytes, header, header.end..<bytes.count, depth: 0)
    }

    private mutating func read(_ bytes: [UInt8], _ header: MailHeader, _ range: Range<Int>, depth: Int) -> Body? {
        partCount += 1
        guard depth < MailMessage.depthLimit, partCount <= MailMessage.partLimit else { return nil }
        let type = header.parameters("content-type")
        let value = type?.value ?? "text/plain"
        if value.hasPrefix("multipart/"), let boundary = type?["boundary"], !boundary.isEmpty {
            return multipart(bytes, range, boundary, isAlternative: value == "multipart/alternative", depth)
        }
        let disposition = header.parameters("content-disposition")
        let isText = value == "text/plain" || value == "text/html" || value == "text"
        guard isText, disposition?.value != "attachment" else {
            let name = disposition?["filename"] ?? type?["name"]
            noteAttachment(name.map { "\($0) (\(value))" } ?? value)
            return nil
        }
        let contents: TransferDecoding =
            switch header.parameters("content-transfer-encoding")?.value {
            case "base64": TransferDecoding(base64: bytes, in: range)
            case "quoted-printable": TransferDecoding(quotedPrintable: bytes, in: range)
            default: TransferDecoding(plain: bytes, in: range)
            }
        return Body(
            isHTML: value == "text/html", isFlowed: type?["format"]?.lowercased() == "flowed",
            charset: type?["charset"], contents: contents)
    }

    private mutating func noteAttachment(_ name: String) {
        if attachments.count < MailMessage.attachmentLimit { attachments.append(name) }
    }

    /// Chooses among parts: of several forms of one text the plain one, of several texts the first.
    private mutating func multipart(
        _ bytes: [UInt8], _ range: Range<Int>, _ boundary: String, isAlternative: Bool, _ depth: Int
    ) -> Body? {
        var best: Body?
        for part in MailMessage.parts(bytes, range, boundary) {
            let header = MailHeader(bytes, in: part)
            guard let found = read(bytes, header, header.end..<part.upperBound, depth: depth + 1) else { continue }
            guard let known = best, !known.isBlank else {
                best = found
                continue
            }
            guard !found.isBlank else { continue }
            if !isAlternative {
                noteAttachment("a further text")
            } else if known.isHTML, !found.isHTML {
                best = found
            }
        }
        return best
    }

    /// The parts between lines that are the boundary; the line end before such a line is none of the part.
    private static func parts(_ bytes: [UInt8], _ range: Range<Int>, _ boundary: String) -> [Range<Int>] {
        let mark = Array("--\(boundary)".utf8)
        var parts: [Range<Int>] = []
        var start: Int?
        var index = range.lowerBound
        while index < range.upperBound, parts.count < partLimit {
            let line = MailHeader.line(bytes, index..<range.upperBound)
            if bytes[line.content].starts(with: mark) {
                let rest = bytes[line.content].dropFirst(mark.count).drop { $0 == 0x20 || $0 == 0x09 }
                let isEnd = rest.starts(with: "--".utf8)
                if rest.isEmpty || isEnd {
                    if let first = start { parts.append(first..<max(first, endOfLine(bytes, before: index))) }
                    start = isEnd ? nil : line.next
                    if isEnd { break }
                }
            }
            index = line.next
        }
        // A cut message lacks its last boundary.
        if let first = start { parts.append(first..<range.upperBound) }
        return parts
    }

    private static func endOfLine(_ bytes: [UInt8], before index: Int) -> Int {
        guard index > 0, bytes[index - 1] == 0x0A else { return index }
        return index > 1 && bytes[index - 2] == 0x0D ? index - 2 : index - 1
    }
}

extension Metadata {
    /// Takes what the header of a message says.
    fileprivate init(_ header: MailHeader) {
        self.init(title: header.text("subject"), published: header.text("date").flatMap { WrittenTime.rfc3339($0) })
        if let sender = header.raw("from"), let name = Metadata.name(ofSender: sender) { authors = [name] }
        if let tag = header.text("content-language"), !tag.contains(",") {
            declaredLanguage = Language(declared: tag)
        }
    }

    /// The name in `"Ann Onyme" <ann@example.org>` or `ann@example.org (Ann Onyme)`, else the address.
    private static func name(ofSender value: [UInt8]) -> String? {
        let open = value.lastIndex(of: UInt8(ascii: "<"))
        var name = EncodedWords.decoded(Array(value[..<(open ?? value.count)]))
        if name.hasPrefix("\""), let end = name.dropFirst().firstIndex(of: "\"") {
            name = AlignedText.collapsed(name[name.index(after: name.startIndex)..<end].utf8)
        }
        if open == nil, name.contains("("), let inside = FeedItemReader.name(inAuthor: name) { return inside }
        if name.isEmpty, let open {
            name = EncodedWords.decoded(Array(value[(open + 1)...].prefix { $0 != UInt8(ascii: ">") }))
        }
        return name.isEmpty ? nil : name
    }
}
