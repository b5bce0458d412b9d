import GlaneurCore
import GlaneurLexicon

/// Reads fractions in words: `three fifths`, `un tiers`, `a quarter of`, `one in five`, `deux sur trois`.
///
/// Denominators are the ordinals in the singular and the words of the class `fraction`, whose value is the denominator. What a
/// fraction is a fraction of is no business of this reader, but for a scale: `two thirds of a million`.
struct FractionReader {
    let passage: Passage

    private var words: NumberWords { NumberWords(passage: passage) }

    /// A fraction as it was read.
    struct Fraction {
        var value: ExactDecimal
        /// The lexeme behind it.
        var next: Int
    }

    /// A numerator, with what kind of word it is.
    private struct Numerator {
        var value: Int
        var next: Int
        /// Whether it is *a* or *un*, so that an ordinal behind it may be one: `a third man`.
        var isArticle = false
    }

    private var isFrench: Bool { passage.language == .french }

    // MARK: Fractions by themselves

    /// Reads the fraction that starts at a lexeme.
    func read(at index: Int) -> Fraction? {
        if let fraction = readHalf(at: index) { return fraction }
        guard let numerator = numerator(at: index) else { return nil }
        return readParts(numerator, from: index) ?? readRatio(numerator)
    }

    /// Reads the fraction behind *and* or *et* that goes with a whole number: `three and a fifth`, `deux et demi`.
    func readRest(at index: Int) -> Fraction? {
        if isFrench {
            if passage.number(index, .fraction) == 2, !isPlural(index) {
                return Fraction(value: ExactDecimal(5, exponent: -1), next: index + 1)
            }
            if passage.number(index, .fraction) == 4, !isPlural(index) {
                return Fraction(value: ExactDecimal(25, exponent: -2), next: index + 1)
            }
        }
        guard var numerator = numerator(at: index) else { return nil }
        // Behind a whole number the article can only open a fraction.
        numerator.isArticle = false
        guard let fraction = readParts(numerator, from: index, isRest: true), fraction.value < ExactDecimal(1) else {
            return nil
        }
        return fraction
    }

    /// Reads *half*, *moitié* and *quarter* without a numerator.
    private func readHalf(at index: Int) -> Fraction? {
        guard let parts = passage.number(index, .fraction), parts == 2 || parts == 4, !isPlural(index),
            let lexeme = passage.lexeme(index), lexeme.gap != .hyphen
        else { return nil }
        let next = index + 1
        if parts == 2, isShareOfAll(index) {
            return Fraction(value: ExactDecimal(5, exponent: -1), next: next)
        }
        // "quart de litre"
        if parts == 4, isFrench, passage.belongs(next, .of), UnitReader(passage: passage).isUnit(at: next + 1) {
            return Fraction(value: ExactDecimal(25, exponent: -2), next: next)
        }
        // "quarter million"
        guard parts == 4, !isFrench, let power = passage.number(next, .scale), passage.lexeme(next)?.gap == .space
        else { return nil }
        return Fraction(value: ExactDecimal(25, exponent: power - 2), next: next + 1)
    }

    /// Whether *half* at an index is a share by itself: `more than half`, `half of them`, `la moitié des voix`.
    private func isShareOfAll(_ index: Int) -> Bool {
        guard let lexeme = passage.lexeme(index), lexeme.gap != .comma else { return false }
        if isFrench {
            return passage.belongs(index - 1, .stop, as: "det") && passage.belongs(index + 1, .of)
        }
        if passage.belongs(index - 1, .ordinal) || passage.belongs(index - 1, .deictic) { return false }
        if passage.phrase(endingBefore: index, .qualifier) != nil { return true }
        guard passage.lexeme(index + 1)?.gap == .space else { return false }
        return !passage.belongs(index - 1, .stop, as: "det")
            && (passage.belongs(index + 1, .of) || passage.belongs(index + 1, .stop, as: "det"))
    }

    // MARK: Numerators and denominators

    private func numerator(at index: Int) -> Numerator? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.isNumber {
            return passage.plainNumber(index).map { Numerator(value: $0, next: index + 1) }
        }
        if passage.belongs(index, .numberOpener, as: "a") {
            return Numerator(value: 1, next: index + 1, isArticle: true)
        }
        guard passage.belongs(index, .cardinal), let (sum, next) = words.sum(at: index),
            let value = Int(exactly: sum.value), value > 0
        else { return nil }
        return Numerator(value: value, next: next, isArticle: isFrench && value == 1)
    }

    /// Reads the denominator behind a numerator, and the scale behind both.
    ///
    /// - Parameter isRest: whether a whole number stands before it, to which the scale belongs too.
    private func readParts(_ first: Numerator, from index: Int, isRest: Bool = false) -> Fraction? {
        var numerator = first
        guard let lexeme = passage.lexeme(numerator.next), lexeme.gap == .space || lexeme.gap == .hyphen,
            var (parts, next) = denominator(at: numerator.next)
        else { return nil }
        let noun = next - 1
        // "quart de finale"
        if passage.phrase(at: noun, .countStop) != nil { return nil }
        // "one twenty-fifth", "three twenty-firsts": the tens belong to what the hyphen ties them to.
        if lexeme.gap == .hyphen, next == numerator.next + 1, parts < 10, numerator.next - 1 > index,
            let tens = passage.number(numerator.next - 1, .cardinal), tens >= 20, tens % 10 == 0, tens < 100,
            let (sum, end) = words.sum(at: index, before: numerator.next - 1), end == numerator.next - 1,
            let value = Int(exactly: sum.value)
        {
            numerator = Numerator(value: value, next: end)
            parts += tens
        }
        guard parts > 1 else { return nil }
        let isSeveral = isPlural(noun) || parts == 3 && isFrench
        if numerator.value > 1 {
            guard isSeveral, parts != 4 || numerator.value == 3 || !isQuarter(noun) else { return nil }
        } else if numerator.isArticle || isQuarter(noun) {
            guard isShare(index, next) else { return nil }
        } else if isFrench, isSeveral, parts != 3 {
            return nil
        }
        guard var value = ExactDecimal(Int128(numerator.value)).divided(by: ExactDecimal(Int128(parts))) else {
            return nil
        }
        if !isRest, let (power, end) = scale(at: next) {
            value = value.scaled(by: power)
            next = end
        }
        return Fraction(value: value, next: next)
    }

    /// Reads a denominator: an ordinal of three or more, in words of one lexeme or more.
    private func denominator(at index: Int) -> (parts: Int, next: Int)? {
        if let parts = passage.number(index, .fraction) { return parts > 2 || !isFrench ? (parts, index + 1) : nil }
        if let ordinal = passage.number(index, .ordinal) {
            return ordinal > 2 ? (ordinal, index + 1) : nil
        }
        guard passage.belongs(index, .cardinal), var (sum, next) = words.sum(at: index) else { return nil }
        let isLinked = passage.belongs(next, .numberLink, as: "and")
        if isLinked { next += 1 }
        guard let last = passage.number(next, .ordinal) ?? passage.number(next, .fraction), last > 0,
            let gap = passage.lexeme(next)?.gap, gap == .hyphen || gap == .space, sum.add(last, isLinked: isLinked),
            let parts = Int(exactly: sum.value)
        else { return nil }
        return (parts, next + 1)
    }

    /// Whether an article and an ordinal are a share of something and no thing that is counted: `a fifth of`, `by a third`.
    private func isShare(_ index: Int, _ next: Int) -> Bool {
        if scale(at: next) != nil { return true }
        guard let behind = passage.lexeme(next) else { return true }
        if behind.gap == .space || behind.gap == .apostrophe,
            passage.belongs(next, .of) || isFrench && passage.belongs(next, .contraction)
        {
            return true
        }
        if behind.gap == .point || behind.gap == .newline { return true }
        return passage.phrase(endingBefore: index, .qualifier) != nil
            && !behind.classes.isDisjoint(with: .functionWords)
    }

    private func isQuarter(_ index: Int) -> Bool { passage.number(index, .fraction) == 4 }

    private func isPlural(_ index: Int) -> Bool { passage.byte(Int(passage.lexemes[index].end) - 1) | 0x20 == 0x73 }

    /// Reads the scale that a fraction is a part of: `of a million`, `de milliard`, `million`.
    private func scale(at index: Int) -> (power: Int, next: Int)? {
        var next = index
        if passage.belongs(next, .of) {
            next += 1
            if passage.belongs(next, .numberOpener, as: "a") { next += 1 }
            if isFrench, passage.number(next, .cardinal) == 1 { next += 1 }
        }
        guard let power = passage.number(next, .scale), passage.lexeme(next)?.gap == .space else { return nil }
        return (power, next + 1)
    }

    // MARK: So many of so many

    /// Reads `one in five`, `two out of three`, `one over twenty`, `deux sur trois`.
    private func readRatio(_ numerator: Numerator) -> Fraction? {
        guard numerator.value < 1000,
            let link = passage.phrase(at: numerator.next, .numberLink),
            passage.lexicon.hasValue(link.node, .numberLink, "over"),
            let lexeme = passage.lexeme(link.end), lexeme.gap == .space
        else { return nil }
        let denominator: (value: Int, next: Int)
        if lexeme.shape.isNumber {
            guard let number = passage.plainNumber(link.end), !(1900...2099).contains(number) else { return nil }
            denominator = (number, link.end + 1)
        } else {
            guard let (sum, next) = words.sum(at: link.end), let value = Int(exactly: sum.value) else { return nil }
            denominator = (value, next)
        }
        // "5 sur 3" is no share, "2 in 10 days" a time, "5 over 20 %" two figures.
        guard numerator.value < denominator.value, !isMeasured(denominator.next) else { return nil }
        let quotient = ExactDecimal(Int128(numerator.value)).divided(by: ExactDecimal(Int128(denominator.value)))
        return quotient.map { Fraction(value: $0, next: denominator.next) }
    }

    private func isMeasured(_ next: Int) -> Bool {
        if passage.isCounting(behind: Int(passage.lexemes[next - 1].end)) { return true }
        guard let lexeme = passage.lexeme(next), lexeme.gap == .space || lexeme.gap == .none || lexeme.gap == .hyphen
        else { return false }
        let measures = WordClass.Set(.timeUnit, .unit, .currency, .scale, .currencyCode, .month)
        return !lexeme.classes.isDisjoint(with: measures)
    }
}
