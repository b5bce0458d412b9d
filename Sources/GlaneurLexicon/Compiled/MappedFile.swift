import Glibc

/// Bytes that stay where they are as long as someone holds them: a mapped file, a buffer in memory, or a part of the program.
///
/// The bytes never change after the initializer, so they may be read from any task.
@usableFromInline
package final class MappedFile: @unchecked Sendable {
    /// The bytes.
    package let bytes: UnsafeRawBufferPointer
    private let kind: Kind

    private enum Kind {
        case mapped, copied, lasting
    }

    /// Maps a file read-only.
    package init(path: String) throws(LexiconError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LexiconError(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
            throw LexiconError(path: path, reason: "an empty file, not a compiled lexicon")
        }
        let count = Int(status.st_size)
        guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            throw LexiconError(path: path, reason: String(cString: strerror(errno)))
        }
        bytes = UnsafeRawBufferPointer(start: address, count: count)
        kind = .mapped
    }

    /// Keeps a copy of bytes in memory.
    package init(copying content: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
        copy.copyBytes(from: content)
        bytes = UnsafeRawBufferPointer(copy)
        kind = .copied
    }

    /// Points at bytes that stay where they are as long as the program runs.
    package init(lasting bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        kind = .lasting
    }

    deinit {
        switch kind {
        case .mapped: munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        case .copied: bytes.deallocate()
        case .lasting: break
        }
    }
}

/// Records of one size that lie one after the other in a mapped file.
///
/// A table is good as long as the ``LexiconImage`` it belongs to. It does not keep the file alive itself: tables are passed
/// around for every word of a text, and counting references there took a tenth of the whole run.
@usableFromInline
struct MappedTable<Record>: @unchecked Sendable {
    @usableFromInline let base: UnsafePointer<Record>
    /// The number of records.
    @usableFromInline let count: Int

    /// Points at `count` records `offset` bytes into the file; nothing when they do not lie in it, aligned.
    init?(_ file: MappedFile, offset: Int, count: Int) {
        guard offset >= 0, count >= 0, offset % MemoryLayout<Record>.alignment == 0,
            count <= (file.bytes.count - offset) / MemoryLayout<Record>.stride,
            let start = file.bytes.baseAddress
        else { return nil }
        self.count = count
        base = (start + offset).assumingMemoryBound(to: Record.self)
    }

    @inlinable
    subscript(index: Int) -> Record {
        precondition(index >= 0 && index < count, "no such record")
        return base[index]
    }

    /// The records of a range as a buffer, for as long as the table lives.
    func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<Record> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "no such records")
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }
}
