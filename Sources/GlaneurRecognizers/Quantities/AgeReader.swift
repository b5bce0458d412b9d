import GlaneurCore
import GlaneurLexicon

/// Tells a length of life (`64 ans`, `aged 64`) from any other stretch of time.
struct AgeReader {
    let passage: PassageReader

    /// The index behind an age whose unit of time stands at `unit`; nothing for any other stretch of time.
    func next(behind numeral: Numeral, unit: Int) -> Int? {
        // "ten years old", "dix-huit mois d’âge"
        if let cue = passage.phrase(at: unit + 1, .measureCue), let gap = passage.lexeme(unit + 1)?.gap,
            gap == .space || gap == .hyphen, passage.lexicon.values(cue.node, .measureCue).contains("behind")
        {
            return cue.end
        }
        return isAge(numeral, unit: unit) ? unit + 1 : nil
    }

    private func isAge(_ numeral: Numeral, unit: Int) -> Bool {
        let first = numeral.lexemes.lowerBound
        if follows(numeral) { return true }
        // "aged 18 to 24 years": the first of two ages stands before.
        if let start = rangeStart(before: first), follows(at: start) { return true }
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

    /// Whether a number is the first of two ages: `aged 18 to 24`, `les 18-24 ans`.
    func opensRange(_ numeral: Numeral, isDash: Bool) -> Bool {
        if follows(numeral) { return true }
        let first = numeral.lexemes.lowerBound
        return isDash && numeral.isPlain && passage.language == .french
            && passage.belongs(first - 1, .measureCue, as: "people") && passage.lexemes[first].gap == .space
            && passage.phrase(endingBefore: first, .qualifier) == nil
    }

    /// Whether *aged* or *âgé de* stands before a number.
    func follows(_ numeral: Numeral) -> Bool { follows(at: numeral.lexemes.lowerBound) }

    /// The index of the bare figure that a range to the number at `index` starts with.
    private func rangeStart(before index: Int) -> Int? {
        let start = passage.lexemes[index].gap == .hyphen ? index - 1 : index - 2
        guard passage.lexeme(start)?.shape.isNumber ?? false,
            start == index - 1 || passage.belongs(index - 1, .range, as: "to")
        else { return nil }
        return start
    }

    private func follows(at index: Int) -> Bool {
        var first = index
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
