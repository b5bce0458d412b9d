import Glibc

/// Finds what a page says of its own charset: `<meta charset>`, `<meta http-equiv>` or an XML declaration.
enum HTMLCharsetDeclaration {
    /// Returns the label that an XML declaration at the start of the bytes names.
    static func xmlLabel(in bytes: [UInt8]) -> String? {
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let head = lowercased(bytes.prefix(xmlDeclarationLimit))
        return find("?>", in: head, from: 0).flatMap { value(of: "encoding", in: head[..<$0]) }
    }

    /// Returns the label that a page declares, looking at the first `limit` bytes.
    static func label(in bytes: [UInt8], limit: Int) -> String? {
        if let label = xmlLabel(in: bytes) { return label }
        let head = lowercased(bytes.prefix(limit))
        var index = 0
        while let tag = find("<", in: head, from: index) {
            if matches("<!--", head, at: tag) {
                guard let end = find("-->", in: head, from: tag + 2) else { return nil }
                index = end + 3
            } else if matches("<meta", head, at: tag) {
                let end = find(">", in: head, from: tag) ?? head.count
                if let label = value(of: "charset", in: head[tag..<end]) { return label }
                index = end
            } else if matches("<body", head, at: tag) {
                return nil
            } else {
                index = tag + 1
            }
        }
        return nil
    }

    /// An XML declaration has three short attributes.
    private static let xmlDeclarationLimit = 512

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.map { 0x41 <= $0 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
    }

    /// Returns what stands behind `name =`, in quotation marks or without; `content="text/html; charset=x"` has it too.
    private static func value(of name: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
        var from = bytes.startIndex
        while let found = find(name, in: bytes, from: from) {
            from = found + name.utf8CodeUnitCount
            var index = from
            func skip(_ isSkipped: (UInt8) -> Bool) {
                while index < bytes.endIndex, isSkipped(bytes[index]) { index += 1 }
            }
            skip { $0 <= 0x20 }
            guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else { continue }
            index += 1
            skip { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            let start = index
            skip { $0 > 0x20 && $0 < 0x7F && !"\"';>/?".utf8.contains($0) }
            if index > start { return String(decoding: bytes[start..<index], as: UTF8.self) }
        }
        return nil
    }

    private static func matches(_ text: String, _ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        bytes[index...].starts(with: text.utf8)
    }

    private static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
        text.withUTF8Buffer { pattern in
            bytes.withUnsafeBytes { buffer in
                guard let base = buffer.baseAddress, let start = pattern.baseAddress else { return nil }
                var index = from - bytes.startIndex
                while index + pattern.count <= buffer.count {
                    let places = buffer.count - pattern.count + 1 - index
                    guard let found = memchr(base + index, Int32(pattern[0]), places) else { return nil }
                    if memcmp(found, start, pattern.count) == 0 {
                        return bytes.startIndex + (UnsafeRawPointer(found) - base)
                    }
                    index = UnsafeRawPointer(found) - base + 1
                }
                return nil
            }
        }
    }
}
