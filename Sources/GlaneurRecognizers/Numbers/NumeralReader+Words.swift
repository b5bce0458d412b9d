import GlaneurCore
import GlaneurLexicon

/// Numbers in letters.
extension NumeralReader {
    /// Reads the number in letters that starts at a lexeme.
    func readWords(at index: Int) -> Numeral? {
        readHalfScale(at: index) ?? readRound(at: index) ?? readFraction(at: index) ?? readCardinals(at: index)
    }

    // MARK: Three fifths, un tiers

    func readFraction(at index: Int) -> Numeral? {
        guard let fraction = fractions.read(at: index) else { return nil }
        var result = numeral(
            index..<fraction.next, value: fraction.value, figure: fraction.value, scale: nil, isNoun: true)
        result.isFraction = true
        return result
    }

    // MARK: Half a billion, un demi-milliard

    private func readHalfScale(at index: Int) -> Numeral? {
        var next = index
        if isArticle(next) { next += 1 }
        guard passage.number(next, .fraction) == 2 else { return nil }
        next += 1
        if passage.belongs(next, .numberOpener, as: "a") { next += 1 }
        if let power = passage.number(next, .scale) {
            let half = ExactDecimal(5, exponent: -1)
            return numeral(index..<next + 1, value: half.scaled(by: power), figure: half, scale: power, isNoun: true)
        }
        let half = ExactDecimal(5, exponent: -1)
        if let lexeme = passage.lexeme(next), lexeme.gap == .space || lexeme.gap == .hyphen,
            passage.belongs(next, .timeUnit) || UnitReader(passage: passage).isUnit(at: next)
        {
            return numeral(index..<next, value: half, figure: half, scale: nil, isNoun: false)
        }
        // "a half dozen", "une demi-douzaine"
        guard let count = passage.number(next, .multiplier) else { return nil }
        let value = ExactDecimal(Int128(count) * 5, exponent: -1)
        return numeral(index..<next + 1, value: value, figure: value, scale: nil, isNoun: true)
    }

    // MARK: Une dizaine, a few hundred million, billions

    private func readRound(at index: Int) -> Numeral? {
        var next = index
        var isVague = false
        let hasArticle = isArticle(next)
        if hasArticle { next += 1 }
        if passage.belongs(next, .timeVague) {
            isVague = true
            next += 1
        }
        guard let lexeme = passage.lexeme(next), next == index || lexeme.gap == .space else { return nil }
        var value = ExactDecimal(1)
        var scale: Int?
        if let count = passage.number(next, .multiplier) {
            value = ExactDecimal(Int128(count))
            // "tens of thousands", "dizaines": no figure at all
            if !hasArticle, !isVague { isVague = isPlural(lexeme) && count != 6 }
            guard isVague || hasArticle || isExact(count) else { return nil }
        } else if isVague, passage.language != .french, passage.number(next, .cardinal) == 100 {
            value = ExactDecimal(100)
        } else if let power = passage.number(next, .scale) {
            // "a million" is a cardinal.
            guard isVague || !hasArticle && isPlural(lexeme) && opensVagueScale(next) else { return nil }
            isVague = true
            value = ExactDecimal(1, exponent: power)
            scale = power
        } else {
            return nil
        }
        next += 1
        let figure = scale == nil ? value : ExactDecimal(1)
        // "dizaines de millions", "hundreds of thousands", "a few hundred million"
        let of = passage.belongs(next, .of) ? next + 1 : next
        if scale == nil || of > next, let power = passage.number(of, .scale), let inner = passage.lexeme(of),
            inner.gap == .space
        {
            value = value.scaled(by: power)
            scale = (scale ?? 0) + power
            next = of + 1
        }
        let isRound = !isVague && passage.language == .french
        var result = numeral(index..<next, value: value, figure: figure, scale: scale, isNoun: true)
        result.isVague = isVague
        result.isRound = isRound
        return result
    }

    private func isArticle(_ index: Int) -> Bool {
        passage.language == .french
            ? passage.number(index, .cardinal) == 1 : passage.belongs(index, .numberOpener, as: "a")
    }

    private func isPlural(_ lexeme: Lexeme) -> Bool { passage.byte(Int(lexeme.end) - 1) == 0x73 }

    /// *A dozen* and *douze* are the same; a bare *dozen* behind an article that is no part of it is exact too.
    private func isExact(_ count: Int) -> Bool { passage.language != .french && count == 12 }

    /// A bare plural of a scale is an amount only where *of* follows: `billions of dollars`, `des milliards d’euros`.
    private func opensVagueScale(_ index: Int) -> Bool { passage.belongs(index + 1, .of) }

    // MARK: Deux cent mille, two hundred and fifty thousand

    private func readCardinals(at index: Int) -> Numeral? {
        let isMinus = isMinus(index)
        var first = isMinus ? index + 1 : index
        if passage.belongs(first, .numberOpener, as: "a") {
            guard passage.number(first + 1, .cardinal) == 100 || passage.number(first + 1, .scale) != nil else {
                return nil
            }
            first += 1
        }
        guard let (sum, end) = words.sum(at: first) else { return nil }
        var next = end
        var scale = sum.scale
        let last = passage.lexemes[next - 1]
        var value = ExactDecimal(sum.value)
        var figure = sum.scale == nil ? value : ExactDecimal(sum.figure)
        var isNoun = sum.endsWithScale && last.count > 5
        if sum.scale == nil, let decimals = readDecimals(at: next) {
            figure = figure.adding(decimals.value) ?? figure
            value = figure
            next = decimals.next
            if let power = passage.number(next, .scale), passage.lexeme(next)?.gap == .space {
                value = value.scaled(by: power)
                scale = power
                next += 1
            }
        } else if let count = passage.number(next, .multiplier), passage.lexeme(next)?.gap == .space,
            let product = value.multiplied(by: ExactDecimal(Int128(count)))
        {
            // "two dozen", "trois dizaines"
            (value, figure) = (product, product)
            next += 1
            isNoun = true
        }
        if isMinus { (value, figure) = (value.negated, figure.negated) }
        var result = numeral(index..<next, value: value, figure: figure, scale: scale, isNoun: isNoun)
        result.isOne = next == index + 1 && value == ExactDecimal(1)
        return result
    }

    /// Whether *minus* at an index is the sign of a number and not the end of *au moins*.
    func isMinus(_ index: Int) -> Bool {
        passage.belongs(index, .numberOpener, as: "minus") && passage.lexeme(index + 1)?.gap == .space
            && passage.phrase(endingBefore: index + 1, .qualifier) == nil
            && passage.phrase(at: index, .qualifier) == nil
    }

    /// Reads `point two five`, `virgule quatre-vingt-dix-neuf`, `virgule zéro cinq`, `point 5`.
    func readDecimals(at index: Int) -> (value: ExactDecimal, next: Int)? {
        guard passage.belongs(index, .numberLink, as: "point"), passage.lexeme(index)?.gap == .space else { return nil }
        var next = index + 1
        if let digits = passage.lexeme(next), digits.gap == .space, let number = passage.plainNumber(next) {
            return (ExactDecimal(Int128(number), exponent: -digits.count), next + 1)
        }
        var value = ExactDecimal(0)
        var power = 0
        while passage.lexeme(next)?.gap == .space, passage.belongs(next, .cardinal), power > -9,
            let (sum, end) = words.sum(at: next), sum.scale == nil
        {
            power -= String(sum.value).utf8.count
            value = value.adding(ExactDecimal(sum.value, exponent: power)) ?? value
            next = end
        }
        return power < 0 ? (value, next) : nil
    }

    private func numeral(
        _ lexemes: Range<Int>, value: ExactDecimal, figure: ExactDecimal, scale: Int?, isNoun: Bool
    ) -> Numeral {
        let span = passage.span(lexemes)
        return Numeral(
            lexemes: lexemes, start: span.start, end: span.end, value: value, figure: figure, scale: scale,
            isWords: true, isNoun: isNoun && passage.language == .french)
    }
}
