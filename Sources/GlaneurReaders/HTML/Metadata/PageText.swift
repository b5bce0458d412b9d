/// Short texts of a page: their white space and their cuts.
enum PageText {
    /// Text with one space for each stretch of white space, none at the ends.
    static func collapsed(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var skip = 0
        let source = Array(text.utf8)
        for index in source.indices where index >= skip {
            // No-break spaces are spaces where a name or a title is meant.
            let isWide = source[index] == 0xC2 && index + 1 < source.count && source[index + 1] == 0xA0
            if source[index] <= 0x20 || isWide {
                if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
                if isWide { skip = index + 2 }
            } else {
                bytes.append(source[index])
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Text with a space between a small letter and a capital or digit: `Ann OnymeMar 3`, where style makes the space.
    static func unglued(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if let last = bytes.last, (0x61...0x7A).contains(last),
                (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
            {
                bytes.append(0x20)
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The parts of a text between each of some marks.
    static func parts(of text: String, at mark: String) -> [String] {
        var parts: [String] = []
        var rest = text[...]
        while let range = rest.firstRange(of: mark) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
