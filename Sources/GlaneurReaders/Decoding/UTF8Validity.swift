/// How far bytes are valid UTF-8.
enum UTF8Validity {
    /// What speaks for and against bytes that are not valid UTF-8 having been meant as such.
    struct Tally {
        /// The characters of several bytes that are well formed.
        var wideCharacters = 0
        /// The bytes that belong to no character.
        var strayBytes = 0
        /// Whether the only fault is a character cut off by the end.
        var isCutAtEnd = false
    }

    /// Tells whether all bytes are valid.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// Returns the offset of the first byte from `start` on that is not ASCII, or the count.
    static func endOfASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let words = bytes.bytes
        var index = start
        while index + 8 <= bytes.count {
            let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            let high = word & 0x8080_8080_8080_8080
            if high != 0 { return index + high.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// Returns the offset of the first byte from `start` on that belongs to no well-formed character, or the count.
    static func endOfValidPrefix(of bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index = endOfASCII(bytes.span, from: index)
                continue
            }
            let length = characterLength(in: bytes, at: index)
            guard length > 0 else { return index }
            index += length
        }
        return index
    }

    /// How far around the first fault is counted.
    private static let tallyReach = 1 << 16

    /// Counts around the first fault, as far as ``tallyReach`` on both sides.
    static func tally(_ bytes: [UInt8]) -> Tally {
        let fault = endOfValidPrefix(of: bytes, from: 0)
        var index = max(0, fault - tallyReach)
        // A window that begins inside a character must not count its rest as stray.
        while index < fault, bytes[index] & 0xC0 == 0x80 { index += 1 }
        let end = min(bytes.count, fault + tallyReach)
        var tally = Tally()
        var lastStray = -1
        var firstStray = -1
        while index < end {
            guard bytes[index] >= 0x80 else {
                index = min(end, endOfASCII(bytes.span, from: index))
                continue
            }
            let length = characterLength(in: bytes, at: index)
            if length > 0 {
                tally.wideCharacters += 1
                index += length
            } else {
                tally.strayBytes += 1
                if firstStray < 0 { firstStray = index }
                lastStray = index
                index += 1
            }
        }
        if end == bytes.count, lastStray == bytes.count - 1, lastStray - firstStray < 3,
            lastStray - firstStray + 1 == tally.strayBytes, bytes[firstStray] >= 0xC2
        {
            let needed = bytes[firstStray] < 0xE0 ? 2 : bytes[firstStray] < 0xF0 ? 3 : 4
            tally.isCutAtEnd =
                tally.strayBytes < needed && bytes[(firstStray + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
        }
        return tally
    }

    /// Returns the length of the well-formed character of several bytes that begins at `index`, or 0 (Unicode, table 3-7).
    private static func characterLength(in bytes: [UInt8], at index: Int) -> Int {
        let first = bytes[index]
        let count: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: count = 2
        case 0xE0: (count, second) = (3, 0xA0...0xBF)
        case 0xED: (count, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: count = 3
        case 0xF0: (count, second) = (4, 0x90...0xBF)
        case 0xF4: (count, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: count = 4
        default: return 0
        }
        guard index + count <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for next in (index + 2)..<max(index + 2, index + count) where bytes[next] & 0xC0 != 0x80 { return 0 }
        return count
    }
}
