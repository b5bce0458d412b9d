import CArchive

/// Decompresses deflate data, piece by piece.
final class Inflater {
    /// What holds the data together.
    enum Wrapping {
        /// A member of a gzip file, whose check sum is tested.
        case gzipMember
        /// As in HTTP, where `deflate` means this.
        case zlib
        /// Nothing.
        case none
    }

    private let handle: OpaquePointer

    init(_ wrapping: Wrapping) {
        let kind =
            switch wrapping {
            case .gzipMember: CARC_GZIP_MEMBER
            case .zlib: CARC_ZLIB
            case .none: CARC_DEFLATE
            }
        guard let handle = carc_inflater_open(kind) else { preconditionFailure("no memory for a decompressor") }
        self.handle = handle
    }

    deinit { carc_inflater_close(handle) }

    /// Decompresses what fits into `output`; tells how much was taken and made.
    func inflate(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> (taken: Int, made: Int, state: carc_inflation) {
        var taken = input.count
        var made = output.count
        let state = carc_inflate(
            handle, input.baseAddress?.assumingMemoryBound(to: UInt8.self), &taken,
            output.baseAddress?.assumingMemoryBound(to: UInt8.self), &made)
        return (taken, made, state)
    }

    /// Makes it ready for another stream.
    func reset() { carc_inflater_reset(handle) }
}
