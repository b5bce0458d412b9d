import GlaneurModels

/// A small random generator whose runs can be repeated from the printed seed.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var sequence: SplitMix64

    /// Makes a generator; equal seeds give equal numbers.
    public init(seed: UInt64) { sequence = SplitMix64(seed: seed) }

    /// Returns the next number.
    public mutating func next() -> UInt64 { sequence.next() }

    /// Whether a thing that happens once in `count` times happens now.
    public mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    /// Prints a seed beside the test that uses it and returns it; `GLANEUR_SEED` in the environment takes its place.
    public static func announce(_ seed: UInt64, for test: String) -> UInt64 {
        let seed = Checkout.variable("GLANEUR_SEED").flatMap { UInt64($0) } ?? seed
        print("\(test): seed \(seed)")
        return seed
    }
}
