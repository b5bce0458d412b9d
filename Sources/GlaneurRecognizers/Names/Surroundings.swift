import GlaneurCore
import GlaneurLexicon

/// What the words around a range of lexemes say about the name that may stand there.
struct Surroundings {
    let passage: Passage
    let range: Range<Int>

    /// Whether the words around announce a name of this label.
    func announces(_ label: Label) -> Bool {
        switch label {
        case .person: isTitled || isSpeaking || apposition.contains(.title)
        case .organization: isOrganization || apposition.contains(.organizationCue)
        case .location: isPlace
        case .product: isProduct || apposition.contains(.productHead)
        case .event: before.contains(.eventHead)
        default: false
        }
    }

    /// The classes of the word in front, over a space or an elision.
    var before: WordClass.Set {
        guard range.lowerBound > 0 else { return [] }
        switch passage.lexemes[range.lowerBound].gap {
        case .space, .apostrophe: return passage.lexemes[range.lowerBound - 1].classes
        default: return []
        }
    }

    /// The classes of the word behind, over a space.
    var behind: WordClass.Set {
        guard range.upperBound < passage.lexemes.count, passage.lexemes[range.upperBound].gap == .space else {
            return []
        }
        return passage.lexemes[range.upperBound].classes
    }

    /// The classes of the noun that explains the name behind a comma: `Frontier, le supercalculateur`, `xAI, une start-up`.
    var apposition: WordClass.Set {
        var index = range.upperBound
        guard index < passage.lexemes.count, passage.lexemes[index].gap == .comma else { return [] }
        // An article and one more small word may come first.
        var small = 0
        while small < 2, index + 1 < passage.lexemes.count, passage.lexemes[index].classes.contains(.stop),
            passage.lexemes[index + 1].gap == .space || passage.lexemes[index + 1].gap == .apostrophe
        {
            index += 1
            small += 1
        }
        return passage.lexemes[index].shape.hasCapital ? [] : passage.lexemes[index].classes
    }

    /// Whether a title stands in front: `M. Musk`, `le PDG Elon Musk`, `la sénatrice américaine Elizabeth Warren`.
    var isTitled: Bool {
        var index = range.lowerBound
        guard index > 0 else { return false }
        // One adjective of nationality may stand between.
        if passage.lexemes[index].gap == .space, passage.lexemes[index - 1].classes.contains(.demonym),
            !passage.lexemes[index - 1].shape.hasCapital
        {
            index -= 1
        }
        guard index > 0, passage.lexemes[index].gap == .space || passage.lexemes[index].gap == .point else {
            return false
        }
        return passage.lexemes[index - 1].classes.contains(.title)
            || before.contains(.personCue)
    }

    /// Whether a verb of speech follows, at once or behind an auxiliary: `Musk a déclaré`.
    var isSpeaking: Bool {
        guard !behind.contains(.speechVerb) else { return true }
        let next = range.upperBound + 1
        guard behind.contains(.stop), next < passage.lexemes.count, passage.lexemes[next].gap == .space else {
            return false
        }
        let verb = passage.lexemes[next].classes
        return verb.contains(.speechVerb) && isAuxiliary(range.upperBound)
    }

    private func isAuxiliary(_ index: Int) -> Bool {
        passage.lexicon.value(passage.lexemes[index].words, .stop) == "aux"
    }

    /// Whether the word in front says that an organisation follows: `la société X`, `chez X`, `PDG de X`.
    var isOrganization: Bool {
        if before.contains(.organizationCue) || isBehindPhrase(.organizationCue) { return true }
        // "le patron de X", "CEO of X": a title and a short preposition in front.
        guard range.lowerBound > 1, before.contains(.stop) else { return false }
        let preposition = passage.lexemes[range.lowerBound - 1]
        guard preposition.count <= 3, passage.lexicon.value(preposition.words, .stop) == "prep" else { return false }
        let head = passage.lexemes[range.lowerBound - 2].classes
        return head.contains(.title) && preposition.gap == .space
    }

    /// Whether the word in front is a preposition or phrase that places follow.
    var isPlace: Bool {
        !before.isDisjoint(with: WordClass.Set(.placeCue, .placePreposition, .placeHead)) || isBehindPhrase(.placeCue)
    }

    /// Whether a phrase of two or three words of this class stands in front: `ville de`, `start-up`.
    private func isBehindPhrase(_ wordClass: WordClass) -> Bool {
        for back in 2...3 where range.lowerBound - back >= 0 {
            if let match = passage.words.longestWord(
                passage.lexemes, at: range.lowerBound - back, classes: WordClass.Set(wordClass)),
                match.end == range.lowerBound, passage.lexemes[range.lowerBound].gap.joinsNames
            {
                return true
            }
        }
        return false
    }

    /// Whether a word for a thing with a name stands in front: `le projet Dojo`.
    var isProduct: Bool { before.contains(.productHead) }

    /// Whether a word stands in front that names of networks follow: `sur X`, `le réseau X`.
    var isPlatform: Bool {
        before.contains(.platformCue) || before.contains(.organizationCue)
    }
}
