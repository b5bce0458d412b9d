import GlaneurCore
import GlaneurLexicon

/// A unit of measure behind a number.
struct UnitMark {
    /// The UCUM code.
    var code: String
    /// The offset behind it.
    var end: Int
    /// The first lexeme behind it.
    var next: Int
    /// Whether the word has another meaning too: `pounds`.
    var isWeak = false
    /// Whether it is a sign and no word: `km`.
    var isSign = false
}

/// Reads units of measure behind numbers: `km²`, `°C`, `de tonnes`, `miles per hour`, `mg/l`.
///
/// A unit is one of the tables, with a prefix where it takes one, raised (`square`, `carrés`, `²`) or not, and over up to two
/// others (`/`, `par`, `per`).
struct UnitReader {
    let passage: Passage

    /// Reads the unit behind a number.
    func read(behind numeral: Numeral) -> UnitMark? {
        var index = numeral.lexemes.upperBound
        let offset = passage.endOfSpaces(numeral.end)
        if passage.byte(offset) == 0xC2, passage.byte(offset + 1) == 0xB0 { return degrees(offset, index) }
        if let inches = inchSign(behind: numeral) { return inches }
        let isJoined = passage.belongs(index, .of)
        if isJoined {
            // "1,2 million de tonnes", "4000000 de degrés"; in English the word is left out: "0.5k miles".
            guard numeral.isNoun || numeral.value >= ExactDecimal(1_000_000) else { return nil }
            index += 1
        } else if numeral.isNoun, passage.language == .french, numeral.scale != 3 {
            // Behind `k` alone French leaves *de* out: "10k km".
            return nil
        }
        if let unit = bracketed(behind: numeral.end, index) { return unit }
        guard let gap = passage.lexeme(index)?.gap,
            gap == .space || gap == .none || gap == .hyphen || isJoined && gap == .apostrophe,
            let mark = unit(at: index, behind: numeral) ?? inch(at: index) ?? scale(at: index, numeral)
        else { return nil }
        // "They do not care one bit", "un pied-de-biche"
        guard !numeral.isOne || mark.code != "bit" && !isCompoundNoun(mark) else { return nil }
        return mark.isWeak ? mark : divided(mark)
    }

    /// Whether a French unit goes on behind a hyphen as another noun.
    private func isCompoundNoun(_ mark: UnitMark) -> Bool {
        passage.language == .french && passage.lexeme(mark.next)?.gap == .hyphen
            && !passage.belongs(mark.next, .timeUnit)
    }

    /// Reads a sign in brackets: `20 (kg)`.
    private func bracketed(behind offset: Int, _ index: Int) -> UnitMark? {
        guard let lexeme = passage.lexeme(index), lexeme.gap == .other, lexeme.count <= 3,
            passage.endOfSpaces(offset) + 1 == Int(lexeme.start), let sign = unit(at: index), sign.isSign
        else { return nil }
        switch (passage.byte(Int(lexeme.start) - 1), passage.byte(sign.end)) {
        case (0x28, 0x29), (0x5B, 0x5D), (0x3C, 0x3E):
            var bracketed = sign
            bracketed.end += 1
            return bracketed
        default: return nil
        }
    }

    /// Whether a unit or a word for a percentage starts at a lexeme.
    func isUnit(at index: Int) -> Bool {
        unit(at: index) != nil || PercentReader(passage: passage).isPercent(at: index)
    }

    /// Tells the inch of `2 in.` from the preposition: nothing follows that it could govern, or a word for an extent does.
    private func inch(at index: Int) -> UnitMark? {
        guard let lexeme = passage.lexeme(index), passage.belongs(index, .measureCue, as: "inch"),
            !lexeme.shape.hasCapital
        else { return nil }
        let end = Int(lexeme.end)
        let isLast: Bool
        switch passage.lexeme(index + 1)?.gap {
        case nil, .point, .comma, .newline: isLast = true
        case .space: isLast = passage.belongs(index + 1, .measureCue, as: "extent")
        default: isLast = passage.spaceLength(end) == nil
        }
        return isLast ? UnitMark(code: "[in_i]", end: end, next: index + 1) : nil
    }

    /// Reads the mark of `a 27" screen`, where it closes no quotation.
    private func inchSign(behind numeral: Numeral) -> UnitMark? {
        let offset = numeral.end
        let length =
            passage.byte(offset) == 0x22 ? 1 : passage.byte(offset) == 0x27 && passage.byte(offset + 1) == 0x27 ? 2 : 0
        guard length > 0, !numeral.isWords, passage.language != .french, numeral.value < ExactDecimal(200),
            passage.lexeme(numeral.lexemes.upperBound).map({ Int($0.start) > offset + length }) ?? true,
            !isQuoted(numeral.start)
        else { return nil }
        return UnitMark(code: "[in_i]", end: offset + length, next: numeral.lexemes.upperBound)
    }

    /// Whether a quotation is open at an offset, by what stands in the two hundred bytes before it.
    private func isQuoted(_ offset: Int) -> Bool {
        var isOpen = false
        for place in max(passage.span.start, offset - 200)..<offset {
            let byte = passage.byte(place)
            guard byte == 0x22 || (byte == 0x27 || byte == 0x60) && passage.byte(place + 1) == byte else { continue }
            // A mark behind a digit opens none: it is another inch.
            isOpen = !isOpen && !DigitRun.isDigit(passage.byte(place - 1))
        }
        return isOpen
    }

    /// The index behind *below zero*, which makes a temperature negative.
    func belowZero(at index: Int) -> Int? {
        guard passage.lexeme(index)?.gap == .space, let phrase = passage.phrase(at: index, .measureCue),
            passage.lexicon.hasValue(phrase.node, .measureCue, "below-zero")
        else { return nil }
        return phrase.end
    }

    /// Reads the letter of `40C`, which is a temperature where words near it speak of one.
    private func scale(at index: Int, _ numeral: Numeral) -> UnitMark? {
        guard let lexeme = passage.lexeme(index), lexeme.count == 1, !numeral.isWords else { return nil }
        let letter = passage.byte(Int(lexeme.start))
        guard letter == 0x43 || letter == 0x46,
            (index - 7...index + 4).contains(where: { passage.belongs($0, .measureCue, as: "temperature") })
        else { return nil }
        return UnitMark(code: letter == 0x43 ? "Cel" : "[degF]", end: Int(lexeme.end), next: index + 1)
    }

    /// Reads what stands behind a degree sign.
    private func degrees(_ offset: Int, _ index: Int) -> UnitMark {
        let end = offset + 2
        if let lexeme = passage.lexeme(index), passage.endOfSpaces(end) == Int(lexeme.start) {
            // "23 °C", and "23°c" without a space
            let isGlued = Int(lexeme.start) == end
            let letter = lexeme.count == 1 ? passage.byte(Int(lexeme.start)) & (isGlued ? 0xDF : 0xFF) : 0
            let word = passage.value(index, .unit)
            if letter == 0x43 || word == "Cel" { return UnitMark(code: "Cel", end: Int(lexeme.end), next: index + 1) }
            if letter == 0x46 || word == "[degF]" {
                return UnitMark(code: "[degF]", end: Int(lexeme.end), next: index + 1)
            }
        }
        return UnitMark(code: "deg", end: end, next: index)
    }
}
