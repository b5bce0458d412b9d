import GlaneurCore
import GlaneurLexicon

/// Numbers that only a unit behind them makes numbers: `a mile`, `un quart de litre`, `3m tonnes`.
extension UnitReader {
    /// Reads *a* in front of a unit that one says of one only to measure: `a mile`, `a litre`; not in `$3 a gallon`.
    func one(at index: Int) -> Numeral? {
        guard passage.language != .french, passage.belongs(index, .numberOpener, as: "a"),
            passage.belongs(index + 1, .measureCue, as: "article"), passage.lexeme(index + 1)?.gap == .space,
            !isRate(index)
        else { return nil }
        let lexeme = passage.lexemes[index]
        return Numeral(
            lexemes: index..<index + 1, start: Int(lexeme.start), end: Int(lexeme.end), value: ExactDecimal(1),
            figure: ExactDecimal(1), isWords: true, isOne: true)
    }

    /// Whether *a* is *per*: behind a number, a sum, a unit or a time.
    private func isRate(_ index: Int) -> Bool {
        guard let before = passage.lexeme(index - 1), passage.lexemes[index].gap == .space else {
            return passage.lexemes[index].gap == .other
        }
        return before.shape.contains(.digit)
            || !before.classes.isDisjoint(with: WordClass.Set(.scale, .currency, .currencyCode, .unit, .timeUnit))
            || passage.belongs(index - 1, .measureCue, as: "rate") || isUnit(at: index - 1)
    }

    /// Lets a fraction reach up to the unit it is a part of: `un quart de litre`, `three quarters of a mile`, `3/4 of a mile`.
    func parts(_ fraction: Numeral?) -> Numeral? {
        guard var fraction, fraction.isFraction else { return nil }
        var next = fraction.lexemes.upperBound
        let isLinked = passage.belongs(next, .of) || passage.lexeme(next)?.gap == .hyphen
        if passage.belongs(next, .of) { next += 1 }
        if passage.belongs(next, .numberOpener, as: "a") { next += 1 }
        guard isLinked, isUnit(at: next) else { return nil }
        fraction.lexemes = fraction.lexemes.lowerBound..<next
        fraction.isFraction = false
        fraction.isNoun = false
        return fraction
    }

    /// Takes the `m` of `1.5m people` for a million, as the British press writes it, where metres can be none.
    func millions(_ numeral: Numeral?) -> Numeral? {
        guard var numeral, passage.language != .french, !numeral.isWords, numeral.scale == nil else { return nil }
        let index = numeral.lexemes.upperBound
        guard let letter = passage.lexeme(index), letter.gap == .none, letter.count == 1,
            passage.byte(Int(letter.start)) == 0x6D, passage.lexeme(index + 1)?.gap == .space,
            passage.belongs(index + 1, .measureCue, as: "million") || isUnit(at: index + 1)
        else { return nil }
        numeral.lexemes = numeral.lexemes.lowerBound..<index + 1
        numeral.end = Int(letter.end)
        numeral.value = numeral.value.scaled(by: 6)
        numeral.scale = 6
        numeral.isPlain = false
        return numeral
    }
}
