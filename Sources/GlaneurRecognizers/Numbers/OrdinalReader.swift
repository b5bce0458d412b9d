import GlaneurCore
import GlaneurLexicon

/// A number that orders: `troisième`, `2e`, `twenty-first`.
struct Ordinal {
    /// The lexemes it covers.
    var lexemes: Range<Int>
    var value: ExactDecimal

    /// The mention of it.
    func mention(in passage: Passage) -> Mention {
        Mention(
            span: passage.span(lexemes), label: .ordinal,
            value: .number(Number(magnitude: Magnitude(value), isOrdinal: true)),
            maker: RuleName.ordinal.name(passage.language))
    }
}

/// Reads ordinals in digits and in words.
struct OrdinalReader {
    let passage: Passage

    var numerals: NumeralReader { NumeralReader(passage: passage) }

    /// Reads the ordinal that starts at a lexeme.
    func read(at index: Int) -> Ordinal? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.isNumber { return digits(at: index, lexeme) }
        if passage.belongs(index, .cardinal) || passage.belongs(index, .scale) { return compound(at: index) }
        if passage.belongs(index, .numberOpener, as: "a") {
            // "a hundred thousandth"
            guard passage.number(index + 1, .cardinal) == 100 || passage.belongs(index + 1, .scale),
                let ordinal = compound(at: index + 1)
            else { return nil }
            return Ordinal(lexemes: index..<ordinal.lexemes.upperBound, value: ordinal.value)
        }
        guard let value = passage.number(index, .ordinal) else { return nil }
        guard value > 0, !isOther(index, lexeme) else { return nil }
        return Ordinal(lexemes: index..<index + 1, value: ExactDecimal(Int128(value)))
    }

    private func digits(at index: Int, _ lexeme: Lexeme) -> Ordinal? {
        // "sa 42 e édition": no French word is written like these endings, so that a space may part them.
        guard lexeme.gap != .hyphen, lexeme.gap != .slash, let ending = passage.lexeme(index + 1),
            ending.gap == .none || ending.gap == .space && passage.language == .french && ending.shape.contains(.small),
            passage.number(index + 1, .ordinal) == 0,
            let run = DigitRun.read(passage, at: Int(lexeme.start)), run.end == Int(lexeme.end)
        else { return nil }
        return Ordinal(lexemes: index..<index + 2, value: run.value)
    }

    /// Reads `vingt-cinquième`, `soixante et onzième`, `five hundred first`, `deux centième`, `hundred thousandth`.
    private func compound(at index: Int) -> Ordinal? {
        // Most number words stand by themselves.
        guard let following = passage.lexeme(index + 1), !following.classes.isDisjoint(with: OrdinalReader.parts) else {
            return nil
        }
        guard var (sum, next) = numerals.words.sum(at: index) ?? scale(at: index) else { return nil }
        let isLinked = passage.belongs(next, .numberLink, as: "and")
        if isLinked { next += 1 }
        guard joins(next), let last = passage.number(next, .ordinal), last > 0, !passage.belongs(next, .countAdjective),
            last != 1 || isLinked || passage.language != .french
        else { return nil }
        let fits: Bool
        if let power = OrdinalReader.power(of: last) {
            // "one thousandth", "un millième": a fraction.
            fits = sum.value > 1 && sum.multiply(power)
        } else {
            fits = sum.add(last, isLinked: isLinked)
        }
        return fits ? Ordinal(lexemes: index..<next + 1, value: ExactDecimal(sum.value)) : nil
    }

    /// The classes of words behind the first of an ordinal of several words.
    private static let parts = WordClass.Set(.ordinal, .cardinal, .scale, .numberLink)

    private func scale(at index: Int) -> (WordSum, Int)? {
        guard let power = passage.number(index, .scale) else { return nil }
        var sum = WordSum(isFrench: passage.language == .french)
        return sum.multiply(power) ? (sum, index + 1) : nil
    }

    /// Whether nothing but a space, a hyphen or a dash stands before a lexeme.
    private func joins(_ index: Int) -> Bool {
        guard let lexeme = passage.lexeme(index), index > 0 else { return false }
        if lexeme.gap == .space || lexeme.gap == .hyphen { return true }
        let end = Int(passage.lexemes[index - 1].end)
        return passage.dashLength(end).map { end + $0 == Int(lexeme.start) } ?? false
    }

    /// The power of ten that an ordinal of a scale stands for.
    private static func power(of ordinal: Int) -> Int? {
        guard ordinal >= 1000 else { return nil }
        var (rest, power) = (ordinal, 0)
        while rest >= 10 { (rest, power) = (rest / 10, power + 1) }
        return power
    }

    /// Whether the word is part of a name or a title: `First Solar`, `Premier ministre`.
    private func isOther(_ index: Int, _ lexeme: Lexeme) -> Bool {
        if passage.phrase(at: index, .countStop) != nil || passage.belongs(index + 1, .title) {
            return true
        }
        guard let next = passage.lexeme(index + 1), next.gap == .space else { return false }
        return lexeme.shape.contains(.initialCapital) && next.shape.contains(.initialCapital)
            && (!lexeme.shape.contains(.sentenceStart) || passage.language != .french)
    }
}
