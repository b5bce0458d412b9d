import GlaneurCore
import GlaneurLexicon

/// Reads how a figure is meant: `plus de`, `nearly`, `ou plus`.
struct QualifierReader {
    let passage: Passage

    /// Reads the qualifier of an amount.
    ///
    /// - Parameters:
    ///   - first: the first lexeme of the amount.
    ///   - offset: the end of the amount.
    ///   - next: the first lexeme behind it.
    func read(before first: Int, behind offset: Int, next: Int) -> Qualifier? {
        if let found = before(first) { return found }
        // "5 milliards environ": behind the amount, where nothing follows that it could belong to.
        guard let match = passage.phrase(at: next, .qualifier),
            passage.endOfSpaces(offset) == Int(passage.lexemes[next].start),
            passage.lexeme(match.end).map({ $0.gap != .space && $0.gap != .none }) ?? true
        else { return nil }
        return qualifier(match.node)
    }

    private func before(_ index: Int) -> Qualifier? {
        if let found = qualifierPhrase(endingBefore: index) { return found }
        // "more than a $5 fee": one small word may stand between, but "under a $5 deal" says nothing of the sum.
        guard let lexeme = passage.lexeme(index - 1), lexeme.count <= 3, passage.lexemes[index].gap != .comma,
            passage.belongs(index - 1, .numberOpener, as: "a") || passage.belongs(index - 1, .of)
                || passage.belongs(index - 1, .range, as: "from")
        else { return nil }
        return qualifierPhrase(endingBefore: index - 1, minimum: 2)
    }

    private func qualifierPhrase(endingBefore index: Int, minimum: Int = 1) -> Qualifier? {
        guard let gap = passage.lexeme(index)?.gap, gap != .comma, gap != .newline, gap != .point,
            let phrase = passage.phrase(endingBefore: index, .qualifier), index - phrase.start >= minimum
        else { return nil }
        return qualifier(phrase.node)
    }

    private func qualifier(_ node: PhraseTable.Node) -> Qualifier? {
        passage.lexicon.value(node, .qualifier).flatMap(Qualifier.init(rawValue:))
    }
}
