import GlaneurCore
import GlaneurLexicon

/// Finds the acronym that stands beside a long name, behind or before it: `Fonds monétaire international (FMI)`, `FMI (Fonds
/// monétaire international)`, `the IMF, or International Monetary Fund`.
///
/// The letters of an acronym are those that the name's words begin with, in order; small words may be left out.
struct AcronymReader {
    let text: [UInt8]
    let words: AliasWords
    let lexicon: Lexicon

    /// The longest text in brackets that is read.
    private static let longestBracket = 64
    /// No acronym has more letters.
    private static let longestAcronym = 12

    /// The acronyms beside the name in a range; most have none.
    func acronyms(beside name: Range<Int>) -> [Range<Int>] {
        if let bracket = bracket(behind: name.upperBound) {
            let tokens = tokens(in: bracket)
            guard let first = tokens.first, first.lowerBound == bracket.lowerBound, stands(first, for: name) else {
                return []
            }
            guard tokens.count > 1, speaksOfLanguage(bracket) else { return [first] }
            // "(OTAN, NATO en anglais)": the letters of the other are those of the name in the other language.
            return [first] + tokens.dropFirst().filter { isAllCapitals($0) }
        }
        if let other = alternative(behind: name.upperBound), stands(other, for: name) { return [other] }
        if let before = before(name.lowerBound), stands(before, for: name) { return [before] }
        return []
    }

    /// What stands in the bracket that opens behind an offset.
    private func bracket(behind end: Int) -> Range<Int>? {
        let open = skipSpaces(end)
        guard open < text.count, text[open] == UInt8(ascii: "("), open - end <= 3 else { return nil }
        let limit = min(text.count, open + AcronymReader.longestBracket)
        guard let close = text[open..<limit].firstIndex(of: UInt8(ascii: ")")), close > open + 2 else { return nil }
        return (open + 1)..<close
    }

    /// The tokens in a range that may be acronyms.
    private func tokens(in range: Range<Int>) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let token = token(at: index, limit: range.upperBound) {
                tokens.append(token)
                index = token.upperBound
            } else {
                while index < range.upperBound, LexemeScanner.isWordByte(text[index]) { index += 1 }
                index += 1
            }
        }
        return tokens
    }

    /// The word at an offset that begins with a capital: letters, with points between them or without.
    private func token(at start: Int, limit: Int) -> Range<Int>? {
        guard start < limit, text[start] &- 0x41 < 26 else { return nil }
        var end = start
        while end < limit, (text[end] | 0x20) &- 0x61 < 26 || text[end] == 0x2E { end += 1 }
        if end < limit, LexemeScanner.isWordByte(text[end]) { return nil }
        while end > start + 2, text[end - 1] == 0x2E, text[end - 2] &- 0x61 < 26 { end -= 1 }
        let letters = text[start..<end].count { $0 != 0x2E }
        return (2...AcronymReader.longestAcronym).contains(letters) ? start..<end : nil
    }

    /// The acronym of `International Monetary Fund, or IMF`.
    private func alternative(behind end: Int) -> Range<Int>? {
        guard end < text.count, text[end] == UInt8(ascii: ",") || text[end] == 0x20 else { return nil }
        let start = skipSpaces(text[end] == 0x20 ? end : end + 1)
        var wordEnd = start
        while wordEnd < text.count, text[wordEnd] &- 0x61 < 26 { wordEnd += 1 }
        guard wordEnd > start, wordEnd - start <= 3,
            words.alternatives.contains(LexemeScanner.wordHash(text.span, in: start..<wordEnd))
        else { return nil }
        return token(at: skipSpaces(wordEnd), limit: min(text.count, wordEnd + 16)).flatMap {
            isAllCapitals($0) ? $0 : nil
        }
    }

    /// The acronym before a name that stands in brackets or behind `or`, an article between them or not.
    private func before(_ start: Int) -> Range<Int>? {
        var index = start
        for _ in 0..<3 {
            while index > 0, text[index - 1] == 0x20 || text[index - 1] == 0x2C { index -= 1 }
            guard index > 0 else { return nil }
            if text[index - 1] == UInt8(ascii: "(") {
                var end = index - 1
                while end > 0, text[end - 1] == 0x20 { end -= 1 }
                return token(endingAt: end)
            }
            // An article with its apostrophe, or the word "or".
            let end = index
            while index > 0, text[index - 1] &- 0x61 < 26 || text[index - 1] == 0x27 { index -= 1 }
            if index == end, index >= 3, text[(index - 3)..<index].elementsEqual([0xE2, 0x80, 0x99]) { index -= 3 }
            guard index < end, end - index <= 4 else { return nil }
            if words.alternatives.contains(LexemeScanner.wordHash(text.span, in: index..<end)) {
                while index > 0, text[index - 1] == 0x20 || text[index - 1] == 0x2C { index -= 1 }
                return token(endingAt: index)
            }
        }
        return nil
    }

    private func token(endingAt end: Int) -> Range<Int>? {
        var start = end
        while start > 0, end - start < 16, text[start - 1] &- 0x41 < 26 || text[start - 1] == 0x2E { start -= 1 }
        return end - start >= 2 && !isBehindLetter(start) ? token(at: start, limit: end) : nil
    }

    private func isBehindLetter(_ index: Int) -> Bool {
        var start = index - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0 else { return false }
        let kind = ScalarClass.of(text.scalar(at: start).value)
        return kind == .letter || kind == .digit
    }

    private func skipSpaces(_ index: Int) -> Int {
        var index = index
        while index < text.count, text[index] == 0x20 { index += 1 }
        return index
    }

    private func isAllCapitals(_ range: Range<Int>) -> Bool {
        text[range].allSatisfy { $0 &- 0x41 < 26 || $0 == 0x2E }
    }

    /// Whether a text names a language or a people: "en anglais", "in French".
    private func speaksOfLanguage(_ range: Range<Int>) -> Bool {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(text, in: range, into: &lexemes)
        return lexemes.contains { lexeme in
            lexicon.words(.french).node(of: lexeme.wordHash).classes.contains(.demonym)
                || lexicon.words(.english).node(of: lexeme.wordHash).classes.contains(.demonym)
        }
    }

    // MARK: Letters

    /// Whether the letters of an acronym are first letters of the name's words, in order.
    private func stands(_ acronym: Range<Int>, for name: Range<Int>) -> Bool {
        let initials = initials(of: name)
        guard initials.count >= 2, acronym.count * 3 <= name.count * 2 else { return false }
        var letters = text[acronym].filter { $0 != 0x2E }
        // "ONGs", "NGOs"
        if letters.count > 2, letters.last == UInt8(ascii: "s"), letters.dropLast().allSatisfy({ $0 &- 0x41 < 26 }) {
            letters.removeLast()
        }
        var rest = initials[...]
        for (place, letter) in letters.enumerated() {
            guard let found = rest.firstIndex(of: letter | 0x20), place > 0 || found <= 1 else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// The first letters of the words of a range, small and without accents; apostrophes and hyphens end words.
    private func initials(of range: Range<Int>) -> [UInt8] {
        var initials: [UInt8] = []
        var isInside = false
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = text.scalar(at: index)
            index += length
            let isWord = ScalarClass.of(scalar) == .letter || ScalarClass.of(scalar) == .digit
            if isWord, !isInside, let bare = Folding.bare(Folding.lowercase(scalar)), bare.first < 0x80 {
                initials.append(UInt8(bare.first))
            }
            isInside = isWord || isInside && ScalarClass.of(scalar) == .mark
        }
        return initials
    }
}
