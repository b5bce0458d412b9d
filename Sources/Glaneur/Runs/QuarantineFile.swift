import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// The file of given-up documents, which is made with the first of them.
struct QuarantineFile: ~Copyable {
    private let path: String?
    private let care: OutputFile.Care
    private var file: OutputFile?
    /// The bytes written so far.
    private(set) var count = 0

    /// Prepares to write.
    ///
    /// - Parameter path: nothing where given-up documents are only told.
    init(path: String?, care: OutputFile.Care = .passing) {
        self.path = path
        self.care = care
    }

    /// Goes on behind the bytes that an earlier run wrote.
    init(resuming path: String?, at count: Int) throws(OutputFailure) {
        self.init(path: path, care: .durable)
        guard let path else { return }
        if count > 0 {
            file = try OutputFile(resuming: path, at: count)
            self.count = count
        } else {
            unlink(path + OutputFile.partialSuffix)
            unlink(path)
        }
    }

    /// Adds whole lines.
    mutating func write(_ lines: [UInt8]) throws(OutputFailure) {
        guard let path, !lines.isEmpty else { return }
        if file == nil { file = try OutputFile(path: path, care: care) }
        try file?.write(lines)
        count += lines.count
    }

    /// Waits until all that was written is on the disk.
    mutating func synchronize() throws(OutputFailure) { try file?.synchronize() }

    /// Writes what is left and gives the file its name.
    consuming func finish() throws(OutputFailure) { try file.take()?.finish() }
}
