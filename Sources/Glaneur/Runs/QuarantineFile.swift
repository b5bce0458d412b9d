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

    /// Prepares to write, behind the bytes that an earlier run wrote where there was one.
    ///
    /// - Parameter path: nothing where given-up documents are only told.
    init(path: String?, resuming bytes: Int? = nil, care: OutputFile.Care = .passing) throws(OutputFailure) {
        self.path = path
        self.care = care
        guard let path, let bytes else { return }
        if bytes > 0 {
            file = try OutputFile(resuming: path, at: bytes)
            count = bytes
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
