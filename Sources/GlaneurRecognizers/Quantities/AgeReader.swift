import GlaneurCore
import GlaneurLexicon

/// Tells a length of life (`64 ans`, `aged 64`) from any other stretch of time.
struct AgeReader {
    let passage: Passage

    /// The index behind an age whose unit of time stands at `unit`; nothing for any other stretch of time.
    func next(behind numeral: Numeral, unit: Int) -> Int? {
        // "ten years old", "dix-huit mois d’âge"
        if let cue = passage.phrase(at: unit + 1, .measureCue), let gap = passage.lexeme(unit + 1)?.gap,
            gap == .space || gap == .hyphen, passage.lexicon.hasValue(cue.node, .measureCue, "behind")
        {
            return cue.end
        }
        return isAge(numeral, unit: unit) ? unit + 1 : nil
    }

    private func isAge(_ numeral: Numeral, unit: Int) -> Bool {
        let first = numeral.lexemes.lowerBound
        if follows(numeral) { return true }
        // "aged 18 to 24 years": the first of two ages stands before.
        let start = rangeStart(before: first) ?? first
        if start < first, follows(at: start) { return true }
        return passage.language == .french && numeral.value < ExactDecimal(125)
            && isFrenchAge(numeral, from: start, unit: unit)
    }

    /// Whether a number is the first of two ages: `aged 18 to 24`, `les 18-24 ans`.
    func opensRange(_ numeral: Numeral, isDash: Bool) -> Bool {
        if follows(numeral) { return true }
        let first = numeral.lexemes.lowerBound
        if passage.language == .french, isOfPerson(numeral, at: first) { return true }
        return isDash && numeral.isPlain && passage.language == .french
            && passage.belongs(first - 1, .measureCue, as: "people") && passage.lexemes[first].gap == .space
            && passage.phrase(endingBefore: first, .qualifier) == nil
    }

    /// Whether *aged* or *âgé de* stands before a number.
    func follows(_ numeral: Numeral) -> Bool { follows(at: numeral.lexemes.lowerBound) }

    /// Whether *homme de* or another word for somebody stands before a number, with one adjective at most.
    func isOfPerson(_ numeral: Numeral, at index: Int) -> Bool {
        let first = passage.phrase(endingBefore: index, .qualifier)?.start ?? index
        guard passage.belongs(first - 1, .of), passage.lexeme(first - 1)?.gap == .space else { return false }
        func isPerson(_ index: Int) -> Bool {
            if passage.belongs(index, .measureCue, as: "person") { return true }
            // "un projet pilote d’un an": those with an office have come of age.
            return numeral.value > ExactDecimal(13)
                && (passage.belongs(index, .title) || passage.belongs(index, .demonym))
        }
        if isPerson(first - 2) { return true }
        guard let adjective = passage.lexeme(first - 2), adjective.gap == .space, !adjective.classes.contains(.stop)
        else {
            return false
        }
        return isPerson(first - 3)
    }

    /// Whether a bare number between commas behind a full name is an age: `John Smith, 45, said`.
    func isApposed(_ numeral: Numeral) -> Bool {
        let first = numeral.lexemes.lowerBound
        guard passage.language != .french, numeral.isPlain, numeral.value > ExactDecimal(13),
            numeral.value < ExactDecimal(110), passage.lexemes[first].gap == .comma,
            passage.byte(numeral.end) == 0x2C, passage.looksLikeName(first - 1),
            passage.lexeme(first - 1)?.gap == .space,
            let given = passage.lexeme(first - 2), given.shape.hasCapital,
            passage.belongs(first - 2, .givenName) || passage.belongs(first - 2, .weakGivenName)
        else { return false }
        return !(passage.lexeme(numeral.lexemes.upperBound)?.shape.contains(.digit) ?? true)
    }

    /// The index of the bare figure that a range or a list to the number at `index` starts with: `15 à 24`, `26, 30 et 48`.
    private func rangeStart(before index: Int) -> Int? {
        func isFigure(_ index: Int) -> Bool {
            passage.lexeme(index).map { $0.shape.isNumber && $0.count <= 2 } ?? false
        }
        var start = passage.lexemes[index].gap == .hyphen ? index - 1 : index - 2
        guard isFigure(start),
            start == index - 1 || passage.belongs(index - 1, .range, as: "to")
                || passage.belongs(index - 1, .measureCue, as: "or")
        else { return nil }
        while index - start < 6, passage.lexemes[start].gap == .comma, isFigure(start - 1) { start -= 1 }
        return start
    }

    private func follows(at index: Int) -> Bool {
        var first = index
        // "âgé d’une vingtaine d’années"
        guard let gap = passage.lexeme(first)?.gap, gap == .space || gap == .apostrophe else { return false }
        if let qualifier = passage.phrase(endingBefore: first, .qualifier) { first = qualifier.start }
        // "aged between 5 and 10", "âgés entre 16 et 18 ans"
        if passage.belongs(first - 1, .range, as: "between") { first -= 1 }
        guard
            let cue = passage.phrase(endingBefore: first, .measureCue)
                ?? passage.phrase(endingBefore: first - 1, .measureCue).flatMap({
                    passage.belongs(first - 1, .of) ? $0 : nil
                })
        else { return false }
        return passage.lexicon.hasValue(cue.node, .measureCue, "before")
    }
}
