/// Tells of most keys that a table does not hold them, without a look at the table.
///
/// The slots of a table fill megabytes, and a look at one that no other word has led to waits for memory; a text asks mostly
/// for phrases that are not there. The filter has four bits a slot, which stay in the cache, and passes one absent key in ten.
@usableFromInline
struct KeyFilter: Sendable {
    @usableFromInline let bits: MappedTable<UInt8>
    /// What is left of a key when it is shifted by this is the place of its bit.
    @usableFromInline let shift: UInt64

    /// The filter over bytes that ``bytes(of:)`` has made; it does not keep them alive.
    init?(_ file: MappedFile) {
        guard let bits = MappedTable<UInt8>(file, offset: 0, count: file.bytes.count) else { return nil }
        self.bits = bits
        shift = KeyFilter.shift(bitCount: bits.count * 8)
    }

    /// Makes the bytes of the filter for a table of a power of two of slots.
    static func bytes(of slots: MappedTable<PhraseTable.Slot>) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(8, slots.count / 2))
        let shift = shift(bitCount: bytes.count * 8)
        for index in 0..<slots.count {
            let key = slots.base[index].key
            let place = key &>> shift
            if key != 0 { bytes[Int(place >> 3)] |= 1 &<< UInt8(place & 7) }
        }
        return bytes
    }

    private static func shift(bitCount: Int) -> UInt64 { UInt64(64 - bitCount.trailingZeroBitCount) }

    /// Whether the table may hold a key; where this is false, it does not.
    @inlinable
    func mayHold(_ key: UInt64) -> Bool { bit(of: key) == 1 }

    /// 1 where the table may hold a key, and 0 where it does not.
    @inlinable
    func bit(of key: UInt64) -> Int {
        // The shift keeps the place in the filter.
        let place = key &>> shift
        return Int(bits.base[Int(truncatingIfNeeded: place >> 3)] &>> UInt8(truncatingIfNeeded: place & 7) & 1)
    }
}
