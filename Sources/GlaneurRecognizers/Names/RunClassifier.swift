import GlaneurCore
import GlaneurLexicon

/// Tells what an unknown run of words with capitals names, by its own words and by those around it.
struct RunClassifier {
    let passage: Passage
    let isHeadline: Bool

    /// Proposes names for a run; `known` are the lexicon names that cover parts of it.
    func propose(_ run: Range<Int>, known: ArraySlice<LexiconName>, into candidates: inout [Mention]) {
        if let whole = whole(run, known: known) {
            candidates.append(whole)
            return
        }
        var run = run
        // "EFI Michel Balandier": a person may start in the middle of a run.
        if let first = run.dropFirst().first(where: { passage.lexemes[$0].classes.contains(.givenName) }),
            let person = whole(first..<run.upperBound, known: known.filter { $0.range.lowerBound >= first }[...])
        {
            candidates.append(person)
            run = run.lowerBound..<first
        }
        // What the lexicons leave of the run is looked at piece by piece.
        var start = run.lowerBound
        for name in known where name.score >= NameScore.threshold && name.range.lowerBound < run.upperBound {
            if start < name.range.lowerBound { piece(start..<name.range.lowerBound, into: &candidates) }
            start = max(start, name.range.upperBound)
        }
        if start < run.upperBound { piece(start..<run.upperBound, into: &candidates) }
    }

    // MARK: The whole run

    private func whole(_ run: Range<Int>, known: ArraySlice<LexiconName>) -> Mention? {
        guard run.count >= 2, run.count <= 6, !isHeadline else { return nil }
        let first = passage.lexemes[run.lowerBound]
        let last = passage.lexemes[run.upperBound - 1]
        let isStrong = known.contains { $0.score >= NameScore.lexicon && $0.range.count < run.count }
        if last.classes.contains(.organizationTail) || last.classes.contains(.legalForm) {
            return passage.mention(run, .organization, rule: .nameOrgTail, score: NameScore.organizationTail)
        }
        if first.classes.contains(.organizationHead), passage.language == .french, hasLetters(run) {
            return passage.mention(run, .organization, rule: .nameOrgHead, score: NameScore.organizationTail)
        }
        if last.classes.contains(.placeTail), run.count <= 3 {
            return passage.mention(run, .location, rule: .namePlaceTail, score: NameScore.organizationTail)
        }
        // A first name; a strong name in the middle of the run (a firm, a place) is no family name.
        let tailIsKnown = known.contains {
            $0.range.lowerBound > run.lowerBound && $0.score >= NameScore.lexicon
                && ($0.label == .organization || $0.label == .location)
        }
        if run.count <= 4, !tailIsKnown, hasLetters(run), !hasCommonTail(run) {
            if first.classes.contains(.givenName) {
                return passage.mention(run, .person, rule: .nameGivenName, score: NameScore.givenName)
            }
            if first.classes.contains(.weakGivenName), !isStrong || run.count == 2 {
                return passage.mention(run, .person, rule: .nameGivenName, score: NameScore.weakGivenName)
            }
        }
        guard !isStrong else { return nil }
        let around = Surroundings(passage: passage, range: run)
        if around.isTitled { return passage.mention(run, .person, rule: .nameTitle, score: NameScore.titled) }
        return nil
    }

    /// Whether every lexeme is made of letters, not all of them capitals.
    private func hasLetters(_ run: Range<Int>) -> Bool {
        passage.lexemes[run].allSatisfy {
            $0.shape.isDisjoint(with: .digit) && (!$0.shape.isAllCapitals || $0.count <= 2)
        }
    }

    /// Whether the last word is an ordinary one: `Grace Period`.
    private func hasCommonTail(_ run: Range<Int>) -> Bool {
        let last = passage.lexemes[run.upperBound - 1]
        return last.classes.contains(.common) && passage.language == .english && last.classes.contains(.stop)
    }

    // MARK: Pieces

    private func piece(_ run: Range<Int>, into candidates: inout [Mention]) {
        let run = withoutWords(run)
        guard let first = run.first else { return }
        if run.count == 1 {
            if let mention = single(first) { candidates.append(mention) }
            return
        }
        if isHeadline {
            for index in run { if let mention = single(index) { candidates.append(mention) } }
            return
        }
        let around = Surroundings(passage: passage, range: run)
        if let mention = announced(run, around) {
            candidates.append(mention)
        } else if passage.lexemes[run].allSatisfy({ $0.shape.isAllCapitals }) {
            candidates.append(passage.mention(run, .organization, rule: .nameAcronym, score: NameScore.acronym))
        } else if run.count <= 3, hasLetters(run), !passage.lexemes[run].contains(where: isOrdinary) {
            candidates.append(passage.mention(run, .person, rule: .namePair, score: NameScore.unknownPair))
        } else {
            for index in run { if let mention = single(index) { candidates.append(mention) } }
        }
    }

    private func withoutWords(_ run: Range<Int>) -> Range<Int> {
        var run = run
        while let first = run.first, isOrdinary(passage.lexemes[first]), isHeadline || isStart(first) {
            run = (first + 1)..<run.upperBound
        }
        while let last = run.last, passage.lexemes[last].classes.contains(.stop) { run = run.lowerBound..<last }
        return run
    }

    private func isOrdinary(_ lexeme: Lexeme) -> Bool {
        !lexeme.classes.isDisjoint(with: WordClass.Set(.common, .stop)) && !lexeme.classes.contains(.givenName)
    }

    private func isStart(_ index: Int) -> Bool { passage.lexemes[index].shape.contains(.sentenceStart) }

    /// A name whose kind the words around tell.
    private func announced(_ run: Range<Int>, _ around: Surroundings) -> Mention? {
        if around.isTitled { return passage.mention(run, .person, rule: .nameTitle, score: NameScore.titled) }
        if around.isProduct { return passage.mention(run, .product, rule: .nameHead, score: NameScore.announced) }
        if around.isOrganization {
            return passage.mention(run, .organization, rule: .nameCue, score: NameScore.announced)
        }
        if around.isSpeaking { return passage.mention(run, .person, rule: .nameSpeech, score: NameScore.announced) }
        if around.isPlace { return passage.mention(run, .location, rule: .namePlace, score: NameScore.announced) }
        return nil
    }

    private func single(_ index: Int) -> Mention? {
        let lexeme = passage.lexemes[index]
        let range = index..<(index + 1)
        guard lexeme.shape.hasCapital, !lexeme.classes.contains(.acronymStop), !lexeme.classes.contains(.stop) else {
            return nil
        }
        let isAtStart = lexeme.shape.contains(.sentenceStart) || isHeadline
        if lexeme.shape.contains(.digit) {
            return lexeme.count >= 3 && !isHyphenated(index)
                ? passage.mention(range, .product, rule: .nameModel, score: NameScore.modelNumber) : nil
        }
        if lexeme.classes.contains(.common) {
            // An ordinary word with a capital in mid-sentence may still be the short form of a name in the document.
            return isAtStart
                ? nil : passage.mention(range, .miscellaneous, rule: .nameWord, score: NameScore.unknownAtStart)
        }
        if lexeme.shape.isAllCapitals, lexeme.count >= 2 {
            guard lexeme.count <= 6, !isHeadline else { return nil }
            return passage.mention(range, .organization, rule: .nameAcronym, score: NameScore.acronym)
        }
        guard lexeme.count >= 2 else { return nil }
        if lexeme.shape.contains(.innerCapital), lexeme.count >= 3, !isPluralAcronym(lexeme) {
            return passage.mention(range, .organization, rule: .nameInnerCapital, score: NameScore.innerCapital)
        }
        if lexeme.classes.contains(.givenName) {
            return passage.mention(range, .person, rule: .nameGivenName, score: isAtStart ? 0.45 : 0.55)
        }
        let around = Surroundings(passage: passage, range: range)
        if !isAtStart || around.isTitled || around.isSpeaking, let mention = announced(range, around) { return mention }
        return passage.mention(
            range, .person, rule: .nameWord, score: isAtStart ? NameScore.unknownAtStart : NameScore.unknownWord)
    }

    /// Whether a word is a short one of capitals with a plural `s`: `GPUs`, `SoCs`.
    private func isPluralAcronym(_ lexeme: Lexeme) -> Bool {
        lexeme.count <= 5 && passage.bytes[Int(lexeme.end) - 1] == UInt8(ascii: "s")
            && passage.bytes[Int(lexeme.end) - 2] &- UInt8(ascii: "A") < 26
    }

    private func isHyphenated(_ index: Int) -> Bool {
        passage.lexemes[index].gap == .hyphen
            || index + 1 < passage.lexemes.count && passage.lexemes[index + 1].gap == .hyphen
    }
}
