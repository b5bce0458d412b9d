/// What a word table says of a contraction: `de les?`.
package struct Contraction {
    /// The two words it stands for.
    package let words: [String]
    /// Whether it may also be one word: a question mark stands at either end.
    package let isAmbiguous: Bool
    /// Whether it is a contraction more often than not: the question mark does not stand first.
    package let isUsual: Bool

    /// Reads the value of a row.
    package init(_ value: String) {
        isUsual = !value.hasPrefix("?")
        isAmbiguous = value.hasPrefix("?") || value.hasSuffix("?")
        words = value.split { $0 == " " || $0 == "?" }.map(String.init)
    }
}
