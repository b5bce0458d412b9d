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

/// The contractions of all tables, read once: their words are then shared by all tokens that stand for them.
///
/// One French token in twelve is a contraction, so that a string made for each would cost more than finding the tokens.
struct ContractionTable: Sendable {
    /// The senses that are contractions, in rising order, each with what its value says.
    private let rows: [(sense: Int, contraction: Contraction)]

    /// Reads the senses of an image.
    init(_ image: LexiconImage) {
        rows = (0..<image.wordSenses.count).compactMap { index in
            let sense = image.wordSenses[index]
            guard sense.wordClass == WordClass.contraction.rawValue else { return nil }
            return (index, Contraction(image.string(sense.value)))
        }
    }

    /// What the sense at an index says, if it is a contraction.
    subscript(sense: Int) -> Contraction? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].sense < sense { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].sense == sense ? rows[low].contraction : nil
    }
}
