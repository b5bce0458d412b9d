import GlaneurCore
import GlaneurLexicon

/// What is counted behind a number.
struct CountedNoun {
    /// The words: `anciens ingénieurs`, `GPU H100`.
    var lexemes: Range<Int>
    /// Whether a proper name stands among them, which keeps its own mention.
    var holdsName: Bool
}

/// Reads the noun that a number counts, with the help of word tables alone.
///
/// In French it is the noun, any adjectives of a short list before it, and an acronym directly behind it; a plural must look
/// like one, which keeps verbs out. In English it is everything up to the first plural among the next three words.
struct CountedNounReader {
    let passage: Passage

    private static let stops = WordClass.Set(
        .stop, .countStop, .cardinal, .scale, .multiplier, .ordinal, .month, .weekday, .timeUnit, .qualifier, .range,
        .of,
        .deictic, .relativeDay, .dateCue, .timeVague, .numberLink, .numberOpener, .changeVerb, .speechVerb, .per)

    /// Reads the noun behind a number.
    func read(behind numeral: Numeral) -> CountedNoun? {
        // "our #1 priority", "issue #4 covers"
        guard passage.byte(numeral.start - 1) != 0x23 else { return nil }
        // "007 agents", the end of "10 , 000 monkeys"
        if numeral.isPlain, passage.byte(numeral.start) == 0x30, numeral.end > numeral.start + 1 { return nil }
        var first = numeral.lexemes.upperBound
        if numeral.isNoun {
            guard passage.belongs(first, .of), passage.lexeme(first)?.gap == .space else { return nil }
            first += 1
            guard let gap = passage.lexeme(first)?.gap, gap == .space || gap == .apostrophe else { return nil }
        } else {
            guard passage.lexeme(first)?.gap == .space else { return nil }
        }
        return passage.language == .french ? french(first, numeral) : english(first, numeral)
    }

    private func french(_ first: Int, _ numeral: Numeral) -> CountedNoun? {
        // "les deux premiers livres": the adjective is a number of its own.
        if passage.belongs(first, .ordinal) { return nil }
        var last = first
        while last < first + 3, passage.belongs(last, .countAdjective), let next = passage.lexeme(last + 1),
            next.gap == .space || next.gap == .hyphen, isNoun(last + 1) || passage.belongs(last + 1, .countAdjective)
        { last += 1 }
        guard let noun = passage.lexeme(last), isNoun(last) || passage.belongs(last, .countAdjective) && last == first,
            !passage.belongs(last, .countStop)
        else { return nil }
        let isAcronym = noun.shape.isAllCapitals && !noun.shape.contains(.digit) && noun.count > 1
        if noun.shape.hasCapital, !isAcronym {
            // "Tour de France 2016 Tour de France"
            return numeral.isYear ? nil : CountedNoun(lexemes: first..<last + 1, holdsName: true)
        }
        if passage.belongs(last, .countAdjective), numeral.isWords { return nil }
        // "porte-parole", "sous-traitants": a plural may show at either end.
        var end = last + 1
        var isPlural = isAcronym || endsPlural(noun)
        while end < last + 4, let next = passage.lexeme(end), next.gap == .hyphen, next.shape.contains(.small) {
            isPlural = isPlural || endsPlural(next)
            end += 1
        }
        guard isPlural || numeral.value < ExactDecimal(2) else { return nil }
        if !isAcronym, let next = passage.lexeme(end), next.gap == .space, next.shape.isAllCapitals,
            !next.shape.contains(.digit), (2...5).contains(next.count), isNoun(end)
        {
            end += 1
        }
        return CountedNoun(lexemes: first..<end, holdsName: false)
    }

    private func english(_ first: Int, _ numeral: Numeral) -> CountedNoun? {
        // "1990 levels", "the 2024 elections"; English parts thousands by a comma.
        if numeral.isYear, numeral.value != ExactDecimal(2000) { return nil }
        var holdsName = false
        for index in first..<first + 3 {
            guard let lexeme = passage.lexeme(index), lexeme.gap == .space,
                isNoun(index) || passage.belongs(index, .countAdjective), !isAdverb(lexeme)
            else { break }
            let isAcronym = lexeme.shape.isAllCapitals && !lexeme.shape.contains(.digit) && lexeme.count > 1
            // "GPUs" is an acronym in the plural.
            let isAcronymPlural =
                endsPlural(lexeme) && lexeme.shape.contains(.innerCapital)
                && lexeme.shape.contains(.initialCapital)
            if lexeme.shape.hasCapital, !isAcronym, !isAcronymPlural { holdsName = true }
            let isIrregular = passage.belongs(index, .measureCue, as: "plural")
            // "six police officers"
            if isIrregular, let next = passage.lexeme(index + 1), next.gap == .space, isNoun(index + 1),
                endsPlural(next)
            {
                continue
            }
            if endsPlural(lexeme) || isIrregular, !isPossessive(index) {
                return CountedNoun(lexemes: first..<index + 1, holdsName: holdsName)
            }
        }
        // A noun in the singular is counted by one alone: "a 5 star hotel" and "Suite 800 Houston" count nothing.
        // Acronyms and models may go without an ending: "12,000 H100".
        guard let lexeme = passage.lexeme(first), isNoun(first), !passage.belongs(first, .countAdjective),
            !looksLikeVerb(lexeme), !isAdverb(lexeme), !isPossessive(first),
            lexeme.shape.isAllCapitals ? !numeral.isPlain : numeral.value == ExactDecimal(1) && !lexeme.shape.hasCapital
        else { return nil }
        return CountedNoun(lexemes: first..<first + 1, holdsName: lexeme.shape.contains(.digit))
    }

    private func isNoun(_ index: Int) -> Bool {
        guard let lexeme = passage.lexeme(index), !lexeme.shape.isNumber, lexeme.count > 1,
            // "12 000 H100" counts, "24703 m212" does not.
            lexeme.shape.hasCapital || !lexeme.shape.contains(.digit)
        else { return false }
        return lexeme.classes.isDisjoint(with: CountedNounReader.stops)
    }

    private func isPossessive(_ index: Int) -> Bool {
        guard let next = passage.lexeme(index + 1) else { return false }
        return next.gap == .apostrophe && next.count == 1
    }

    /// Whether a word ends as plurals do: in *s*, and in French in *x* or *z* too.
    private func endsPlural(_ lexeme: Lexeme) -> Bool {
        let last = passage.byte(Int(lexeme.end) - 1) | 0x20
        if passage.language == .french { return last == 0x73 || last == 0x78 || last == 0x7A }
        let before = passage.byte(Int(lexeme.end) - 2) | 0x20
        if lexeme.shape.contains(.innerCapital) { return passage.byte(Int(lexeme.end) - 1) == 0x73 }
        // "business", "virus", "crisis" are singular, "Iraqis" are many.
        return last == 0x73 && before != 0x73 && before != 0x75 && lexeme.count > 2
            && (before != 0x69 || lexeme.shape.hasCapital)
    }

    private func isAdverb(_ lexeme: Lexeme) -> Bool {
        lexeme.count > 4 && passage.byte(Int(lexeme.end) - 2) == 0x6C && passage.byte(Int(lexeme.end) - 1) == 0x79
    }

    private func looksLikeVerb(_ lexeme: Lexeme) -> Bool {
        let end = Int(lexeme.end)
        guard lexeme.count > 4 else { return false }
        let tail = (passage.byte(end - 3) | 0x20, passage.byte(end - 2) | 0x20, passage.byte(end - 1) | 0x20)
        return tail.1 == 0x65 && tail.2 == 0x64 || tail == (0x69, 0x6E, 0x67)
    }
}
