import GlaneurCore
import GlaneurLexicon

/// Reads numbers in digits and in words, with their scale, in either language.
struct NumeralReader {
    let passage: Passage

    /// The classes of words that a number may start with.
    static let wordStarts = WordClass.Set(.cardinal, .scale, .multiplier, .fraction, .numberOpener, .timeVague)

    /// Reads the number that starts at a lexeme.
    ///
    /// - Parameter isMoney: whether a currency stands before it, so that a bare `m` or `b` is a scale.
    func read(at index: Int, isMoney: Bool = false) -> Numeral? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.isNumber { return readDigits(at: index, isMoney: isMoney) }
        guard !lexeme.classes.isDisjoint(with: NumeralReader.wordStarts) else { return nil }
        if let next = passage.lexeme(index + 1), next.shape.isNumber, isMinus(index),
            var numeral = readDigits(at: index + 1, isMoney: false), !numeral.isCompound
        {
            numeral.lexemes = index..<numeral.lexemes.upperBound
            numeral.start = Int(lexeme.start)
            numeral.value = numeral.value.negated
            numeral.figure = numeral.figure.negated
            return numeral
        }
        guard var numeral = readWords(at: index) else { return nil }
        readHalf(into: &numeral)
        return numeral
    }

    private func readDigits(at index: Int, isMoney: Bool) -> Numeral? {
        var start = Int(passage.lexemes[index].start)
        guard let run = DigitRun.read(passage, at: start) else { return nil }
        var value = run.value
        // ".75": a point with nothing before it.
        if passage.byte(start - 1) == 0x2E, run.isPlain, opensFigure(start - 1) {
            value = value.scaled(by: start - run.end)
            start -= 1
        }
        let next = passage.lexemeIndex(from: index + 1, atOrBehind: run.end)
        var numeral = Numeral(
            lexemes: index..<next, start: start, end: run.end, value: value, figure: value, isPlain: run.isPlain,
            isCompound: run.isCompound, isFraction: run.isFraction)
        guard !run.isCompound else { return numeral }
        readMixedFraction(into: &numeral)
        readHundred(into: &numeral)
        readScales(into: &numeral, isMoney: isMoney)
        readHalf(into: &numeral)
        return numeral
    }

    private func opensFigure(_ offset: Int) -> Bool {
        let before = passage.byte(offset - 1)
        return before == 0x20 || before == 0x24 || before == 0x28 || before == 0x0A || before == 0
    }

    /// Reads on from `2` to `2 1/2`.
    private func readMixedFraction(into numeral: inout Numeral) {
        let next = numeral.lexemes.upperBound
        guard numeral.isPlain, let lexeme = passage.lexeme(next), lexeme.gap == .space, lexeme.shape.isNumber,
            let run = DigitRun.read(passage, at: Int(lexeme.start)), run.isFraction,
            let sum = numeral.value.adding(run.value)
        else { return }
        numeral.value = sum
        numeral.figure = sum
        numeral.end = run.end
        numeral.lexemes = numeral.lexemes.lowerBound..<passage.lexemeIndex(from: next, atOrBehind: run.end)
        numeral.isPlain = false
    }

    /// Reads on from `3` to `3 hundred`.
    private func readHundred(into numeral: inout Numeral) {
        let next = numeral.lexemes.upperBound
        guard passage.language != .french, passage.lexeme(next)?.gap == .space,
            passage.number(next, .cardinal) == 100
        else { return }
        extend(&numeral, to: next + 1)
        numeral.value = numeral.value.scaled(by: 2)
        numeral.figure = numeral.value
    }

    /// Reads the scale words and signs behind a figure: `16.5B`, `1,2 million`, `12 mille milliards`, `300 Md€`.
    private func readScales(into numeral: inout Numeral, isMoney: Bool) {
        while true {
            let next = numeral.lexemes.upperBound
            guard let lexeme = passage.lexeme(next), lexeme.gap == .none || lexeme.gap == .space || lexeme.gap == .hyphen
            else { return }
            if let power = passage.number(next, .scale) {
                apply(power, to: &numeral)
                extend(&numeral, to: next + 1)
                numeral.isNoun = passage.language == .french && (power != 3 || lexeme.count > 5)
                continue
            }
            if numeral.scale == nil, let power = passage.number(next, .multiplier), lexeme.gap == .space {
                guard let product = numeral.value.multiplied(by: ExactDecimal(Int128(power))) else { return }
                numeral.value = product
                numeral.figure = product
                extend(&numeral, to: next + 1)
                numeral.isNoun = passage.language == .french
                continue
            }
            guard numeral.scale == nil, let power = passage.number(next, .scaleSign), lexeme.count <= 2,
                isScale(lexeme, at: next, isMoney: isMoney)
            else { return }
            apply(power, to: &numeral)
            extend(&numeral, to: next + 1)
            numeral.isNoun = true
            return
        }
    }

    private func apply(_ power: Int, to numeral: inout Numeral) {
        numeral.value = numeral.value.scaled(by: power)
        numeral.scale = (numeral.scale ?? 0) + power
        numeral.isPlain = false
    }

    private func extend(_ numeral: inout Numeral, to index: Int) {
        numeral.lexemes = numeral.lexemes.lowerBound..<index
        numeral.end = Int(passage.lexemes[index - 1].end)
        numeral.isPlain = false
    }

    /// Whether a letter or two behind a figure are a scale and not a unit: `m` is metres but for money, `T` is tonnes.
    private func isScale(_ lexeme: Lexeme, at index: Int, isMoney: Bool) -> Bool {
        let isGlued = lexeme.gap == .none
        if isMoney && isGlued { return true }
        // A sign of a currency takes its scale along: "3 M€", "10K$".
        if CurrencyReader(passage: passage).follows(Int(lexeme.end), index + 1) { return true }
        let isCapital = lexeme.shape.contains(.initialCapital)
        if isMoney { return lexeme.count > 1 || isCapital }
        guard lexeme.count == 1, isGlued else {
            // "10 M de vues"
            return lexeme.count == 1 && isCapital && lexeme.gap == .space && passage.language == .french
                && passage.byte(Int(lexeme.start)) == 0x4D && passage.belongs(index + 1, .of)
        }
        switch passage.byte(Int(lexeme.start)) {
        case 0x6B, 0x4B, 0x4D: return true
        case 0x42: return passage.language != .french
        default: return false
        }
    }

    /// Reads *et demi* behind a scale and *and a half* behind a figure, with the scale that may follow.
    private func readHalf(into numeral: inout Numeral) {
        let next = numeral.lexemes.upperBound
        guard passage.belongs(next, .numberLink, as: "and"), passage.lexeme(next)?.gap == .space else { return }
        if passage.language == .french {
            guard numeral.scale ?? 0 > 0, passage.belongs(next + 1, .fraction),
                let sum = numeral.figure.adding(ExactDecimal(5, exponent: -1))
            else { return }
            let scale = numeral.scale ?? 0
            numeral.figure = sum
            numeral.value = sum.scaled(by: scale)
            extend(&numeral, to: next + 2)
            numeral.isOne = false
            return
        }
        guard numeral.scale == nil, passage.belongs(next + 1, .numberOpener, as: "a"), passage.belongs(next + 2, .fraction),
            let sum = numeral.figure.adding(ExactDecimal(5, exponent: -1))
        else { return }
        numeral.figure = sum
        numeral.value = sum
        numeral.isOne = false
        extend(&numeral, to: next + 3)
        if let power = passage.number(next + 3, .scale), passage.lexeme(next + 3)?.gap == .space {
            apply(power, to: &numeral)
            extend(&numeral, to: next + 4)
        }
    }
}
