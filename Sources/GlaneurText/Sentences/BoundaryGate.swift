import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// A first look at a place without an end mark, where a capital, a figure or an opening mark is all that speaks for a new sentence.
///
/// One token in eight stands at such a place, nearly always inside a sentence: "le groupe | Tesla". A few features made of a few
/// bytes, and weights that fit in a near cache, turn away nearly all of them; only the rest get the full look.
enum BoundaryGate {
    /// Rises whenever a feature changes.
    static let revision = 4

    /// Adds the features of the place in front of `tokens[index]`, in the sentence that begins with `tokens[first]`.
    ///
    /// Returns whether all were needed: not where the word on the left decides alone that nothing begins.
    @discardableResult
    static func add(
        _ tokens: TokenWindow, before index: Int, from first: Int, to features: inout some FeatureSink
    ) -> Bool {
        let left = tokens[index - 1]
        let right = tokens[index]
        let leftHead = head(left, in: tokens)
        features.add(FeatureHash(0).adding(leftHead).value)
        // Behind "de" or "the" nothing begins, whatever it is.
        if left.kind == .word, features.isDecided { return false }
        let rightHead = head(right, in: tokens)
        let leftTail =
            UInt64(tokens.bytes[left.span.end - 1])
            | (left.span.count > 1 ? UInt64(tokens.bytes[left.span.end - 2]) << 8 : 0)
        let leftLook = look(left, in: tokens)
        let rightLook = look(right, in: tokens)
        let next: UInt64 = index + 1 < tokens.endIndex ? look(tokens[index + 1], in: tokens) : 0
        let before = index - 2 >= first ? tokens[index - 2] : nil
        let beforeLook = before.map { look($0, in: tokens) } ?? 0
        let isLong: UInt64 = index - first < 3 ? 0 : index - first < 8 ? 1 : 2
        features.add(FeatureHash(1).adding(rightHead).value)
        features.add(FeatureHash(2).adding(leftTail << 16 | leftLook << 8 | rightLook).value)
        features.add(FeatureHash(3).adding(beforeLook << 24 | leftLook << 16 | next << 8 | rightLook).value)
        features.add(FeatureHash(4).adding(leftHead).adding(rightLook << 8 | next).value)
        features.add(FeatureHash(5).adding(rightHead).adding(leftLook << 8 | next).value)
        features.add(FeatureHash(6).adding(isLong << 24 | leftLook << 16 | rightLook << 8 | next).value)
        features.add(FeatureHash(8).adding(leftHead).adding(rightHead).value)
        features.add(FeatureHash(9).adding(tokens.tail(right.span)).adding(leftLook << 8 | next).value)
        features.add(FeatureHash(10).adding(tokens.tail(left.span)).adding(rightLook << 8 | next).value)
        features.add(FeatureHash(7).adding(before.map { head($0, in: tokens) } ?? 0).adding(leftLook).value)
        return true
    }

    /// The first seven bytes and the length of a word or sign; of a figure its length.
    @inline(__always)
    private static func head(_ token: Token, in tokens: TokenWindow) -> UInt64 {
        token.kind == .number ? UInt64(min(token.span.count, 5)) : tokens.head(token.span)
    }

    /// What a token begins like.
    @inline(__always)
    private static func look(_ token: Token, in tokens: TokenWindow) -> UInt64 {
        let first = tokens.bytes[token.span.start]
        let kind = UInt64(token.kind.rawValue) << 2
        switch token.kind {
        case .word: return kind | (first &- 0x61 < 26 ? 0 : first &- 0x41 < 26 ? 1 : 2)
        case .punctuation: return 64 | UInt64(first & 63)
        default: return kind
        }
    }
}
