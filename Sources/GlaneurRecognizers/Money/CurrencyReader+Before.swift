import GlaneurCore
import GlaneurLexicon

/// Currencies before a number.
extension CurrencyReader {
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
    func abbreviation(at index: Int) -> CurrencyMark? {
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

    func mark(
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

    func prefixCode(_ node: PhraseTable.Node, _ sign: CurrencySign) -> String? {
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
    func code(at index: Int) -> CurrencyMark? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 3, lexeme.classes.contains(.currencyCode),
            lexeme.shape.isAllCapitals, let name = passage.lexicon.currency(lexeme.words, .currencyCode),
            !name.isAbbreviation
        else { return nil }
        return mark(name, Int(lexeme.start)..<Int(lexeme.end), next: index + 1, by: .code)
    }
}
