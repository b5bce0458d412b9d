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
}

/// Reads currencies: signs, codes and words.
struct CurrencyReader {
    let passage: PassageReader

    // MARK: Before a number

    /// Reads the sign or code that stands before a number: `US$`, `€`, `EUR`.
    ///
    /// - Parameter floor: the offset before which everything belongs to something else already.
    func before(_ numeral: Int, _ index: Int, floor: Int) -> CurrencyMark? {
        var edge = passage.startOfSpaces(numeral)
        // "$-99": the minus sign may stand behind the sign of the currency.
        if edge == numeral, passage.byte(edge - 1) == 0x2D { edge -= 1 }
        if let sign = CurrencySign.endingAt(edge, in: passage), edge - sign.length >= floor {
            return prefixed(sign, at: edge - sign.length, index: index, floor: floor)
        }
        guard passage.lexemes[index].gap == .space, let code = code(at: index - 1),
            !code.isWeak, Int(passage.lexemes[index - 1].start) >= floor
        else { return nil }
        return code
    }

    /// Joins `US`, `C` or `HK` before a sign to it.
    private func prefixed(_ sign: CurrencySign, at start: Int, index: Int, floor: Int) -> CurrencyMark {
        var mark = CurrencyMark(
            start: start, end: start + sign.length, next: index, code: sign.code, alternatives: sign.alternatives,
            evidence: sign.code == "USD" ? .byDefault : .symbol)
        var first = index - 1
        // "U.S.$5" is two lexemes and a point.
        var edge = start
        if passage.byte(edge - 1) == 0x2E { edge -= 1 }
        guard let letters = passage.lexeme(first), Int(letters.start) >= floor else { return mark }
        let isGlued = Int(letters.end) == edge
        if isGlued, edge < start { first -= 1 }
        guard
            isGlued
                || letters.shape.isAllCapitals && letters.count > 1 && passage.startOfSpaces(start) == Int(letters.end),
            first >= 0,
            let match = passage.phrase(at: first, .currencyPrefix), match.end == index,
            let code = prefixCode(match.node, sign)
        else { return mark }
        mark.start = Int(passage.lexemes[first].start)
        mark.code = code
        mark.alternatives = []
        mark.evidence = .adjective
        return mark
    }

    private func prefixCode(_ node: PhraseTable.Node, _ sign: CurrencySign) -> String? {
        for value in passage.lexicon.values(node, .currencyPrefix) where value.count == 4 {
            let goes: Bool
            switch value.last {
            case "$": goes = sign.code == "USD"
            case "£": goes = sign.code == "GBP"
            default: goes = sign.code == "JPY"
            }
            if goes { return String(value.prefix(3)) }
        }
        return nil
    }

    /// Reads an ISO 4217 code in capitals.
    private func code(at index: Int) -> CurrencyMark? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 3, lexeme.shape.isAllCapitals,
            let value = passage.value(index, .currencyCode)
        else { return nil }
        return CurrencyMark(
            start: Int(lexeme.start), end: Int(lexeme.end), next: index + 1, code: String(value.prefix(3)),
            alternatives: [],
            evidence: .code, isWeak: value.count > 3)
    }

    // MARK: Behind a number

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
            offset = passage.endOfSpaces(Int(passage.lexemes[index].end))
            index += 1
            if let sign = CurrencySign.at(offset, in: passage) { return suffixed(sign, at: offset, index: index) }
        }
        guard let lexeme = passage.lexeme(index),
            lexeme.gap == .space || lexeme.gap == .none || lexeme.gap == .hyphen || lexeme.gap == .apostrophe
        else { return nil }
        if let code = code(at: index) { return scaled(code) }
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

    private func word(at index: Int) -> CurrencyMark? {
        guard let match = passage.phrase(at: index, .currency),
            let value = passage.lexicon.value(match.node, .currency),
            // "francs-tireurs", "50 Cent": another word, a name.
            passage.lexeme(match.end)?.gap != .hyphen, isSmall(index) || !value.hasPrefix("/")
        else { return nil }
        let isHundredth = value.hasPrefix("/")
        let isWeak = value.hasSuffix("?")
        let codes = value.drop { $0 == "/" }.prefix { $0 != "?" && $0 != "*" }.split(separator: "|").map(String.init)
        let scale = value.split(separator: "*").dropFirst().first.flatMap { Int($0) }
        guard let code = codes.first else { return nil }
        let isPhrase = match.end > index + 1
        return CurrencyMark(
            start: Int(passage.lexemes[index].start), end: Int(passage.lexemes[match.end - 1].end), next: match.end,
            code: code, alternatives: Array(codes.dropFirst()),
            evidence: codes.count > 1 && code == "USD" ? .byDefault : isPhrase ? .adjective : .name,
            isHundredth: isHundredth, isWeak: isWeak, scale: scale)
    }

    private func isSmall(_ index: Int) -> Bool {
        !passage.lexemes[index].shape.contains(.initialCapital) || passage.lexemes[index].shape.isAllCapitals
    }
}
