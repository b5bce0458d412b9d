import GlaneurCore

/// Labels that look alike in a terminal: there are fewer colours than labels.
enum LabelFamily: Sendable, CaseIterable {
    case person, organization, place, otherName, amount, number, time, address

    /// The family of a label.
    init(_ label: Label) {
        switch label {
        case .person: self = .person
        case .organization: self = .organization
        case .location: self = .place
        case .product, .event, .work, .law, .group, .miscellaneous: self = .otherName
        case .money, .percent: self = .amount
        case .quantity, .cardinal, .ordinal: self = .number
        case .date, .time, .duration, .set: self = .time
        case .url, .email: self = .address
        }
    }

    /// The colour of the family.
    var style: TerminalStyle {
        switch self {
        case .person: TerminalStyle(color: .magenta)
        case .organization: TerminalStyle(color: .blue)
        case .place: TerminalStyle(color: .green)
        case .otherName: TerminalStyle(color: .cyan)
        case .amount: TerminalStyle(color: .yellow, isBold: true)
        case .number: TerminalStyle(color: .yellow)
        case .time: TerminalStyle(color: .red)
        case .address: .plain
        }
    }
}
