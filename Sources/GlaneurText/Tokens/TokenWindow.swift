import GlaneurCore

/// The tokens of a block or sentence over the bytes of their text, for as long as a closure runs.
///
/// Sentences and senses look at several tokens around nearly every place of a text. Through arrays each look counted references,
/// which took almost half the time of the stage; through this window it counts none. The window is the one type of this folder
/// that reads memory without an owner: it never leaves ``with(_:_:_:)``, and in debug builds every index is checked.
struct TokenWindow {
    /// The bytes of the text.
    let bytes: UnsafeBufferPointer<UInt8>
    private let tokens: UnsafeBufferPointer<Token>
    /// The index of the first token; the same index as in the slice.
    let startIndex: Int
    /// The index behind the last token.
    let endIndex: Int

    /// Calls `body` with a window on a slice of tokens.
    @inline(__always)
    static func with<Result>(
        _ tokens: ArraySlice<Token>, _ bytes: [UInt8], _ body: (TokenWindow) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            tokens.withUnsafeBufferPointer { slice in
                body(
                    TokenWindow(
                        bytes: bytes, tokens: slice, startIndex: tokens.startIndex, endIndex: tokens.endIndex))
            }
        }
    }

    /// A token by its index.
    @inline(__always)
    subscript(index: Int) -> Token { tokens[index - startIndex] }

    /// The first byte of a token.
    @inline(__always)
    func first(_ token: Token) -> UInt8 { bytes[token.span.start] }

    /// The last byte of a token.
    @inline(__always)
    func last(_ token: Token) -> UInt8 { bytes[token.span.end - 1] }

    /// The byte behind a token, or a line feed behind the text.
    @inline(__always)
    func behind(_ token: Token) -> UInt8 { token.span.end < bytes.count ? bytes[token.span.end] : 0x0A }

    /// The first bytes of a span as a number, at most seven, and its length below them.
    @inline(__always)
    func head(_ span: ByteSpan) -> UInt64 {
        let count = min(span.count, 7)
        if span.start + 8 <= bytes.count {
            let word = UInt64(
                littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: span.start, as: UInt64.self))
            return (word & ((1 << UInt64(count * 8)) - 1)) << 8 | UInt64(min(span.count, 255))
        }
        var value: UInt64 = 0
        for index in 0..<count { value |= UInt64(bytes[span.start + index]) << UInt64(index * 8) }
        return value << 8 | UInt64(min(span.count, 255))
    }

    /// The last three bytes of a span, capitals of ASCII made small.
    @inline(__always)
    func tail(_ span: ByteSpan) -> UInt64 {
        var value: UInt64 = 0
        for index in max(span.start, span.end - 3)..<span.end { value = value << 8 | UInt64(bytes[index] | 0x20) }
        return value
    }

    /// Whether a single no-break or thin space stands between two tokens: U+00A0, U+202F, U+2007 or U+2009.
    func isBound(_ left: Token, _ right: Token) -> Bool {
        let start = left.span.end
        switch right.span.start - start {
        case 2: return bytes[start] == 0xC2 && bytes[start + 1] == 0xA0
        case 3:
            return bytes[start] == 0xE2 && bytes[start + 1] == 0x80
                && (bytes[start + 2] == 0xAF || bytes[start + 2] == 0x87 || bytes[start + 2] == 0x89)
        default: return false
        }
    }

    /// The scalar that starts at an offset of the text.
    @inline(__always)
    func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let byte = bytes[offset]
        return byte < 0x80 ? (UInt32(byte), 1) : bytes.span.scalar(at: offset)
    }
}
