/// What a word table says of a contraction: `de les?`.
///
/// A class, so that all tokens that stand for it share one.
package final class Contraction: Sendable {
    /// The two words it stands for.
    package let words: [String]
    /// The same words with a capital on the first, for a token that has one.
    package let capitalizedWords: [String]
    /// Whether it may also be one word: a question mark stands at either end.
    package let isAmbiguous: Bool
    /// Whether it is a contraction more often than not: the question mark does not stand first.
    package let isUsual: Bool

    /// Reads the value of a row.
    package init(_ value: String) {
        isUsual = !value.hasPrefix("?")
        isAmbiguous = value.hasPrefix("?") || value.hasSuffix("?")
        words = value.split { $0 == " " || $0 == "?" }.map(String.init)
        capitalizedWords = words.enumerated().map { index, word in
            index == 0 ? word.prefix(1).uppercased() + word.dropFirst() : word
        }
    }
}
