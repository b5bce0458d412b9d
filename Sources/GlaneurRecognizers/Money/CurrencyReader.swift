import GlaneurCore
import GlaneurLexicon

/// A currency as it stands before or behind a number.
struct CurrencyMark {
    /// The first byte.
    var start: Int
    /// The offset behind the last byte.
    var end: Int
    /// The first lexeme behind it.
    var next: Int
    /// The ISO 4217 code.
    var code: String
    /// Other codes it may mean.
    var alternatives: [String]
    /// What says so.
    var evidence: Money.CurrencyEvidence
    /// Whether it is a hundredth of the currency: cents, pence.
    var isHundredth = false
    /// Whether the word has another meaning, so that only a large sum is money.
    var isWeak = false
    /// The power of ten that the currency brings along: `MEUR`.
    var scale: Int?
    /// Whether it is a word before its number, where a currency seldom stands: `ringgit 42`.
    var isLeadingWord = false
}

/// Reads currencies: signs, codes and words.
struct CurrencyReader {
    let passage: Passage

    /// Whether a currency stands at an offset or, behind one space, at a lexeme: what makes `M` and `k` a scale.
    func follows(_ offset: Int, _ index: Int) -> Bool {
        if CurrencySign.at(offset, in: passage) != nil { return true }
        if let length = passage.spaceLength(offset), CurrencySign.at(offset + length, in: passage) != nil {
            return true
        }
        var next = index
        if passage.belongs(next, .of), passage.lexeme(next)?.gap == .space { next += 1 }
        guard let gap = passage.lexeme(next)?.gap, gap == .space || gap == .none || gap == .apostrophe else {
            return false
        }
        return code(at: next) != nil || passage.phrase(at: next, .currency) != nil
    }

    /// Reads the currency behind a number: ` €`, `$ CA`, `EUR`, `de dollars canadiens`, `d’euros`.
    func behind(_ numeral: Numeral) -> CurrencyMark? {
        var index = numeral.lexemes.upperBound
        var offset = passage.endOfSpaces(numeral.end)
        if let sign = CurrencySign.at(offset, in: passage) { return suffixed(sign, at: offset, index: index) }
        // "20-euro note", "10–dollar"
        if numeral.isNoun || numeral.scale != nil, passage.belongs(index, .of) {
            // "d’€"
            let end = Int(passage.lexemes[index].end)
            offset = passage.endOfSpaces(end + (passage.apostropheLength(end) ?? 0))
            index += 1
            if let sign = CurrencySign.at(offset, in: passage) { return suffixed(sign, at: offset, index: index) }
        }
        guard let lexeme = passage.lexeme(index),
            lexeme.gap == .space || lexeme.gap == .none || lexeme.gap == .hyphen || lexeme.gap == .apostrophe
        else { return nil }
        if let code = code(at: index) { return scaled(code) }
        // "42 RM", "3 BTC"
        if lexeme.gap == .space, lexeme.shape.isAllCapitals, let short = abbreviation(at: index), !short.isWeak {
            return short
        }
        // "3.14US$", "1 C$"
        if let sign = CurrencySign.at(Int(lexeme.end), in: passage), lexeme.shape.isAllCapitals,
            let code = prefixCode(lexeme.words, sign)
        {
            return CurrencyMark(
                start: Int(lexeme.start), end: Int(lexeme.end) + sign.length, next: index + 1, code: code,
                alternatives: [], evidence: .adjective)
        }
        // "8.30 p.m."
        if lexeme.count == 1, passage.phrase(at: index, .daypart) != nil { return nil }
        return word(at: index)
    }

    /// Takes the scale that stands behind a code: `75 USD million`.
    private func scaled(_ code: CurrencyMark) -> CurrencyMark {
        guard passage.lexeme(code.next)?.gap == .space, let power = passage.number(code.next, .scale) else {
            return code
        }
        var scaled = code
        scaled.scale = power
        scaled.end = Int(passage.lexemes[code.next].end)
        scaled.next += 1
        return scaled
    }

    /// Reads the letters that may stand behind a sign: `$ CA`, `$US`.
    private func suffixed(_ sign: CurrencySign, at start: Int, index: Int) -> CurrencyMark {
        let end = start + sign.length
        var mark = CurrencyMark(
            start: start, end: end, next: index, code: sign.code, alternatives: sign.alternatives,
            evidence: sign.code == "USD" ? .byDefault : .symbol, isHundredth: sign.isHundredth)
        guard let letters = passage.lexeme(index), letters.count > 1 || passage.byte(Int(letters.start)) | 0x20 == 0x63,
            passage.endOfSpaces(end) == Int(letters.start), passage.lexeme(index + 1)?.gap != .apostrophe,
            let match = passage.phrase(at: index, .currencyPrefix), let code = prefixCode(match.node, sign)
        else { return mark }
        mark.end = Int(passage.lexemes[match.end - 1].end)
        mark.next = match.end
        mark.code = code
        mark.alternatives = []
        mark.evidence = .adjective
        return mark
    }

    func word(at index: Int) -> CurrencyMark? {
        guard let match = passage.phrase(at: index, .currency),
            let name = passage.lexicon.currency(match.node, .currency),
            // "francs-tireurs", "50 Cent": another word, a name.
            passage.lexeme(match.end)?.gap != .hyphen, isSmall(index) || !name.isHundredth,
            // "1080p", "5 p.m."
            passage.phrase(endingBefore: match.end, .countStop) == nil, !isInitial(index)
        else { return nil }
        let isPhrase = match.end > index + 1
        let isOpen = !name.alternatives.isEmpty && name.code == "USD"
        return mark(
            name, Int(passage.lexemes[index].start)..<Int(passage.lexemes[match.end - 1].end), next: match.end,
            by: isOpen ? .byDefault : isPhrase ? .adjective : .name)
    }

    /// Whether a point and another letter stand behind a letter, as in `p.m.`.
    private func isInitial(_ index: Int) -> Bool {
        guard passage.lexemes[index].count == 1, let next = passage.lexeme(index + 1) else { return false }
        return next.gap == .point && next.start - passage.lexemes[index].end == 1
    }

    private func isSmall(_ index: Int) -> Bool {
        let lexeme = passage.lexemes[index]
        return !lexeme.shape.contains(.initialCapital) || lexeme.shape.isAllCapitals && lexeme.count > 1
    }
}
