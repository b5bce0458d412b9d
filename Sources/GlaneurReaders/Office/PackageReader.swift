import GlaneurCore

/// Makes documents of a zip archive that is one document: a text of an office program, a book.
///
/// Raw offsets count in the part that holds the text, which provenance names as member.
struct PackageReader {
    private let content: Content
    private let limits: ReadLimits

    /// Takes the bytes of a package.
    init(_ content: Content, limits: ReadLimits) {
        self.content = content
        self.limits = limits
    }

    /// The documents of a package of a media type.
    func documents(_ mediaType: String) -> any DocumentSource {
        guard let format = OfficeFormat(rawValue: mediaType) else {
            return GivenDocuments(content.label.failure(.unsupported, "\(mediaType) is not read"))
        }
        do throws(ReadError) {
            let package = try Package(content, limits: limits)
            switch format {
            case .word:
                return GivenDocuments([
                    try document(
                        package, part: try wordPart(package), properties: "docProps/core.xml", format: format)
                ])
            case .openDocument:
                return GivenDocuments([
                    try document(package, part: "content.xml", properties: "meta.xml", format: format)
                ])
            case .book: return try chapters(package)
            }
        } catch {
            return GivenDocuments(content.label.failure(error))
        }
    }

    /// The part with the text of a Word document, which may have another name than usual.
    private func wordPart(_ package: Package) throws(ReadError) -> String {
        let usual = "word/document.xml"
        guard !package.names.contains(usual), let relations = try package.contents(of: "_rels/.rels") else {
            return usual
        }
        let target = PackageElement.elements(of: relations).first { element in
            element.name == "Relationship" && element.attributes["Type"]?.hasSuffix("/officeDocument") ?? false
        }
        return target?.attributes["Target"].map { PackagePath.joined("", $0) } ?? usual
    }

    private func document(
        _ package: Package, part: String, properties: String, format: OfficeFormat
    ) throws(ReadError) -> Result<Document, StageFailure> {
        let parts = try package.parts([part, properties], totalLimit: limits.memberBytes)
        guard let bytes = parts[part], !bytes.isEmpty else { throw ReadError(.damaged, "a package without \(part)") }
        let metadata = parts[properties].map { OfficeProperties.metadata(of: $0) } ?? Metadata()
        return .success(
            document(bytes, part: part, id: content.label.id, mediaType: format.rawValue, metadata: metadata))
    }

    private func document(
        _ bytes: [UInt8], part: String, id: String, mediaType: String, metadata: Metadata
    ) -> Document {
        let label = content.label.member(part)
        var known = content.label.metadata
        known.fill(from: metadata)
        return Document(
            id: id, bytes: bytes, provenance: Content(label: label, bytes: bytes).provenance(mediaType: mediaType),
            metadata: known)
    }

    private func chapters(_ package: Package) throws(ReadError) -> any DocumentSource {
        guard let container = try package.contents(of: "META-INF/container.xml"),
            let path = PackageElement.elements(of: container).first(where: { $0.name == "rootfile" })?
                .attributes["full-path"],
            let packageFile = try package.contents(of: path)
        else { throw ReadError(.damaged, "a book without a list of its parts") }
        let metadata = OfficeProperties.metadata(of: packageFile)
        let spine = BookSpine(packageFile, path: path)
        let parts = try package.parts(Set(spine.chapters), totalLimit: limits.memberBytes)
        var results: [Result<Document, StageFailure>] = []
        for chapter in spine.chapters {
            guard let bytes = parts[chapter], BookSpine.hasText(bytes) else { continue }
            results.append(
                .success(
                    document(
                        bytes, part: chapter, id: content.label.id(ofRecord: results.count + 1),
                        mediaType: XMLKind.page.rawValue, metadata: metadata)))
        }
        guard !results.isEmpty else { throw ReadError(.empty, "a book without text") }
        return GivenDocuments(results)
    }
}

extension Package {
    /// Reads some parts in one pass; together they may not be larger than the limit.
    fileprivate func parts(_ names: Set<String>, totalLimit: Int) throws(ReadError) -> [String: [UInt8]] {
        var parts: [String: [UInt8]] = [:]
        var total = 0
        try forEachPart { part throws(ReadError) in
            guard names.contains(part.name), parts[part.name] == nil else { return true }
            let bytes = try part.bytes()
            total += bytes.count
            guard total <= totalLimit else { throw .tooLarge(limit: totalLimit) }
            parts[part.name] = bytes
            return parts.count < names.count
        }
        return parts
    }
}
