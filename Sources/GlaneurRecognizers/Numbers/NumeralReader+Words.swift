import GlaneurCore
import GlaneurLexicon

/// Numbers in letters.
extension NumeralReader {
    /// Reads the number in letters that starts at a lexeme.
    func readWords(at index: Int) -> Numeral? {
        readHalfScale(at: index) ?? readRound(at: index) ?? readCardinals(at: index)
    }

    // MARK: Half a billion, un demi-milliard

    private func readHalfScale(at index: Int) -> Numeral? {
        var next = index
        if isArticle(next) { next += 1 }
        guard passage.belongs(next, .fraction) else { return nil }
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
        guard var (sum, next) = sumWords(at: first) else { return nil }
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
                sum.scale = power
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
        var result = numeral(index..<next, value: value, figure: figure, scale: sum.scale, isNoun: isNoun)
        result.isOne = next == index + 1 && value == ExactDecimal(1)
        return result
    }

    /// Whether *minus* at an index is the sign of a number and not the end of *au moins*.
    func isMinus(_ index: Int) -> Bool {
        passage.belongs(index, .numberOpener, as: "minus") && passage.lexeme(index + 1)?.gap == .space
            && passage.phrase(endingBefore: index + 1, .qualifier) == nil
            && passage.phrase(at: index, .qualifier) == nil
    }

    /// Adds up the number words from a lexeme on.
    func sumWords(at first: Int) -> (sum: WordSum, next: Int)? {
        var sum = WordSum(isFrench: passage.language == .french)
        var next = first
        var isLinked = false
        while let lexeme = passage.lexeme(next), next == first || lexeme.gap == .space || lexeme.gap == .hyphen {
            if let value = passage.number(next, .cardinal) {
                guard sum.add(value, isLinked: isLinked) else { break }
                isLinked = false
            } else if let power = passage.number(next, .scale) {
                guard next > first || power == 3 || passage.belongs(first - 1, .numberOpener), sum.multiply(power)
                else {
                    break
                }
            } else if next > first, passage.belongs(next, .numberLink, as: "and"), links(next, sum) {
                // "vingt et un", "two hundred and fifty"
                isLinked = true
            } else {
                break
            }
            next += 1
        }
        return sum.isEmpty ? nil : (sum, next)
    }

    /// Whether *and* or *et* at an index joins two parts of one number.
    private func links(_ index: Int, _ sum: WordSum) -> Bool {
        guard let following = passage.number(index + 1, .cardinal), let lexeme = passage.lexeme(index + 1),
            lexeme.gap == .space || lexeme.gap == .hyphen
        else { return false }
        return sum.mayLink(following)
    }

    /// Reads `point two five`, `virgule quatre-vingt-dix-neuf`, `virgule zéro cinq`.
    private func readDecimals(at index: Int) -> (value: ExactDecimal, next: Int)? {
        guard passage.belongs(index, .numberLink, as: "point"), passage.lexeme(index)?.gap == .space else { return nil }
        var next = index + 1
        var value = ExactDecimal(0)
        var power = 0
        while passage.lexeme(next)?.gap == .space, passage.belongs(next, .cardinal), power > -9,
            let (sum, end) = sumWords(at: next), sum.scale == nil
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

/// The sum of number words as they come, with what may come next.
struct WordSum {
    let isFrench: Bool
    private var total: Int128 = 0
    private var group: Int = 0
    private var last: Int?
    private var lowestScale: Int?
    private(set) var endsWithScale = false
    /// The power of ten, where the number has exactly one scale word and it ends it.
    var scale: Int?
    /// The figure before that scale word.
    private(set) var figure: Int128 = 0
    private(set) var isEmpty = true

    init(isFrench: Bool) { self.isFrench = isFrench }

    var value: Int128 { total + Int128(group) }

    /// Adds a word below a thousand, where grammar lets it stand here.
    ///
    /// - Parameter isLinked: whether *et* stands before it, which *un* needs behind tens.
    mutating func add(_ word: Int, isLinked: Bool = false) -> Bool {
        guard fits(word), isLinked || !isFrench || word != 1 || !(20...70).contains(last ?? 0) else { return false }
        if word == 100 {
            group = group == 0 ? 100 : group * 100
        } else if word == 20, isFrench, last == 4 {
            group += 76
        } else {
            group += word
        }
        last = word == 20 && isFrench && last == 4 ? 80 : word
        isEmpty = false
        if endsWithScale {
            endsWithScale = false
            scale = nil
        }
        return true
    }

    private func fits(_ word: Int) -> Bool {
        guard let last else { return word != 0 || isEmpty }
        if endsWithScale { return word > 0 && lowestScale ?? 0 > (word == 100 ? 2 : 0) }
        if word == 100 { return group < 10 && group > 1 || !isFrench && group < 100 && group > 0 }
        if isFrench, word == 20, last == 4, group % 100 == 4 { return true }
        switch last {
        case 100: return word > 0
        case 20, 30, 40, 50, 60, 70, 80, 90:
            return word > 0 && word < 10 || isFrench && (last == 60 || last == 80) && (10...19).contains(word)
        case 10: return isFrench && (7...9).contains(word)
        default: return false
        }
    }

    /// Whether *and* may stand before this word.
    func mayLink(_ word: Int) -> Bool {
        if isFrench { return (word == 1 || word == 11) && (last ?? 0) >= 20 && (last ?? 0) < 100 && fits(word) }
        return word > 0 && word < 100 && (group > 0 && group % 100 == 0 || group == 0 && total > 0)
    }

    /// Takes a scale word, where grammar lets it stand here.
    mutating func multiply(_ power: Int) -> Bool {
        var unit: Int128 = 1
        for _ in 0..<power { unit *= 10 }
        if group == 0 {
            if isEmpty {
                total = unit
            } else {
                // "mille milliards"
                guard endsWithScale, total < Int128(1) << 60 else { return false }
                total *= unit
            }
        } else if lowestScale == power {
            return false
        } else if lowestScale.map({ power < $0 }) ?? true {
            total += Int128(group) * unit
        } else {
            guard total < Int128(1) << 60 else { return false }
            total = (total + Int128(group)) * unit
        }
        if lowestScale == nil { figure = isEmpty ? 1 : Int128(group) }
        if lowestScale != nil, endsWithScale { figure = total / unit }
        scale = lowestScale == nil || endsWithScale ? power : nil
        lowestScale = power
        group = 0
        last = nil
        isEmpty = false
        endsWithScale = true
        last = 1000
        return true
    }
}
