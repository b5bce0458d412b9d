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
    /// What becomes of the file when something goes wrong.
    package enum Care: Sendable {
        /// The temporary file is removed when the writing ends early, and nobody waits for the disk.
        case passing
        /// The temporary file is kept when the writing ends early; complete, the file is on the disk before it has its name.
        case durable
    }

    /// The bytes gathered before they are handed to the system: fewer calls than one a line, small beside one document.
    private static let bufferSize = 256 * 1024
    /// What is added to the name of a file that is not complete.
    package static let partialSuffix = ".partial"

    /// The path as it is reported; `-` for standard output.
    package let path: String
    /// The bytes written so far, before compression, buffered ones included.
    package private(set) var count = 0

    private let system: OutputSystem
    private let descriptor: Int32
    /// Whether the descriptor is to be closed here; standard output is not.
    private var isOpen: Bool
    private var temporaryPath: String?
    private let finalPath: String
    private let care: Care
    private var buffer: [UInt8] = []
    private var compressor: Compressor?

    /// Opens the file at `path` for writing.
    ///
    /// Pipes and devices are written directly, links to files are followed. A file that another run is writing is refused.
    package init(
        path: String, compression: OutputCompression = .none, care: Care = .passing, faults: FaultPlan? = nil
    ) throws(OutputFailure) {
        let target = OutputFile.target(of: path)
        let temporary = target.isSpecial ? nil : target.path + OutputFile.partialSuffix
        let system = OutputSystem(faults: faults ?? FaultPlan.environment)
        let opened = try OutputFile.open(
            temporary ?? path, reportedAs: path, isOwn: temporary != nil, system: system)
        self.init(
            descriptor: opened, isOpen: true, path: path, temporaryPath: temporary, finalPath: target.path,
            compression: compression, care: care, system: system)
    }

    /// Opens the file that an earlier run left incomplete, or complete, cuts it after `count` bytes and goes on behind them.
    package init(resuming path: String, at count: Int, faults: FaultPlan? = nil) throws(OutputFailure) {
        let temporary = path + OutputFile.partialSuffix
        let system = OutputSystem(faults: faults ?? FaultPlan.environment)
        if access(temporary, F_OK) != 0, access(path, F_OK) == 0 { try system.rename(path, to: temporary) }
        let opened = system.open(temporary, 0)
        guard opened >= 0 else { throw .last(temporary) }
        do throws(OutputFailure) {
            var status = stat()
            guard fstat(opened, &status) == 0, Int(status.st_size) >= count else {
                throw .cannotWrite(
                    path: temporary, reason: "\(status.st_size) bytes, \(count) were there at the checkpoint")
            }
            try system.truncate(opened, to: count, path: temporary)
        } catch {
            _ = close(opened)
            throw error
        }
        self.init(
            descriptor: opened, isOpen: true, path: path, temporaryPath: temporary, finalPath: path, compression: .none,
            care: .durable, system: system)
        self.count = count
    }

    /// Opens a file that keeps its name while it grows, cuts it after `count` bytes and goes on behind them.
    package init(appendingTo path: String, at count: Int, faults: FaultPlan? = nil) throws(OutputFailure) {
        let system = OutputSystem(faults: faults ?? FaultPlan.environment)
        let opened = system.open(path, O_CREAT)
        guard opened >= 0 else { throw .last(path) }
        do throws(OutputFailure) {
            try system.truncate(opened, to: count, path: path)
            try system.synchronizeFolder(OutputFile.folder(of: path))
        } catch {
            _ = close(opened)
            throw error
        }
        self.init(
            descriptor: opened, isOpen: true, path: path, temporaryPath: nil, finalPath: path, care: .durable,
            system: system)
        self.count = count
    }

    /// Opens a file for writing anew what an earlier run left, which stays until ``replaceEarlier()``.
    init(again path: String, compression: OutputCompression, faults: FaultPlan? = nil) throws(OutputFailure) {
        let temporary = path + ".again"
        let system = OutputSystem(faults: faults ?? FaultPlan.environment)
        let opened = system.open(temporary, O_CREAT | O_TRUNC)
        guard opened >= 0 else { throw .last(temporary) }
        self.init(
            descriptor: opened, isOpen: true, path: path, temporaryPath: temporary, finalPath: path,
            compression: compression, care: .durable, system: system)
    }

    private init(
        descriptor: Int32, isOpen: Bool, path: String, temporaryPath: String?, finalPath: String,
        compression: OutputCompression = .none, care: Care = .passing, system: OutputSystem
    ) {
        self.isOpen = isOpen
        self.descriptor = descriptor
        self.path = path
        self.temporaryPath = temporaryPath
        self.finalPath = finalPath
        self.care = care
        self.system = system
        compressor = Compressor(compression)
        buffer.reserveCapacity(OutputFile.bufferSize)
    }

    /// Returns standard output, which stays open behind this value.
    package static func standardOutput(compression: OutputCompression = .none) -> OutputFile {
        OutputFile(
            descriptor: STDOUT_FILENO, isOpen: false, path: "-", temporaryPath: nil, finalPath: "-",
            compression: compression, system: OutputSystem())
    }

    deinit {
        guard isOpen else { return }
        if let temporaryPath, care == .passing { system.remove(temporaryPath) }
        _ = close(descriptor)
    }

    /// Adds bytes to the file.
    package mutating func write(_ bytes: [UInt8]) throws(OutputFailure) { try write(bytes[...]) }

    /// Adds bytes to the file.
    package mutating func write(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
        count += bytes.count
        guard compressor == nil else { return try gather(bytes) }
        if buffer.count + bytes.count > OutputFile.bufferSize { try drain(.take) }
        guard bytes.count < OutputFile.bufferSize else { return try writeThrough(bytes) }
        buffer.append(contentsOf: bytes)
    }

    /// Hands everything gathered to the system; what is compressed can be read up to here.
    package mutating func flush() throws(OutputFailure) { try drain(.flush) }

    /// Hands everything gathered to the system and waits until it is on the disk.
    package mutating func synchronize() throws(OutputFailure) {
        try drain(.take)
        try system.synchronize(descriptor, path: path)
    }

    /// Puts what was written again in the place of what an earlier run left.
    mutating func replaceEarlier() throws(OutputFailure) {
        let name = finalPath + OutputFile.partialSuffix
        guard let temporaryPath, temporaryPath != name else { return }
        try system.rename(temporaryPath, to: name)
        self.temporaryPath = name
    }

    /// Writes what is left and gives the file its name.
    package consuming func finish() throws(OutputFailure) {
        try drain(.end)
        guard isOpen else { return }
        if care == .durable { try system.synchronize(descriptor, path: path) }
        // Full disks of some file systems are reported when a descriptor is closed; this one keeps the lock until the name is given.
        let copy = dup(descriptor)
        if copy >= 0, close(copy) != 0, errno != EINTR { throw .last(path) }
        guard let temporaryPath else { return }
        try system.rename(temporaryPath, to: finalPath)
        self.temporaryPath = nil
        guard care == .durable else { return }
        // Written again to its end, the file leaves nothing behind of what an earlier run had.
        if temporaryPath != finalPath + OutputFile.partialSuffix { system.remove(finalPath + OutputFile.partialSuffix) }
        try system.synchronizeFolder(OutputFile.folder(of: finalPath))
    }

    /// Gathers bytes that will be compressed, in pieces of one size: the same stream is the same bytes however it came.
    private mutating func gather(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
        var rest = bytes
        while !rest.isEmpty {
            let piece = rest.prefix(OutputFile.bufferSize - buffer.count)
            buffer.append(contentsOf: piece)
            rest = rest[piece.endIndex...]
            if buffer.count == OutputFile.bufferSize { try drain(.take) }
        }
    }

    private mutating func drain(_ order: Compressor.Order) throws(OutputFailure) {
        if compressor != nil {
            // A half-full piece is not taken: pieces would depend on when somebody waited for the disk.
            guard order != .take || buffer.count == OutputFile.bufferSize else { return }
            let (system, descriptor, path) = (system, descriptor, path)
            try compressor?.compress(buffer, order) { bytes throws(OutputFailure) in
                try system.write(bytes, to: descriptor, path: path)
            }
        } else {
            guard !buffer.isEmpty else { return }
            try writeThrough(buffer[...])
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func writeThrough(_ bytes: ArraySlice<UInt8>) throws(OutputFailure) {
        var outcome = Result<Void, OutputFailure>.success(())
        bytes.withUnsafeBytes { raw in
            do throws(OutputFailure) {
                try system.write(raw, to: descriptor, path: path)
            } catch {
                outcome = .failure(error)
            }
        }
        try outcome.get()
    }

    /// Opens a file and empties it, after making sure that nobody else writes it.
    private static func open(
        _ path: String, reportedAs reported: String, isOwn: Bool, system: OutputSystem
    ) throws(OutputFailure) -> Int32 {
        while true {
            let descriptor = system.open(path, isOwn ? O_CREAT : O_CREAT | O_TRUNC)
            guard descriptor >= 0 else { throw .last(reported) }
            guard isOwn else { return descriptor }
            do throws(OutputFailure) {
                switch FileLock.take(descriptor, at: path) {
                case .taken:
                    try system.truncate(descriptor, to: 0, path: reported)
                    return descriptor
                case .busy: throw .busy(path: reported)
                case .replaced: _ = close(descriptor)
                }
            } catch {
                _ = close(descriptor)
                throw error
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

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
