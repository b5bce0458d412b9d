/// A character whose bytes stand in a text as one character each: `Ã©`, which was `é`.
struct MisreadCharacter: Sendable, Equatable {
    /// What the character was, as far as it tells how it may stand in a text.
    enum Kind: UInt8, Sendable {
        /// A Latin letter.
        case letter
        /// Punctuation, a space, a currency or another sign of running text.
        case sign
        /// An emoji.
        case picture
        /// An accent of its own.
        case accent
        /// What stands only in the middle of something misread twice: a C1 control, or `ƒ ˆ ˜ Ω π` of the charsets.
        case halfway
        /// Anything else: a letter of another script, or nothing that anybody writes.
        case foreign
    }

    /// Where it begins, in bytes of the text it stands in.
    let start: UInt32
    /// How many bytes it takes there.
    let length: UInt8
    /// How many characters it takes there.
    let characters: UInt8
    /// The first byte that was misread.
    let lead: UInt8
    /// The last byte that was misread; 0 where it is lost.
    let last: UInt8
    /// The character it was.
    let codePoint: UInt32
    /// What it was misread as.
    let misreading: Misreading
    /// Whether controls are among its characters, which no text has.
    let hasControl: Bool

    /// Where it ends.
    var end: Int { Int(start) + Int(length) }
    /// Whether the last byte is lost, as 0x9D of `”` often is: windows-1252 has nothing there.
    var isCut: Bool { last == 0 }

    /// What the character was.
    var kind: Kind {
        switch codePoint {
        case 0x80..<0xA0, 0x192, 0x2C6, 0x2DC, 0x3A9, 0x3C0: .halfway
        case 0xA0..<0xC0: .sign
        case 0xC0..<0x180, 0x1E00..<0x1F00, 0xFB00...0xFB06: .letter
        case 0x300..<0x370: .accent
        case 0x2000..<0x2028, 0x202A..<0x20C0, 0x2100..<0x2140, 0x2153..<0x215F, 0x2190..<0x2300: .sign
        case 0x25A0..<0x27C0, 0x2B00..<0x2C00, 0xFE0F, 0xFEFF, 0xFF01...0xFF5E, 0xFFFD: .sign
        case 0x1F000..<0x1FB00: .picture
        default: .foreign
        }
    }

    /// Reads the misread character that begins at `start`, where the characters there are one.
    init?(in text: Span<UInt8>, at start: Int) {
        guard let first = text.character(at: start), let (misreading, lead) = Misreading.lead(first.codePoint) else {
            return nil
        }
        let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var codePoint = UInt32(lead) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
        var end = start + first.length
        var last: UInt8 = 0
        var characters = 1
        var hasControl = false
        while characters < count {
            guard let next = text.character(at: end), let byte = misreading.continuation(next.codePoint) else { break }
            if next.codePoint < 0xA0, next.codePoint != 0x85 { hasControl = true }
            codePoint = codePoint << 6 | UInt32(byte & 0x3F)
            last = byte
            end += next.length
            characters += 1
        }
        if characters < count {
            // `â€` and nothing: the quotation mark whose last byte windows-1252 does not have.
            guard lead == 0xE2, characters == 2, codePoint == 0x80, misreading == .windows1252, !hasControl else {
                return nil
            }
            if let next = text.character(at: end), next.codePoint == 0xFFFD {
                end += next.length
                characters += 1
            }
            (codePoint, last) = (0x201D, 0)
        }
        let isShortest = codePoint >= (count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000)
        guard isShortest, codePoint < 0x11_0000, !(0xD800..<0xE000).contains(codePoint) else { return nil }
        self.start = UInt32(start)
        self.length = UInt8(end - start)
        self.characters = UInt8(characters)
        self.lead = lead
        self.last = last
        self.codePoint = codePoint
        self.misreading = misreading
        self.hasControl = hasControl
    }
}

extension Span<UInt8> {
    /// The character that begins at an offset of valid UTF-8, and its length in bytes; nothing at the end.
    func character(at index: Int) -> (codePoint: UInt32, length: Int)? {
        guard index < count else { return nil }
        let first = UInt32(self[index])
        func rest(_ offset: Int) -> UInt32 { UInt32(self[index + offset]) & 0x3F }
        switch first {
        case 0..<0x80: return (first, 1)
        case 0x80..<0xE0: return ((first & 0x1F) << 6 | rest(1), 2)
        case 0xE0..<0xF0: return ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
        default: return ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
        }
    }

    /// The character that ends before an offset of valid UTF-8; nothing at the start.
    func character(before index: Int) -> (codePoint: UInt32, length: Int)? {
        guard index > 0 else { return nil }
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return character(at: start)
    }
}
