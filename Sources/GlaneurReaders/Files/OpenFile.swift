import Glibc

/// An open file or stream, closed with its last owner.
///
/// A reference type because an open file has an identity: its position moves for everyone who holds it.
final class OpenFile: SeekableSource {
    private let descriptor: Int32
    private let meter: ReadMeter?
    private let isOwner: Bool
    /// Whether reading may wait for somebody else: a pipe or a terminal.
    let isStream: Bool
    /// The bytes of the file when it was opened; 0 for a stream.
    let size: Int
    /// The offset of what is read next, from where it was opened.
    private(set) var position = 0

    /// Opens a file for reading.
    init(_ path: SystemPath, meter: ReadMeter? = nil) throws(SystemError) {
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw SystemError.last }
        self.descriptor = descriptor
        self.meter = meter
        isOwner = true
        (isStream, size) = OpenFile.measure(descriptor)
    }

    /// Takes a descriptor that someone else closes.
    init(borrowing descriptor: Int32, meter: ReadMeter? = nil) {
        self.descriptor = descriptor
        self.meter = meter
        isOwner = false
        (isStream, size) = OpenFile.measure(descriptor)
    }

    deinit {
        if isOwner { close(descriptor) }
    }

    private static func measure(_ descriptor: Int32) -> (isStream: Bool, size: Int) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return (false, 0) }
        let isStream = status.st_mode & S_IFMT != S_IFREG
        return (isStream, isStream ? 0 : Int(status.st_size))
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

    /// Whether there are bytes, or the end, without waiting.
    var isReady: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return !isStream || Task.isCancelled || poll(&waiting, 1, 0) != 0
    }

    /// Reads up to the size of the buffer; 0 at the end, and where the task was cancelled while a stream had nothing to say.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while true {
            guard !isStream || waitForBytes() else { return 0 }
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                position += count
                meter?.add(count)
                return count
            }
            guard errno == EINTR else { throw ReadError(.unreadable, SystemError.last.message) }
        }
    }

    /// Reads on from another offset of a file that is no stream.
    func seek(to offset: Int) throws(ReadError) {
        guard offset != position else { return }
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
            throw ReadError(.unreadable, SystemError.last.message)
        }
        position = offset
    }
}
