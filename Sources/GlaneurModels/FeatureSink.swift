/// Takes the features of one example, one after the other: a list to train on, or the sum of their weights.
public protocol FeatureSink {
    /// Is told the template of the features that follow, for people who ask why.
    mutating func begin(_ template: UInt64)
    /// Takes a feature.
    mutating func add(_ feature: UInt32)
    /// Whether what came so far decides, and no more need come.
    var isDecided: Bool { get }
}

extension FeatureSink {
    /// Most sinks do not care.
    @inlinable
    public mutating func begin(_ template: UInt64) {}
}

extension [UInt32]: FeatureSink {
    /// Appends a feature.
    @inlinable
    public mutating func add(_ feature: UInt32) { append(feature) }

    /// A list wants all features.
    @inlinable
    public var isDecided: Bool { false }
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
    /// A sum that falls to this value in the middle is taken for one that stays below 0.
    @usableFromInline let floor: Int

    @usableFromInline
    init(weights: UnsafePointer<Int8>, mask: UInt32, value: Int, floor: Int) {
        self.floor = floor
        self.weights = weights
        self.mask = mask
        self.value = value
    }

    /// Adds the weight of a feature.
    @inlinable
    public mutating func add(_ feature: UInt32) { value &+= Int(weights[Int(feature & mask)]) }

    /// Whether the sum has fallen to its floor.
    @inlinable
    public var isDecided: Bool { value <= floor }
}

/// Adds up the scores of the sixteen tags of one word under a model with weights of one byte.
///
/// Good as long as the model it was taken from.
@frozen
public struct TagSum: FeatureSink {
    @usableFromInline let weights: UnsafeRawPointer
    @usableFromInline let mask: UInt32
    // Two weights lie in each sixteen bits of a row: shifts part them, where a conversion of sixteen would be a call.
    @usableFromInline var even: SIMD8<Int16>
    @usableFromInline var odd: SIMD8<Int16>

    @usableFromInline
    init(weights: UnsafeRawPointer, mask: UInt32, scores: SIMD16<Int16>) {
        self.weights = weights
        self.mask = mask
        even = scores.evenHalf
        odd = scores.oddHalf
    }

    /// The scores so far.
    @inlinable public var scores: SIMD16<Int16> {
        var scores = SIMD16<Int16>()
        scores.evenHalf = even
        scores.oddHalf = odd
        return scores
    }

    /// Adds the weights of a feature.
    @inlinable @inline(__always)
    public mutating func add(_ feature: UInt32) {
        let row = (weights + Int(feature & mask) &* 16).loadUnaligned(as: SIMD8<Int16>.self)
        let byte = SIMD8<Int16>(repeating: 8)
        even &+= (row &<< byte) &>> byte
        odd &+= row &>> byte
    }

    /// A sum wants all features.
    @inlinable
    public var isDecided: Bool { false }
}
