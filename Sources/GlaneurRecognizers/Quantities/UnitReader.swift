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
    let passage: PassageReader

    /// Reads the unit behind a number.
    func read(behind numeral: Numeral) -> UnitMark? {
        var index = numeral.lexemes.upperBound
        let offset = passage.endOfSpaces(numeral.end)
        if passage.byte(offset) == 0xC2, passage.byte(offset + 1) == 0xB0 { return degrees(offset, index) }
        let isJoined = passage.belongs(index, .of)
        if isJoined {
            // "1,2 million de tonnes", "4000000 de degrés"; in English the word is left out: "0.5k miles".
            guard numeral.isNoun || numeral.value >= ExactDecimal(1_000_000) else { return nil }
            index += 1
        } else if numeral.isNoun, passage.language == .french, numeral.scale != 3 {
            return nil
        }
        if let unit = bracketed(behind: numeral.end, index) { return unit }
        guard let gap = passage.lexeme(index)?.gap,
            gap == .space || gap == .none || gap == .hyphen || isJoined && gap == .apostrophe,
            let mark = unit(at: index, behind: numeral) ?? inch(at: index) ?? scale(at: index, numeral)
        else { return nil }
        return mark.isWeak ? mark : divided(mark)
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

    /// Whether a unit starts at a lexeme.
    func isUnit(at index: Int) -> Bool { unit(at: index) != nil }

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
            let letter = lexeme.count == 1 ? passage.byte(Int(lexeme.start)) : 0
            let word = passage.value(index, .unit)
            if letter == 0x43 || word == "Cel" { return UnitMark(code: "Cel", end: Int(lexeme.end), next: index + 1) }
            if letter == 0x46 || word == "[degF]" {
                return UnitMark(code: "[degF]", end: Int(lexeme.end), next: index + 1)
            }
        }
        return UnitMark(code: "deg", end: end, next: index)
    }
}

extension UnitReader {
    /// Reads *a* in front of a unit that one says of one only to measure: `a mile`, `a litre`; not in `$3 a gallon`.
    func one(at index: Int) -> Numeral? {
        guard passage.language != .french, passage.belongs(index, .numberOpener, as: "a"),
            passage.belongs(index + 1, .measureCue, as: "article"), passage.lexeme(index + 1)?.gap == .space,
            !isRate(index)
        else { return nil }
        let lexeme = passage.lexemes[index]
        return Numeral(
            lexemes: index..<index + 1, start: Int(lexeme.start), end: Int(lexeme.end), value: ExactDecimal(1),
            figure: ExactDecimal(1), isWords: true, isOne: true)
    }

    /// Whether *a* is *per*: behind a number, a sum, a unit or a time.
    private func isRate(_ index: Int) -> Bool {
        guard let before = passage.lexeme(index - 1), passage.lexemes[index].gap == .space else {
            return passage.lexemes[index].gap == .other
        }
        return before.shape.contains(.digit)
            || !before.classes.isDisjoint(with: WordClass.Set(.scale, .currency, .currencyCode, .unit, .timeUnit))
            || passage.belongs(index - 1, .measureCue, as: "rate") || isUnit(at: index - 1)
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
