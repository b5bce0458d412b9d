import GlaneurCore
import GlaneurLexicon

/// A phrase of a word class, found in a passage.
struct WordPhrase {
    /// The index of its first lexeme.
    let start: Int
    /// The index behind its last lexeme.
    let end: Int
    /// What the word table knows of it.
    let node: PhraseTable.Node
}

/// What the words of a passage mean, one by one and in phrases. Indices beyond its ends are allowed and know nothing.
extension Passage {
    /// The lexeme at an index, if there is one that means something.
    @inline(__always)
    func lexeme(_ index: Int) -> Lexeme? {
        guard index >= 0, index < lexemes.count, !lexemes[index].shape.contains(.opaque) else { return nil }
        return lexemes[index]
    }

    /// Whether the word at an index belongs to a class.
    @inline(__always)
    func belongs(_ index: Int, _ wordClass: WordClass) -> Bool {
        index >= 0 && index < lexemes.count && lexemes[index].classes.contains(wordClass)
    }

    /// The number that the word at an index has in a class.
    func number(_ index: Int, _ wordClass: WordClass) -> Int? {
        guard belongs(index, wordClass) else { return nil }
        return lexicon.number(lexemes[index].words, wordClass)
    }

    /// The value that the word at an index has in a class.
    func value(_ index: Int, _ wordClass: WordClass) -> String? {
        guard belongs(index, wordClass) else { return nil }
        return lexicon.value(lexemes[index].words, wordClass)
    }

    /// Whether one of the values that the word at an index has in a class is `value`.
    func belongs(_ index: Int, _ wordClass: WordClass, as value: StaticString) -> Bool {
        guard belongs(index, wordClass) else { return false }
        return lexicon.hasValue(lexemes[index].words, wordClass, value)
    }

    /// Finds the longest phrase of a class that starts at an index and lies in one clause.
    ///
    /// Full stops and commas end it, unless the point stands inside an abbreviation (`U.S.`).
    @inline(__always)
    func phrase(at index: Int, _ wordClass: WordClass) -> WordPhrase? {
        // Most words begin none.
        guard index >= 0, index < lexemes.count, words.opened(by: lexemes[index].words).contains(wordClass) else {
            return nil
        }
        return longestPhrase(at: index, wordClass)
    }

    private func longestPhrase(at index: Int, _ wordClass: WordClass) -> WordPhrase? {
        guard let first = lexeme(index) else { return nil }
        var node = first.words
        var best: WordPhrase?
        var end = index + 1
        while true {
            if node.isPhrase, node.classes.contains(wordClass) { best = WordPhrase(start: index, end: end, node: node) }
            guard node.next != 0, let following = lexeme(end), joins(following, after: end - 1) else { return best }
            node = words.node(of: following.wordHash, behind: node.next)
            end += 1
        }
    }

    private func joins(_ following: Lexeme, after index: Int) -> Bool {
        switch following.gap {
        case .none, .space, .hyphen, .apostrophe, .slash: true
        case .point: lexemes[index].count <= 2 && Int(following.start) - Int(lexemes[index].end) == 1
        default: false
        }
    }

    /// Finds the phrase of a class that ends before an index, the longest of at most five words.
    func phrase(endingBefore index: Int, _ wordClass: WordClass) -> WordPhrase? {
        guard let last = lexeme(index - 1) else { return nil }
        if last.classes.contains(.phraseEnd) {
            for start in max(0, index - 5)..<index - 1 {
                if let match = phrase(at: start, wordClass), match.end == index { return match }
            }
        }
        guard last.classes.contains(wordClass), last.words.isPhrase,
            let match = phrase(at: index - 1, wordClass), match.end == index
        else { return nil }
        return match
    }

    /// Whether a proper name may end at an index: a capital, and no word of grammar.
    func looksLikeName(_ index: Int) -> Bool {
        guard let lexeme = lexeme(index), lexeme.shape.hasCapital else { return false }
        return lexeme.classes.isDisjoint(with: .functionWords)
    }
}

extension WordClass.Set {
    /// Classes of words that are no part of a name, however they are written.
    static let functionWords = WordClass.Set(
        .stop, .countStop, .qualifier, .dateCue, .range, .month, .weekday, .deictic, .cardinal, .ordinal, .of, .per,
        .changeVerb, .speechVerb, .setCue, .currencyCode, .season, .period, .timeVague)
}
