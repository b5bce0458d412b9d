/// A hash of bytes that is the same on every machine and in every run.
///
/// What is sampled by it is sampled alike everywhere, so that two samples have in common what their sets have.
enum StableHash {
    /// Hashes some bytes, with a seed that keeps kinds of things apart.
    static func of(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0) -> UInt64 {
        // FNV-1a, then the finisher of SplitMix64, for bottom-k needs all bits to be even.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed &* 0x9E37_79B9_7F4A_7C15
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 31
    }

    /// The hash of the id of an entity.
    static func ofEntity(_ id: String) -> UInt64 { of(id.utf8, seed: 1) }

    /// The hash of an amount or date, which reads the same in both languages.
    static func ofValue(_ norm: some Sequence<UInt8>) -> UInt64 { of(norm, seed: 2) }

    /// The hash of the id of a document.
    static func ofDocument(_ id: some Sequence<UInt8>) -> UInt64 { of(id, seed: 3) }
}
