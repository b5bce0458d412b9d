/// Finds the bytes that offsets of a line stand for, in one pass over its text.
struct OffsetWalk {
    private let unit: DocumentLine.Unit
    private var offset = 0
    private var index = 0

    /// Starts at the beginning of a text.
    init(unit: DocumentLine.Unit) { self.unit = unit }

    /// Returns the byte at which `offset` lies; offsets must not fall, what lies behind the text is its end.
    mutating func byte(at target: Int, in text: [UInt8]) -> Int {
        if unit == .utf8 {
            var place = min(target, text.count)
            while place < text.count, text[place] & 0xC0 == 0x80 { place += 1 }
            return place
        }
        if target < offset {
            offset = 0
            index = 0
        }
        if unit == .codePoint { skipWords(to: target, in: text) }
        while index < text.count, offset < target {
            let lead = text[index]
            offset += unit == .utf16 && lead >= 0xF0 ? 2 : 1
            index += 1
            while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index
    }

    /// Passes eight bytes at once, as long as no more characters can begin in them than are to be passed.
    private mutating func skipWords(to target: Int, in text: [UInt8]) {
        text.withUnsafeBytes { bytes in
            while index + 8 < bytes.count, target - offset >= 8 {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                // A byte within a character has the top bit set and the next one clear.
                let inner = word & (~word << 1) & 0x8080_8080_8080_8080
                offset += 8 - inner.nonzeroBitCount
                index += 8
            }
            // The place is where a character begins.
            while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
    }
}
