import GlaneurCore

/// The document inside the block of a record: what a server sent, with its transport undone.
struct WebPayload {
    /// The bytes of the document.
    let bytes: [UInt8]
    /// The media type that was stated, nothing where none was.
    let mediaType: String?
    /// The charset that was stated.
    let charset: String?
    /// Where the bytes lie in the record; nothing where they were compressed, and offsets count in what came out.
    let alignment: Alignment?
    /// Why not everything is there.
    let warning: String?

    /// Why a block holds no document.
    enum Reason: Error {
        /// It is none that anybody would miss: an error page, an image.
        case passedOver
        case failed(ReadError)
    }

    /// Takes the block of a record that is the document itself, `start` bytes into the record.
    init(resource block: ArraySlice<UInt8>, from start: Int, header: HeaderFields) {
        let contentType = header["content-type"]
        bytes = Array(block)
        mediaType = contentType.map { HeaderFields.mediaType($0) }
        charset = contentType.flatMap { HeaderFields.parameter("charset", of: $0) }
        alignment = Alignment(copying: block.count, from: start)
        warning = nil
    }

    /// Takes an HTTP response apart, `start` bytes into the record.
    ///
    /// - Parameters:
    ///   - identified: the media type that whoever made the archive found in the contents.
    ///   - limit: the most bytes of a document.
    init(
        response block: ArraySlice<UInt8>, from start: Int, identified: String?, limit: Int, layer: ExpansionWatch.Layer
    ) throws(Reason) {
        guard block.starts(with: "HTTP/".utf8) else { throw .passedOver }
        guard let header = HeaderFields(block, mark: Array("HTTP/".utf8)) else {
            throw .failed(ReadError(.damaged, "no end of the HTTP header"))
        }
        let status = header.firstLine.split(separator: " ").dropFirst().first
        guard status?.count == 3, status?.first == "2" else { throw .passedOver }
        let contentType = header["content-type"]
        charset = contentType.flatMap { HeaderFields.parameter("charset", of: $0) }
        let stated = contentType.map { HeaderFields.mediaType($0) }
        let isSilent = stated == nil || stated == "application/octet-stream" || stated == "unknown/unknown"
        mediaType = isSilent ? identified.map { HeaderFields.mediaType($0) } : stated
        if let mediaType, !WebRecord.isText(mediaType) { throw .passedOver }

        var body = block.dropFirst(header.count)
        var alignment = Alignment(copying: body.count, from: start + header.count)
        var warning: String?
        // Many archives keep the header field of chunks that they have joined.
        if header["transfer-encoding"]?.lowercased().contains("chunked") == true,
            let chunks = ChunkedBody(body, from: start + header.count)
        {
            body = chunks.bytes[...]
            alignment = chunks.alignment
            warning = chunks.isComplete ? nil : "the last chunk is missing"
        }
        let encodings = header["content-encoding"]?.lowercased().split(separator: ",").map { $0.filter { $0 != " " } }
        guard let encoding = encodings?.last(where: { $0 != "identity" }) else {
            bytes = Array(body)
            self.alignment = alignment
            self.warning = warning
            return
        }
        guard let decoded = try WebPayload.decoded(body, encoding, limit: limit, layer: layer) else {
            // The field outlives the encoding in archives of those who undid it.
            bytes = Array(body)
            self.alignment = alignment
            self.warning = warning
            return
        }
        bytes = decoded.bytes
        self.alignment = nil
        self.warning = warning ?? decoded.warning
    }

    /// Undoes a content encoding; nothing where the bytes are not encoded at all.
    private static func decoded(
        _ body: ArraySlice<UInt8>, _ encoding: String, limit: Int, layer: ExpansionWatch.Layer
    ) throws(Reason) -> (bytes: [UInt8], warning: String?)? {
        let source: any ByteSource
        switch encoding {
        case "gzip", "x-gzip":
            guard body.starts(with: [0x1F, 0x8B]) else { return nil }
            source = GzipSource(MemorySource(body), layer: layer)
        case "deflate":
            guard !TextStart.isPage(Array(body.prefix(512))) else { return nil }
            source = DeflateSource(body, layer: layer)
        case "zstd":
            guard Compression(head: Array(body.prefix(16))) == .zstd else { return nil }
            source = FilteredSource(.zstd, MemorySource(body), layer: layer)
        default:
            guard !TextStart.isPage(Array(body.prefix(512))) else { return nil }
            throw .failed(ReadError(.unsupported, "the content encoding \(encoding) is not read"))
        }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var outcome: (count: Int, error: ReadError?) = (0, nil)
            piece.withUnsafeMutableBytes { outcome = source.fill($0) }
            bytes.append(contentsOf: piece[..<outcome.count])
            guard bytes.count <= limit else { throw .failed(.tooLarge(limit: limit)) }
            if let error = outcome.error {
                // A page that was cut when it was fetched is a page still, as browsers show it.
                guard error.code == .damaged, !bytes.isEmpty else { throw .failed(error) }
                return (bytes, error.message)
            }
            guard outcome.count == piece.count else { return (bytes, nil) }
        }
    }
}
