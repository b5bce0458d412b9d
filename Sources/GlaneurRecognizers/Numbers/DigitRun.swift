import GlaneurCore
import GlaneurLexicon

/// A figure in digits with its groups and decimals: `12 000`, `1,250.50`, `2.204,62`, `5'000`, `2½`, `1.3e6`, `10^9`.
struct DigitRun {
    /// The offset behind the last digit.
    var end: Int
    /// What it stands for.
    var value: ExactDecimal
    /// Whether it has neither groups nor decimals.
    var isPlain: Bool
    /// Whether digits follow behind a point, colon, slash or comma, so that this is a part of a date or a version.
    var isCompound: Bool
    /// Whether it is a fraction of small numbers.
    var isFraction = false

    private enum Separator: Equatable { case space, comma, point, apostrophe }

    /// Reads the figure whose first digit stands at `start`; nothing where it has more than 38 digits.
    static func read(_ passage: Passage, at start: Int) -> DigitRun? {
        let usesPoint = passage.language != .french
        var coefficient: Int128 = 0
        var digits = 0
        func take(_ offset: inout Int) {
            while isDigit(passage.byte(offset)), digits < 38 {
                coefficient = coefficient * 10 + Int128(passage.byte(offset) - 0x30)
                digits += 1
                offset += 1
            }
        }
        var offset = start
        take(&offset)
        if let run = vulgarFraction(passage, at: offset, behind: coefficient, of: digits) { return run }
        // Digits of other scripts are digits to the scanner, but no figures here.
        guard digits > 0, !isDigit(passage.byte(offset)) else { return nil }
        let first = offset - start
        var grouping: Separator?
        if first <= 3, passage.byte(start) != 0x30 || first == 3 {
            let groups = groups(passage, at: offset)
            if let separator = groups.separator, accepts(passage, separator, groups, usesPoint: usesPoint) {
                grouping = separator
                for _ in 0..<groups.count {
                    offset += separatorLength(passage, at: offset)?.length ?? 0
                    take(&offset)
                }
            }
        }
        // Decimals: the language's own sign always; the other one where it cannot group.
        var exponent = 0
        let mark = passage.byte(offset)
        if mark == 0x2C || mark == 0x2E, isDigit(passage.byte(offset + 1)), grouping != (mark == 0x2C ? .comma : .point)
        {
            var end = offset + 1
            while isDigit(passage.byte(end)) { end += 1 }
            let count = end - offset - 1
            let isOwn = (mark == 0x2E) == usesPoint
            let goesOn = (passage.byte(end) == 0x2C || passage.byte(end) == 0x2E) && isDigit(passage.byte(end + 1))
            if !goesOn, isOwn || count != 3 && (count <= 2 || mark == 0x2E) {
                offset += 1
                take(&offset)
                exponent = -count
            }
        }
        // Digits of other scripts are digits to the scanner, but no figures here.
        guard digits > 0, !isDigit(passage.byte(offset)) else { return nil }
        var run = DigitRun(
            end: offset, value: ExactDecimal(coefficient, exponent: exponent),
            isPlain: grouping == nil && exponent == 0, isCompound: false)
        if grouping == nil { run.readPower(passage) }
        switch passage.byte(run.end) {
        case 0x2F where isDigit(passage.byte(run.end + 1)) && run.isPlain: run.readDenominator(passage)
        case 0x2E, 0x2C, 0x3A, 0x2F: run.isCompound = isDigit(passage.byte(run.end + 1))
        default: break
        }
        return run
    }

    /// Reads a fraction of one character, alone or behind whole digits.
    private static func vulgarFraction(
        _ passage: Passage, at offset: Int, behind whole: Int128, of digits: Int
    ) -> DigitRun? {
        guard digits <= 9, let fraction = VulgarFraction.read(passage, at: offset),
            let value = ExactDecimal(whole).adding(fraction.value), !isDigit(passage.byte(offset + fraction.length))
        else { return nil }
        return DigitRun(
            end: offset + fraction.length, value: value, isPlain: false, isCompound: false, isFraction: digits == 0)
    }

    /// Reads `e10`, `E-3` and `^23`, the notations of science.
    private mutating func readPower(_ passage: Passage) {
        let sign = passage.byte(end)
        guard sign == 0x5E || sign | 0x20 == 0x65 else { return }
        var offset = end + 1
        let isNegative = passage.byte(offset) == 0x2D
        if isNegative || passage.byte(offset) == 0x2B { offset += 1 }
        var power = 0
        let first = offset
        while DigitRun.isDigit(passage.byte(offset)), offset - first < 3 {
            power = power * 10 + Int(passage.byte(offset) - 0x30)
            offset += 1
        }
        guard offset > first, power <= 128, !LexemeScanner.isWordByte(passage.byte(offset)) else { return }
        if isNegative { power.negate() }
        guard let result = sign == 0x5E ? value.raised(to: power) : value.scaled(by: power) else { return }
        value = result
        end = offset
        isPlain = false
    }

    /// Reads `/4` behind a numerator; anything else behind a slash is no number.
    private mutating func readDenominator(_ passage: Passage) {
        var denominator = 0
        var offset = end + 1
        while DigitRun.isDigit(passage.byte(offset)), offset - end < 5 {
            denominator = denominator * 10 + Int(passage.byte(offset) - 0x30)
            offset += 1
        }
        isCompound = true
        guard let numerator = value.integer, numerator > 0, numerator < denominator,
            denominator <= 100 || denominator == 1000, passage.byte(offset) != 0x2F,
            !DigitRun.isDigit(passage.byte(offset))
        else { return }
        // "9/11" is a day: but for the smallest, denominators are those of exact decimals.
        guard let quotient = ExactDecimal(Int128(numerator)).divided(by: ExactDecimal(Int128(denominator))),
            denominator < 10 || quotient.exponent >= -4
        else { return }
        value = quotient
        end = offset
        isCompound = false
        isFraction = true
        isPlain = false
    }

    /// Reads on from `119` to `119. 95` at the end of a line, as price lists are typed.
    mutating func readPartedCents(_ passage: Passage) {
        guard isPlain, passage.byte(end) == 0x2E, passage.byte(end + 1) == 0x20,
            DigitRun.isDigit(passage.byte(end + 2)), DigitRun.isDigit(passage.byte(end + 3)),
            passage.byte(end + 4) == 0 || passage.byte(end + 4) == 0x0A
        else { return }
        let cents = Int128(passage.byte(end + 2) - 0x30) * 10 + Int128(passage.byte(end + 3) - 0x30)
        guard let sum = value.adding(ExactDecimal(cents, exponent: -2)) else { return }
        value = sum
        end += 4
        isPlain = false
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func accepts(
        _ passage: Passage, _ separator: Separator, _ groups: (separator: Separator?, count: Int, end: Int),
        usesPoint: Bool
    ) -> Bool {
        switch separator {
        case .space, .apostrophe: return true
        case .comma, .point:
            if (separator == .comma) == usesPoint || groups.count > 1 { return true }
            // "2.204,62" in English and "1,250.50" in French: the other sign behind decides.
            let other: UInt8 = separator == .comma ? 0x2E : 0x2C
            return passage.byte(groups.end) == other && isDigit(passage.byte(groups.end + 1))
        }
    }

    /// Counts the groups of three digits behind `offset` that one and the same sign separates.
    private static func groups(
        _ passage: Passage, at offset: Int
    ) -> (separator: Separator?, count: Int, end: Int) {
        var found: Separator?
        var count = 0
        var offset = offset
        // "1,00,000": in India all groups but the last have two digits.
        if passage.language != .french, let end = indianGroups(passage, at: offset) { return end }
        while let (separator, length) = separatorLength(passage, at: offset), found == nil || found == separator {
            let group = offset + length
            guard isDigit(passage.byte(group)), isDigit(passage.byte(group + 1)), isDigit(passage.byte(group + 2)),
                !isDigit(passage.byte(group + 3))
            else { break }
            found = separator
            count += 1
            offset = group + 3
        }
        return (found, count, offset)
    }

    /// Counts the groups of two digits and the last one of three behind `offset`.
    private static func indianGroups(
        _ passage: Passage, at offset: Int
    ) -> (separator: Separator?, count: Int, end: Int)? {
        var count = 0
        var end = offset
        while passage.byte(end) == 0x2C, isDigit(passage.byte(end + 1)), isDigit(passage.byte(end + 2)), count < 12 {
            count += 1
            let isLast = isDigit(passage.byte(end + 3))
            end += isLast ? 4 : 3
            guard isLast else { continue }
            return count > 1 && !isDigit(passage.byte(end)) && passage.byte(end) != 0x2C ? (.comma, count, end) : nil
        }
        return nil
    }

    private static func separatorLength(
        _ passage: Passage, at offset: Int
    ) -> (separator: Separator, length: Int)? {
        switch passage.byte(offset) {
        case 0x2C: return (.comma, 1)
        case 0x2E: return (.point, 1)
        case 0x27: return (.apostrophe, 1)
        case 0xE2 where passage.byte(offset + 1) == 0x80 && passage.byte(offset + 2) == 0x99: return (.apostrophe, 3)
        default: return passage.spaceLength(offset).map { (.space, $0) }
        }
    }
}
