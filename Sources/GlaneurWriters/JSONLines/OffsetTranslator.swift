/// Turns byte offsets of one text into the unit of the output.
///
/// A first pass makes a table with an entry every 64 bytes: how many characters come before, and a bit for each byte that begins
/// none. After that an offset costs one look at the table. Offsets must lie on character boundaries, or they count the character
/// they stand in.
package struct OffsetTranslator {
    /// What is known of 64 bytes.
    private struct Stretch {
        /// The offset of its first byte in the output's unit.
        var offset: UInt32 = 0
        /// The bytes within characters, the first in the lowest bit.
        var continuations: UInt64 = 0
        /// The bytes that begin a character of two units of UTF-16.
        var pairs: UInt64 = 0

        /// The offset of one of its bytes.
        func offset(of byte: UInt64) -> Int {
            let before: UInt64 = (1 &<< byte) &- 1
            return Int(offset) + Int(byte) - (continuations & before).nonzeroBitCount + (pairs & before).nonzeroBitCount
        }
    }

    /// Bytes of a stretch: as many as a word has bits.
    private static let length = 64

    /// The stretches of the text, the last of which may be empty; none where both units are the same.
    private let stretches: [Stretch]

    /// Counts `text` once.
    package init(text: [UInt8], unit: OffsetUnit) {
        stretches = unit == .utf8 ? [] : OffsetTranslator.stretches(of: text.span, unit: unit)
    }

    /// Returns the offset in the output's unit of a byte offset.
    package func callAsFunction(_ target: Int) -> Int {
        guard !stretches.isEmpty else { return target }
        return stretches[target / OffsetTranslator.length].offset(of: UInt64(target % OffsetTranslator.length))
    }

    /// Reads all stretches; gives none for pure ASCII, where there is nothing to translate.
    private static func stretches(of text: Span<UInt8>, unit: OffsetUnit) -> [Stretch] {
        var table: [Stretch] = []
        table.reserveCapacity(text.count / length + 1)
        var total = 0
        var start = 0
        while start <= text.count {
            var stretch = read(text, from: start, to: min(start + length, text.count))
            if unit != .utf16 { stretch.pairs = 0 }
            stretch.offset = UInt32(total)
            table.append(stretch)
            total +=
                min(length, text.count - start) - stretch.continuations.nonzeroBitCount
                + stretch.pairs.nonzeroBitCount
            start += length
        }
        return total == text.count ? [] : table
    }

    /// Tells which of at most 64 bytes begin no character, and which begin a pair.
    private static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> Stretch {
        var stretch = Stretch()
        let words = text.bytes
        var index = start
        while index + 8 <= end {
            let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            add(UInt64(littleEndian: word), at: index - start, to: &stretch)
            index += 8
        }
        if index < end {
            var word: UInt64 = 0
            for place in index..<end { word |= UInt64(text[place]) << UInt64(8 * (place - index)) }
            add(word, at: index - start, to: &stretch)
        }
        return stretch
    }

    /// Adds what eight bytes are, the first of them in the lowest byte.
    @inline(__always)
    private static func add(_ word: UInt64, at place: Int, to stretch: inout Stretch) {
        let ones: UInt64 = 0x0101_0101_0101_0101
        guard word & (ones << 7) != 0 else { return }
        // A continuation byte is 10xxxxxx; a character outside the plane of UTF-16 begins with 1111xxxx.
        let continuations = (word >> 7) & ~(word >> 6) & ones
        let pairs = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ones
        stretch.continuations |= gathered(continuations) &<< UInt64(place)
        stretch.pairs |= gathered(pairs) &<< UInt64(place)
    }

    /// The lowest bits of eight bytes side by side.
    @inline(__always)
    private static func gathered(_ bits: UInt64) -> UInt64 { (bits &* 0x0102_0408_1020_4080) >> 56 }
}
