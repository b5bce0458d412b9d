import GlaneurCore
import GlaneurLexicon

/// Makes mentions of what was read, with their magnitudes and the names of their rules.
struct AmountMention {
    let passage: PassageReader

    /// Makes the mention of one amount; nothing where the number alone says too little.
    func single(_ reading: AmountReading) -> Mention? {
        let numeral = reading.numeral
        guard !numeral.isOne || isCounting(reading.kind), !numeral.isVague || reading.kind.isMoney else { return nil }
        var qualifier = QualifierReader(passage: passage).read(
            before: reading.first, behind: reading.end, next: reading.next)
        if numeral.isRound, qualifier == nil { qualifier = .about }
        if numeral.isVague { qualifier = .vague }
        let span = ByteSpan(reading.start, reading.end)
        let magnitude = Magnitude(numeral.value, qualifier ?? .exact)
        switch reading.kind {
        case .money(let mark): return money(mark, magnitude, reading, span)
        case .percent(let power):
            let share = magnitude.scaled(by: power)
            return Mention(span: span, label: .percent, value: .percent(share), maker: rule("percent"))
        case .unit(let code):
            let quantity = Quantity(magnitude: magnitude, unit: code, numberEnd: numeral.end)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule("quantity.unit"))
        case .age(let code):
            let quantity = Quantity(magnitude: magnitude, unit: code, numberEnd: numeral.end)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule("quantity.age"))
        case .counted(let noun):
            // "Dojo 3 …" names a thing, "pour Dojo 100 exaflops" counts.
            guard numeral.value >= ExactDecimal(100) || !isModelNumber(reading) else { return nil }
            let quantity = Quantity(
                magnitude: magnitude, counted: passage.string(noun.lexemes), numberEnd: numeral.end)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule("quantity.counted"))
        case .time: return nil
        case .none:
            guard !isModelNumber(reading), !isSerial(reading), !isNew(reading) else { return nil }
            return Mention(
                span: span, label: .cardinal, value: .number(Number(magnitude: magnitude)),
                maker: rule("number.cardinal"))
        }
    }

    /// Makes the mention of a range; nothing for a stretch of time, which is a date's business.
    func range(_ range: AmountRange) -> Mention? {
        let span = ByteSpan(range.low.start, range.high.end)
        var low = range.low.numeral.value
        var high = range.high.numeral.value
        if case .money(let mark) = range.kind, mark.isHundredth {
            low = low.scaled(by: -2)
            high = high.scaled(by: -2)
        }
        let magnitude = Magnitude(value: nil, low: low, high: high, qualifier: .range)
        let numberEnd = range.high.numeral.end
        switch range.kind {
        case .money(let mark):
            let money = Money(
                magnitude: magnitude, currency: mark.code, currencyEvidence: mark.evidence,
                alternatives: mark.alternatives,
                per: PriceBasis(passage: passage).read(behind: range.high.end, at: range.high.next))
            return Mention(span: span, label: .money, value: .money(money), maker: rule("money.range"))
        case .percent(let power):
            let share = magnitude.scaled(by: power)
            return Mention(span: span, label: .percent, value: .percent(share), maker: rule("percent.range"))
        case .unit(let code), .age(let code):
            let quantity = Quantity(magnitude: magnitude, unit: code, numberEnd: numberEnd)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule("quantity.range"))
        case .counted(let noun):
            let quantity = Quantity(
                magnitude: magnitude, counted: passage.string(noun.lexemes), numberEnd: numberEnd)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule("quantity.range"))
        case .time: return nil
        case .none:
            return Mention(
                span: span, label: .cardinal, value: .number(Number(magnitude: magnitude)), maker: rule("number.range"))
        }
    }

    private func money(
        _ mark: CurrencyMark, _ magnitude: Magnitude, _ reading: AmountReading, _ span: ByteSpan
    ) -> Mention {
        let numeral = reading.numeral
        let scaled = mark.isHundredth ? magnitude.hundredth : magnitude
        let money = Money(
            magnitude: scaled, currency: mark.code, currencyEvidence: mark.evidence, alternatives: mark.alternatives,
            figure: numeral.isVague ? nil : numeral.figure, scale: numeral.scale,
            per: PriceBasis(passage: passage).read(behind: reading.end, at: reading.next))
        let name: String
        if numeral.isVague {
            name = "money.vague"
        } else if numeral.scale != nil {
            name = "money.scale"
        } else {
            switch mark.evidence {
            case .code: name = "money.code"
            case .name: name = "money.word"
            case .byDefault, .adjective, .symbol:
                name = mark.end - mark.start <= 6 && mark.isSign(in: passage) ? "money.sign" : "money.word"
            case .document, .country: name = "money.word"
            }
        }
        return Mention(span: span, label: .money, value: .money(money), maker: rule(name))
    }

    private func rule(_ name: String) -> String { "rule:\(passage.languageCode).\(name)" }

    private func isCounting(_ kind: AmountReading.Kind) -> Bool {
        switch kind {
        case .money, .percent, .unit, .age: true
        default: false
        }
    }

    /// Whether the digits are a part of the name before them: `Grok 3`, `Boeing 737`.
    private func isModelNumber(_ reading: AmountReading) -> Bool {
        let first = reading.numeral.lexemes.lowerBound
        return reading.numeral.isPlain && passage.lexemes[first].gap == .space && passage.looksLikeName(first - 1)
    }

    /// Whether French *neuf* is the adjective: `le logement neuf`.
    private func isNew(_ reading: AmountReading) -> Bool {
        let lexemes = reading.numeral.lexemes
        guard passage.language == .french, reading.numeral.isWords, lexemes.count == 1,
            reading.numeral.value == ExactDecimal(9), let before = passage.lexeme(lexemes.lowerBound - 1)
        else { return false }
        return passage.lexemes[lexemes.lowerBound].gap == .space && before.classes.isDisjoint(with: .functionWords)
    }

    /// Whether bare digits stand in a row of digits, as in telephone numbers.
    private func isSerial(_ reading: AmountReading) -> Bool {
        guard reading.numeral.isPlain else { return false }
        let first = reading.numeral.lexemes.lowerBound
        let next = reading.numeral.lexemes.upperBound
        func isDigits(_ index: Int, across gap: Lexeme.Gap) -> Bool {
            (gap == .space || gap == .hyphen || gap == .point) && (passage.lexeme(index)?.shape.isNumber ?? false)
        }
        return isDigits(first - 1, across: passage.lexemes[first].gap)
            || passage.lexeme(next).map { isDigits(next, across: $0.gap) } ?? false
    }
}

extension CurrencyMark {
    /// Whether it is written with a sign and not in words.
    func isSign(in passage: PassageReader) -> Bool {
        CurrencySign.endingAt(end, in: passage) != nil || CurrencySign.at(start, in: passage) != nil
    }
}

extension Magnitude {
    /// The same in hundredths: 25 cents are 0.25.
    var hundredth: Magnitude { scaled(by: -2) }

    /// The same times a power of ten.
    func scaled(by power: Int) -> Magnitude {
        guard power != 0 else { return self }
        return Magnitude(
            value: value?.scaled(by: power), low: low?.scaled(by: power), high: high?.scaled(by: power),
            qualifier: qualifier)
    }
}
