/// Where a document comes from and which bytes it stands on.
public struct Provenance: Sendable, Equatable {
    /// How the charset of a document became known.
    public enum CharsetEvidence: String, Sendable, CaseIterable {
        case bom, http, meta, validated, detected, forced
    }

    /// The path of the file as it is reported: the name of the input root and the way below it; `-` for standard input.
    public var path: String
    /// The member of a container, where the file is one.
    public var member: String?
    /// The bytes of the file (or member) this document was read from.
    public var bytes: ByteSpan
    /// The SHA-256 of those bytes, in lower-case hexadecimal digits.
    public var sha256: String
    /// The media type: `text/plain`, `text/html`, `application/x-ndjson`.
    public var mediaType: String
    /// The label of the charset that whatever carried the bytes names: the header of an HTTP response or a mail part.
    ///
    /// It is weighed when the bytes are decoded, and wins where it fits them.
    public var transportCharset: String?
    /// The IANA name of the charset; nothing before the document is decoded.
    public var charset: String?
    /// How the charset became known; nothing before the document is decoded.
    public var charsetEvidence: CharsetEvidence?

    /// Makes the provenance of bytes that are not yet decoded.
    public init(path: String, member: String? = nil, bytes: ByteSpan, sha256: String, mediaType: String) {
        self.path = path
        self.member = member
        self.bytes = bytes
        self.sha256 = sha256
        self.mediaType = mediaType
    }
}

/// What a document says of itself beside its text.
public struct Metadata: Sendable, Equatable {
    /// The headline.
    public var title: String?
    /// The time of publication, RFC 3339.
    public var published: String?
    /// The address it was published at.
    public var url: String?
    /// The outlet that published it.
    public var outlet: String?
    /// The authors.
    public var authors: [String]
    /// The language the source or the user declares; the language stage takes it as given.
    public var declaredLanguage: Language?

    /// Makes metadata; everything is optional.
    public init(
        title: String? = nil, published: String? = nil, url: String? = nil, outlet: String? = nil,
        authors: [String] = [], declaredLanguage: Language? = nil
    ) {
        self.title = title
        self.published = published
        self.url = url
        self.outlet = outlet
        self.authors = authors
        self.declaredLanguage = declaredLanguage
    }
}
