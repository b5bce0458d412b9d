package import GlaneurCore

/// The bytes of one file, member or record, whole and in memory, from which a reader of a format makes documents.
package struct Content: Sendable {
    /// Where they lie and what was said of them.
    package let label: ContentLabel
    /// The bytes.
    package let bytes: [UInt8]
    /// Where they lie in the file or member that raw offsets count in.
    package let span: ByteSpan
    /// The way from the bytes to that file or member.
    package let origin: Origin

    /// Makes contents that are the file or member from its first to its last byte.
    package init(label: ContentLabel, bytes: [UInt8]) {
        self.init(label: label, bytes: bytes, span: ByteSpan(0, bytes.count), origin: Origin())
    }

    /// Makes contents that are a part of a file or member.
    package init(label: ContentLabel, bytes: [UInt8], span: ByteSpan, origin: Origin) {
        self.label = label
        self.bytes = bytes
        self.span = span
        self.origin = origin
    }

    /// The one document that these contents are.
    package func document(mediaType: String) -> Result<Document, StageFailure> {
        guard !bytes.isEmpty else { return .failure(label.failure(.empty, "no bytes")) }
        var document = Document(
            id: label.id, bytes: bytes, provenance: provenance(mediaType: mediaType), metadata: label.metadata,
            origin: origin)
        document.warnings = label.warnings
        return .success(document)
    }

    /// The provenance of these contents; a reader that makes several documents of them narrows its span down.
    package func provenance(mediaType: String) -> Provenance {
        var provenance = Provenance(
            path: label.path, member: label.member, bytes: span, sha256: Digest.sha256(bytes[...]), mediaType: mediaType
        )
        provenance.transportCharset = label.transportCharset
        return provenance
    }
}
