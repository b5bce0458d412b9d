import CICU
package import GlaneurCore

/// Unicode normalisation form C of UTF-8, with the way back.
package enum Normalizer {
    /// The version of the ICU library that normalises: `72.1`.
    package static var libraryVersion: String { String(cString: cicu_version()) }

    /// The version of Unicode that library knows: `15.0`.
    package static var unicodeVersion: String { String(cString: cicu_unicode_version()) }

    /// Tells whether valid UTF-8 is normalised already; costs a few percent of tokenizing it.
    package static func isNormalized(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return true }
            let first = plainPrefix(of: buffer)
            return first == buffer.count || cicu_is_nfc(base + first, buffer.count - first)
        }
    }

    /// The length of a first part that is in every normalisation form C, told without ICU.
    ///
    /// Everything below U+0300 is (the first combining mark stands there), and so is U+2002 to U+20CF. The part ends before
    /// a character that is neither, and one earlier, so that a mark finds its letter in the rest.
    private static func plainPrefix(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = 0
        var last = 0
        while index < bytes.count {
            // ASCII, eight bytes at a step.
            if index + 8 <= bytes.count {
                let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    index += 8
                    last = index - 1
                    continue
                }
            }
            let byte = bytes[index]
            let length: Int
            switch byte {
            case 0..<0x80: length = 1
            case 0xC2...0xCB: length = 2
            case 0xE2 where index + 2 < bytes.count && isPlain(bytes[index + 1], bytes[index + 2]): length = 3
            default: return last
            }
            last = index
            index += length
        }
        return bytes.count
    }

    private static func isPlain(_ second: UInt8, _ third: UInt8) -> Bool {
        second == 0x80 && third >= 0x82 || second == 0x81 || second == 0x82
    }

    /// Returns the normalised copy of valid UTF-8; nothing for 2 GiB and more, which ICU cannot take.
    package static func normalized(_ text: [UInt8]) -> TextView? {
        let handle = text.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { cicu_normalize_nfc($0, buffer.count) }
        }
        guard let handle else { return nil }
        defer { cicu_text_close(handle) }
        let bytes = Array(UnsafeBufferPointer(start: cicu_text_bytes(handle), count: cicu_text_count(handle)))
        let cells = UnsafeBufferPointer(start: cicu_text_cells(handle), count: cicu_text_cells_count(handle))
        var alignment = Alignment()
        var source = 0
        for cell in cells {
            if cell.is_copy {
                let length = Int(cell.output_length)
                alignment.append(output: length, source: source, outputUnit: 1, sourceUnit: 1)
                source += length
            } else {
                alignment.append(
                    output: Int(cell.count * cell.output_length), source: source,
                    outputUnit: Int(cell.output_length), sourceUnit: Int(cell.source_length))
                source += Int(cell.count * cell.source_length)
            }
        }
        return TextView(bytes: bytes, alignment: alignment)
    }
}
