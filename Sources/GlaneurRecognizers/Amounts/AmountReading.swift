import GlaneurCore

/// A number with what it is a number of.
struct AmountReading {
    /// What a number is a number of.
    enum Kind {
        case none
        case money(CurrencyMark)
        /// The power of ten of one of it, against a hundredth.
        case percent(Int)
        case unit(String)
        case age(String)
        case counted(CountedNoun)
        case time

        var isNone: Bool { if case .none = self { true } else { false } }
        var isMoney: Bool { if case .money = self { true } else { false } }
        var isPercent: Bool { if case .percent = self { true } else { false } }

        /// Whether it is money, a percentage or a quantity with a unit.
        var isMeasure: Bool {
            switch self {
            case .money, .percent, .unit, .age: true
            case .none, .counted, .time: false
            }
        }

        /// Whether two numbers of these kinds may be the ends of one range.
        func agrees(with other: Kind) -> Bool {
            switch (self, other) {
            case (.none, _), (.time, .time): true
            case (.percent(let left), .percent(let right)): left == right
            case (.money(let left), .money(let right)): left.code == right.code && left.isHundredth == right.isHundredth
            // "4 degrees to 7 degrees Celsius"
            case (.unit("deg"), .unit("Cel")), (.unit("deg"), .unit("[degF]")): true
            case (.unit(let left), .unit(let right)), (.age(let left), .age(let right)): left == right
            default: false
            }
        }
    }

    /// The number.
    var numeral: Numeral
    /// What it counts or measures.
    var kind: Kind
    /// The first byte of the span.
    var start: Int
    /// The offset behind the span.
    var end: Int
    /// The first lexeme of the span.
    var first: Int
    /// The first lexeme behind everything read.
    var next: Int

    /// Whether it counts years, or nothing that is told.
    func isOfYears(in passage: Passage) -> Bool {
        guard numeral.value < ExactDecimal(125) else { return false }
        return switch kind {
        case .none: true
        case .age(let unit): unit == "a"
        case .time: passage.value(next - 1, .timeUnit) == "a"
        default: false
        }
    }
}
