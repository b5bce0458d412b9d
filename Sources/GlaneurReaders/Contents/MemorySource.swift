/// Bytes in memory, read like a file.
package final class MemorySource: SeekableSource {
    private let bytes: ArraySlice<UInt8>
    package private(set) var position = 0

    /// Takes bytes to read from.
    package init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    package var size: Int { bytes.count }

    package func seek(to offset: Int) { position = min(max(0, offset), size) }

    package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, size - position)
        bytes.withUnsafeBytes { source in
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
        }
        position += count
        return count
    }
}

/// Bytes that were read already, and then the rest of the source they come from, or what ended it.
final class PrefixedSource: ByteSource {
    private let prefix: MemorySource
    private let rest: any ByteSource

    init(_ prefix: [UInt8], then rest: any ByteSource) {
        self.prefix = MemorySource(prefix[...])
        self.rest = rest
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        let count = prefix.read(into: buffer)
        return count > 0 ? count : try rest.read(into: buffer)
    }
}

/// A source whose reading ends with an error, and with nothing where there is none.
final class EndedSource: ByteSource {
    private var error: ReadError?

    init(with error: ReadError? = nil) { self.error = error }

    func read(into _: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        guard let error else { return 0 }
        self.error = nil
        throw error
    }
}
