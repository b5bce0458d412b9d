/// Tells of most words that they are not in a set, by their hashes and with one look at eight kilobytes.
///
/// A set of two thousand words lets one other word in thirty pass.
public struct HashFilter: Sendable {
    @usableFromInline var bits = [UInt64](repeating: 0, count: 1024)

    /// Makes the filter of an empty set.
    public init() {}

    /// Makes the filter of a set of hashes.
    public init(_ hashes: some Sequence<UInt64>) {
        for hash in hashes { insert(hash) }
    }

    /// Adds a hash to the set.
    public mutating func insert(_ hash: UInt64) { bits[Int(truncatingIfNeeded: hash >> 6 & 1023)] |= 1 &<< (hash & 63) }

    /// Whether the set may hold a hash; where this is false, it does not.
    @inlinable
    public func mayHold(_ hash: UInt64) -> Bool {
        bits[Int(truncatingIfNeeded: hash &>> 6 & 1023)] &>> (hash & 63) & 1 == 1
    }
}
