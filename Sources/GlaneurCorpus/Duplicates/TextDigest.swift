/// 128 bits that tell texts apart, fed piece by piece.
///
/// Two texts of a corpus of a billion share them by chance once in 10²⁰ corpora; nobody is kept from making such texts on purpose.
struct TextDigest: Equatable {
    var high: UInt64 = 0x243F_6A88_85A3_08D3
    var low: UInt64 = 0x1319_8A2E_0370_7344

    /// Adds the bytes of a range and where they end.
    mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        let raw = bytes.bytes
        var index = range.lowerBound
        while index + 8 <= range.upperBound {
            mix(raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
            index += 8
        }
        var rest: UInt64 = 0
        while index < range.upperBound {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        mix(rest)
        mix(UInt64(range.count))
    }

    @inline(__always)
    private mutating func mix(_ word: UInt64) {
        high = (high ^ word) &* 0x9E37_79B9_7F4A_7C15
        high ^= high >> 29
        low = (low ^ (word << 32 | word >> 32)) &* 0xD6E8_FEB8_6659_FD93
        low ^= low >> 32
    }
}
