import CProcess

#if canImport(Glibc)
    import Glibc
#endif

/// A byte that two processes see.
final class SharedByte: @unchecked Sendable {
    /// The file it lies in, which has no name.
    let descriptor: Int32
    private let page: UnsafeMutableRawPointer
    private static let pageCount = 4096

    /// Makes a byte; nothing where the system shares no memory.
    convenience init?(_ value: UInt8) {
        let descriptor = cprocess_memory(SharedByte.pageCount)
        guard descriptor >= 0 else { return nil }
        self.init(descriptor: descriptor)
        self.value = value
    }

    /// Finds the byte in the file of another process.
    init?(descriptor: Int32) {
        guard
            let page = mmap(nil, SharedByte.pageCount, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            page != MAP_FAILED
        else { return nil }
        self.descriptor = descriptor
        self.page = page
    }

    deinit {
        munmap(page, SharedByte.pageCount)
        close(descriptor)
    }

    /// What it says.
    ///
    /// Nobody writes while another reads: one side waits for the other, or the other is dead.
    var value: UInt8 {
        get { page.load(as: UInt8.self) }
        set { page.storeBytes(of: newValue, as: UInt8.self) }
    }
}
