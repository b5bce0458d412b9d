/// What the rows of one or two classes of words say, read once, so that everything found by them shares their strings.
///
/// One French token in twelve is a contraction, and a sum of money has a word for its currency: a string made for each would
/// cost more than finding them.
struct SenseTable<Meaning: Sendable>: Sendable {
    /// The senses of the classes, in rising order, each with what its value says.
    private let rows: [(sense: Int, meaning: Meaning)]

    /// Reads the senses of an image.
    init(_ image: LexiconImage, _ classes: WordClass.Set, _ read: (String) -> Meaning) {
        rows = (0..<image.wordSenses.count).compactMap { index in
            let sense = image.wordSenses[index]
            guard classes.contains(WordClass(rawValue: sense.wordClass)) else { return nil }
            return (index, read(image.string(sense.value)))
        }
    }

    /// What the sense at an index says, if it is one of them.
    subscript(sense: Int) -> Meaning? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].sense < sense { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].sense == sense ? rows[low].meaning : nil
    }
}
