public import GlaneurCore

/// Reads the documents of files, folders and standard input, one after the other, in the order of their names.
///
/// What is compressed is decompressed, and the members of archives are read as if they lay in a folder. A file that cannot be
/// read, an empty one and a broken record are handed on as failures; reading goes on behind them.
public struct InputReader: DocumentSource {
    /// What is to be read.
    public let listing: InputListing
    /// How much of it is read.
    public let limits: ReadLimits
    /// Which of its documents are handed on.
    public let shard: Shard
    /// How many documents and failures were left to other shards.
    public private(set) var elsewhere = 0
    /// How many files are finished.
    public private(set) var filesRead = 0
    /// How many bytes of the files are read, as they lie on disk.
    public var bytesRead: Int { meter.bytes }
    /// Counts those bytes also for tasks that do not read.
    package let meter = ReadMeter()

    private var nextEntry = 0
    private var finishedBytes = 0
    private var documents: (any DocumentSource)?
    private var ids = IdentitySet()

    /// Prepares to read what the paths stand for; `-` is standard input.
    public init(paths: [String], limits: ReadLimits = .standard, shard: Shard = .whole) throws(InputError) {
        self.init(listing: try InputListing(paths: paths), limits: limits, shard: shard)
    }

    /// Prepares to read what was listed.
    public init(listing: InputListing, limits: ReadLimits = .standard, shard: Shard = .whole) {
        self.listing = listing
        self.limits = limits
        self.shard = shard
    }

    /// Returns the next document or why it could not be read; nothing at the end.
    public mutating func next() -> Result<Document, StageFailure>? {
        while true {
            if documents != nil {
                if let document = documents?.next() {
                    guard shard.owns(document) else {
                        elsewhere += 1
                        if Task.isCancelled { return nil }
                        continue
                    }
                    // What a cancelled stream gave last may be cut.
                    return Task.isCancelled && isReadingStream ? nil : unique(document)
                }
                documents = nil
                filesRead += 1
                finishedBytes = isReadingStream ? meter.bytes : finishedBytes + listing.entries[nextEntry - 1].size
                meter.settle(at: finishedBytes)
            }
            guard nextEntry < listing.entries.count else { return nil }
            documents = open(listing.entries[nextEntry])
            nextEntry += 1
        }
    }

    private var isReadingStream: Bool { listing.entries[nextEntry - 1].isStream }

    private func open(_ entry: InputListing.Entry) -> any DocumentSource {
        if let failure = entry.failure { return GivenDocuments(failure) }
        let label = ContentLabel(path: entry.reportedPath, isStream: entry.isStream)
        do throws(SystemError) {
            let reader = ContentReader(limits: limits, meter: meter, shard: shard)
            let file = try entry.path.map { path throws(SystemError) in try OpenFile(path, meter: meter) }
            let source = file ?? OpenFile(borrowing: 0, meter: meter)
            let stream = ContentStream(
                source, label: label, limit: limits.documentBytes, expectedCount: source.isStream ? nil : source.size)
            return reader.documents(of: stream)
        } catch {
            return GivenDocuments(label.failure(.unreadable, error.message))
        }
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
