import GlaneurCore

/// Reads the members of an archive one after the other, in the order in which they lie there.
///
/// Nothing is unpacked to disk, and no list of members is kept. Folders, links and what a walk through folders passes over
/// give nothing; a member that cannot be read is a failure, and the next ones go on where the archive allows it.
final class ArchiveReader: DocumentSource {
    private let handle: ArchiveHandle
    private let format: ArchiveFormat
    private let label: ContentLabel
    private let reader: ContentReader
    private let packed: Int?
    private var member: MemberSource?
    private var documents: (any DocumentSource)?
    private var hasGivenAny = false
    private var isFinished = false

    /// Prepares to read an archive.
    ///
    /// - Parameter packed: the number of bytes on disk it is made of, where they have been read.
    init(_ format: ArchiveFormat, _ source: any ByteSource, label: ContentLabel, reader: ContentReader, packed: Int?) {
        handle = ArchiveHandle(format == .zip ? .zip : .tar, source)
        self.format = format
        self.label = label
        self.reader = reader
        self.packed = packed
    }

    func next() -> Result<Document, StageFailure>? {
        while true {
            if let result = documents?.next() {
                hasGivenAny = true
                return result
            }
            documents = nil
            guard !isFinished else { return nil }
            if let failure = step() {
                hasGivenAny = true
                return .failure(failure)
            }
        }
    }

    /// Goes on to the next member and sets up reading it.
    private func step() -> StageFailure? {
        if let failure = passOverRest() {
            isFinished = true
            return failure
        }
        guard !reader.watch.isExhausted else {
            isFinished = true
            return label.failure(.bomb, "grows beyond all measure; the rest is not read")
        }
        let wasBrokenByMember = member?.hasFailed == true && handle.isBroken
        member = nil
        switch handle.next() {
        case .end:
            isFinished = true
            return hasGivenAny ? nil : label.failure(.empty, "an archive without anything to read")
        case .broken(let error):
            isFinished = true
            return wasBrokenByMember ? nil : label.failure(error)
        case .brokenMember(let found, let error):
            return label.member(name(of: found)?.path ?? "?").failure(error)
        case .member(let found):
            return open(found)
        }
    }

    private func open(_ found: ArchiveHandle.Member) -> StageFailure? {
        guard found.kind == .file else { return nil }
        guard let name = name(of: found) else {
            return label.failure(.unreadable, "a member whose name is empty or longer than a path can be")
        }
        guard !name.isPassedOver else { return nil }
        let label = label.member(name.path)
        guard !found.isEncrypted else { return label.failure(.encrypted, "locked with a password") }
        let layer = reader.watch.layer(packed: packed, isCompression: format == .zip)
        let source = MemberSource(handle, layer: layer)
        member = source
        let stream = ContentStream(
            source, label: label, limit: reader.limits.memberBytes, expectedCount: found.size)
        documents = reader.documents(of: stream)
        return nil
    }

    private func name(of member: ArchiveHandle.Member) -> MemberName? { member.name.flatMap { MemberName($0) } }

    /// Reads on to the end of a member of a zip archive without a directory, in which nothing else tells where the next one begins.
    private func passOverRest() -> StageFailure? {
        guard format == .zip, !handle.isSeekable, let member, !member.hasFailed else { return nil }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        do throws(ReadError) {
            var count = 1
            while count > 0 {
                var outcome: (count: Int, error: ReadError?) = (0, nil)
                buffer.withUnsafeMutableBytes { outcome = member.fill($0) }
                if let error = outcome.error { throw error }
                count = outcome.count
            }
            return nil
        } catch {
            return label.failure(error)
        }
    }
}

/// The bytes of the member that an archive stands at.
final class MemberSource: ByteSource {
    private let handle: ArchiveHandle
    private var layer: ExpansionWatch.Layer
    private var isFinished = false
    /// Whether reading ended with an error.
    private(set) var hasFailed = false

    init(_ handle: ArchiveHandle, layer: ExpansionWatch.Layer) {
        self.handle = handle
        self.layer = layer
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        guard !isFinished else { return 0 }
        do throws(ReadError) {
            let count = try handle.read(into: buffer)
            try layer.count(count)
            isFinished = count == 0
            return count
        } catch {
            isFinished = true
            hasFailed = true
            throw error
        }
    }
}
