import Synchronization

/// Remembers sums of weights that hang on a few numbers alone, such as all that a word says by itself.
///
/// Words come again: the sum of twenty features is one look-up where it was made before. Each key has one place, and a later key takes it
/// from an earlier one. Keys are compared in full, so that what is remembered never changes a result, only the time it takes.
public final class SumMemo: @unchecked Sendable {
    /// What a sum hangs on.
    public typealias Key = SIMD4<UInt64>

    /// One place: a cache line.
    @frozen @usableFromInline
    struct Place {
        @usableFromInline var key: Key
        @usableFromInline var scores: SIMD16<Int16>

        @inlinable
        init(key: Key, scores: SIMD16<Int16>) {
            self.key = key
            self.scores = scores
        }
    }

    // Held by one owner at a time, whom `SumMemos` lends it to.
    @usableFromInline let places: UnsafeMutablePointer<Place>
    @usableFromInline let shift: UInt64
    private let count: Int

    /// Makes an empty memo with `1 << bits` places.
    init(bits: Int) {
        count = 1 << bits
        shift = UInt64(64 - bits)
        places = .allocate(capacity: count)
        places.initialize(repeating: Place(key: Key(), scores: SIMD16()), count: count)
    }

    deinit { places.deallocate() }

    /// Returns the sum that hangs on `key`, which `make` finds where it is not remembered; the key of zeros is that of nothing.
    @inlinable
    public func sum(_ key: Key, _ make: () -> SIMD16<Int16>) -> SIMD16<Int16> {
        var mixed = (key[0] ^ key[1] &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32 ^ key[2] &* 0xC2B2_AE3D_27D4_EB4F ^ key[3]
        mixed = (mixed ^ mixed >> 29) &* 0xD6E8_FEB8_6659_FD93
        let place = places + Int(truncatingIfNeeded: mixed >> shift)
        let other = place.pointee.key ^ key
        if other[0] | other[1] | other[2] | other[3] == 0 { return place.pointee.scores }
        let scores = make()
        place.pointee = Place(key: key, scores: scores)
        return scores
    }
}

/// Lends memos to those who read documents, one to each at a time, and takes them back for the next document.
package final class SumMemos: Sendable {
    private let free = Mutex<[SumMemo]>([])
    private let bits: Int

    /// Makes a store of memos with `1 << bits` places each.
    package init(bits: Int) { self.bits = bits }

    /// Calls `body` with a memo that nobody else has.
    package func withMemo<Result>(_ body: (SumMemo) -> Result) -> Result {
        let memo = free.withLock { $0.popLast() } ?? SumMemo(bits: bits)
        defer { free.withLock { $0.append(memo) } }
        return body(memo)
    }
}
