import GlaneurCore
import GlaneurLexicon

/// One unit, with its prefix and its power.
///
/// The value of a unit in the tables is its UCUM code, then `+` where it takes prefixes: all of them as words, for a sign those
/// whose letters follow (`W+kMG`). A `?` behind says that the form has another meaning, and that a sign is a unit with a
/// prefix only. `^2` and `^3` raise the unit beside them.
extension UnitReader {
    /// Reads the unit that starts at a lexeme, without any it is divided by.
    func unit(at index: Int, behind numeral: Numeral? = nil) -> UnitMark? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        let phrase = passage.phrase(at: index, .unit)
        if let phrase, let value = passage.lexicon.value(phrase.node, .unit) {
            if value.hasPrefix("%") { return nil }
            if value.hasPrefix("^") {
                guard passage.language != .french, !value.hasSuffix("-"),
                    passage.value(phrase.end, .unit)?.hasPrefix("^") != true, let gap = passage.lexeme(phrase.end)?.gap,
                    gap == .space || gap == .hyphen || gap == .point,
                    let base = unit(at: phrase.end), base.code.utf8.allSatisfy({ $0 != 0x2F && $0 != 0x32 })
                else { return nil }
                return raised(base, to: value.dropFirst())
            }
            if phrase.end > index + 1 { return raised(mark(value, phrase.end)) }
        }
        if lexeme.count <= 6, let sign = sign(lexeme, index, isWords: numeral?.isWords ?? false) {
            return followsLetters(sign, lexeme) ? nil : raised(sign)
        }
        if let phrase, let value = passage.lexicon.value(phrase.node, .unit) {
            var single = mark(value, phrase.end)
            single.isSign = lexeme.count <= 2
            // A sign with its prefixes is read in the standard's case alone, above.
            guard !value.utf8.contains(UInt8(ascii: "+")) || value.hasSuffix("+"),
                isWritten(lexeme, as: single, isWords: numeral?.isWords ?? false), !followsLetters(single, lexeme)
            else { return nil }
            return raised(single)
        }
        guard lexeme.count > 5, let prefix = UnitPrefix.word(at: Int(lexeme.start), in: passage),
            let value = value(Int(lexeme.start) + prefix.length..<Int(lexeme.end), .unit), value.hasSuffix("+")
        else { return nil }
        return raised(UnitMark(code: prefix.code + value.dropLast(), end: Int(lexeme.end), next: index + 1))
    }

    private func mark(_ value: String, _ next: Int) -> UnitMark {
        UnitMark(
            code: String(value.prefix { $0 != "+" && $0 != "?" }), end: Int(passage.lexemes[next - 1].end), next: next,
            isWeak: value.hasSuffix("?"))
    }

    /// The value that a part of a lexeme has in a class.
    func value(_ range: Range<Int>, _ wordClass: WordClass) -> String? {
        guard !range.isEmpty else { return nil }
        let bytes = passage.bytes
        let node = passage.words.node(of: LexemeScanner.wordHash(bytes.span, in: range))
        return passage.lexicon.value(node, wordClass)
    }

    // MARK: Signs

    /// Reads a sign whose letters have the case of the standard: `mW`, `MWh`, `km2`, `Go`.
    private func sign(_ lexeme: Lexeme, _ index: Int, isWords: Bool) -> UnitMark? {
        let start = Int(lexeme.start)
        var end = Int(lexeme.end)
        let last = passage.byte(end - 1)
        let power = last == 0x32 || last == 0x33 ? last : 0
        if power > 0 { end -= 1 }
        // "six m" is no length, "six km" is one.
        guard end > start, !isWords || lexeme.count > 1, lexeme.gap != .hyphen || end - start > 1 else { return nil }
        func code(_ range: Range<Int>, prefix: UnitPrefix?) -> String? {
            guard let value = value(range, .unit) else { return nil }
            let parts = value.split(separator: "+", omittingEmptySubsequences: false)
            let code = String(parts[0])
            guard parts.count == 2, !parts[1].isEmpty, isStandard(range, code), power == 0 || code == "m" else {
                return nil
            }
            guard let prefix else { return value.hasSuffix("?") ? nil : code }
            return parts[1].contains(prefix.code) ? prefix.code + code : nil
        }
        var found = code(start..<end, prefix: nil)
        if found == nil, let prefix = UnitPrefix.sign(at: start, in: passage) {
            found = code(start + prefix.length..<end, prefix: prefix)
        }
        guard var found else { return nil }
        if power > 0 { found += power == 0x32 ? "2" : "3" }
        return UnitMark(code: found, end: Int(lexeme.end), next: index + 1, isSign: true)
    }

    /// Whether letters are those of a UCUM code in their case, or the usual ones for it: `l` for litres.
    private func isStandard(_ range: Range<Int>, _ code: String) -> Bool {
        if code == "L" { return range.count == 1 }
        var offset = range.lowerBound
        for letter in code.utf8 where letter != 0x2E {
            guard offset < range.upperBound, passage.byte(offset) == letter else { return false }
            offset += 1
        }
        return offset == range.upperBound
    }

    /// Whether a unit in another case than the standard's is still one: `KG` and `kwh` are, `M`, `FT` and `DM` are not.
    private func isWritten(_ lexeme: Lexeme, as mark: UnitMark, isWords: Bool) -> Bool {
        guard lexeme.count <= 2 else { return lexeme.gap != .hyphen || !lexeme.shape.contains(.initialCapital) }
        guard !isWords, lexeme.count == 2 else { return false }
        if mark.code.hasSuffix("By") { return lexeme.shape.contains(.initialCapital) || lexeme.gap == .none }
        guard lexeme.shape.isAllCapitals, let first = mark.code.utf8.first else { return true }
        return first != 0x5B && first != 0x6D && first != 0x64
    }

    /// Whether letters hang on a sign, which make it something else: `24 L-202`, `deux mi-temps`, `en 2015 l’aide`, `1381 W. Elm`.
    private func followsLetters(_ mark: UnitMark, _ lexeme: Lexeme) -> Bool {
        guard mark.isSign, lexeme.gap == .space, let next = passage.lexeme(mark.next) else { return false }
        let isCapital = lexeme.shape.isAllCapitals && lexeme.count == 1
        switch next.gap {
        case .hyphen: return !next.shape.isNumber || isCapital
        case .apostrophe: return Int(next.start) <= mark.end + 3
        case .point: return isCapital && next.shape.hasCapital && !next.shape.contains(.sentenceStart)
        default: return false
        }
    }

    // MARK: Powers

    /// Reads the power behind a unit: `km²`, `km^2`, `mètres carrés`, `km squared`.
    private func raised(_ mark: UnitMark) -> UnitMark {
        guard !mark.isWeak else { return mark }
        let sign = passage.byte(mark.end)
        // U+00B2 and U+00B3, the raised 2 and 3.
        if sign == 0xC2, passage.byte(mark.end + 1) == 0xB2 || passage.byte(mark.end + 1) == 0xB3 {
            var raised = mark
            raised.code += passage.byte(mark.end + 1) == 0xB2 ? "2" : "3"
            raised.end += 2
            return raised
        }
        if sign == 0x5E, passage.byte(mark.end + 1) == 0x32 || passage.byte(mark.end + 1) == 0x33,
            passage.lexeme(mark.next)?.count == 1
        {
            var raised = mark
            raised.code += passage.byte(mark.end + 1) == 0x32 ? "2" : "3"
            raised.end += 2
            raised.next += 1
            return raised
        }
        guard let gap = passage.lexeme(mark.next)?.gap, gap == .space || gap == .hyphen,
            let power = passage.value(mark.next, .unit), power.hasPrefix("^"),
            passage.language == .french || power.hasSuffix("-")
        else { return mark }
        var raised = self.raised(mark, to: power.dropFirst().prefix(1))
        raised.end = Int(passage.lexemes[mark.next].end)
        raised.next += 1
        return raised
    }

    private func raised(_ mark: UnitMark, to power: Substring) -> UnitMark {
        var raised = mark
        switch (mark.code, power) {
        case ("[ft_i]", "2"): raised.code = "[sft_i]"
        case ("[in_i]", "2"): raised.code = "[sin_i]"
        case ("[yd_i]", "2"): raised.code = "[syd_i]"
        case ("[ft_i]", "3"): raised.code = "[cft_i]"
        case ("[in_i]", "3"): raised.code = "[cin_i]"
        case ("[yd_i]", "3"): raised.code = "[cyd_i]"
        default: raised.code += power
        }
        return raised
    }

    /// Whether a unit of mass stands at a lexeme that says nothing else.
    func isMass(at index: Int) -> Bool {
        guard let lexeme = passage.lexeme(index), lexeme.count > 1, let unit = unit(at: index), !unit.isWeak else {
            return false
        }
        return unit.code.hasSuffix("g") && !unit.code.hasPrefix("[") && unit.code != "deg" || unit.code == "t"
            || unit.code == "[oz_av]"
    }
}
