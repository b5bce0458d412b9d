/// Finds everything in a text that may be a misread character.
///
/// A misread character is at least two characters beyond ASCII side by side, so a pass over the text, eight bytes a step, for
/// the end of one followed by the start of the next leaves hardly anything of French or English to look at.
struct MojibakeScan {
    /// The characters, in text order, without overlap; those of other scripts only where three stand in a row.
    private(set) var found: [MisreadCharacter] = []

    /// How many letters of another script in a row are no chance: `Ð´Ð¾Ð¼`.
    private static let fewestForeign = 3

    /// Scans valid UTF-8.
    init(_ text: Span<UInt8>) {
        var index = 0
        while let seam = MojibakeScan.seam(in: text, from: index) {
            var start = seam
            while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
            index = seam + 1
            guard start >= (found.last?.end ?? 0) else { continue }
            while let character = MisreadCharacter(in: text, at: start) {
                found.append(character)
                start = character.end
            }
            index = max(index, start)
        }
        dropForeign()
    }

    /// The offset of the last byte of the next character beyond ASCII that another one follows.
    private static func seam(in text: Span<UInt8>, from start: Int) -> Int? {
        let words = text.bytes
        let high: UInt64 = 0x8080_8080_8080_8080
        var index = start
        // A word looks one byte ahead, at the first byte of the next.
        while index + 9 <= text.count {
            let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
            let ends = word & ~(word << 1) & high
            if ends != 0 {
                let ahead = words.unsafeLoadUnaligned(fromByteOffset: index + 1, as: UInt64.self).littleEndian
                let seams = ends & ahead & (ahead << 1)
                if seams != 0 { return index + seams.trailingZeroBitCount >> 3 }
            }
            index += 8
        }
        while index + 1 < text.count {
            if text[index] & 0xC0 == 0x80, text[index + 1] >= 0xC0 { return index }
            index += 1
        }
        return nil
    }

    /// Drops what no French or English text has, unless several in a row say that the text is in another language.
    private mutating func dropForeign() {
        guard found.contains(where: { $0.kind == .foreign }) else { return }
        var kept: [MisreadCharacter] = []
        var index = 0
        while index < found.count {
            var end = index + 1
            while end < found.count, found[end - 1].end == Int(found[end].start) { end += 1 }
            let isRow = found[index..<end].count { $0.kind == .foreign } >= MojibakeScan.fewestForeign
            kept.append(contentsOf: found[index..<end].filter { isRow || $0.kind != .foreign })
            index = end
        }
        found = kept
    }
}
