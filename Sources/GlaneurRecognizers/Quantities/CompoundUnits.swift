import GlaneurCore
import GlaneurLexicon

/// Reads measures of several units, which are one quantity in the smallest: `5 feet 2 inches` is 62 inches, `1m80` 180 cm.
struct CompoundUnits {
    let passage: Passage

    private var numerals: NumeralReader { NumeralReader(passage: passage) }
    private var units: UnitReader { UnitReader(passage: passage) }

    /// Reads on from an amount to the smaller units behind it.
    ///
    /// - Returns: the whole in the unit of the last, or nothing where one unit is all there is.
    func read(from first: Numeral, _ unit: UnitMark) -> (value: ExactDecimal, unit: UnitMark)? {
        guard !first.isNoun, first.scale == nil else { return nil }
        var value = first.value
        var mark = unit
        if let next = half(behind: mark), let sum = value.adding(ExactDecimal(5, exponent: -1)) {
            mark.end = Int(passage.lexemes[next - 1].end)
            mark.next = next
            return (sum, mark)
        }
        while let part = part(behind: mark, of: value) {
            guard let whole = value.multiplied(by: ExactDecimal(Int128(part.factor))),
                let sum = whole.adding(part.value)
            else { break }
            value = sum
            mark = part.unit
        }
        return mark.end > unit.end ? (value, mark) : nil
    }

    /// The index behind *et demi* or *and a half*.
    private func half(behind mark: UnitMark) -> Int? {
        guard passage.belongs(mark.next, .numberLink, as: "and"), passage.lexeme(mark.next)?.gap == .space else {
            return nil
        }
        let index = passage.belongs(mark.next + 1, .numberOpener, as: "a") ? mark.next + 2 : mark.next + 1
        let next = passage.lexeme(index + 1)?.gap
        return passage.number(index, .fraction) == 2 && next != .hyphen && passage.lexeme(index)?.gap == .space
            ? index + 1 : nil
    }

    private typealias Part = (value: ExactDecimal, unit: UnitMark, factor: Int)

    private func part(behind mark: UnitMark, of value: ExactDecimal) -> Part? {
        let isLinked = passage.belongs(mark.next, .numberLink, as: "and")
        let index = isLinked ? mark.next + 1 : mark.next
        guard let lexeme = passage.lexeme(index), let gap = passage.lexeme(mark.next)?.gap,
            gap == .space || gap == .hyphen || gap == .comma && !isLinked || isAbbreviated(mark, gap),
            !isLinked || lexeme.gap == .space, let numeral = numerals.read(at: index), !numeral.isCompound,
            numeral.start == Int(lexeme.start)
        else { return nil }
        if let smaller = units.read(behind: numeral) ?? inch(behind: numeral) {
            // "1 km, 400 m and 100 m" is a list; "2 yards, 7 feet" is not.
            let isCustomary = mark.code.utf8.first == 0x5B
            guard let factor = factor(mark.code, smaller.code),
                isCustomary || gap != .comma && numeral.value < ExactDecimal(Int128(factor))
            else { return nil }
            return (numeral.value, smaller, factor)
        }
        return isLinked || gap == .comma || gap == .point ? nil : bare(numeral, behind: mark, of: value, gap)
    }

    /// Whether the point behind a unit is that of an abbreviation, as in `8 lbs. 3 oz`.
    private func isAbbreviated(_ mark: UnitMark, _ gap: Lexeme.Gap) -> Bool {
        gap == .point && mark.code.utf8.first == 0x5B && passage.lexemes[mark.next - 1].count <= 3
    }

    /// Reads the inches of `5 ft 2 in`, which need no other sign that they are no preposition.
    private func inch(behind numeral: Numeral) -> UnitMark? {
        let index = numeral.lexemes.upperBound
        guard let lexeme = passage.lexeme(index), lexeme.gap == .space, passage.belongs(index, .measureCue, as: "inch")
        else { return nil }
        return UnitMark(code: "[in_i]", end: Int(lexeme.end), next: index + 1)
    }

    /// Reads smaller units that are not named: `6-foot-4`, `1 mètre 80`.
    private func bare(_ numeral: Numeral, behind mark: UnitMark, of value: ExactDecimal, _ gap: Lexeme.Gap) -> Part? {
        let next = numeral.lexemes.upperBound
        let isClosed = passage.lexeme(next).map { $0.gap != .space && $0.gap != .none } ?? true
        guard let count = numeral.value.integer, count >= 0 else { return nil }
        let unit = UnitMark(code: mark.code == "m" ? "cm" : "[in_i]", end: numeral.end, next: next)
        if mark.code == "[ft_i]", gap == .hyphen || isClosed, count < 12, value < ExactDecimal(9) {
            return (numeral.value, unit, 12)
        }
        guard mark.code == "m", passage.language == .french, (10..<100).contains(count), value < ExactDecimal(3),
            isClosed || passage.belongs(next, .countStop)
        else { return nil }
        return (numeral.value, unit, 100)
    }

    /// Reads the height `1m80` or `6'2"`.
    func height(behind numeral: Numeral) -> (value: ExactDecimal, unit: UnitMark)? {
        guard numeral.isPlain else { return nil }
        return passage.language == .french ? metres(behind: numeral) : inches(behind: numeral)
    }

    /// Reads the inches behind `6'`, with or without their sign.
    private func inches(behind numeral: Numeral) -> (value: ExactDecimal, unit: UnitMark)? {
        let next = numeral.lexemes.upperBound
        guard let feet = numeral.value.integer, (2...8).contains(feet), let lexeme = passage.lexeme(next),
            lexeme.gap == .apostrophe, let inches = passage.wholeNumber(next), inches < 12,
            Int(lexeme.start) == numeral.end + (passage.byte(numeral.end) == 0x27 ? 1 : 3),
            passage.lexeme(next + 1).map({ $0.gap != .none }) ?? true
        else { return nil }
        let isSigned = passage.byte(Int(lexeme.end)) == 0x22
        let mark = UnitMark(code: "[in_i]", end: Int(lexeme.end) + (isSigned ? 1 : 0), next: next + 1)
        return (ExactDecimal(Int128(Int(feet) * 12 + inches)), mark)
    }

    /// Reads the centimetres of `1m80`, whose letter and hundredths are one lexeme.
    private func metres(behind numeral: Numeral) -> (value: ExactDecimal, unit: UnitMark)? {
        let next = numeral.lexemes.upperBound
        guard numeral.value < ExactDecimal(3),
            let lexeme = passage.lexeme(next), lexeme.gap == .none, lexeme.count == 3,
            passage.byte(Int(lexeme.start)) | 0x20 == 0x6D,
            let tens = digit(Int(lexeme.start) + 1), let ones = digit(Int(lexeme.start) + 2),
            let sum = numeral.value.scaled(by: 2).adding(ExactDecimal(Int128(tens * 10 + ones)))
        else { return nil }
        return (sum, UnitMark(code: "cm", end: Int(lexeme.end), next: next + 1))
    }

    private func digit(_ offset: Int) -> Int? {
        let byte = passage.byte(offset)
        return DigitRun.isDigit(byte) ? Int(byte) - 0x30 : nil
    }

    /// How many of the smaller unit make one of the larger, where people say both in one measure.
    private func factor(_ large: String, _ small: String) -> Int? {
        switch (large, small) {
        case ("[ft_i]", "[in_i]"): 12
        case ("[yd_i]", "[ft_i]"): 3
        case ("[yd_i]", "[in_i]"): 36
        case ("[mi_i]", "[yd_i]"): 1760
        case ("[mi_i]", "[ft_i]"): 5280
        case ("[lb_av]", "[oz_av]"): 16
        case ("[stone_av]", "[lb_av]"): 14
        case ("[gal_us]", "[pt_us]"): 8
        case ("t", "kg"), ("km", "m"), ("kg", "g"), ("m", "mm"), ("L", "mL"), ("g", "mg"): 1000
        case ("m", "cm"), ("L", "cL"): 100
        case ("cm", "mm"): 10
        default: nil
        }
    }
}
