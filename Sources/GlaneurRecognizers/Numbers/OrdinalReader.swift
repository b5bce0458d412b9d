import GlaneurCore
import GlaneurLexicon

/// A number that orders: `troisième`, `2e`, `twenty-first`.
struct Ordinal {
    var lexemes: Range<Int>
    var value: ExactDecimal

    /// The mention of it.
    func mention(in passage: PassageReader) -> Mention {
        Mention(
            span: passage.span(lexemes), label: .ordinal,
            value: .number(Number(magnitude: Magnitude(value), isOrdinal: true)),
            maker: "rule:\(passage.languageCode).number.ordinal")
    }
}

/// Reads ordinals in digits and in words.
struct OrdinalReader {
    let passage: PassageReader
    let numerals: NumeralReader

    /// Reads the ordinal that starts at a lexeme.
    func read(at index: Int) -> Ordinal? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        if lexeme.shape.isNumber { return digits(at: index, lexeme) }
        if passage.belongs(index, .cardinal) || passage.belongs(index, .scale) { return compound(at: index) }
        guard let value = passage.number(index, .ordinal), value > 0, !isOther(index, lexeme) else { return nil }
        return Ordinal(lexemes: index..<index + 1, value: ExactDecimal(Int128(value)))
    }

    private func digits(at index: Int, _ lexeme: Lexeme) -> Ordinal? {
        guard lexeme.gap != .hyphen, lexeme.gap != .slash, passage.lexeme(index + 1)?.gap == Lexeme.Gap.none,
            passage.number(index + 1, .ordinal) == 0,
            let run = DigitRun.read(passage, at: Int(lexeme.start)), run.end == Int(lexeme.end)
        else { return nil }
        return Ordinal(lexemes: index..<index + 2, value: run.value)
    }

    /// Reads `vingt-cinquième`, `soixante et onzième`, `five hundred first`, `deux centième`.
    private func compound(at index: Int) -> Ordinal? {
        guard var (sum, next) = numerals.sumWords(at: index) else { return nil }
        let isLinked = passage.belongs(next, .numberLink, as: "and")
        if isLinked { next += 1 }
        guard let lexeme = passage.lexeme(next), lexeme.gap == .hyphen || lexeme.gap == .space,
            let last = passage.number(next, .ordinal), last > 0, !passage.belongs(next, .countAdjective),
            last != 1 || isLinked || passage.language != .french
        else { return nil }
        let fits: Bool
        switch last {
        case 1000: fits = sum.multiply(3)
        case 1_000_000: fits = sum.multiply(6)
        case 1_000_000_000: fits = sum.multiply(9)
        default: fits = sum.add(last, isLinked: isLinked)
        }
        return fits ? Ordinal(lexemes: index..<next + 1, value: ExactDecimal(sum.value)) : nil
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
