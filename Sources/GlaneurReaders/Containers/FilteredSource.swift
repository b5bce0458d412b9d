/// What comes out of bzip2, xz or zstd data.
final class FilteredSource: ByteSource {
    private let handle: ArchiveHandle
    private var layer: ExpansionWatch.Layer
    private var isOpen = false
    private var isFinished = false

    init(_ compression: Compression, _ source: any ByteSource, layer: ExpansionWatch.Layer) {
        handle = ArchiveHandle(compression.format, source)
        self.layer = layer
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        guard !isFinished else { return 0 }
        isFinished = true
        if !isOpen {
            isOpen = true
            switch handle.next() {
            case .member: break
            case .end: return 0
            case .brokenMember(_, let error), .broken(let error): throw error
            }
        }
        let count = try handle.read(into: buffer)
        try layer.count(count)
        isFinished = count == 0
        return count
    }
}

extension Compression {
    /// What libarchive calls it; it reads gzip as well, but tests no check sum and tells no members.
    fileprivate var format: ArchiveHandle.Format {
        switch self {
        case .bzip2: .bzip2
        case .xz: .xz
        case .zstd, .gzip: .zstd
        }
    }
}
