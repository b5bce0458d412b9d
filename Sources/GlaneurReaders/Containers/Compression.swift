/// How something was compressed.
package enum Compression: String, Sendable, CaseIterable {
    case gzip, bzip2, xz, zstd

    /// Reads the mark that begins compressed data.
    init?(head: [UInt8]) {
        func begins(_ mark: [UInt8]) -> Bool { head.starts(with: mark) }
        if begins([0x1F, 0x8B, 0x08]) {
            self = .gzip
        } else if begins([0x42, 0x5A, 0x68]), head.count > 9, (0x31...0x39).contains(head[3]),
            head[4..<10].elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
                || head[4..<10].elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
        {
            self = .bzip2
        } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
            self = .xz
        } else if begins([0x28, 0xB5, 0x2F, 0xFD])
            || head.count > 3 && (0x50...0x5F).contains(head[0]) && head[1...].starts(with: [0x2A, 0x4D, 0x18])
        {
            self = .zstd
        } else {
            return nil
        }
    }
}
