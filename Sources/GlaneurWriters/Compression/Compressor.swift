import CCompression

/// Compresses one stream of bytes.
///
/// What comes out depends on the bytes, on where the stream was flushed and on the pieces it was given in: give it pieces of one
/// size to get the same output again.
struct Compressor: ~Copyable {
    /// What is done with the bytes behind those that are given.
    enum Order {
        /// Some may stay inside.
        case take
        /// All come out, so that they can be read although the stream goes on.
        case flush
        /// The stream ends.
        case end

        fileprivate var code: ccmp_order {
            switch self {
            case .take: CCMP_TAKE
            case .flush: CCMP_FLUSH
            case .end: CCMP_END
            }
        }
    }

    private static let pieceSize = 1 << 17

    private let handle: OpaquePointer
    private var piece: [UInt8]

    /// Begins a stream; nothing where no compression is asked for.
    init?(_ compression: OutputCompression) {
        guard let format = compression.format else { return nil }
        guard let handle = ccmp_compressor_open(format, compression.level) else {
            preconditionFailure("no memory for a compressor")
        }
        self.handle = handle
        piece = [UInt8](repeating: 0, count: Compressor.pieceSize)
    }

    deinit { ccmp_compressor_close(handle) }

    /// Compresses bytes and calls `emit` with what comes out.
    mutating func compress(
        _ bytes: [UInt8], _ order: Order, emit: (UnsafeRawBufferPointer) throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        var taken = 0
        var state = CCMP_FULL
        while state == CCMP_FULL {
            var given = bytes.count - taken
            var made = piece.count
            let handle = handle
            bytes.withUnsafeBufferPointer { input in
                piece.withUnsafeMutableBufferPointer { output in
                    state = ccmp_compress(
                        handle, order.code, input.baseAddress.map { $0 + taken }, &given, output.baseAddress, &made)
                }
            }
            taken += given
            precondition(state != CCMP_FAILED, "no memory to compress")
            var outcome = Result<Void, OutputFailure>.success(())
            piece.withUnsafeBytes { output in
                do throws(OutputFailure) {
                    try emit(UnsafeRawBufferPointer(rebasing: output[..<made]))
                } catch {
                    outcome = .failure(error)
                }
            }
            try outcome.get()
        }
    }
}

extension OutputCompression {
    /// What the library calls it.
    var format: ccmp_format? {
        switch self {
        case .none: nil
        case .gzip: CCMP_GZIP
        case .zstd: CCMP_ZSTD
        }
    }
}
