import GlaneurCore
import GlaneurLexicon

/// Reads one number with its currency, unit or counted noun.
struct AmountReader {
    let passage: Passage

    var numerals: NumeralReader { NumeralReader(passage: passage) }
    var ordinals: OrdinalReader { OrdinalReader(passage: passage) }
    var positions: PositionReader { PositionReader(passage: passage) }
    var units: UnitReader { UnitReader(passage: passage) }
    private var compounds: CompoundUnits { CompoundUnits(passage: passage) }
    private var percents: PercentReader { PercentReader(passage: passage) }
    private var nouns: CountedNounReader { CountedNounReader(passage: passage) }
    var ages: AgeReader { AgeReader(passage: passage) }

    /// Reads the amount whose number starts at a lexeme.
    ///
    /// - Parameters:
    ///   - floor: the offset before which everything belongs to something else already.
    ///   - isSecond: whether it is the second end of a range, which may be joined to the first by a hyphen.
    func read(at index: Int, floor: Int, isSecond: Bool = false) -> AmountReading? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        let currencies = numerals.currencies
        let glued = lexeme.shape.isNumber ? nil : currencies.glued(at: index)
        let mark = lexeme.shape.isNumber ? currencies.before(Int(lexeme.start), index, floor: floor) : glued
        var number = numerals.read(at: index, from: glued?.end, isMoney: mark != nil)
        if mark == nil {
            number =
                units.parts(number) ?? units.millions(number) ?? number ?? units.one(at: index)
                ?? unit(at: index)
        }
        guard var numeral = number, !numeral.isCompound else { return nil }
        if let mark, mark.isLeadingWord ? closes(numeral) : !mark.isWeak || numeral.scale != nil {
            return money(mark, &numeral, at: index)
        }
        guard glued == nil, isSecond || startsFreely(numeral, index) else { return nil }
        if !numeral.isWords, !isSecond || numeral.start > floor { takeSign(into: &numeral, before: numeral.start) }
        let kind = kind(of: &numeral)
        if kind.kind.isNone, let start = percents.start(before: numeral) {
            return AmountReading(
                numeral: numeral, kind: .percent(0), start: start, end: numeral.end, first: 0, next: kind.next)
        }
        if case .none = kind.kind, passage.lexeme(kind.next)?.gap == Lexeme.Gap.none { return nil }
        return AmountReading(
            numeral: numeral, kind: kind.kind, start: numeral.start, end: kind.end, first: index, next: kind.next)
    }

    /// Whether a number may start here: not behind a hyphen (`Covid-19`), a point or a slash that ties it to more digits.
    private func startsFreely(_ numeral: Numeral, _ index: Int) -> Bool {
        switch passage.lexemes[index].gap {
        case .hyphen:
            // A hyphen behind a space is a minus sign; otherwise it ties the number to a word.
            return Int(passage.lexemes[index].start) - 1 > (passage.lexeme(index - 1).map { Int($0.end) } ?? -2)
        case .point, .slash, .other, .apostrophe:
            let before = passage.byte(numeral.start - 1)
            let isTied = before == 0x2E || before == 0x2F || before == 0x3A || before == 0x2C
            return !(isTied && DigitRun.isDigit(passage.byte(numeral.start - 2)))
        case .none: return false
        default: return true
        }
    }

    func lexemeAt(_ offset: Int, _ index: Int) -> Int {
        var index = index
        while index > 0, Int(passage.lexemes[index - 1].start) >= offset { index -= 1 }
        return index
    }

    /// Takes a minus sign that stands directly before the amount into it, or behind the sign of the currency.
    func takeSign(into numeral: inout Numeral, before start: Int) {
        let isInner = start < numeral.start && passage.byte(numeral.start - 1) == 0x2D
        let length =
            passage.byte(start - 1) == 0x2D
            ? 1
            : passage.dashLength(start - 3) == 3
                && passage.byte(start - 3) == 0xE2 && passage.byte(start - 2) == 0x88 ? 3 : 0
        guard isInner || length > 0 else { return }
        if !isInner {
            let before = passage.byte(start - length - 1)
            guard before == 0x20 || before == 0x28 || before == 0x0A || before == 0 || before == 0xA0 || before == 0xAF
            else { return }
            numeral.start = start - length
        }
        numeral.value = numeral.value.negated
        numeral.figure = numeral.figure.negated
    }

    private func kind(of numeral: inout Numeral) -> (kind: AmountReading.Kind, end: Int, next: Int) {
        if standsAlone(numeral) {
            let kind: AmountReading.Kind = isAge(numeral) ? .age("a") : .none
            return (kind, numeral.end, numeral.lexemes.upperBound)
        }
        if let percent = percents.read(behind: numeral) {
            takeSpacedMinus(into: &numeral)
            return (.percent(percent.power), percent.end, percent.next)
        }
        let unit = units.read(behind: numeral)
        if let mark = numerals.currencies.behind(numeral), isMoney(mark, numeral, unit) {
            if let power = mark.scale {
                guard numeral.scale == nil else { return (.none, numeral.end, numeral.lexemes.upperBound) }
                numeral.value = numeral.value.scaled(by: power)
                numeral.scale = power
            }
            var end = mark.end
            var next = mark.next
            readHundredths(mark, isBefore: false, &numeral, &end, &next)
            return (.money(mark), end, next)
        }
        if let unit, !unit.isWeak || isWeight(numeral) {
            if unit.code == "deg" || unit.code == "Cel" || unit.code == "[degF]" {
                takeSpacedMinus(into: &numeral)
                if let next = takeBelowZero(into: &numeral, at: unit.next) {
                    return (.unit(unit.code), Int(passage.lexemes[next - 1].end), next)
                }
            }
            guard let whole = compounds.read(from: numeral, unit) else {
                return (.unit(unit.code), unit.end, unit.next)
            }
            numeral.value = whole.value
            return (.unit(whole.unit.code), whole.unit.end, whole.unit.next)
        }
        if let next = takeBelowZero(into: &numeral, at: numeral.lexemes.upperBound) {
            return (.unit("deg"), Int(passage.lexemes[next - 1].end), next)
        }
        if let height = compounds.height(behind: numeral) {
            numeral.value = height.value
            return (.unit(height.unit.code), height.unit.end, height.unit.next)
        }
        let next = numeral.lexemes.upperBound
        let timed = numeral.isNoun && passage.belongs(next, .of) ? next + 1 : next
        if let gap = passage.lexeme(timed)?.gap, gap == .space || gap == .none || gap == .hyphen || gap == .apostrophe,
            let code = passage.value(timed, .timeUnit)
        {
            if let next = ages.next(behind: numeral, unit: timed) {
                return (.age(code), Int(passage.lexemes[next - 1].end), next)
            }
            let end = Int(passage.lexemes[timed].end)
            return (.time, end, timed + 1)
        }
        if isAge(numeral) { return (.age("a"), numeral.end, next) }
        guard !numeral.isVague, !numeral.isFraction, let noun = nouns.read(behind: numeral) else {
            return (.none, numeral.end, next)
        }
        return (
            .counted(noun), noun.holdsName ? numeral.end : Int(passage.lexemes[noun.lexemes.upperBound - 1].end),
            noun.lexemes.upperBound
        )
    }

    private func isAge(_ numeral: Numeral) -> Bool {
        numeral.value < ExactDecimal(150)
            && (ages.follows(numeral) && (!numeral.isWords || numeral.value > ExactDecimal(2))
                || ages.isApposed(numeral))
    }

    /// The classes of words and phrases behind a number that say what it is a number of.
    private static let measures = WordClass.Set(
        .unit, .currency, .currencyCode, .currencyPrefix, .timeUnit, .scale, .scaleSign, .measureCue, .of)

    /// Whether punctuation or a word of grammar behind a number leaves nothing that it could be a number of: two in three are
    /// such.
    private func standsAlone(_ numeral: Numeral) -> Bool {
        switch passage.byte(passage.endOfSpaces(numeral.end)) {
        case 0, 0x0A, 0x2C, 0x2E, 0x3B, 0x21, 0x3F: return true
        default: break
        }
        guard !numeral.isNoun, let next = passage.lexeme(numeral.lexemes.upperBound), next.gap == .space,
            next.classes.contains(.countStop)
        else { return false }
        return passage.words.opened(by: next.words).isDisjoint(with: AmountReader.measures)
    }

    /// Takes *below zero* behind a temperature into the number.
    private func takeBelowZero(into numeral: inout Numeral, at index: Int) -> Int? {
        guard numeral.value > ExactDecimal(0), let next = units.belowZero(at: index) else { return nil }
        numeral.value = numeral.value.negated
        numeral.figure = numeral.figure.negated
        return next
    }

    /// Takes the minus of `- 2,5 %` into the number, where it can be no dash of a dialogue or list.
    private func takeSpacedMinus(into numeral: inout Numeral) {
        let edge = passage.startOfSpaces(numeral.start)
        guard passage.language == .french, edge < numeral.start, numeral.value > ExactDecimal(0),
            numeral.start - edge <= 3, passage.byte(edge - 1) == 0x2D
        else { return }
        let before = passage.byte(edge - 2)
        guard before == 0x20 || before == 0x28 || before == 0xA0 || before == 0xAF,
            passage.startOfSpaces(edge - 1) > passage.span.start,
            !DigitRun.isDigit(passage.byte(passage.startOfSpaces(edge - 1) - 1)),
            passage.byte(passage.startOfSpaces(edge - 1) - 1) != 0x0A
        else { return }
        numeral.start = edge - 1
        numeral.value = numeral.value.negated
        numeral.figure = numeral.figure.negated
    }
}
