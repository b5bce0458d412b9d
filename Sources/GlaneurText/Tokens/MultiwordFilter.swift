import GlaneurCore

/// Tells by a few letters which tokens may stand for several words, so that the others need no look at a table.
///
/// In French a contraction is one of `à` or `de` with an article (`au`, `des`) or with what begins with one (`auxquels`, `dudit`).
/// In English it ends with an apostrophe and one or two letters, or is a verb that has lost its apostrophe or run together with
/// `not`, `to` and their like. A test holds the tables to that. Looking up every short word would cost as much as finding the
/// tokens; this costs a tenth, as nearly all tokens fail one comparison of several bytes at once.
struct MultiwordFilter {
    let bytes: UnsafeBufferPointer<UInt8>

    /// Whether a French token may be a contraction.
    @inline(__always)
    func passesFrench(_ span: ByteSpan) -> Bool {
        guard span.start + 2 <= bytes.count else { return false }
        let head = load(at: span.start, as: UInt16.self) | 0x2020
        // "au", "du", "de"
        guard head == 0x7561 || head == 0x7564 || head == 0x6564 else { return false }
        switch span.count {
        case 2: return head != 0x6564
        case 3: return letter(span.end - 1) == UInt8(ascii: "x") || letter(span.end - 1) == UInt8(ascii: "s")
        case 5...12: return isArticleEnd(letter(span.start + 2)) || isArticleEnd(letter(span.start + 3))
        default: return false
        }
    }

    /// Whether an English token may be a contraction or have a clitic.
    @inline(__always)
    func passesEnglish(_ span: ByteSpan) -> Bool {
        guard span.end >= 4 else { return true }
        let tail = load(at: span.end - 4, as: UInt32.self)
        // A straight apostrophe or grave accent, or something beyond ASCII, in the last three bytes.
        let special =
            MultiwordFilter.zeroBytes(tail ^ 0x2727_2727) | MultiwordFilter.zeroBytes(tail ^ 0x6060_6060) | tail
            & 0x8080_8080
        if special & 0x8080_8000 != 0 { return true }
        let second = UInt8(truncatingIfNeeded: tail >> 16) | 0x20
        guard
            MultiwordFilter.lettersBefore(UInt8(truncatingIfNeeded: tail >> 24) | 0x20) >> UInt32(second & 31) & 1 == 1
        else {
            return false
        }
        return isShortened(
            span, third: span.count > 2 ? UInt8(truncatingIfNeeded: tail >> 8) | 0x20 : 0, second: second)
    }

    /// Whether a word that ends like a contraction has its length and its third letter from the end, too.
    private func isShortened(_ span: ByteSpan, third: UInt8, second: UInt8) -> Bool {
        let count = span.count
        guard count >= 2, count <= 8 else { return false }
        switch (second, letter(span.end - 1)) {
        case (UInt8(ascii: "o"), UInt8(ascii: "t")): return count == 6
        case (_, UInt8(ascii: "a")): return third == second
        case (_, UInt8(ascii: "m")): return count == 2
        case (UInt8(ascii: "v"), _): return third != UInt8(ascii: "a") && (third != UInt8(ascii: "i") || count == 3)
        case (UInt8(ascii: "r"), _), (UInt8(ascii: "l"), _):
            return third == UInt8(ascii: "u") || third == UInt8(ascii: "y")
        case (UInt8(ascii: "t"), _): return count <= 5
        case (UInt8(ascii: "e"), _): return third == UInt8(ascii: "h") || third == UInt8(ascii: "r")
        case (UInt8(ascii: "o"), _): return third == UInt8(ascii: "h")
        default: return true
        }
    }

    /// The letters that stand before a last letter in contractions, as bits: `nt ot na ta im ve re ll ts es os`.
    @inline(__always)
    private static func lettersBefore(_ last: UInt8) -> UInt32 {
        switch last {
        case UInt8(ascii: "t"): bit("n") | bit("o")
        case UInt8(ascii: "a"): bit("n") | bit("t")
        case UInt8(ascii: "m"): bit("i")
        case UInt8(ascii: "e"): bit("v") | bit("r")
        case UInt8(ascii: "l"): bit("l")
        case UInt8(ascii: "s"): bit("t") | bit("e") | bit("o")
        default: 0
        }
    }

    @inline(__always)
    private static func bit(_ letter: Unicode.Scalar) -> UInt32 { 1 << (letter.value & 31) }

    /// The top bits of the lanes that are zero, and perhaps of lanes above the lowest such one.
    @inline(__always)
    private static func zeroBytes(_ word: UInt32) -> UInt32 { (word &- 0x0101_0101) & ~word & 0x8080_8080 }

    /// Whether a letter begins what goes on behind the article: `quel`, `dit`.
    private func isArticleEnd(_ letter: UInt8) -> Bool { letter == UInt8(ascii: "q") || letter == UInt8(ascii: "d") }

    /// The byte at an offset, in lower case where it is a letter.
    @inline(__always)
    private func letter(_ index: Int) -> UInt8 { bytes[index] | 0x20 }

    @inline(__always)
    private func load<Word: FixedWidthInteger>(at index: Int, as type: Word.Type) -> Word {
        UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(fromByteOffset: index, as: type)
            .littleEndian
    }
}
