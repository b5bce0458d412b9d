import GlaneurCore
import GlaneurLexicon

/// French ages, which are told in the same words as any stretch of time: `une femme de 30 ans`, `à 64 ans`, `elle a 40 ans`.
extension AgeReader {
    /// Whether the words around a number of years or months make it an age.
    ///
    /// - Parameters:
    ///   - first: the first lexeme of the number, or of the range it ends.
    ///   - unit: the lexeme of the unit of time.
    func isFrenchAge(_ numeral: Numeral, from first: Int, unit: Int) -> Bool {
        guard let code = passage.value(unit, .timeUnit), code == "a" || code == "mo" else { return false }
        // "un homme de 45 ans", "un bébé de trois mois", "des jeunes de 15 à 24 ans"
        if isOfPerson(numeral, at: first) { return true }
        let start = passage.phrase(endingBefore: first, .qualifier)?.start ?? first
        let isClosed = passage.lexeme(unit + 1).map { $0.gap != .space && $0.gap != .apostrophe } ?? true
        let gap = passage.lexemes[start].gap
        if gap == .space, isClosed, passage.belongs(start - 1, .measureCue, as: "being"),
            passage.lexeme(start - 1)?.gap == .space
        {
            // "Elle est 60 ans.": a length of time would have *de* between.
            return true
        }
        guard code == "a" else { return false }
        // "Elon Musk, 52 ans, …", "Elon Musk (52 ans)"
        if gap == .comma || gap == .other { return isClosed && passage.lexeme(start - 1)?.shape.hasCapital ?? false }
        guard gap == .space else { return false }
        // "les moins de 18 ans", "les 60 ans et plus"
        if passage.belongs(start - 1, .measureCue, as: "people") {
            return start < first || passage.phrase(at: unit + 1, .qualifier) != nil
        }
        // "pour ses 90 ans", but not "ses 20 ans de carrière"
        if isClosed, passage.belongs(start - 1, .measureCue, as: "own") { return true }
        return isHad(from: start, unit: unit)
    }

    /// Whether somebody has or reaches a number of years: `elle a déjà 40 ans`, `la retraite à 64 ans`.
    private func isHad(from start: Int, unit: Int) -> Bool {
        let verb = passage.belongs(start - 1, .measureCue, as: "already") ? start - 2 : start - 1
        let isAt = passage.belongs(verb, .measureCue, as: "at")
        guard isAt || passage.belongs(verb, .measureCue, as: "verb"),
            // "il y a 60 ans"
            passage.phrase(endingBefore: verb + 1, .dateCue).map({ $0.end - $0.start == 1 }) ?? true
        else { return false }
        let isTerm = isAt && (stands("term", within: 4, before: verb) || passage.belongs(verb - 1, .currency))
        let isLife = isAt && stands("life", within: 8, before: verb)
        // "20 ans d’expérience", "deux ans pour le faire", but "mort à 74 ans de l’ancien président"
        if let next = passage.lexeme(unit + 1), next.gap == .space,
            passage.belongs(unit + 1, .of) || passage.belongs(unit + 1, .measureCue, as: "purpose")
        {
            return isLife && !isTerm
        }
        // "condamné à 20 ans", "le taux à 10 ans", "500 millions d’euros à 5 ans", but "fixer l’âge de la retraite à 64 ans"
        return isLife || !isTerm
    }

    /// Whether one of the words before a lexeme is a cue of a kind.
    private func stands(_ cue: StaticString, within count: Int, before index: Int) -> Bool {
        (index - count..<index).contains { passage.belongs($0, .measureCue, as: cue) }
    }
}
