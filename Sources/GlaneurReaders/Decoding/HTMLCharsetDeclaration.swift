/// Finds what a page says of its own charset: `<meta charset>`, `<meta http-equiv>` or an XML declaration.
enum HTMLCharsetDeclaration {
    /// Returns the declared label, looking at the first `limit` bytes.
    static func label(in bytes: [UInt8], limit: Int) -> String? {
        let head = bytes.prefix(limit).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
        if head.starts(with: "<?xml".utf8), let end = find("?>", in: head, from: 0),
            let label = value(of: "encoding", in: head[..<end])
        {
            return label
        }
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

    /// Returns what stands behind `name =`, in quotation marks or without; `content="text/html; charset=x"` has it too.
    private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
        var from = bytes.startIndex
        while let found = find(name, in: bytes, from: from) {
            from = found + name.utf8.count
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

    private static func find(_ text: String, in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
        let pattern = Array(text.utf8)
        var index = from
        while index + pattern.count <= bytes.endIndex {
            if bytes[index] == pattern[0], bytes[index...].starts(with: pattern) { return index }
            index += 1
        }
        return nil
    }
}
