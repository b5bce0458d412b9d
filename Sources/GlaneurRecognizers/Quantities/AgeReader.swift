import GlaneurCore
import GlaneurLexicon

/// Tells a length of life (`64 ans`, `aged 64`) from any other stretch of time.
struct AgeReader {
    let passage: PassageReader

    /// Whether a number with a unit of time at `unit` says how old somebody or something is.
    func isAge(_ numeral: Numeral, unit: Int) -> Bool {
        if let behind = passage.phrase(at: unit + 1, .measureCue), let gap = passage.lexeme(unit + 1)?.gap,
            gap == .space || gap == .hyphen, passage.lexicon.value(behind.node, .measureCue) == "behind"
        {
            return true
        }
        let first = numeral.lexemes.lowerBound
        if follows(numeral) { return true }
        guard passage.value(unit, .timeUnit) == "a", passage.language == .french, numeral.value < ExactDecimal(125)
        else {
            return false
        }
        // "les moins de 18 ans"
        if let qualifier = passage.phrase(endingBefore: first, .qualifier),
            passage.belongs(qualifier.start - 1, .measureCue, as: "people")
        {
            return true
        }
        let isClosed = passage.lexeme(unit + 1).map { $0.gap != .space && $0.gap != .apostrophe } ?? true
        let gap = passage.lexemes[first].gap
        // "Elon Musk, 52 ans, …", "Elon Musk (52 ans)"
        if gap == .comma || gap == .other, isClosed, passage.lexeme(first - 1)?.shape.hasCapital ?? false {
            return true
        }
        // "la retraite à 64 ans", "elle avait cinq ans", but not "il y a 60 ans"
        return gap == .space && passage.belongs(first - 1, .measureCue, as: "verb")
            && passage.phrase(endingBefore: first, .dateCue).map { $0.end - $0.start == 1 } ?? true
    }

    /// Whether *aged* or *âgé de* stands before a number.
    func follows(_ numeral: Numeral) -> Bool {
        var first = numeral.lexemes.lowerBound
        guard let gap = passage.lexeme(first)?.gap, gap == .space else { return false }
        if let qualifier = passage.phrase(endingBefore: first, .qualifier) { first = qualifier.start }
        guard
            let cue = passage.phrase(endingBefore: first, .measureCue)
                ?? passage.phrase(endingBefore: first - 1, .measureCue).flatMap({
                    passage.belongs(first - 1, .of) ? $0 : nil
                })
        else { return false }
        return passage.lexicon.values(cue.node, .measureCue).contains("before")
    }
}
