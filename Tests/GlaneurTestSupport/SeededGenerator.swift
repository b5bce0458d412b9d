/// A small random generator whose runs can be repeated from the printed seed.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Makes a generator; equal seeds give equal numbers.
    public init(seed: UInt64) { state = seed }

    /// Returns the next number (the SplitMix64 sequence).
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Whether a thing that happens once in `count` times happens now.
    public mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    /// Prints a seed beside the test that uses it and returns it; `GLANEUR_SEED` in the environment takes its place.
    public static func announce(_ seed: UInt64, for test: String) -> UInt64 {
        let seed = Checkout.variable("GLANEUR_SEED").flatMap { UInt64($0) } ?? seed
        print("\(test): seed \(seed)")
        return seed
    }
}
