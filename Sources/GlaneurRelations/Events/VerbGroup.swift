/// A verb with its auxiliaries, adverbs and negations.
struct VerbGroup {
    /// The index of its first unit.
    let start: Int
    /// What its words say together.
    let words: EventWords

    /// Reads the group that ends with a trigger.
    init(_ units: [SentenceUnit], trigger: Int) {
        var start = trigger
        var words: EventWords = []
        while start > 0, units[start].gap == .none {
            let unit = units[start - 1]
            guard !unit.isMention, !unit.isVerb, !unit.words.isDisjoint(with: EventWords.verbal) else { break }
            words.formUnion(unit.words)
            start -= 1
        }
        // "n'a pas quitté", but also "quitte pas".
        if trigger + 1 < units.count, units[trigger + 1].gap == .none, units[trigger + 1].words.contains(.negation) {
            words.formUnion(.negation)
        }
        self.start = start
        self.words = words
    }
}
