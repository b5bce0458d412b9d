import GlaneurCore

/// Makes documents of contents in one of the formats of text that lie in memory.
struct FormatReader {
    private let content: Content

    /// Takes contents.
    init(_ content: Content) { self.content = content }

    /// The documents of a format.
    func documents(_ format: TextFormat) -> any DocumentSource {
        switch format {
        case .xml(let mediaType): xmlDocuments(mediaType)
        case .mail: GivenDocuments([message()])
        case .markdown: GivenDocuments([content.document(mediaType: "text/markdown")])
        case .table: GivenDocuments(content.label.failure(.unreadable, "a table is read as it comes"))
        }
    }

    private func message() -> Result<Document, StageFailure> {
        let message = MailMessage(content.bytes)
        guard let body = message.body else {
            let parts = message.attachments.isEmpty ? "" : ": \(message.attachments.joined(separator: ", "))"
            return .failure(content.label.failure(.empty, "a message without text\(parts)"))
        }
        var provenance = content.provenance(mediaType: body.mediaType)
        provenance.transportCharset = body.charset ?? provenance.transportCharset
        var origin = content.origin
        origin.prepend(body.contents.alignment)
        var metadata = content.label.metadata
        metadata.fill(from: message.metadata)
        var document = Document(
            id: content.label.id, bytes: body.contents.bytes, provenance: provenance, metadata: metadata, origin: origin
        )
        if !message.attachments.isEmpty {
            document.warnings.append(
                Warning(
                    code: "attachments-skipped", stage: .read,
                    message: "not read: \(message.attachments.joined(separator: ", "))"))
        }
        return .success(document)
    }

    private func xmlDocuments(_ mediaType: String) -> any DocumentSource {
        let label = content.label
        guard content.bytes.count <= XMLDocument.sizeLimit else {
            let message = "\(content.bytes.count) bytes of XML, the limit is \(XMLDocument.sizeLimit)"
            return GivenDocuments(label.failure(.tooLarge, message))
        }
        guard let kind = XMLKind(rawValue: mediaType), let text = FileCharset.text(of: content.bytes) else {
            return GivenDocuments([content.document(mediaType: mediaType)])
        }
        do throws(XMLDocument.Refusal) {
            guard let cut = try XMLCut(text.text, kind: kind, origin: text.origin) else {
                return GivenDocuments([content.document(mediaType: mediaType)])
            }
            guard !cut.items.isEmpty else {
                return GivenDocuments(label.failure(.empty, cut.fault?.warning.message ?? "a feed without items"))
            }
            return CutDocuments(content, cut, mediaType: mediaType)
        } catch {
            return GivenDocuments(label.failure(error.isTooLarge ? .tooLarge : .malformed, error.message))
        }
    }
}

/// The documents that a file of XML is cut into.
struct CutDocuments: DocumentSource {
    private let content: Content
    private let cut: XMLCut
    private let mediaType: String
    private var number = 0

    /// Takes a file and where it is to be cut.
    init(_ content: Content, _ cut: XMLCut, mediaType: String) {
        self.content = content
        self.cut = cut
        self.mediaType = mediaType
    }

    /// Returns the next document.
    mutating func next() -> Result<Document, StageFailure>? {
        guard number < cut.items.count else { return nil }
        let item = cut.items[number]
        number += 1
        let piece = cut.document(item, of: content.bytes)
        let provenance = Provenance(
            path: content.label.path, member: content.label.member, bytes: content.origin.rawSpan(of: item),
            sha256: Digest.sha256(content.bytes[item.range]), mediaType: mediaType)
        var origin = content.origin
        origin.prepend(piece.alignment)
        var metadata = content.label.metadata
        metadata.fill(from: cut.metadata)
        var document = Document(
            id: content.label.id(ofRecord: number), bytes: piece.bytes, provenance: provenance, metadata: metadata,
            origin: origin)
        // The fault of a file lies in its last document, or is what cut it off there.
        if number == cut.items.count, let fault = cut.fault {
            document.warnings.append(Warning(code: fault.warning.code, stage: .read, message: fault.warning.message))
        }
        return .success(document)
    }
}
