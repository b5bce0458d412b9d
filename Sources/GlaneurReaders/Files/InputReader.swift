public import GlaneurCore

/// Reads the documents of files, folders and standard input, one after the other, in the order of their names.
///
/// A file that cannot be read, an empty one and a broken record are handed on as failures; reading goes on behind them.
public struct InputReader: DocumentSource {
    /// The largest file and the longest line that are read: 1 GiB.
    static let sizeLimit = 1 << 30

    /// What is to be read.
    public let listing: InputListing
    /// How many files are finished.
    public private(set) var filesRead = 0
    /// How many bytes of the files are read.
    public var bytesRead: Int { finishedBytes + (records?.position ?? 0) }

    private var finishedBytes = 0
    private var nextEntry = 0
    private var records: RecordReader?
    private var ids = IdentitySet()

    /// Prepares to read what the paths stand for; `-` is standard input.
    public init(paths: [String]) throws(InputError) {
        self.init(listing: try InputListing(paths: paths))
    }

    /// Prepares to read what was listed.
    public init(listing: InputListing) {
        self.listing = listing
    }

    /// Returns the next document or why it could not be read; nothing at the end.
    public mutating func next() -> Result<Document, StageFailure>? {
        while true {
            if let records {
                if let record = records.next() {
                    // What a cancelled stream gave last may be cut.
                    return Task.isCancelled ? nil : unique(record)
                }
                // The last line end belongs to no record.
                finishedBytes += max(records.position, listing.entries[nextEntry - 1].size)
                self.records = nil
                filesRead += 1
            }
            guard nextEntry < listing.entries.count else { return nil }
            let entry = listing.entries[nextEntry]
            nextEntry += 1
            if let result = open(entry) {
                filesRead += 1
                finishedBytes += entry.size
                return unique(result)
            }
        }
    }

    /// Reads a whole file, or sets up reading its records and returns nothing.
    private mutating func open(_ entry: InputListing.Entry) -> Result<Document, StageFailure>? {
        if let failure = entry.failure { return .failure(failure) }
        do throws(SystemError) {
            switch entry.kind {
            case .stream: return try openStream(entry)
            case .records:
                guard let path = entry.path else { return nil }
                records = RecordReader(lines: LineReader(file: try OpenFile(path), name: entry.reportedPath), entry)
                return nil
            case .text, .html, .unknown: return try wholeFile(entry)
            }
        } catch {
            return .failure(failure(.unreadable, entry, error.message))
        }
    }

    private func wholeFile(_ entry: InputListing.Entry) throws(SystemError) -> Result<Document, StageFailure>? {
        guard let path = entry.path else { return nil }
        let file = try OpenFile(path)
        let size = Int(try file.status().st_size)
        guard size <= InputReader.sizeLimit else {
            return .failure(failure(.tooLarge, entry, "\(size) bytes, the limit is \(InputReader.sizeLimit)"))
        }
        return document(try file.contents(size: size), of: entry, id: entry.reportedPath)
    }

    private mutating func openStream(_ entry: InputListing.Entry) throws(SystemError) -> Result<Document, StageFailure>?
    {
        let file = try entry.path.map { path throws(SystemError) in try OpenFile(path) } ?? OpenFile(borrowing: 0)
        let lines = LineReader(file: file, name: entry.reportedPath)
        do throws(InputError) {
            if try lines.firstVisibleByte() == UInt8(ascii: "{") {
                records = RecordReader(lines: lines, entry)
                return nil
            }
            guard let bytes = try lines.rest() else {
                return .failure(failure(.tooLarge, entry, "the limit is \(InputReader.sizeLimit) bytes"))
            }
            return document(bytes, of: entry, id: entry.reportedPath + "#1")
        } catch {
            return .failure(failure(.unreadable, entry, error.message))
        }
    }

    private func document(_ bytes: [UInt8], of entry: InputListing.Entry, id: String) -> Result<Document, StageFailure>
    {
        guard !bytes.isEmpty else { return .failure(failure(.empty, entry, "no bytes")) }
        let provenance = Provenance(
            path: entry.reportedPath, bytes: ByteSpan(0, bytes.count), sha256: Digest.sha256(bytes[...]),
            mediaType: entry.kind.mediaType(of: bytes))
        return .success(Document(id: id, bytes: bytes, provenance: provenance))
    }

    private func failure(_ code: StageFailure.Code, _ entry: InputListing.Entry, _ message: String) -> StageFailure {
        StageFailure(code, stage: .read, document: entry.reportedPath, message: message)
    }

    /// Refuses a document whose id another one had; records may bring ids of their own.
    private mutating func unique(_ result: Result<Document, StageFailure>) -> Result<Document, StageFailure> {
        guard case .success(let document) = result, !ids.insert(document.id) else { return result }
        let failure = StageFailure(
            .duplicateID, stage: .read, document: document.id,
            message: "\(document.provenance.path): another document has this id", span: document.provenance.bytes)
        return .failure(failure)
    }
}
