#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A compressed file that a writer left behind, perhaps cut off.
enum CompressedFile {
    /// Decompresses a file up to where it is cut off, or until `body` has seen enough.
    static func read(
        _ path: String, _ compression: OutputCompression,
        _ body: (ArraySlice<UInt8>) throws(OutputFailure) -> Bool
    ) throws(OutputFailure) {
        guard var decompressor = Decompressor(compression) else { return }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(path) }
        defer { _ = close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var isWanted = true
        while isWanted {
            let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw .last(path)
            }
            guard count > 0 else { return }
            let goesOn = try decompressor.decompress(buffer[..<count]) { bytes throws(OutputFailure) in
                if isWanted { isWanted = try body(bytes) }
            }
            isWanted = isWanted && goesOn
        }
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}
