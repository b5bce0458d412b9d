import Glibc

/// Reads a file or stream line by line through one buffer that is as long as the longest line.
///
/// ```swift
/// while let line = try reader.next() { use(reader.buffer, line.range) }
/// ```
package final class LineReader {
    /// One line: where it lies in the buffer and in the file, without its line end.
    package struct Line: Sendable, Equatable {
        /// Where its bytes lie in ``LineReader/buffer`` until the next line is read.
        package let range: Range<Int>
        /// The offset of its first byte in the file.
        package let offset: Int
        /// Its number, the first is 1.
        package let number: Int
        /// The bytes it has in the file; more than `range` holds where it is too long.
        package let count: Int

        /// The SHA-256 of its bytes where they were passed over.
        package var sha256: String?

        /// Whether the line is longer than the limit; its bytes were passed over.
        package var isTooLong: Bool { count > range.count }
    }

    /// The longest line that is handed on: 1 GiB.
    package static let defaultLimit = 1 << 30
    private static let chunk = 1 << 16

    /// The bytes read last; a line lies somewhere in it.
    package private(set) var buffer: [UInt8]
    private let source: any ByteSource
    private let name: String
    private let limit: Int
    /// Where the next line begins in the buffer.
    private var start = 0
    /// The end of what is filled.
    private var filled = 0
    /// How many bytes of the next line are known to have no line end.
    private var searched = 0
    /// The offset of the buffer's first byte in the file.
    private var base = 0
    private var number = 0
    private var isAtEnd = false
    /// What ended the reading before the end.
    package private(set) var failure: ReadError?

    /// Opens a file, which may be compressed; `-` is standard input.
    package convenience init(path: String, limit: Int = LineReader.defaultLimit) throws(InputError) {
        guard path != "-" else {
            self.init(descriptor: STDIN_FILENO, name: path, limit: limit)
            return
        }
        do throws(SystemError) {
            let meter = ReadMeter()
            let file = try OpenFile(SystemPath(path), meter: meter)
            let (head, source) = LineReader.decompressed(file, meter: meter)
            self.init(head: head, rest: source, name: path, limit: limit)
        } catch {
            throw InputError(.missing, path: path, message: error.message)
        }
    }

    /// Reads an open descriptor from where it stands and leaves it open; offsets count from there.
    package convenience init(descriptor: Int32, name: String, limit: Int = LineReader.defaultLimit) {
        self.init(head: [], rest: OpenFile(borrowing: descriptor), name: name, limit: limit)
    }

    /// Reads a source whose first bytes were read already.
    package init(head: [UInt8], rest: any ByteSource, name: String, limit: Int = LineReader.defaultLimit) {
        source = rest
        self.name = name
        self.limit = limit
        buffer = head
        filled = head.count
        if buffer.count < LineReader.chunk {
            buffer.append(contentsOf: repeatElement(0, count: LineReader.chunk - buffer.count))
        }
    }

    /// Looks whether a file is compressed; returns bytes of its contents that were read already and where the others come from.
    private static func decompressed(_ file: OpenFile, meter: ReadMeter) -> ([UInt8], any ByteSource) {
        guard !file.isStream else { return ([], file) }
        let head = [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            // What goes wrong here goes wrong again with the first line.
            count = file.fill(UnsafeMutableRawBufferPointer(buffer)).count
        }
        guard let compression = Compression(head: head) else { return (head, file) }
        // Lines of our own are no bombs, however alike they are.
        var limits = ReadLimits.standard
        limits.expansion = .max
        let layer = ExpansionWatch(limits: limits, meter: meter).layer()
        let whole = PrefixedSource(head, then: file)
        return (
            [],
            compression == .gzip ? GzipSource(whole, layer: layer) : FilteredSource(compression, whole, layer: layer)
        )
    }

    /// The offset of the first byte that is not handed on yet.
    package var position: Int { base + start }

    /// Whether the next line is there, or the end, without waiting for whoever writes a stream.
    ///
    /// What has come of a line is taken up meanwhile, so that whoever writes half a line does not wait for room.
    package var isReady: Bool {
        while !isAtEnd, filled - start <= limit {
            if newline(from: start + searched) != nil { return true }
            searched = filled - start
            guard source.isReady else { return false }
            // What is wrong is said again when the line is asked for.
            guard (try? fill()) == true else { return true }
        }
        return true
    }

    /// Returns the next line, nothing at the end; the last line needs no line end.
    package func next() throws(InputError) -> Line? {
        while true {
            if let end = newline(from: start + searched) { return take(upTo: end, next: end + 1) }
            searched = filled - start
            guard searched <= limit else { return try passOver() }
            guard try fill() else {
                return start < filled ? take(upTo: filled, next: filled) : nil
            }
        }
    }

    private func take(upTo end: Int, next: Int) -> Line {
        number += 1
        let count = end - start
        let isTooLong = count > limit
        let line = Line(
            range: start..<(isTooLong ? start : end), offset: base + start, number: number, count: count,
            sha256: isTooLong ? Digest.sha256(buffer[start..<end]) : nil)
        start = next
        searched = 0
        return line
    }

    private func newline(from index: Int) -> Int? {
        guard index < filled else { return nil }
        return buffer.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress,
                let found = memchr(base + index, Int32(UInt8(ascii: "\n")), filled - index)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Reads more behind what is there, after moving it to the front or making room; tells whether there was more.
    private func fill() throws(InputError) -> Bool {
        guard failure == nil else { throw InputError(.missing, path: name, message: failure?.message ?? "") }
        guard !isAtEnd else { return false }
        if start > 0, buffer.count - filled < LineReader.chunk {
            buffer.withUnsafeMutableBytes { bytes in
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<filled]))
            }
            base += start
            filled -= start
            start = 0
        }
        if buffer.count - filled < LineReader.chunk {
            // Twice as much, but no more than the longest line and one piece behind it need.
            let wanted = min(buffer.count * 2, max(buffer.count, limit) + 2 * LineReader.chunk)
            buffer.append(contentsOf: repeatElement(0, count: wanted - buffer.count))
        }
        let source = source
        let place = filled
        var outcome = Result<Int, ReadError>.success(0)
        buffer.withUnsafeMutableBytes { bytes in
            do throws(ReadError) {
                outcome = .success(try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[place...])))
            } catch {
                outcome = .failure(error)
            }
        }
        do throws(ReadError) {
            let count = try outcome.get()
            filled += count
            isAtEnd = count == 0
            return count > 0
        } catch {
            isAtEnd = true
            failure = error
            throw InputError(.missing, path: name, message: error.message)
        }
    }

    /// Skips the rest of a line that is too long, keeping none of it but the digest of all of it.
    private func passOver() throws(InputError) -> Line {
        let offset = base + start
        var digest = RunningDigest()
        digest.add(buffer[start..<filled])
        searched = 0
        while true {
            base += filled
            start = 0
            filled = 0
            guard try fill() else { break }
            let end = newline(from: 0)
            digest.add(buffer[..<(end ?? filled)])
            if let end {
                start = end + 1
                break
            }
        }
        number += 1
        let end = base + (start > 0 ? start - 1 : filled)
        return Line(
            range: start..<start, offset: offset, number: number, count: end - offset, sha256: digest.sha256())
    }
}
