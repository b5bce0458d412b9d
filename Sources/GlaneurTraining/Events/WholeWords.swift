import GlaneurCore

/// Looks for words in a text, not for parts of words: `X` is not in `xAI` nor in `Xuechen`.
enum WholeWords {
    /// Where the words stand, in order; nowhere where there are none.
    static func places(of words: String, in text: String) -> [ByteSpan] {
        guard !words.isEmpty else { return [] }
        return text.ranges(of: words).compactMap { range in
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            if joins(before, words.first) || joins(words.last, after) { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return ByteSpan(start, start + text[range].utf8.count)
        }
    }

    /// Whether the texts are the same or one has all words of the other.
    static func agree(_ one: String, _ other: String) -> Bool {
        one == other || !places(of: one, in: other).isEmpty || !places(of: other, in: one).isEmpty
    }

    private static func joins(_ one: Character?, _ other: Character?) -> Bool {
        guard let one, let other else { return false }
        return (one.isLetter || one.isNumber) && (other.isLetter || other.isNumber)
    }
}
