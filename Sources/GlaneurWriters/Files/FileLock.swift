#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A lock on a file that ends with its holder, however that ends.
package struct FileLock: ~Copyable {
    /// What came of the attempt to take a lock.
    enum Outcome {
        case taken
        /// Somebody else has it.
        case busy
        /// The file is not the one at the path any more: its holder has finished with it.
        case replaced
    }

    private let path: String
    private let descriptor: Int32

    /// Takes the lock on a file, which is made where it is missing.
    package init(path: String) throws(OutputFailure) {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw .last(path) }
            switch FileLock.take(descriptor, at: path) {
            case .taken:
                self.path = path
                self.descriptor = descriptor
                return
            case .busy:
                _ = close(descriptor)
                throw .busy(path: path)
            case .replaced: _ = close(descriptor)
            }
        }
    }

    deinit { _ = close(descriptor) }

    /// Removes the file while nobody else can have the lock.
    package func removeFile() { _ = unlink(path) }

    /// Tries to lock an open file without waiting.
    static func take(_ descriptor: Int32, at path: String) -> Outcome {
        // Some network file systems have no locks: there it is up to the user that two runs do not meet.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return .busy }
        var opened = stat()
        var present = stat()
        guard fstat(descriptor, &opened) == 0, stat(path, &present) == 0, opened.st_ino == present.st_ino,
            opened.st_dev == present.st_dev
        else { return .replaced }
        return .taken
    }
}
