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
        while index < text.count, offset < target {
            let lead = text[index]
            offset += unit == .utf16 && lead >= 0xF0 ? 2 : 1
            index += 1
            while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
        }
        return index
    }
}
