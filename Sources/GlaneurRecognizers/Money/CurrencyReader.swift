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
    let passage: PassageReader

    // MARK: Before a number

    /// Reads the sign or code that stands before a number: `US$`, `€`, `EUR`.
    ///
    /// - Parameter floor: the offset before which everything belongs to something else already.
    func before(_ numeral: Int, _ index: Int, floor: Int) -> CurrencyMark? {
        var edge = passage.startOfSpaces(numeral)
        // "$-99": the minus sign may stand behind the sign of the currency.
        if edge == numeral, passage.byte(edge - 1) == 0x2D { edge -= 1 }
        // "$.75"
        if edge == numeral, passage.byte(edge - 1) == 0x2E { edge -= 1 }
        if let sign = CurrencySign.endingAt(edge, in: passage), edge - sign.length >= floor {
            return prefixed(sign, at: edge - sign.length, index: index, floor: floor)
        }
        guard index > 0, Int(passage.lexemes[index - 1].start) >= floor else { return nil }
        switch passage.lexemes[index].gap {
        case .space:
            if let code = code(at: index - 1) { return code.isWeak ? nil : code }
            return abbreviation(at: index - 1) ?? word(before: index, floor: floor)
        // "Rs. 500"
        case .point: return abbreviation(at: index - 1)
        default: return nil
        }
    }

    /// Reads the code or abbreviation that is glued to the figure behind it: `USD115`, `Rs500`, `SFr1.2bn`.
    ///
    /// - Returns: a mark that ends where the figure starts.
    func glued(at index: Int) -> CurrencyMark? {
        guard let lexeme = passage.lexeme(index), lexeme.shape.contains(.digit), lexeme.shape.hasCapital else {
            return nil
        }
        let start = Int(lexeme.start)
        var end = start
        while end < start + 5, !DigitRun.isDigit(passage.byte(end)) { end += 1 }
        guard end < start + 5 else { return nil }
        let bytes = passage.bytes
        let hash = LexemeScanner.wordHash(bytes.span, in: start..<end)
        let node = passage.words.node(of: hash)
        // "$US3.5 million"
        if let sign = CurrencySign.endingAt(start, in: passage), let code = prefixCode(node, sign) {
            return CurrencyMark(
                start: start - sign.length, end: end, next: index, code: code, alternatives: [], evidence: .adjective)
        }
        guard let name = passage.lexicon.currency(node, .currencyCode), isWritten(name, start..<end) else { return nil }
        return mark(name, start..<end, next: index, by: name.isAbbreviation ? .symbol : .code)
    }

    /// Reads the abbreviation at a lexeme: `Rs`, `RM`, `kr`.
    private func abbreviation(at index: Int) -> CurrencyMark? {
        guard let lexeme = passage.lexeme(index), lexeme.classes.contains(.currencyCode),
            let name = passage.lexicon.currency(lexeme.words, .currencyCode), name.isAbbreviation,
            isWritten(name, Int(lexeme.start)..<Int(lexeme.end))
        else { return nil }
        return mark(name, Int(lexeme.start)..<Int(lexeme.end), next: index + 1, by: .symbol)
    }

    /// Whether letters have the capitals of an abbreviation or code: `Rs` but not `RS`, `RM`, `USD`; and `kr`.
    private func isWritten(_ name: CurrencyName, _ range: Range<Int>) -> Bool {
        let isSmall = passage.byte(range.upperBound - 1) &- 0x61 < 26
        if name.isAbbreviation, !name.isAllCapitals {
            return isSmall && (passage.byte(range.lowerBound) &- 0x41 < 26 || passage.byte(range.lowerBound) == 0x6B)
        }
        return !isSmall && passage.byte(range.lowerBound) &- 0x41 < 26
    }

    private func mark(
        _ name: CurrencyName, _ range: Range<Int>, next: Int, by evidence: Money.CurrencyEvidence
    ) -> CurrencyMark {
        CurrencyMark(
            start: range.lowerBound, end: range.upperBound, next: next, code: name.code,
            alternatives: name.alternatives, evidence: evidence, isHundredth: name.isHundredth, isWeak: name.isWeak,
            scale: name.scale)
    }

    /// Reads the words for a currency that stand before a number: `ringgit 42`, `US dollars 3 million`.
    private func word(before index: Int, floor: Int) -> CurrencyMark? {
        guard passage.belongs(index - 1, .currency), let match = passage.phrase(endingBefore: index, .currency),
            Int(passage.lexemes[match.start].start) >= floor, var mark = word(at: match.start), mark.next == index,
            // "Yuan 2.0", "Euro 2024"
            match.end > match.start + 1 || !passage.lexemes[match.start].shape.hasCapital
        else { return nil }
        mark.isLeadingWord = true
        return mark.isHundredth || mark.isWeak || mark.scale != nil ? nil : mark
    }

    /// Joins `US`, `C` or `HK` before a sign to it.
    private func prefixed(_ sign: CurrencySign, at start: Int, index: Int, floor: Int) -> CurrencyMark {
        var mark = CurrencyMark(
            start: start, end: start + sign.length, next: index, code: sign.code, alternatives: sign.alternatives,
            evidence: sign.code == "USD" ? .byDefault : .symbol, isHundredth: sign.isHundredth)
        var first = index - 1
        // "U.S.$5" is two lexemes and a point.
        var edge = start
        if passage.byte(edge - 1) == 0x2E { edge -= 1 }
        guard let letters = passage.lexeme(first), Int(letters.start) >= floor else { return mark }
        let isGlued = Int(letters.end) == edge
        if isGlued, edge < start { first -= 1 }
        // "c $ 16.4": in tokenised text the letter stands apart, as the sign does.
        let isApart = passage.startOfSpaces(start) == Int(letters.end)
        let isLetter =
            letters.count == 1 && passage.byte(Int(letters.start)) | 0x20 == 0x63
            && passage.spaceLength(start + sign.length) != nil
        guard isGlued || isApart && (letters.shape.isAllCapitals && letters.count > 1 || isLetter), first >= 0,
            let match = passage.phrase(at: first, .currencyPrefix), match.end == index,
            let code = prefixCode(match.node, sign)
        else { return mark }
        mark.start = Int(passage.lexemes[first].start)
        // "GH¢" is the whole cedi.
        mark.isHundredth = false
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
            case "¢": goes = sign.isHundredth
            default: goes = sign.code == "JPY"
            }
            if goes { return String(value.prefix(3)) }
        }
        return nil
    }

    /// Reads an ISO 4217 code in capitals.
    private func code(at index: Int) -> CurrencyMark? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 3, lexeme.classes.contains(.currencyCode),
            lexeme.shape.isAllCapitals, let name = passage.lexicon.currency(lexeme.words, .currencyCode),
            !name.isAbbreviation
        else { return nil }
        return mark(name, Int(lexeme.start)..<Int(lexeme.end), next: index + 1, by: .code)
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

    /// Whether a letter goes on with a point and another: `p.m.`
    private func isInitial(_ index: Int) -> Bool {
        guard passage.lexemes[index].count == 1, let next = passage.lexeme(index + 1) else { return false }
        return next.gap == .point && next.start - passage.lexemes[index].end == 1
    }

    private func isSmall(_ index: Int) -> Bool {
        let lexeme = passage.lexemes[index]
        return !lexeme.shape.contains(.initialCapital) || lexeme.shape.isAllCapitals && lexeme.count > 1
    }
}
