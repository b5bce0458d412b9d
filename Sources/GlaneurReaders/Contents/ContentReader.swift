package import GlaneurCore

/// Tells which documents come out of the contents of one file: the one place where types become readers.
///
/// A type that holds many documents and can be read front to back gets its reader in ``documents(of:)``, one that needs
/// all its bytes in ``documents(of:type:)``. Readers hand on documents and failures one by one.
package struct ContentReader {
    /// How often in a row something may have been compressed.
    private static let decompressionLimit = 3

    /// How much is read.
    package let limits: ReadLimits
    /// Watches what comes out of the file.
    package let watch: ExpansionWatch
    /// Which documents are wanted; readers may give a failure in the place of another one.
    private let shard: Shard

    /// Makes a reader for the contents of a file of which nothing was read yet; `meter` counts what is.
    package init(limits: ReadLimits, meter: ReadMeter, shard: Shard = .whole) {
        self.limits = limits
        self.shard = shard
        watch = ExpansionWatch(limits: limits, meter: meter)
    }

    /// The documents of contents that are read while they are asked for.
    package func documents(of stream: ContentStream) -> any DocumentSource {
        let type = stream.type
        guard isWanted(stream.label, type: type) else {
            return GivenDocuments(stream.label.failure(.elsewhere, "in another shard"))
        }
        do throws(ReadError) {
            switch type {
            case .records:
                return RecordReader(lines: stream.lines(limit: limits.textBytes), label: stream.label, shard: shard)
            case .format(.table(let separator)):
                return TableReader(stream, separator: separator, textColumn: limits.textColumn)
            case .compressed(let compression): return try documents(of: stream, compressedBy: compression)
            case .archive(let format): return try documents(of: stream, in: format)
            case .webArchive: return try webArchive(stream, gzip: nil)
            case .html, .format(.xml): return documents(of: try stream.content(limit: limits.markupBytes), type: type)
            case .text, .format(.markdown):
                return documents(of: try stream.content(limit: limits.textBytes), type: type)
            case .package, .format: return documents(of: try stream.content(), type: type)
            }
        } catch {
            return GivenDocuments(stream.label.failure(error))
        }
    }

    /// The documents of contents that lie in memory and are of a type that is read as a whole.
    ///
    /// A ``Package`` made of the contents gives the parts of a document that is a zip archive.
    package func documents(of content: Content, type: ContentType) -> any DocumentSource {
        switch type {
        case .format(let format): FormatReader(content).documents(format)
        case .package(let mediaType): PackageReader(content, limits: limits).documents(mediaType)
        default:
            GivenDocuments([content.document(mediaType: type.mediaType)])
        }
    }

    /// Whether anything in these contents may lie in the shard, told before they are read as a whole.
    ///
    /// The members of archives are all read: how much comes out of an archive decides whether it is read on.
    private func isWanted(_ label: ContentLabel, type: ContentType) -> Bool {
        let isFile = !label.isStream && label.members.isEmpty && label.decompressions == 0
        return !isFile || !type.isOneDocument || shard.owns(label.id)
    }

    private func documents(
        of stream: ContentStream, compressedBy compression: Compression
    ) throws(ReadError) -> any DocumentSource {
        let label = stream.label.decompressed()
        guard label.decompressions <= ContentReader.decompressionLimit else {
            throw ReadError(.tooLarge, "compressed more than \(ContentReader.decompressionLimit) times")
        }
        let layer = watch.layer()
        let gzip = compression == .gzip ? GzipSource(stream.source, layer: layer) : nil
        let source: any ByteSource = gzip ?? FilteredSource(compression, stream.source, layer: layer)
        let inner = ContentStream(source, label: label, limit: limits.memberBytes)
        if let gzip, inner.type == .webArchive { return try webArchive(inner, gzip: gzip) }
        gzip?.forgetStarts()
        return documents(of: inner)
    }

    private func documents(
        of stream: ContentStream, in format: ArchiveFormat
    ) throws(ReadError) -> any DocumentSource {
        try checkDepth(of: stream.label)
        guard format == .zip else {
            return ArchiveReader(format, stream.source, label: stream.label, reader: self, packed: nil)
        }
        // A zip archive that begins with the end of its directory has no member, which libarchive takes for no archive.
        guard !stream.head.starts(with: [0x50, 0x4B, 0x05, 0x06]) else { throw ReadError(.empty, "an empty archive") }
        var source: any ByteSource
        var packed: Int?
        if let seekable = stream.seekableSource {
            source = seekable
        } else {
            source = try stream.buffered()
            packed = (source as? MemorySource)?.size
        }
        if let seekable = source as? any SeekableSource {
            let hasDirectory = try ZipDirectory.isReadable(in: seekable)
            try seekable.seek(to: 0)
            if !hasDirectory { source = ForwardSource(seekable) }
        }
        return ArchiveReader(format, source, label: stream.label, reader: self, packed: packed)
    }

    private func webArchive(_ stream: ContentStream, gzip: GzipSource?) throws(ReadError) -> any DocumentSource {
        try checkDepth(of: stream.label)
        return WebArchiveReader(stream.source, gzip: gzip, label: stream.label, reader: self)
    }

    private func checkDepth(of label: ContentLabel) throws(ReadError) {
        guard label.members.count < limits.depth else {
            throw ReadError(.tooLarge, "more than \(limits.depth) archives in one another")
        }
    }
}

/// Documents that are there already.
package struct GivenDocuments: DocumentSource {
    private var results: ArraySlice<Result<Document, StageFailure>>

    /// Takes documents to hand on one by one.
    package init(_ results: [Result<Document, StageFailure>]) { self.results = results[...] }

    /// Takes the reason why there are none.
    package init(_ failure: StageFailure) { self.init([.failure(failure)]) }

    /// Returns the next document.
    package mutating func next() -> Result<Document, StageFailure>? { results.popFirst() }
}
