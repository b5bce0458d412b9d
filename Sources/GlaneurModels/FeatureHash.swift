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

extension FeatureHash {
    /// The feature of a template and up to three numbers, in a third of the time: their products do not wait for one another.
    ///
    ///     FeatureHash.value(3, form, shape)
    @inlinable @inline(__always)
    public static func value(_ template: UInt64, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) -> UInt32 {
        var sum = (template &+ 1) &* 0x9E37_79B9_7F4A_7C15 &+ first &* 0xD6E8_FEB8_6659_FD93
        sum = sum &+ second &* 0xC2B2_AE3D_27D4_EB4F &+ third &* 0xA24B_AED4_963E_E407
        // What lies in the high bits of a part reaches the low ones of the feature.
        let mixed = (sum ^ sum >> 32) &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }
}
