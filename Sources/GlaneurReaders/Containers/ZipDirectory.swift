import GlaneurCore

/// The directory at the end of a zip archive, as far as it decides how the archive is read.
enum ZipDirectory {
    /// How far from the end libarchive looks for the directory.
    private static let tailCount = 16_384
    /// The largest directory that is read as a whole: libarchive keeps some 200 bytes for each of its entries of 46 or more.
    private static let limit = 16 << 20

    /// Whether there is a directory that fits into memory; without one the archive is read from front to back.
    static func isReadable(in source: any SeekableSource) throws(ReadError) -> Bool {
        let tail = try bytes(at: max(0, source.size - tailCount), count: tailCount, of: source)
        guard let end = lastMark([0x50, 0x4B, 0x05, 0x06], in: tail), end + 22 <= tail.count else { return false }
        var start = number(tail[(end + 16)..<(end + 20)])
        // An archive of more than 4 GiB has a second record, whose place the one before this one tells.
        if end >= 20, tail[(end - 20)..<(end - 16)].elementsEqual([0x50, 0x4B, 0x06, 0x07]) {
            let place = number(tail[(end - 12)..<(end - 4)])
            guard place <= source.size - 56 else { return false }
            let record = try bytes(at: place, count: 56, of: source)
            guard record.count == 56, record.starts(with: [0x50, 0x4B, 0x06, 0x06]) else { return false }
            start = number(record[48..<56])
        }
        return start <= source.size && source.size - start <= limit
    }

    private static func bytes(at offset: Int, count: Int, of source: any SeekableSource) throws(ReadError) -> [UInt8] {
        try source.seek(to: offset)
        var outcome: (count: Int, error: ReadError?) = (0, nil)
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            outcome = source.fill(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<count])))
            filled = outcome.count
        }
        if let error = outcome.error { throw error }
        return bytes
    }

    private static func lastMark(_ mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...(bytes.count - mark.count)).last { bytes[$0...].starts(with: mark) }
    }

    /// A number of 4 or 8 bytes; the largest there is where it does not fit.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        Int(clamping: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}

/// A source that hides that it could be read from any place.
final class ForwardSource: ByteSource {
    private let source: any ByteSource

    init(_ source: any ByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int { try source.read(into: buffer) }
}
