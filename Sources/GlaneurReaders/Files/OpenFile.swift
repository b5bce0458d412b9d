import Glibc

/// An open file or stream, closed with its last owner.
///
/// A reference type because an open file has an identity: its position moves for everyone who holds it.
final class OpenFile {
    private let descriptor: Int32
    private let isOwner: Bool
    /// Whether reading may wait for somebody else: a pipe or a terminal.
    private let isStream: Bool

    /// Opens a file for reading.
    init(_ path: SystemPath) throws(SystemError) {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw SystemError.last }
        self.descriptor = descriptor
        isOwner = true
        isStream = OpenFile.isStream(descriptor)
    }

    /// Takes a descriptor that someone else closes.
    init(borrowing descriptor: Int32) {
        self.descriptor = descriptor
        isOwner = false
        isStream = OpenFile.isStream(descriptor)
    }

    deinit {
        if isOwner { close(descriptor) }
    }

    private static func isStream(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    /// Waits until a stream has bytes or has ended; tells whether it has, and not that the task was cancelled.
    private func waitForBytes() -> Bool {
        // A tenth of a second is what a person who pressed ^C hardly notices.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while !Task.isCancelled {
            if poll(&waiting, 1, 100) != 0 { return true }
        }
        return false
    }

    /// Whether it is an ordinary file, no folder and no stream.
    var isRegular: Bool {
        get throws(SystemError) { try status().st_mode & S_IFMT == S_IFREG }
    }

    /// Whether it is a folder.
    var isFolder: Bool {
        get throws(SystemError) { try status().st_mode & S_IFMT == S_IFDIR }
    }

    /// What `fstat` says.
    func status() throws(SystemError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError.last }
        return status
    }

    /// Reads up to the size of the buffer; 0 at the end, and where the task was cancelled while a stream had nothing to say.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            guard !isStream || waitForBytes() else { return 0 }
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
