/// The hash of one feature, made of the number of its template and what was seen.
///
///     FeatureHash(3).adding(form).adding(shape).value
@frozen
public struct FeatureHash: Sendable {
    @usableFromInline var state: UInt64

    /// Begins the feature of a template.
    @inlinable
    public init(_ template: UInt64) { state = (template &+ 1) &* 0x9E37_79B9_7F4A_7C15 }

    @usableFromInline
    init(state: UInt64) { self.state = state }

    /// The hash with a further part.
    @inlinable
    public func adding(_ part: UInt64) -> FeatureHash {
        let mixed = (state ^ part) &* 0xD6E8_FEB8_6659_FD93
        return FeatureHash(state: mixed ^ mixed >> 32)
    }

    /// The feature.
    @inlinable
    public var value: UInt32 {
        let mixed = state &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }
}
