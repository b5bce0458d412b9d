package import GlaneurCore
import GlaneurLexicon

/// Finds dates, times, durations and repeated times, in both languages with one set of readers.
///
/// In `en juillet 2023, quatre mois plus tard` it finds `juillet 2023` and `quatre mois plus tard`. Spans leave prepositions
/// and articles out and keep demonstratives, *dernier*, *last* and *next*; a range takes its *from* or *between* along.
package struct DateRecognizer: Recognizer {
    private let starts = WordClass.Set(
        .month, .weekday, .season, .daypart, .timeUnit, .deictic, .relativeDay, .period, .timeVague, .setCue, .ordinal,
        .cardinal, .fraction, .numberOpener, .multiplier, .scale)

    /// Makes a recognizer; it has no state.
    package init() {}

    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {
        let lexemes = passage.lexemes
        func mayStart(_ index: Int) -> Bool {
            let lexeme = lexemes[index]
            if lexeme.shape.contains(.opaque) { return false }
            if lexeme.shape.contains(.digit) { return true }
            let own = lexeme.classes.intersection(starts)
            return !own.isEmpty && (own.isDisjoint(with: weak) || goesOn(passage, index, own))
        }
        guard let first = lexemes.indices.first(where: mayStart) else { return }
        let reader = TimeReader(passage: passage)
        var index = first
        while index < lexemes.count {
            guard mayStart(index), let reading = reader.read(at: index) else {
                index += 1
                continue
            }
            candidates.append(
                Mention(
                    span: ByteSpan(reading.start, reading.end), label: reading.label,
                    value: .time(reader.value(of: reading)), maker: reading.rule.name(passage.language)))
            index = max(index + 1, reading.lexemes.upperBound)
        }
    }

    /// The classes of the commonest words of all, which start a time only with what comes behind them: articles, `ce`, `plus`.
    private let weak = WordClass.Set(.setCue, .cardinal, .numberOpener, .deictic)
    /// The classes of words that a time has among its first four.
    private let nouns = WordClass.Set(.timeUnit, .period, .daypart, .weekday, .month, .season, .timeVague)

    /// Whether what stands behind a common word may make a time of it.
    private func goesOn(_ passage: Passage, _ index: Int, _ own: WordClass.Set) -> Bool {
        let lexemes = passage.lexemes
        if own == WordClass.Set(.setCue) {
            return passage.opensPhrase(at: index) || !passage.belongs(index, .setCue, as: "opener")
        }
        let isArticle = lexemes[index].classes.contains(.countStop)
        guard isArticle || own == WordClass.Set(.deictic) else { return true }
        for next in index + 1..<max(index + 1, min(index + 4, lexemes.count)) {
            if lexemes[next].shape.contains(.digit) { return true }
            if !passage.words.opened(by: lexemes[next].words).isDisjoint(with: nouns) { return true }
        }
        return passage.opensPhrase(at: index)
    }
}
