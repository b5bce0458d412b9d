/// Turns byte offsets of one text into the unit of the output.
///
/// A first pass counts characters into a checkpoint table, one entry every 64 bytes; after that every offset costs at most
/// 64 bytes of counting, and none where the stretch is ASCII. Offsets must lie on character boundaries, or they count the
/// character they stand in.
package struct OffsetTranslator {
    /// The distance of checkpoints: eight words of eight bytes.
    private static let stretch = 64

    private let text: [UInt8]
    private let unit: OffsetUnit
    /// The offsets in the output's unit of every 64th byte and of the end; empty where both units are the same.
    private let checkpoints: [UInt32]

    /// Counts `text` once.
    package init(text: [UInt8], unit: OffsetUnit) {
        self.text = text
        self.unit = unit
        self.checkpoints = unit == .utf8 ? [] : OffsetTranslator.checkpoints(of: text.span, unit: unit)
    }

    /// Returns the offset in the output's unit of a byte offset.
    package func callAsFunction(_ target: Int) -> Int {
        guard !checkpoints.isEmpty else { return target }
        let place = target / OffsetTranslator.stretch
        let start = place * OffsetTranslator.stretch
        let offset = Int(checkpoints[place])
        if place + 1 < checkpoints.count, Int(checkpoints[place + 1]) - offset == OffsetTranslator.stretch {
            return offset + target - start
        }
        return offset + OffsetTranslator.count(text.span, from: start, to: target, unit: unit)
    }

    /// Counts the text up to every checkpoint; gives nothing for pure ASCII, where there is nothing to translate.
    private static func checkpoints(of text: Span<UInt8>, unit: OffsetUnit) -> [UInt32] {
        var table: [UInt32] = []
        table.reserveCapacity(text.count / stretch + 1)
        var total = 0
        var start = 0
        table.append(0)
        while start < text.count {
            let end = min(start + stretch, text.count)
            total += count(text, from: start, to: end, unit: unit)
            if end - start == stretch { table.append(UInt32(total)) }
            start = end
        }
        return total == text.count ? [] : table
    }

    /// Counts the characters that begin in at most 64 bytes.
    private static func count(_ text: Span<UInt8>, from start: Int, to end: Int, unit: OffsetUnit) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let words = text.bytes
        var continuations: UInt64 = 0
        var pairs: UInt64 = 0
        var index = start
        while index + 8 <= end {
            let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            index += 8
            guard word & (ones << 7) != 0 else { continue }
            // A continuation byte is 10xxxxxx; a character outside the plane of UTF-16 begins with 1111xxxx.
            continuations &+= (word >> 7) & ~(word >> 6) & ones
            pairs &+= (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ones
        }
        if index < end {
            var word: UInt64 = 0
            if index + 8 <= text.count {
                let loaded = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                word = UInt64(littleEndian: loaded) & ((1 << UInt64(8 * (end - index))) - 1)
            } else {
                for place in index..<end { word |= UInt64(text[place]) << UInt64(8 * (place - index)) }
            }
            continuations &+= (word >> 7) & ~(word >> 6) & ones
            pairs &+= (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ones
        }
        return end - start - sum(continuations) + (unit == .utf16 ? sum(pairs) : 0)
    }

    /// Adds the eight byte counters of a word; each is at most 9, so their sum fits in a byte.
    private static func sum(_ counters: UInt64) -> Int { Int((counters &* 0x0101_0101_0101_0101) >> 56) }
}
