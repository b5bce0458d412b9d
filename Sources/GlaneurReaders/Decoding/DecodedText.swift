import CICU
import GlaneurCore

/// Text made of bytes in some charset, valid UTF-8, with the way back.
struct DecodedText {
    /// The text.
    private(set) var bytes: [UInt8] = []
    /// Where each character comes from in the undecoded bytes.
    private(set) var alignment = Alignment()
    /// How many sequences stood for no character and became U+FFFD.
    private(set) var replaced = 0
    /// The offset of the first of them in the undecoded bytes.
    private(set) var firstReplaced: Int?

    private static let replacement: UInt32 = 0xFFFD

    /// Decodes `source` from `offset` on; nothing where ICU, asked for a charset of its own, fails.
    init?(_ source: [UInt8], from offset: Int, as charset: Charset) {
        bytes.reserveCapacity(source.count - offset)
        switch charset.form {
        case .utf8: decodeUTF8(source, from: offset)
        case .utf16(let isBigEndian): decodeUTF16(source, from: offset, isBigEndian: isBigEndian)
        case .utf32(let isBigEndian): decodeUTF32(source, from: offset, isBigEndian: isBigEndian)
        case .singleByte(let table): decodeSingleBytes(source, from: offset, table: table)
        case .converter(let name):
            guard convert(source, from: offset, name: name) else { return nil }
        }
    }

    /// Adds the character `codePoint` made of `count` bytes at `offset`.
    private mutating func append(_ codePoint: UInt32, source offset: Int, count: Int) {
        let start = bytes.count
        switch codePoint {
        case 0..<0x80: bytes.append(UInt8(codePoint))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | codePoint >> 6))
            bytes.append(UInt8(0x80 | codePoint & 0x3F))
        case 0xD800..<0xE000: return replace(source: offset, count: count)
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | codePoint >> 12))
            bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | codePoint & 0x3F))
        case 0x10000..<0x110000:
            bytes.append(UInt8(0xF0 | codePoint >> 18))
            bytes.append(UInt8(0x80 | codePoint >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | codePoint & 0x3F))
        default: return replace(source: offset, count: count)
        }
        alignment.appendCell(output: bytes.count - start, source: offset, sourceCount: count)
    }

    private mutating func replace(source offset: Int, count: Int) {
        replaced += 1
        firstReplaced = firstReplaced ?? offset
        append(DecodedText.replacement, source: offset, count: count)
    }

    /// Copies valid stretches and replaces each byte that belongs to none.
    private mutating func decodeUTF8(_ source: [UInt8], from offset: Int) {
        var index = offset
        while index < source.count {
            let end = UTF8Validity.endOfValidPrefix(of: source, from: index)
            if end > index {
                bytes.append(contentsOf: source[index..<end])
                alignment.append(output: end - index, source: index, outputUnit: 1, sourceUnit: 1)
            }
            if end < source.count { replace(source: end, count: 1) }
            index = end + 1
        }
    }

    private mutating func decodeSingleBytes(_ source: [UInt8], from offset: Int, table: SingleByteTable) {
        var index = offset
        while index < source.count {
            let start = index
            while index < source.count, source[index] < 0x80 { index += 1 }
            if index > start {
                bytes.append(contentsOf: source[start..<index])
                alignment.append(output: index - start, source: start, outputUnit: 1, sourceUnit: 1)
            }
            guard index < source.count else { return }
            append(table.codePoint(source[index]), source: index, count: 1)
            index += 1
        }
    }

    private mutating func decodeUTF16(_ source: [UInt8], from offset: Int, isBigEndian: Bool) {
        func unit(_ index: Int) -> UInt32 {
            let (first, second) = (UInt32(source[index]), UInt32(source[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var index = offset
        while index + 1 < source.count {
            let high = unit(index)
            if high & 0xFC00 == 0xD800, index + 3 < source.count, unit(index + 2) & 0xFC00 == 0xDC00 {
                append(0x10000 + (high & 0x3FF) << 10 + (unit(index + 2) & 0x3FF), source: index, count: 4)
                index += 4
            } else {
                append(high, source: index, count: 2)
                index += 2
            }
        }
        if index < source.count { replace(source: index, count: source.count - index) }
    }

    private mutating func decodeUTF32(_ source: [UInt8], from offset: Int, isBigEndian: Bool) {
        var index = offset
        while index + 3 < source.count {
            let word = source[index..<(index + 4)]
            let codePoint =
                isBigEndian
                ? word.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                : word.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            append(codePoint, source: index, count: 4)
            index += 4
        }
        if index < source.count { replace(source: index, count: source.count - index) }
    }

    private mutating func convert(_ source: [UInt8], from offset: Int, name: String) -> Bool {
        let handle = source[offset...].withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { cicu_decode(name, $0, buffer.count) }
        }
        guard let handle else { return false }
        defer { cicu_text_close(handle) }
        bytes = Array(UnsafeBufferPointer(start: cicu_text_bytes(handle), count: cicu_text_count(handle)))
        replaced = cicu_text_replaced(handle)
        var position = offset
        for cell in UnsafeBufferPointer(start: cicu_text_cells(handle), count: cicu_text_cells_count(handle)) {
            let count = Int(cell.count)
            alignment.append(
                output: count * Int(cell.output_length), source: position, outputUnit: Int(cell.output_length),
                sourceUnit: Int(cell.source_length))
            position += count * Int(cell.source_length)
        }
        return true
    }
}
