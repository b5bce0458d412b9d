/// Tells of most words that they are not in a set, by their hashes and with one look at a few kilobytes.
///
/// It has eight to sixteen bits for each word of the set, so that one other word in twelve passes. More bits would let fewer pass, but
/// they fill more of the cache, which the tagger empties between two looks.
public struct HashFilter: Sendable {
    @usableFromInline let bits: [UInt64]
    @usableFromInline let mask: UInt64

    /// Makes the filter of a set of hashes.
    public init(_ hashes: some Collection<UInt64>) {
        var count: UInt64 = 16
        while count * 64 < UInt64(hashes.count) * 8 { count *= 2 }
        var bits = [UInt64](repeating: 0, count: Int(count))
        for hash in hashes { bits[Int(hash >> 6 & (count - 1))] |= 1 << (hash & 63) }
        self.bits = bits
        mask = count - 1
    }

    /// Whether the set may hold a hash; where this is false, it does not.
    @inlinable
    public func mayHold(_ hash: UInt64) -> Bool {
        bits[Int(truncatingIfNeeded: hash &>> 6 & mask)] &>> (hash & 63) & 1 == 1
    }
}
