import GlaneurCore
import GlaneurLexicon

/// Numbers with a currency before or behind them.
extension AmountReader {
    /// Makes the sum of a number with the currency before it, and of the hundredths behind it.
    func money(_ first: CurrencyMark, _ numeral: inout Numeral, at index: Int) -> AmountReading {
        var mark = first
        takeSign(into: &numeral, before: mark.start)
        let start = min(mark.start, numeral.start)
        var end = numeral.end
        var next = numeral.lexemes.upperBound
        if let code = dollarCode(behind: numeral, mark) {
            (mark.code, mark.alternatives, mark.evidence) = (code.code, [], .code)
            (end, next) = (code.end, code.next)
        } else {
            readHundredths(mark, isBefore: true, &numeral, &end, &next)
        }
        return AmountReading(
            numeral: numeral, kind: .money(mark), start: start, end: end, first: lexemeAt(start, index), next: next)
    }

    /// Whether nothing behind a number makes it a number of something else, and it is no year.
    func closes(_ numeral: Numeral) -> Bool {
        if numeral.isYear { return false }
        if passage.isCounting(behind: numeral.end) { return false }
        guard let next = passage.lexeme(numeral.lexemes.upperBound) else { return true }
        return next.gap != .space && next.gap != .none && next.gap != .hyphen
            || next.gap == .space && !next.classes.isDisjoint(with: .functionWords)
    }

    /// Reads *a dollar* as one dollar, where nothing follows that the dollar belongs to: `a dollar store`, `a pound of`.
    func unit(at index: Int) -> Numeral? {
        guard passage.belongs(index, .numberOpener, as: "a"), passage.belongs(index + 1, .currency),
            passage.lexeme(index + 1)?.gap == .space
        else { return nil }
        let span = passage.span(index..<index + 1)
        var numeral = Numeral(
            lexemes: index..<index + 1, start: span.start, end: span.end, value: ExactDecimal(1),
            figure: ExactDecimal(1))
        numeral.isWords = true
        numeral.isOne = true
        guard let mark = numerals.currencies.behind(numeral), !mark.isWeak,
            passage.byte(mark.end - 1) | 0x20 != 0x73, !passage.belongs(mark.next, .of)
        else { return nil }
        guard let next = passage.lexeme(mark.next) else { return numeral }
        let isAlone = next.gap != .space && next.gap != .hyphen
        return isAlone || next.gap == .space && !next.classes.isDisjoint(with: .functionWords) ? numeral : nil
    }

    /// Reads the code that tells which dollars a `$` before the number means: `$1,190.00 AUD`.
    private func dollarCode(behind numeral: Numeral, _ mark: CurrencyMark) -> CurrencyMark? {
        guard mark.evidence == .byDefault, let code = numerals.currencies.behind(numeral), code.evidence == .code,
            !code.isWeak, code.code.utf8.last == 0x44
        else { return nil }
        return code
    }

    func isMoney(_ mark: CurrencyMark, _ numeral: Numeral, _ unit: UnitMark?) -> Bool {
        if mark.isWeak { return numeral.scale != nil || numeral.value >= ExactDecimal(1000) }
        // Pounds of weight: "six-pound", "two pounds of meat", "weighs 20 pounds".
        return unit?.isWeak != true || !isWeight(numeral)
    }

    func isWeight(_ numeral: Numeral) -> Bool {
        let index = numeral.lexemes.upperBound
        if numeral.scale != nil { return false }
        // "a six-pound baby", "two pounds of meat"; but "trois livres de Hugo" are books.
        if passage.language != .french, passage.lexeme(index)?.gap == .hyphen || passage.belongs(index + 1, .of) {
            return true
        }
        for near in max(0, numeral.lexemes.lowerBound - 6)..<numeral.lexemes.lowerBound
        where passage.belongs(near, .measureCue, as: "weight") || units.isMass(at: near) { return true }
        // "11 pounds (5 kg)", "six pounds, two ounces"
        for near in index + 1...index + 3 where units.isMass(at: near) { return true }
        // "lost 20 pounds in weight"
        return passage.belongs(index + 2, .measureCue, as: "weight") && passage.lexeme(index + 1)?.gap == .space
    }

    /// Reads on from `15 dollars` to `15 dollars et 15 cents`, and from `3 euros` to `3 euros cinquante`.
    ///
    /// - Parameter isBefore: whether the currency stands before its number: then the hundredths must have a name.
    func readHundredths(
        _ mark: CurrencyMark, isBefore: Bool, _ numeral: inout Numeral, _ end: inout Int, _ next: inout Int
    ) {
        guard !mark.isHundredth, numeral.scale == nil, !numeral.isNoun else { return }
        let isLinked = passage.belongs(next, .numberLink, as: "and")
        let index = isLinked ? next + 1 : next
        let offset = isLinked ? Int(passage.lexemes[next].end) : end
        guard let start = passage.lexeme(index)?.start, passage.endOfSpaces(offset) == Int(start),
            let hundredths = numerals.read(at: index), !hundredths.isCompound,
            let count = hundredths.value.integer, (1..<100).contains(count),
            let sum = numeral.value.adding(ExactDecimal(Int128(count), exponent: -2))
        else { return }
        if let inner = numerals.currencies.behind(hundredths) {
            guard inner.isHundredth else { return }
            end = inner.end
            next = inner.next
        } else {
            let following = passage.lexeme(hundredths.lexemes.upperBound)
            let isClosed = following.map { $0.gap != .space && $0.gap != .none } ?? true
            guard !isBefore, count >= 10, hundredths.isWords || hundredths.isPlain,
                isLinked
                    ? isClosed && !passage.belongs(numeral.lexemes.lowerBound - 1, .range)
                    : isClosed
                        || passage.language == .french && passage.belongs(hundredths.lexemes.upperBound, .countStop)
            else { return }
            end = hundredths.end
            next = hundredths.lexemes.upperBound
        }
        numeral.value = sum
        numeral.figure = sum
    }
}
