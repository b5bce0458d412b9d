import GlaneurCore
import GlaneurLexicon

/// Stretches of time of more than a number and a unit: `an hour and a half`, `1 hour 30 minutes`, `three quarters of an hour`.
extension DurationReader {
    /// Reads on from `un an` to `un an et demi`, from `2 hours` to `2 hours 30 minutes`.
    func readOn(from stretch: inout Stretch) {
        readHalf(into: &stretch)
        while readSmaller(into: &stretch) {}
        readBareMinutes(into: &stretch)
    }

    /// Reads on from `an hour` to `an hour and a half`, from `un an` to `un an et un quart`.
    private func readHalf(into stretch: inout Stretch) {
        guard passage.belongs(stretch.next, .numberLink, as: "and"), passage.isSpaced(stretch.next) else { return }
        var part = stretch.next + 1
        if passage.belongs(part, .numberOpener, as: "a") || isFrench && passage.number(part, .cardinal) == 1 {
            part += 1
        }
        let share: ExactDecimal
        if passage.number(part, .fraction) == 2 {
            share = ExactDecimal(5, exponent: -1)
        } else if isQuarter(part), passage.endsClause(part + 1) || !passage.belongs(part + 1, .of) {
            share = ExactDecimal(25, exponent: -2)
        } else {
            return
        }
        guard let sum = stretch.count?.adding(share) else { return }
        stretch.count = sum
        stretch.timex = DurationReader.timex(sum, stretch.unit)
        stretch.next = part + 1
    }

    /// How many of a smaller unit a larger one has, where the two are told together as one stretch.
    private static func factor(from unit: String, to smaller: String) -> Int128? {
        switch (unit, smaller) {
        case ("a", "mo"): 12
        case ("wk", "d"): 7
        case ("d", "h"): 24
        case ("h", "min"), ("min", "s"): 60
        case ("h", "s"): 3600
        default: nil
        }
    }

    /// Reads on from `1 hour` to `1 hour 30 minutes`: a smaller unit behind a larger one belongs to one stretch.
    ///
    /// Days and more do so only without a word between them: `3 years, 2 months and 4 days` are three.
    private func readSmaller(into stretch: inout Stretch) -> Bool {
        var next = stretch.next
        let isClock = DurationReader.seconds(in: stretch.unit) != nil
        if isClock, passage.belongs(next, .numberLink, as: "and") { next += 1 }
        guard let gap = passage.lexeme(next)?.gap, gap == .space || gap == .comma && isClock,
            let numeral = numerals.read(at: next), !numeral.isCompound, !numeral.isOne || isFrench,
            let code = unitCode(numeral.lexemes.upperBound, numeral),
            let factor = DurationReader.factor(from: stretch.unit, to: code),
            let sum = stretch.count?.multiplied(by: ExactDecimal(factor))?.adding(numeral.value)
        else { return false }
        stretch.count = sum
        stretch.unit = code
        stretch.timex = DurationReader.timex(sum, code)
        stretch.next = numeral.lexemes.upperBound + 1
        return true
    }

    /// Reads on from `1 hour` to `1 hour thirty`, where nothing follows that the number could count.
    private func readBareMinutes(into stretch: inout Stretch) {
        guard !isFrench, stretch.unit == "h" else { return }
        var next = stretch.next
        if passage.belongs(next, .numberLink, as: "and") { next += 1 }
        guard passage.isSpaced(next), let numeral = numerals.read(at: next), !numeral.isCompound,
            let minutes = numeral.value.integer, (2..<60).contains(minutes), numeral.isWords || numeral.isPlain,
            passage.endsClause(numeral.lexemes.upperBound), passage.byte(numeral.end) != 0x25,
            let sum = stretch.count?.multiplied(by: ExactDecimal(60))?.adding(numeral.value)
        else { return }
        stretch.count = sum
        stretch.unit = "min"
        stretch.timex = DurationReader.timex(sum, "min")
        stretch.next = numeral.lexemes.upperBound
    }

    // MARK: Quarters

    private func isQuarter(_ index: Int) -> Bool {
        passage.value(index, .period) == "Q" && !isFrench || passage.belongs(index, .dateCue, as: "quarter")
    }

    /// Reads `a quarter of an hour`, `three-quarters of an hour`, `un quart d’heure`, `one and a quarter hours`.
    func quarters(at index: Int) -> Stretch? {
        if let shares = shares(at: index), passage.belongs(shares.next, .of), let unit = unit(at: shares.next) {
            return stretch(shares.count, unit)
        }
        guard !isFrench, let whole = numerals.read(at: index), !whole.isCompound,
            passage.belongs(whole.lexemes.upperBound, .numberLink, as: "and"),
            passage.isSpaced(whole.lexemes.upperBound + 1), let shares = shares(at: whole.lexemes.upperBound + 1),
            let count = whole.value.adding(shares.count), let unit = unit(at: shares.next)
        else { return nil }
        return stretch(count, unit)
    }

    private func stretch(_ count: ExactDecimal, _ unit: (code: String, next: Int)) -> Stretch {
        Stretch(next: unit.next, count: count, unit: unit.code, timex: DurationReader.timex(count, unit.code))
    }

    /// Reads `a quarter`, `three quarters`.
    private func shares(at index: Int) -> (count: ExactDecimal, next: Int)? {
        var next = index
        var count = 1
        if passage.belongs(next, .numberOpener, as: "a") {
            next += 1
        } else if let number = passage.number(next, .cardinal) ?? passage.wholeNumber(next), (1...3).contains(number) {
            count = number
            next += 1
        }
        guard isQuarter(next), let gap = passage.lexeme(next)?.gap, next == index || gap == .space || gap == .hyphen
        else {
            return nil
        }
        return (ExactDecimal(Int128(count) * 25, exponent: -2), next + 1)
    }

    /// Reads `of an hour`, `d’heure`, `hours`.
    private func unit(at index: Int) -> (code: String, next: Int)? {
        var next = index
        if passage.belongs(next, .of) { next += 1 }
        if passage.belongs(next, .numberOpener, as: "a") { next += 1 }
        guard let gap = passage.lexeme(next)?.gap, gap == .space || gap == .apostrophe,
            let code = passage.value(next, .timeUnit), code == "h" || next == index
        else { return nil }
        return (code, next + 1)
    }
}
