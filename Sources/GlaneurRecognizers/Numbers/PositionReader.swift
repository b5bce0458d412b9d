import GlaneurCore
import GlaneurLexicon

/// Reads words that order from the end or from here: `the last page`, `la page précédente`, `next to last`.
///
/// They stand in the class `ordinal` with a value that is no number: `end+0`, `end-1`, `current+1`.
struct PositionReader {
    let passage: Passage

    /// Reads the word or phrase that starts at a lexeme; returns its mention and the lexeme behind it.
    func read(at index: Int) -> (mention: Mention, next: Int)? {
        guard let match = longest(at: index), passage.lexicon.number(match.node, .ordinal) == nil,
            let value = passage.lexicon.value(match.node, .ordinal)
        else { return nil }
        if match.start == index, match.end == index + 1 {
            // One word alone must stand with a noun: "the last page", not "at last", "it will last", "next to him".
            guard passage.language == .french ? isFrenchAttribute(index) : isEnglishAttribute(index) else { return nil }
        }
        let magnitude = Magnitude(value: nil, low: nil, high: nil, qualifier: .exact)
        let number = Number(magnitude: magnitude, isOrdinal: true, relative: value)
        let mention = Mention(
            span: passage.span(match.start..<match.end), label: .ordinal, value: .number(number),
            maker: RuleName.position.name(passage.language))
        return (mention, match.end)
    }

    /// Finds the phrase at a lexeme, or the longest that ends with it: `the last but one`, `l’avant-dernier`.
    private func longest(at index: Int) -> WordPhrase? {
        guard let match = passage.phrase(at: index, .ordinal) else { return nil }
        let whole = passage.phrase(endingBefore: match.end, .ordinal) ?? match
        if whole.start > 0, passage.belongs(whole.start - 1, .stop, as: "det"),
            let opened = passage.phrase(at: whole.start - 1, .ordinal), opened.end == whole.end
        {
            return opened
        }
        return whole
    }

    private func isEnglishAttribute(_ index: Int) -> Bool {
        guard let next = passage.lexeme(index + 1), next.gap == .space,
            next.shape.isNumber || next.classes.isDisjoint(with: .functionWords) || next.classes.contains(.cardinal)
        else { return false }
        // A name goes on with a capital: "Last Supper", "Next Generation".
        if passage.lexemes[index].shape.hasCapital, next.shape.hasCapital { return false }
        guard let before = passage.lexeme(index - 1), passage.lexemes[index].gap == .space else { return true }
        let verbal = passage.belongs(index - 1, .stop, as: "aux") || passage.belongs(index - 1, .stop, as: "prep")
        return !verbal || before.classes.contains(.of)
    }

    private func isFrenchAttribute(_ index: Int) -> Bool {
        guard let lexeme = passage.lexeme(index), lexeme.gap == .space || lexeme.gap == .newline else { return false }
        let isAnnounced =
            passage.belongs(index - 1, .stop, as: "det") || passage.belongs(index - 1, .cardinal)
            || passage.lexeme(index - 1)?.shape.isNumber ?? false
        if isAnnounced { return true }
        // "la page précédente": behind the noun it agrees with.
        guard let before = passage.lexeme(index - 1) else { return false }
        return before.classes.isDisjoint(with: .functionWords) && !before.shape.hasCapital && before.count > 2
            && passage.belongs(index - 2, .stop, as: "det")
    }
}
