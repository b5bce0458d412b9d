/// Archives and compressed data made by hand, so that tests can break them where they like.
enum ArchiveBytes {
    typealias Member = (name: String, bytes: [UInt8])

    /// A member of gzip whose deflate data are stored as they are.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stored(bytes) + number(crc32(bytes), 4) + number(UInt64(bytes.count), 4)
    }

    /// Deflate data of stored blocks.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        repeat {
            let end = min(bytes.count, index + 65_535)
            let count = UInt64(end - index)
            result += [end == bytes.count ? 1 : 0] + number(count, 2) + number(~count & 0xFFFF, 2) + bytes[index..<end]
            index = end
        } while index < bytes.count
        return result
    }

    /// A tar archive of files.
    static func tar(_ members: [Member]) -> [UInt8] {
        members.flatMap { tarMember($0.name, $0.bytes) } + [UInt8](repeating: 0, count: 1024)
    }

    /// A header with what it describes; `size` may lie, `type` is `0` for files, `2` for links, `5` for folders.
    static func tarMember(
        _ name: String, _ bytes: [UInt8], type: Character = "0", size: Int? = nil, target: String = ""
    ) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
        }
        func octal(_ value: Int, _ count: Int) -> String {
            let digits = String(value, radix: 8)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        put(name, at: 0)
        put("0000644", at: 100)
        put(octal(size ?? bytes.count, 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put(String(type), at: 156)
        put(target, at: 157)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
        let padding = (512 - bytes.count % 512) % 512
        return header + bytes + [UInt8](repeating: 0, count: padding)
    }

    /// A zip archive of stored members; a bit of `flags` says that they are encrypted.
    static func zip(_ members: [Member], flags: UInt64 = 0x800) -> [UInt8] {
        var files: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8)
            let common =
                number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 4) + number(crc32(member.bytes), 4)
                + number(UInt64(member.bytes.count), 4) + number(UInt64(member.bytes.count), 4)
                + number(UInt64(name.count), 2) + number(0, 2)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 4) + number(UInt64(files.count), 4) + name
            files += [0x50, 0x4B, 3, 4] + common + name + member.bytes
        }
        let count = number(UInt64(members.count), 2)
        return files + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + count + count
            + number(UInt64(directory.count), 4) + number(UInt64(files.count), 4) + number(0, 2)
    }

    private static func number(_ value: UInt64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt64 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return UInt64(~sum)
    }
}
