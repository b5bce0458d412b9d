import Glibc

/// A file for what does not fit into memory, gone when its owner is gone.
///
/// It has no name from the moment it is made, so that even a killed program leaves nothing behind. It lies in `$TMPDIR`, or `/tmp`
/// without one.
package struct ScratchFile: ~Copyable {
    private static let bufferSize = 1 << 18

    private let descriptor: Int32
    private let folder: String
    private var buffer: [UInt8] = []
    /// The bytes the system has.
    private var flushed = 0

    /// The folder for temporary files: `$TMPDIR`, or `/tmp` without one.
    package static var folder: String {
        guard let named = getenv("TMPDIR"), named.pointee != 0 else { return "/tmp" }
        return String(cString: named)
    }

    /// The bytes written so far.
    package var count: Int { flushed + buffer.count }

    /// Makes an empty file.
    package init() throws(ScratchFailure) {
        let folder = ScratchFile.folder
        var path = Array("\(folder)/glaneur-XXXXXX".utf8CString)
        let opened = mkstemp(&path)
        guard opened >= 0 else { throw ScratchFailure(folder) }
        _ = fcntl(opened, F_SETFD, FD_CLOEXEC)
        _ = unlink(path)
        descriptor = opened
        self.folder = folder
        buffer.reserveCapacity(ScratchFile.bufferSize)
    }

    deinit { _ = close(descriptor) }

    /// Adds bytes behind those written.
    package mutating func append(_ bytes: UnsafeRawBufferPointer) throws(ScratchFailure) {
        if buffer.count + bytes.count > ScratchFile.bufferSize { try flush() }
        if bytes.count < ScratchFile.bufferSize {
            buffer.append(contentsOf: bytes)
        } else {
            try write(bytes)
        }
    }

    /// Hands what is gathered to the system; without it, ``read(at:into:)`` does not see it.
    package mutating func flush() throws(ScratchFailure) {
        guard !buffer.isEmpty else { return }
        let gathered = buffer
        buffer.removeAll()
        try gathered.withUnsafeBufferPointer { bytes throws(ScratchFailure) in try write(UnsafeRawBufferPointer(bytes))
        }
        buffer.reserveCapacity(ScratchFile.bufferSize)
    }

    /// Reads the bytes from `offset` on and returns how many there were: fewer than asked for at the end alone.
    package func read(at offset: Int, into target: UnsafeMutableRawBufferPointer) throws(ScratchFailure) -> Int {
        var filled = 0
        while filled < target.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: target[filled...])
            let result = pread(descriptor, rest.baseAddress, rest.count, offset + filled)
            if result < 0, errno == EINTR { continue }
            guard result >= 0 else { throw ScratchFailure(folder) }
            if result == 0 { break }
            filled += result
        }
        return filled
    }

    private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ScratchFailure) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let result = pwrite(descriptor, rest.baseAddress, rest.count, flushed + written)
            if result < 0, errno == EINTR { continue }
            guard result >= 0 else { throw ScratchFailure(folder) }
            written += result
        }
        flushed += written
    }
}

/// Why temporary files cannot be used, in the system's words.
package struct ScratchFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The folder of the file.
    package let folder: String
    /// The reason: `no space left on device`.
    package let reason: String

    /// Reads the reason from the call before.
    init(_ folder: String) {
        self.folder = folder
        let code = errno
        reason = strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }

    package var description: String { "\(folder): cannot use a temporary file: \(reason)" }
}
