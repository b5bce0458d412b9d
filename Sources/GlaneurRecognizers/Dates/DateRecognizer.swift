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
            return (lexeme.shape.contains(.digit) || !lexeme.classes.isDisjoint(with: starts))
                && !lexeme.shape.contains(.opaque)
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
                    value: .time(reader.value(of: reading)), maker: "rule:\(passage.languageCode).\(reading.rule)"))
            index = max(index + 1, reading.lexemes.upperBound)
        }
    }
}
