import GlaneurCore
import GlaneurLexicon

/// Makes mentions of what was read, with their magnitudes and the names of their rules.
struct AmountMention {
    let passage: Passage

    /// Makes the mention of one amount; nothing where the number alone says too little.
    func single(_ reading: AmountReading) -> Mention? {
        let numeral = reading.numeral
        guard !numeral.isVague || reading.kind.isMoney else { return nil }
        if numeral.isOne, !reading.kind.isMeasure { return one(numeral) }
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
            return Mention(span: span, label: .percent, value: .percent(share), maker: rule(.percent))
        case .unit(let code):
            let quantity = Quantity(magnitude: magnitude, unit: code, numberEnd: numeral.end)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule(.quantityUnit))
        case .age(let code):
            let quantity = Quantity(magnitude: magnitude, unit: code, numberEnd: numeral.end)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule(.quantityAge))
        case .counted(let noun):
            // "Dojo 3 …" names a thing, "pour Dojo 100 exaflops" counts.
            guard numeral.value >= ExactDecimal(100) || !isModelNumber(reading) else { return nil }
            let quantity = Quantity(
                magnitude: magnitude, counted: passage.string(noun.lexemes), numberEnd: numeral.end)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule(.quantityCounted))
        case .time: return nil
        case .none:
            guard !isModelNumber(reading), !isSerial(reading), !isNew(reading) else { return nil }
            return Mention(
                span: span, label: .cardinal, value: .number(Number(magnitude: magnitude)),
                maker: rule(.cardinal))
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
            return Mention(span: span, label: .money, value: .money(money), maker: rule(.moneyRange))
        case .percent(let power):
            let share = magnitude.scaled(by: power)
            return Mention(span: span, label: .percent, value: .percent(share), maker: rule(.percentRange))
        case .unit(let code), .age(let code):
            let quantity = Quantity(magnitude: magnitude, unit: code, numberEnd: numberEnd)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule(.quantityRange))
        case .counted(let noun):
            let quantity = Quantity(
                magnitude: magnitude, counted: passage.string(noun.lexemes), numberEnd: numberEnd)
            return Mention(span: span, label: .quantity, value: .quantity(quantity), maker: rule(.quantityRange))
        case .time: return nil
        case .none:
            return Mention(
                span: span, label: .cardinal, value: .number(Number(magnitude: magnitude)), maker: rule(.numberRange))
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
        let name: RuleName
        if numeral.isVague {
            name = .moneyVague
        } else if numeral.scale != nil {
            name = .moneyScale
        } else {
            switch mark.evidence {
            case .code: name = .moneyCode
            case .name: name = .moneyWord
            case .byDefault, .adjective, .symbol:
                name = mark.end - mark.start <= 6 && mark.isSign(in: passage) ? .moneySign : .moneyWord
            case .document, .country: name = .moneyWord
            }
        }
        return Mention(span: span, label: .money, value: .money(money), maker: rule(name))
    }

    /// Makes the mention of a *one* that counts and is no pronoun or article, by itself: its noun is as often a turn of phrase
    /// as a thing that is counted.
    private func one(_ numeral: Numeral) -> Mention? {
        let index = numeral.lexemes.lowerBound
        guard isInRow(index) || passage.language != .french && !isPronoun(index) else { return nil }
        let number = Number(magnitude: Magnitude(numeral.value))
        return Mention(
            span: ByteSpan(numeral.start, numeral.end), label: .cardinal, value: .number(number),
            maker: rule(.cardinal))
    }

    /// Whether number words stand beside a lexeme, or nothing at all: `un, deux, trois`.
    private func isInRow(_ index: Int) -> Bool {
        let lexemes = passage.lexemes
        func isNumber(_ other: Int, across gap: Lexeme.Gap) -> Bool {
            (gap == .space || gap == .comma || gap == .other) && passage.belongs(other, .cardinal)
                && lexemes[other].wordHash != lexemes[index].wordHash
        }
        let next = index + 1 < lexemes.count ? index + 1 : nil
        if index == 0, next == nil { return true }
        return isNumber(index - 1, across: lexemes[index].gap)
            || next.map { isNumber($0, across: lexemes[$0].gap) } ?? false
    }

    /// Whether *one* stands for a noun or for anybody: `the one`, `no one`, `one’s`, `one should`.
    private func isPronoun(_ index: Int) -> Bool {
        if passage.lexemes[index].gap == .hyphen { return true }
        if passage.lexemes[index].gap == .space, passage.belongs(index - 1, .numberLink, as: "pronoun") { return true }
        guard let next = passage.lexeme(index + 1) else { return false }
        switch next.gap {
        case .apostrophe, .hyphen: return true
        case .space:
            return passage.belongs(index + 1, .numberLink, as: "pronoun")
                || passage.belongs(index + 1, .stop, as: "aux")
        default: return false
        }
    }

    private func rule(_ rule: RuleName) -> String { rule.name(passage.language) }

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
    func isSign(in passage: Passage) -> Bool {
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
