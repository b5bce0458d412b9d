import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// A first look at a place where nothing but a capital or a figure on the right speaks for a new sentence.
///
/// One token in ten stands at such a place, nearly always inside a sentence: "le groupe | Tesla". Five features made of a
/// few bytes, and weights that fit in the first cache, turn away nearly all of them; only the rest get the full look.
struct BoundaryGate {
    /// Rises whenever a feature changes.
    static let revision = 1

    private(set) var values: [UInt32] = [0, 0, 0, 0, 0]

    /// Makes the features of the place in front of `tokens[index]`.
    mutating func make(_ tokens: ArraySlice<Token>, before index: Int, in bytes: [UInt8]) {
        let left = tokens[index - 1].span
        let right = tokens[index]
        let leftHead = BoundaryGate.head(left, in: bytes)
        let rightHead = right.kind == .number ? UInt64(min(right.span.count, 5)) : BoundaryGate.head(right.span, in: bytes)
        let leftTail = UInt64(bytes[left.end - 1]) | (left.count > 1 ? UInt64(bytes[left.end - 2]) << 8 : 0)
        let rightTail = UInt64(bytes[right.span.end - 1])
        let next: UInt64 = index + 1 < tokens.endIndex ? BoundaryGate.look(tokens[index + 1], in: bytes) : 0
        let before: UInt64 = index - 2 >= tokens.startIndex ? BoundaryGate.look(tokens[index - 2], in: bytes) : 0
        let leftLook = BoundaryGate.look(tokens[index - 1], in: bytes)
        values[0] = FeatureHash(0).adding(leftHead).value
        values[1] = FeatureHash(1).adding(rightHead).value
        values[2] = FeatureHash(2).adding(leftTail << 8 | leftLook).value
        values[3] = FeatureHash(3).adding(before << 24 | leftLook << 16 | next << 8 | UInt64(right.kind.rawValue)).value
        values[4] = FeatureHash(4).adding(rightTail << 16 | next << 8 | UInt64(min(right.span.count, 4))).value
    }

    /// The first seven bytes and the length.
    private static func head(_ span: ByteSpan, in bytes: [UInt8]) -> UInt64 {
        var value = UInt64(min(span.count, 8))
        for index in span.start..<min(span.end, span.start + 7) { value = value << 8 | UInt64(bytes[index]) }
        return value
    }

    /// What a token begins like.
    private static func look(_ token: Token, in bytes: [UInt8]) -> UInt64 {
        let first = bytes[token.span.start]
        let kind = UInt64(token.kind.rawValue) << 3
        guard token.kind == .word else { return kind | 4 | UInt64(first & 3) }
        return kind | (first &- 0x61 < 26 ? 0 : first &- 0x41 < 26 ? 1 : 2)
    }
}
