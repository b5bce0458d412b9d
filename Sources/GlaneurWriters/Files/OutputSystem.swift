#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The calls that change files of output, each a step of a ``FaultPlan``.
struct OutputSystem: Sendable {
    private let faults: FaultPlan?

    init(faults: FaultPlan? = FaultPlan.environment) { self.faults = faults }

    /// Opens a file for writing and returns its descriptor, -1 where that fails.
    func open(_ path: String, _ flags: Int32) -> Int32 {
        guard passes() else { return -1 }
        while true {
            let descriptor = systemOpen(path, O_WRONLY | O_CLOEXEC | flags)
            if descriptor >= 0 || errno != EINTR { return descriptor }
        }
    }

    /// Writes all bytes.
    func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(OutputFailure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = writeSome(rest, to: descriptor)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // A parent process may have made the pipe non-blocking: wait for room.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            case EPIPE: throw .closedPipe
            default: throw .last(path)
            }
        }
    }

    /// Waits until the bytes of a file are on the disk.
    func synchronize(_ descriptor: Int32, path: String) throws(OutputFailure) {
        guard passes() else { throw .last(path) }
        while fsync(descriptor) != 0 {
            // Pipes and some file systems know nothing of it.
            if errno == EINVAL || errno == EROFS || errno == ENOTSUP { return }
            guard errno == EINTR else { throw .last(path) }
        }
    }

    /// Waits until the names of the files in a folder are on the disk.
    func synchronizeFolder(_ path: String) throws(OutputFailure) {
        let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        guard descriptor >= 0 else { throw .last(path) }
        defer { _ = close(descriptor) }
        try synchronize(descriptor, path: path)
    }

    /// Cuts a file.
    func truncate(_ descriptor: Int32, to count: Int, path: String) throws(OutputFailure) {
        guard passes(), ftruncate(descriptor, off_t(count)) == 0, lseek(descriptor, off_t(count), SEEK_SET) >= 0 else {
            throw .last(path)
        }
    }

    /// Gives a file another name, in the place of one that had it.
    func rename(_ path: String, to other: String) throws(OutputFailure) {
        guard passes(), systemRename(path, other) == 0 else { throw .last(other) }
    }

    /// Removes a file, where there is one.
    func remove(_ path: String) {
        guard passes() else { return }
        _ = unlink(path)
    }

    private func writeSome(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
        switch faults?.next(isWrite: true) ?? .asUsual {
        case .asUsual: return systemWrite(descriptor, bytes.baseAddress, bytes.count)
        case .short: return systemWrite(descriptor, bytes.baseAddress, (bytes.count + 2) / 3)
        case .failure(let code):
            errno = code
            return -1
        }
    }

    private func passes() -> Bool {
        guard case .failure(let code) = faults?.next() ?? .asUsual else { return true }
        errno = code
        return false
    }
}

// The functions of the C library, which methods of the same name would hide.

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

private func systemRename(_ path: String, _ other: String) -> Int32 { rename(path, other) }
