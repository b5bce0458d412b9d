package import GlaneurCore

/// What mentions say beside their labels, as objects named after the kind of value.
extension JSONWriter {
    /// Writes the value of a mention under its key; `offset` turns a byte offset into the unit of the line.
    package mutating func value(_ value: Mention.Value, _ offset: (Int) -> Int) {
        switch value {
        case .none: break
        case .money(let money): self.money(money)
        case .percent(let magnitude):
            key("percent")
            beginObject()
            bounds(magnitude)
            member("qualifier", magnitude.qualifier.rawValue)
            endObject()
        case .quantity(let quantity):
            key("quantity")
            beginObject()
            bounds(quantity.magnitude)
            member("unit", quantity.unit)
            member("counted", quantity.counted)
            member("number_end", offset(quantity.numberEnd))
            member("qualifier", quantity.magnitude.qualifier.rawValue)
            endObject()
        case .number(let number): self.number(number)
        case .time(let time): self.time(time)
        }
    }

    private mutating func bounds(_ magnitude: Magnitude) {
        member("value", magnitude.value)
        member("low", magnitude.low)
        member("high", magnitude.high)
    }

    private mutating func money(_ money: Money) {
        key("money")
        beginObject()
        bounds(money.magnitude)
        member("currency", money.currency)
        member("currency_by", money.currencyEvidence.rawValue)
        member("currency_alt", money.alternatives)
        member("qualifier", money.magnitude.qualifier.rawValue)
        member("figure", money.figure)
        member("scale", money.scale)
        member("per", money.per)
        endObject()
    }

    private mutating func number(_ number: Number) {
        key("number")
        beginObject()
        bounds(number.magnitude)
        if number.isOrdinal {
            key("ordinal")
            bool(true)
        }
        member("relative", number.relative)
        member("qualifier", number.magnitude.qualifier.rawValue)
        endObject()
    }

    private mutating func time(_ time: TimeExpression) {
        guard keepsEmpty || time != TimeExpression(timex: nil) else { return }
        key("date")
        beginObject()
        member("timex", time.timex)
        member("first", time.first)
        member("last", time.last)
        if time.isAnchored { member("anchor", "published") }
        member("value", time.value)
        member("unit", time.unit)
        endObject()
    }
}
