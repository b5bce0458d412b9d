#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that is written from front to back, or standard output.
///
/// A regular file is written under a temporary name beside its own and renamed when it is complete, so that nobody takes half
/// a file for a whole one. Without ``finish()`` the temporary file is removed. SIGPIPE must be ignored by the program.
package struct OutputFile: ~Copyable {
    /// The bytes gathered before they are handed to the system: fewer calls than one a line, small beside one document.
    private static let bufferSize = 256 * 1024

    /// The path as it is reported; `-` for standard output.
    package let path: String
    /// The bytes written so far, buffered ones included.
    package private(set) var count = 0

    private let descriptor: Int32
    /// Whether the descriptor is to be closed here; standard output is not.
    private var isOpen: Bool
    private let temporaryPath: String?
    private let finalPath: String
    private var buffer: [UInt8] = []

    /// Opens the file at `path` for writing.
    ///
    /// Pipes and devices are written directly, links to files are followed.
    package init(path: String) throws(OutputFailure) {
        let target = OutputFile.target(of: path)
        let temporary = target.isSpecial ? nil : target.path + ".partial"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        var opened = open(temporary ?? path, flags, 0o666)
        while opened < 0, errno == EINTR { opened = open(temporary ?? path, flags, 0o666) }
        guard opened >= 0 else { throw OutputFile.failure(path) }
        self.init(descriptor: opened, isOpen: true, path: path, temporaryPath: temporary, finalPath: target.path)
    }

    private init(descriptor: Int32, isOpen: Bool, path: String, temporaryPath: String?, finalPath: String) {
        self.isOpen = isOpen
        self.descriptor = descriptor
        self.path = path
        self.temporaryPath = temporaryPath
        self.finalPath = finalPath
        buffer.reserveCapacity(OutputFile.bufferSize)
    }

    /// Returns standard output, which stays open behind this value.
    package static func standardOutput() -> OutputFile {
        OutputFile(descriptor: STDOUT_FILENO, isOpen: false, path: "-", temporaryPath: nil, finalPath: "-")
    }

    deinit {
        guard isOpen else { return }
        _ = close(descriptor)
        if let temporaryPath { _ = unlink(temporaryPath) }
    }

    /// Adds bytes to the file.
    package mutating func write(_ bytes: [UInt8]) throws(OutputFailure) {
        count += bytes.count
        if buffer.count + bytes.count > OutputFile.bufferSize { try flush() }
        guard bytes.count < OutputFile.bufferSize else {
            try writeThrough(bytes)
            return
        }
        buffer.append(contentsOf: bytes)
    }

    /// Hands everything gathered to the system.
    package mutating func flush() throws(OutputFailure) {
        guard !buffer.isEmpty else { return }
        try writeThrough(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what is left and gives the file its name.
    package consuming func finish() throws(OutputFailure) {
        try flush()
        guard isOpen else { return }
        isOpen = false
        // Full disks of some file systems are reported no earlier than here.
        if close(descriptor) != 0, errno != EINTR {
            let failure = OutputFile.failure(path)
            if let temporaryPath { _ = unlink(temporaryPath) }
            throw failure
        }
        guard let temporaryPath else { return }
        guard rename(temporaryPath, finalPath) == 0 else {
            let failure = OutputFile.failure(path)
            _ = unlink(temporaryPath)
            throw failure
        }
    }

    private func writeThrough(_ bytes: [UInt8]) throws(OutputFailure) {
        var written = 0
        while written < bytes.count {
            let result = bytes.withUnsafeBytes { raw in
                systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: raw[written...]))
            }
            if result >= 0 {
                written += result
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // A parent process may have made the pipe non-blocking: wait for room.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            case EPIPE: throw .closedPipe
            default: throw OutputFile.failure(path)
            }
        }
    }

    /// Finds the file that is to be replaced, and whether it is one that cannot be.
    private static func target(of path: String) -> (path: String, isSpecial: Bool) {
        var status = stat()
        guard stat(path, &status) == 0 else { return (path, false) }
        guard status.st_mode & S_IFMT == S_IFREG else { return (path, true) }
        guard let resolved = realpath(path, nil) else { return (path, false) }
        defer { free(resolved) }
        return (String(cString: resolved), false)
    }

    private static func failure(_ path: String) -> OutputFailure {
        let code = errno
        return .cannotWrite(
            path: path, reason: strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)")
    }
}

/// Calls write(2), which the method of the same name would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
