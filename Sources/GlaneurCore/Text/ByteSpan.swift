/// A half-open range of UTF-8 bytes of a document's text.
///
/// It is the only way one part of the program points at text for another: stages never hand on strings. A span is eight
/// bytes, so a document is limited to 4 GiB of text.
public struct ByteSpan: Sendable, Hashable {
    @usableFromInline let lower: UInt32
    @usableFromInline let upper: UInt32

    /// The offset of the first byte.
    @inlinable public var start: Int { Int(lower) }

    /// The offset behind the last byte.
    @inlinable public var end: Int { Int(upper) }

    /// The number of bytes.
    @inlinable public var count: Int { Int(upper) - Int(lower) }

    /// Whether the span holds no byte.
    @inlinable public var isEmpty: Bool { lower == upper }

    /// The span as a range of array indices.
    @inlinable public var range: Range<Int> { start..<end }

    /// Makes the span of the bytes from `start` up to, but without, `end`.
    @inlinable public init(_ start: Int, _ end: Int) {
        precondition(0 <= start && start <= end, "a span ends before it starts")
        lower = UInt32(start)
        upper = UInt32(end)
    }

    /// Tells whether the two spans share a byte.
    @inlinable public func overlaps(_ other: ByteSpan) -> Bool {
        lower < other.upper && other.lower < upper
    }

    /// Tells whether every byte of `other` lies in this span.
    @inlinable public func contains(_ other: ByteSpan) -> Bool {
        lower <= other.lower && other.upper <= upper
    }
}

extension ByteSpan: Comparable {
    /// Orders spans as they begin in the text, the shorter first where two begin together.
    @inlinable public static func < (left: ByteSpan, right: ByteSpan) -> Bool {
        (left.lower, left.upper) < (right.lower, right.upper)
    }
}

extension ByteSpan: CustomStringConvertible {
    /// The form in messages.
    public var description: String { "[\(start),\(end))" }
}
