/// What text begins with.
enum TextStart {
    /// Whether text begins as only a web page does.
    static func isPage(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }
        guard start.first == UInt8(ascii: "<") else { return false }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head"].contains { text.hasPrefix($0) }
            || text.hasPrefix("<?xml") && text.contains("<html")
    }

    /// Whether text begins like an object with a key, perhaps behind a byte order mark.
    static func isRecord(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let visible = start.drop { $0 <= 0x20 }
        guard visible.first == UInt8(ascii: "{") else { return false }
        return visible.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "\"")
    }
}
