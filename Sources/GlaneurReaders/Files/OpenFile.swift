import Glibc

/// An open file or stream, closed with its last owner.
///
/// A reference type because an open file has an identity: its position moves for everyone who holds it.
final class OpenFile {
    private let descriptor: Int32
    private let isOwner: Bool

    /// Opens a file for reading.
    init(_ path: SystemPath) throws(SystemError) {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw SystemError.last }
        self.descriptor = descriptor
        isOwner = true
    }

    /// Takes a descriptor that someone else closes.
    init(borrowing descriptor: Int32) {
        self.descriptor = descriptor
        isOwner = false
    }

    deinit {
        if isOwner { close(descriptor) }
    }

    /// What `fstat` says.
    func status() throws(SystemError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError.last }
        return status
    }

    /// Reads up to the size of the buffer; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw SystemError.last }
        }
    }

    /// Reads `size` bytes, fewer where the file has shrunk since it was measured.
    func contents(size: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let rest = UnsafeMutableRawBufferPointer(buffer)[count...]
                do throws(SystemError) {
                    let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: rest))
                    guard read > 0 else { return }
                    count += read
                } catch {
                    failure = error
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
