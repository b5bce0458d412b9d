/// Writes zip archives whose members are not compressed.
enum StoredZip {
    static func archive(_ members: [(name: String, contents: String)]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        func number(_ value: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(value >> (8 * UInt32($0)) & 0xFF) }
        }
        for (name, contents) in members {
            let (title, bytes) = (Array(name.utf8), Array(contents.utf8))
            let size = UInt32(bytes.count)
            var common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4)
            common += number(checksum(bytes), 4) + number(size, 4) + number(size, 4)
            common += number(UInt32(title.count), 2) + number(0, 2)
            let offset = UInt32(archive.count)
            archive += [0x50, 0x4B, 3, 4] + common + title + bytes
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 4) + number(offset, 4) + title
        }
        let count = number(UInt32(members.count), 2)
        return archive + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + count + count
            + number(UInt32(directory.count), 4) + number(UInt32(archive.count), 4) + number(0, 2)
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
