/// How an archive holds its members.
package enum ArchiveFormat: String, Sendable, CaseIterable {
    case zip, tar

    /// Reads the mark that begins an archive.
    ///
    /// A tar archive is known by the sum of its first header; one without a member is nothing but zeros, and known by its name.
    init?(head: [UInt8], fileName: String) {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
            || head.starts(with: [0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B])
        {
            self = .zip
        } else if head.count >= 512,
            ArchiveFormat.isTarHeader(head[..<512]) || ArchiveFormat.isEmptyTar(head[..<512], fileName: fileName)
        {
            self = .tar
        } else {
            return nil
        }
    }

    private static func isEmptyTar(_ header: ArraySlice<UInt8>, fileName: String) -> Bool {
        FileName.ending(of: fileName) == "tar" && header.allSatisfy { $0 == 0 }
    }

    private static func isTarHeader(_ header: ArraySlice<UInt8>) -> Bool {
        let field = header[148..<156]
        let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        guard header[0] != 0, !digits.isEmpty else { return false }
        let stated = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
        // The sum is made with spaces in its own place; old programs summed signed characters.
        let sum = header.reduce(0) { $0 + Int($1) } - field.reduce(0) { $0 + Int($1) } + 8 * 0x20
        let high = header.reduce(0) { $0 + ($1 >= 0x80 ? 256 : 0) } - field.reduce(0) { $0 + ($1 >= 0x80 ? 256 : 0) }
        return stated == sum || stated == sum - high
    }
}
