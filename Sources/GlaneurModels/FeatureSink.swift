/// Takes the features of one example, one after the other: a list to train on, or the sum of their weights.
public protocol FeatureSink {
    /// Takes a feature.
    mutating func add(_ feature: UInt32)
}

extension [UInt32]: FeatureSink {
    /// Appends a feature.
    @inlinable
    public mutating func add(_ feature: UInt32) { append(feature) }
}

/// Adds up the weights of features under a model with two labels, without a list in between.
///
/// Good as long as the model it was taken from.
@frozen
public struct ModelSum: FeatureSink {
    @usableFromInline let weights: UnsafePointer<Int8>
    @usableFromInline let mask: UInt32
    /// What has been added up so far, less the threshold: above 0 for the second label.
    public var value: Int

    @usableFromInline
    init(weights: UnsafePointer<Int8>, mask: UInt32, value: Int) {
        self.weights = weights
        self.mask = mask
        self.value = value
    }

    /// Adds the weight of a feature.
    @inlinable
    public mutating func add(_ feature: UInt32) { value &+= Int(weights[Int(feature & mask)]) }
}
