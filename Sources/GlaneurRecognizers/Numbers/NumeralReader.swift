import GlaneurCore
import GlaneurLexicon

/// Reads numbers in digits and in words, with their scale, in either language.
struct NumeralReader {
    let passage: Passage

    var currencies: CurrencyReader { CurrencyReader(passage: passage) }
    var words: NumberWords { NumberWords(passage: passage) }
    var fractions: FractionReader { FractionReader(passage: passage) }

    /// The classes of words that a number may start with.
    static let wordStarts = WordClass.Set(.cardinal, .scale, .multiplier, .fraction, .numberOpener, .timeVague)

    /// The classes of words that make a figure before them a numerator.
    private static let fractionMarks = WordClass.Set(.fraction, .numberLink)

    /// Reads the number that starts at a lexeme.
    ///
    /// - Parameters:
    ///   - start: the offset of its first digit, where that is not the start of the lexeme: `EUR5`.
    ///   - isMoney: whether a currency stands before it, so that a bare `m` or `b` is a scale.
    func read(at index: Int, from start: Int? = nil, isMoney: Bool = false) -> Numeral? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.isNumber || start != nil {
            return readDigits(at: index, from: start ?? Int(lexeme.start), isMoney: isMoney)
        }
        guard !lexeme.classes.isDisjoint(with: NumeralReader.wordStarts) else { return nil }
        if lexeme.classes.contains(.numberOpener) {
            guard let next = passage.lexeme(index + 1),
                next.shape.isNumber || !next.classes.isDisjoint(with: NumeralReader.wordStarts)
                    || next.classes.contains(.ordinal)
            else { return nil }
        }
        if let next = passage.lexeme(index + 1), next.shape.isNumber, isMinus(index),
            var numeral = readDigits(at: index + 1, from: Int(next.start), isMoney: false), !numeral.isCompound
        {
            numeral.lexemes = index..<numeral.lexemes.upperBound
            numeral.start = Int(lexeme.start)
            numeral.value = numeral.value.negated
            numeral.figure = numeral.figure.negated
            return numeral
        }
        guard var numeral = readWords(at: index) else { return nil }
        readFraction(into: &numeral)
        return numeral
    }

    private func readDigits(at index: Int, from first: Int, isMoney: Bool) -> Numeral? {
        var start = first
        guard var run = DigitRun.read(passage, at: start) else { return nil }
        if run.end < Int(passage.lexemes[index].end) { return readTail(of: run, in: index, from: start) }
        if isMoney { run.readPartedCents(passage) }
        var value = run.value
        // ".75": a point with nothing before it.
        if passage.byte(start - 1) == 0x2E, run.isPlain, opensFigure(start - 1) {
            value = value.scaled(by: start - run.end)
            start -= 1
        }
        let next = passage.lexemeIndex(from: index + 1, atOrBehind: run.end)
        if run.isPlain, let lexeme = passage.lexeme(next), lexeme.gap == .space || lexeme.gap == .hyphen,
            !lexeme.classes.isDisjoint(with: NumeralReader.fractionMarks), let fraction = readFraction(at: index)
        {
            return fraction
        }
        var numeral = Numeral(
            lexemes: index..<next, start: start, end: run.end, value: value, figure: value, isPlain: run.isPlain,
            isCompound: run.isCompound, isFraction: run.isFraction)
        guard !run.isCompound else { return numeral }
        readMixedFraction(into: &numeral)
        if run.isPlain, let decimals = readDecimals(at: numeral.lexemes.upperBound),
            let sum = numeral.value.adding(decimals.value)
        {
            numeral.value = sum
            numeral.figure = sum
            extend(&numeral, to: decimals.next)
        }
        readScales(into: &numeral, isMoney: isMoney)
        if run.isPlain { readWords(into: &numeral) }
        readFraction(into: &numeral)
        return numeral
    }

    /// Reads the scale that is glued to a figure which is glued to its code: the `bn` of `EUR5bn`.
    private func readTail(of run: DigitRun, in index: Int, from start: Int) -> Numeral? {
        let end = Int(passage.lexemes[index].end)
        let bytes = passage.bytes
        let node = passage.words.node(of: LexemeScanner.wordHash(bytes.span, in: run.end..<end))
        guard let power = passage.lexicon.number(node, .scale) ?? passage.lexicon.number(node, .scaleSign) else {
            return nil
        }
        return Numeral(
            lexemes: index..<index + 1, start: start, end: end, value: run.value.scaled(by: power), figure: run.value,
            scale: power)
    }

    private func opensFigure(_ offset: Int) -> Bool {
        let before = passage.byte(offset - 1)
        return before == 0x20 || before == 0x24 || before == 0x28 || before == 0x0A || before == 0x2D || before == 0
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

    /// Reads on from `3` to `3 hundred and one` and from `4 thousand` to `4 thousand 3 hundred`.
    private func readWords(into numeral: inout Numeral) {
        let index = numeral.lexemes.lowerBound
        guard let (sum, next) = words.sum(at: index), next > numeral.lexemes.upperBound,
            // "25 cents" are money in French, "3 cent un" is a number.
            passage.language != .french || numeral.scale == 3 || next > index + 2
        else { return }
        extend(&numeral, to: next)
        numeral.value = ExactDecimal(sum.value)
        numeral.figure = sum.scale == nil ? numeral.value : ExactDecimal(sum.figure)
        numeral.scale = sum.scale
    }

    /// Reads the scale words and signs behind a figure: `16.5B`, `1,2 million`, `12 mille milliards`, `300 Md€`.
    private func readScales(into numeral: inout Numeral, isMoney: Bool) {
        while true {
            let next = numeral.lexemes.upperBound
            guard let lexeme = passage.lexeme(next),
                lexeme.gap == .none || lexeme.gap == .space || lexeme.gap == .hyphen
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
                isScale(lexeme, at: next, isMoney: isMoney, isExact: !numeral.isPlain)
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
    private func isScale(_ lexeme: Lexeme, at index: Int, isMoney: Bool, isExact: Bool) -> Bool {
        let isGlued = lexeme.gap == .none
        if isMoney && isGlued { return true }
        // A sign of a currency takes its scale along: "3 M€", "10K$".
        if currencies.follows(Int(lexeme.end), index + 1) { return true }
        let isCapital = lexeme.shape.contains(.initialCapital)
        if isMoney { return lexeme.count > 1 || isCapital }
        // "2.33 k", "1,674.5 M": a figure that no model number has, and nothing behind it.
        if !isGlued, lexeme.gap == .space, isExact, passage.lexeme(index + 1).map({ $0.gap == .newline }) ?? true {
            return passage.byte(Int(lexeme.start)) == 0x6B || passage.byte(Int(lexeme.start)) == 0x4D
        }
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

    /// Reads the fraction behind *and* or *et* with the scale that may follow: `deux milliards et demi`, `two and a half
    /// million`, `forty two and a third`.
    private func readFraction(into numeral: inout Numeral) {
        let next = numeral.lexemes.upperBound
        guard passage.belongs(next, .numberLink, as: "and"), passage.lexeme(next)?.gap == .space, !numeral.isFraction,
            let fraction = fractions.readRest(at: next + 1),
            let sum = numeral.figure.adding(fraction.value)
        else { return }
        guard let scale = numeral.scale else {
            numeral.figure = sum
            numeral.value = sum
            numeral.isOne = false
            extend(&numeral, to: fraction.next)
            if let power = passage.number(fraction.next, .scale), passage.lexeme(fraction.next)?.gap == .space {
                apply(power, to: &numeral)
                extend(&numeral, to: fraction.next + 1)
                numeral.isNoun = passage.language == .french && power != 3
            }
            return
        }
        // "un milliard et demi", but "two million and a half" is nothing anybody writes.
        guard passage.language == .french, scale > 0 else { return }
        numeral.figure = sum
        numeral.value = sum.scaled(by: scale)
        numeral.isOne = false
        extend(&numeral, to: fraction.next)
    }
}
