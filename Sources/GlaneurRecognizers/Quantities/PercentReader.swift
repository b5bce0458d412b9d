import GlaneurCore
import GlaneurLexicon

/// A percentage behind its number.
struct PercentMark {
    /// The power of ten of one of it, against a hundredth: 0 for per cent, −1 for per mille, −2 for basis points.
    var power: Int
    /// The offset behind it.
    var end: Int
    /// The first lexeme behind it.
    var next: Int
}

/// Reads what makes a number a percentage: ` %`, `‰`, `pour cent`, `percentage points`, `points de base`.
///
/// In the tables of units such words have the value `%`, with the power of ten behind it where it is no hundredth (`%-2`), and a
/// `?` where they may be counted themselves: `deux pourcentages`.
struct PercentReader {
    let passage: Passage

    /// Reads the sign or words behind a number.
    func read(behind numeral: Numeral) -> PercentMark? {
        let index = numeral.lexemes.upperBound
        let offset = passage.endOfSpaces(numeral.end)
        if passage.byte(offset) == 0x25 { return PercentMark(power: 0, end: offset + 1, next: index) }
        // U+2030
        if passage.byte(offset) == 0xE2, passage.byte(offset + 1) == 0x80, passage.byte(offset + 2) == 0xB0 {
            return PercentMark(power: -1, end: offset + 3, next: index)
        }
        guard let gap = passage.lexeme(index)?.gap, gap == .space || gap == .none || gap == .hyphen,
            let (phrase, value) = words(at: index)
        else { return nil }
        if value.hasSuffix("?"), numeral.value < ExactDecimal(10) { return nil }
        // "3 pour mille", but not "5 pour mille euros"
        if value == "%-1", let next = passage.lexeme(phrase.end), next.gap == .space, !next.classes.contains(.stop) {
            return nil
        }
        let power = Int(value.dropFirst().prefix { $0 != "?" }) ?? 0
        return PercentMark(power: power, end: Int(passage.lexemes[phrase.end - 1].end), next: phrase.end)
    }

    /// The offset at which `percent of 10` starts, where it is all that a block says; in running text the number counts something.
    func start(before numeral: Numeral) -> Int? {
        guard numeral.lexemes.upperBound == passage.lexemes.count, numeral.lexemes.lowerBound <= 4,
            let (phrase, value) = words(at: 0), value.hasPrefix("%"), phrase.end == numeral.lexemes.lowerBound - 1,
            passage.belongs(phrase.end, .of) || passage.belongs(phrase.end, .stop)
        else { return nil }
        return Int(passage.lexemes[0].start)
    }

    /// Whether words for a percentage start at a lexeme.
    func isPercent(at index: Int) -> Bool { words(at: index).map { !$0.value.hasSuffix("?") } ?? false }

    private func words(at index: Int) -> (phrase: WordPhrase, value: String)? {
        guard let phrase = passage.phrase(at: index, .unit),
            let value = passage.lexicon.values(phrase.node, .unit).first(where: { $0.hasPrefix("%") })
        else { return nil }
        return (phrase, value)
    }
}
