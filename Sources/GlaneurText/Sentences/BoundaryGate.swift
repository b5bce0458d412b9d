import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// A first look at a place without an end mark, where a capital, a figure or an opening mark is all that speaks for a new sentence.
///
/// One token in eight stands at such a place, nearly always inside a sentence: "le groupe | Tesla". A few features made of a few
/// bytes, and weights that fit in the first cache, turn away nearly all of them; only the rest get the full look.
struct BoundaryGate {
    /// Rises whenever a feature changes.
    static let revision = 2

    private(set) var values = [UInt32](repeating: 0, count: 8)

    /// Makes the features of the place in front of `tokens[index]`, in the sentence that begins with `tokens[first]`.
    mutating func make(_ tokens: ArraySlice<Token>, before index: Int, from first: Int, in bytes: [UInt8]) {
        let left = tokens[index - 1]
        let right = tokens[index]
        let leftHead = BoundaryGate.head(left, in: bytes)
        let rightHead = BoundaryGate.head(right, in: bytes)
        let leftTail = UInt64(bytes[left.span.end - 1]) | (left.span.count > 1 ? UInt64(bytes[left.span.end - 2]) << 8 : 0)
        let leftLook = BoundaryGate.look(left, in: bytes)
        let rightLook = BoundaryGate.look(right, in: bytes)
        let next: UInt64 = index + 1 < tokens.endIndex ? BoundaryGate.look(tokens[index + 1], in: bytes) : 0
        let before = index - 2 >= first ? tokens[index - 2] : nil
        let beforeLook = before.map { BoundaryGate.look($0, in: bytes) } ?? 0
        let isLong: UInt64 = index - first < 3 ? 0 : index - first < 8 ? 1 : 2
        values[0] = FeatureHash(0).adding(leftHead).value
        values[1] = FeatureHash(1).adding(rightHead).value
        values[2] = FeatureHash(2).adding(leftTail << 16 | leftLook << 8 | rightLook).value
        values[3] = FeatureHash(3).adding(beforeLook << 24 | leftLook << 16 | next << 8 | rightLook).value
        values[4] = FeatureHash(4).adding(leftHead).adding(rightLook << 8 | next).value
        values[5] = FeatureHash(5).adding(rightHead).adding(leftLook << 8 | next).value
        values[6] = FeatureHash(6).adding(isLong << 24 | leftLook << 16 | rightLook << 8 | next).value
        values[7] = FeatureHash(7).adding(before.map { BoundaryGate.head($0, in: bytes) } ?? 0).adding(leftLook).value
    }

    /// The first seven bytes and the length of a word or sign; of a figure its length.
    private static func head(_ token: Token, in bytes: [UInt8]) -> UInt64 {
        let span = token.span
        guard token.kind != .number else { return UInt64(min(span.count, 5)) }
        var value = UInt64(min(span.count, 8))
        for index in span.start..<min(span.end, span.start + 7) { value = value << 8 | UInt64(bytes[index]) }
        return value
    }

    /// What a token begins like.
    private static func look(_ token: Token, in bytes: [UInt8]) -> UInt64 {
        let first = bytes[token.span.start]
        let kind = UInt64(token.kind.rawValue) << 2
        switch token.kind {
        case .word: return kind | (first &- 0x61 < 26 ? 0 : first &- 0x41 < 26 ? 1 : 2)
        case .punctuation: return 64 | UInt64(first & 63)
        default: return kind
        }
    }
}
