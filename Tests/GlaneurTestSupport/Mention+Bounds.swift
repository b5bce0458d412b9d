package import GlaneurCore

extension Mention.Value {
    /// Both bounds of an amount of any kind, where it has both.
    package var bounds: (low: ExactDecimal, high: ExactDecimal)? {
        let magnitude: Magnitude
        switch self {
        case .money(let money): magnitude = money.magnitude
        case .percent(let percent): magnitude = percent
        case .quantity(let quantity): magnitude = quantity.magnitude
        case .number(let number): magnitude = number.magnitude
        case .time, .none: return nil
        }
        guard let low = magnitude.low, let high = magnitude.high else { return nil }
        return (low, high)
    }
}
