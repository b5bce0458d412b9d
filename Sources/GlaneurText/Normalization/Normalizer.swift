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
            return cicu_is_nfc(base, buffer.count)
        }
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
