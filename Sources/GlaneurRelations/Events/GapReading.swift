/// What the characters between two units say.
struct GapReading {
    /// How far they part the units.
    private(set) var gap: SentenceUnit.Gap = .none
    /// Whether a parenthesis opens.
    private(set) var opens = false
    /// Whether a parenthesis closes.
    private(set) var closes = false

    /// Reads the characters from one offset to another.
    init(_ bytes: [UInt8], from start: Int, to end: Int, isFirst: Bool) {
        if isFirst { gap = .strong }
        var offset = start
        while offset < end {
            switch bytes[offset] {
            case 0x28: opens = true
            case 0x29: closes = true
            case 0x2C where gap == .none: gap = .comma
            case 0x3A, 0x3B, 0x5B, 0x5D: gap = .strong
            // En and em dashes.
            case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80 && (0x93...0x94).contains(bytes[offset + 2]):
                if gap == .none { gap = .comma }
            default: break
            }
            offset += 1
        }
    }

    /// Whether the first mark behind the last word is a question mark.
    static func endsAsQuestion(_ bytes: [UInt8], at offset: Int, before end: Int) -> Bool {
        var offset = offset
        // Quotes and no-break spaces may stand before it.
        while offset < min(end, bytes.count) {
            switch bytes[offset] {
            case 0x3F: return true
            case 0x20, 0x22, 0x27, 0x29, 0x80...0xFF: offset += 1
            default: return false
            }
        }
        return false
    }
}
