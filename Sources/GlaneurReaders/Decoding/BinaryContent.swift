import Glibc

/// Tells files that are no text at all from files whose charset is in question.
enum BinaryContent {
    /// The first bytes of formats that people keep beside texts, with their names.
    private static let signatures: [(bytes: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([0x47, 0x49, 0x46, 0x38], "a GIF image"), ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF document"),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive"), ([0x1F, 0x8B], "gzip data"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), ([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
    ]

    /// How many bytes are looked at for control characters.
    private static let sampleCount = 4096

    /// The format that the first bytes give away, in words.
    static func signature(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.bytes) }?.name
    }

    /// Whether more than one byte in fifty at the start is a control character that no text uses.
    ///
    /// TAB to CR, SUB (the end mark of DOS) and ESC (ISO-2022) are used in texts.
    static func hasManyControls(_ bytes: [UInt8]) -> Bool {
        let count = min(bytes.count, sampleCount)
        let words = bytes.span.bytes
        let ones: UInt64 = 0x0101_0101_0101_0101
        var controls = 0
        var index = 0
        while index < count {
            // Eight bytes of which none is below a space or DEL, as most are, take one look.
            if index + 8 <= count {
                let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                let deletes = word ^ ones &* 0x7F
                let hits = (word &- ones &* 0x20) & ~word | (deletes &- ones) & ~deletes
                if hits & (ones &* 0x80) == 0 {
                    index += 8
                    continue
                }
            }
            switch bytes[index] {
            case 0x08...0x0D, 0x1A, 0x1B: break
            case 0..<0x20, 0x7F: controls += 1
            default: break
            }
            index += 1
        }
        return controls * 50 > count
    }

    /// Whether there is a NUL byte, which no text in a byte-oriented charset has.
    static func hasNul(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            return memchr(base, 0, buffer.count) != nil
        }
    }
}
