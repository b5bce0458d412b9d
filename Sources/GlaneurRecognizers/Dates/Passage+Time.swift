import GlaneurLexicon

/// What all readers of times ask of a passage.
extension Passage {
    /// Whether one space stands before the lexeme at an index, or the point of `p.m.` with a space.
    func isSpaced(_ index: Int) -> Bool {
        guard let lexeme = lexeme(index) else { return false }
        if lexeme.gap == .space { return true }
        guard lexeme.gap == .point, !lexeme.shape.contains(.sentenceStart), index >= 2 else { return false }
        let before = lexemes[index - 1]
        return before.count == 1 && before.gap == .point && lexemes[index - 2].count == 1
            && lexeme.start - before.end == 2
    }

    /// Whether a phrase of the word table goes on behind the word at an index.
    func opensPhrase(at index: Int) -> Bool {
        guard let lexeme = lexeme(index), lexeme.words.next != 0, let following = self.lexeme(index + 1) else {
            return false
        }
        let node = words.node(of: following.wordHash, behind: lexeme.words.next)
        return node.payload != 0 || node.next != 0
    }

    /// The index behind the words at `index` that are a cue of this kind, joined to what stands before by a space.
    func behindCue(_ value: StaticString, at index: Int) -> Int? {
        guard isSpaced(index), let cue = phrase(at: index, .dateCue), lexicon.hasValue(cue.node, .dateCue, value) else {
            return nil
        }
        return cue.end
    }

    /// The index of the first of the words before `index` that are a cue of this kind, joined to it by a space.
    func startOfCue(_ value: StaticString, before index: Int) -> Int? {
        guard let gap = lexeme(index)?.gap, gap == .space || gap == .apostrophe,
            let cue = phrase(endingBefore: index, .dateCue), lexicon.hasValue(cue.node, .dateCue, value)
        else { return nil }
        return cue.start
    }

    /// The index behind one article: `the`, `le`, `la`, `l’`.
    func behindArticle(_ index: Int) -> Int {
        guard isSpaced(index), belongs(index, .dateCue, as: "article"),
            let gap = lexeme(index + 1)?.gap, gap == .space || gap == .apostrophe
        else { return index }
        return index + 1
    }

    /// The index behind *of*, *de* or *du* with the articles that may follow it; nothing where no such word stands there.
    func behindOf(_ index: Int) -> Int? {
        guard isSpaced(index),
            belongs(index, .of) || belongs(index, .dateCue, as: "in") || belongs(index, .dateCue, as: "du"),
            let gap = lexeme(index + 1)?.gap, gap == .space || gap == .apostrophe
        else { return nil }
        return behindArticle(index + 1)
    }

    /// Whether nothing else stands on the line of these lexemes but a preposition or an article.
    func isAlone(_ range: Range<Int>) -> Bool {
        guard isClosed(range.upperBound) else { return false }
        let small = WordClass.Set(.stop, .dateCue)
        var first = range.lowerBound
        while first > 0, range.lowerBound - first < 4, lexemes[first].gap != .newline {
            guard !lexemes[first - 1].classes.isDisjoint(with: small) else { return false }
            first -= 1
        }
        return isOpenedByLine(first)
    }

    /// Whether a line or the passage starts at an index.
    func isOpenedByLine(_ index: Int) -> Bool { index == 0 || lexeme(index)?.gap == .newline }

    /// Whether a line or the passage ends before an index.
    func isClosed(_ index: Int) -> Bool { index >= lexemes.count || lexemes[index].gap == .newline }

    /// Whether what ends before an index is not followed by a word it could belong to.
    func endsClause(_ index: Int) -> Bool {
        guard let next = lexeme(index) else { return true }
        return next.gap != .space && next.gap != .none && next.gap != .hyphen
    }

    /// The code that a word has in a class, and whether the word is also another one.
    func code(_ index: Int, _ wordClass: WordClass) -> (code: String, isWeak: Bool)? {
        guard let text = value(index, wordClass) else { return nil }
        return text.hasSuffix("?") ? (String(text.dropLast()), true) : (text, false)
    }

    /// The TIMEX3 code of the part of the day that starts at an index, and the index behind it: `MO` for `matin`.
    func dayPart(_ index: Int) -> (code: String, next: Int)? {
        guard let match = phrase(at: index, .daypart), let code = lexicon.value(match.node, .daypart),
            code.utf8.count == 2, code != "AM", code != "PM"
        else { return nil }
        return (code, match.end)
    }

    /// The UCUM code of the unit of time that starts at an index, and the index behind it: `wk-end` for `week-end`.
    func timeUnit(_ index: Int) -> (code: String, next: Int)? {
        guard let match = phrase(at: index, .timeUnit), let code = lexicon.value(match.node, .timeUnit) else {
            return nil
        }
        return (code, match.end)
    }
}
