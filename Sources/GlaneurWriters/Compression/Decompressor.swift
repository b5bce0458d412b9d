import CCompression

/// Reads one stream that a ``Compressor`` made, up to where it is cut off.
struct Decompressor: ~Copyable {
    private let handle: OpaquePointer
    private var piece = [UInt8](repeating: 0, count: 1 << 17)
    private var isAtEnd = false

    /// Begins to read a stream; nothing where it is not compressed.
    init?(_ compression: OutputCompression) {
        guard let format = compression.format else { return nil }
        guard let handle = ccmp_decompressor_open(format) else {
            preconditionFailure("no memory for a decompressor")
        }
        self.handle = handle
    }

    deinit { ccmp_decompressor_close(handle) }

    /// Decompresses bytes and calls `emit` with what comes out; tells whether there may be more.
    mutating func decompress(
        _ bytes: ArraySlice<UInt8>, emit: (ArraySlice<UInt8>) throws(OutputFailure) -> Void
    ) throws(OutputFailure) -> Bool {
        var taken = 0
        while !isAtEnd {
            var given = bytes.count - taken
            var made = piece.count
            var state = CCMP_FAILED
            let handle = handle
            bytes.withUnsafeBufferPointer { input in
                piece.withUnsafeMutableBufferPointer { output in
                    state = ccmp_decompress(
                        handle, input.baseAddress.map { $0 + taken }, &given, output.baseAddress, &made)
                }
            }
            taken += given
            if made > 0 { try emit(piece[..<made]) }
            isAtEnd = state == CCMP_DONE || state == CCMP_FAILED
            if state == CCMP_HUNGRY { return true }
        }
        return false
    }
}
