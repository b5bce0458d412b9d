/// What the stop words of a lexicon do in a sentence: the values of the class `stop`.
package struct StopUse: OptionSet, Sendable {
    /// The value as it is stored.
    package let rawValue: UInt8

    /// Makes a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// An article or what stands in its place: `det`.
    package static let determiner = StopUse(rawValue: 1)
    /// A preposition: `prep`.
    package static let preposition = StopUse(rawValue: 2)
    /// An adverb: `adv`.
    package static let adverb = StopUse(rawValue: 4)
    /// An auxiliary verb: `aux`.
    package static let auxiliary = StopUse(rawValue: 8)
    /// A conjunction: `conj`.
    package static let conjunction = StopUse(rawValue: 16)

    /// What the values of the lexicons say.
    static let named: [(StaticString, StopUse)] = [
        ("det", .determiner), ("prep", .preposition), ("adv", .adverb), ("aux", .auxiliary), ("conj", .conjunction),
    ]
}

extension StopUse {
    /// The uses of each phrase, by the index of its first sense: asked of two words in five, and read from strings once only.
    static func all(of image: LexiconImage) -> [StopUse] {
        var uses = [StopUse](repeating: [], count: image.wordSenses.count)
        var first = 0
        for index in 0..<image.wordSenses.count {
            let sense = image.wordSenses[index]
            if sense.wordClass == WordClass.stop.rawValue {
                for (value, use) in named where image.holds(sense.value, value) { uses[first].formUnion(use) }
            }
            if sense.isLast == 1 { first = index + 1 }
        }
        return uses
    }
}
