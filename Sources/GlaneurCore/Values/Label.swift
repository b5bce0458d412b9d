/// What a mention is: one label set for both languages.
public enum Label: String, Sendable, Hashable, CaseIterable {
    case person = "PER"
    case organization = "ORG"
    case location = "LOC"
    case product = "PRODUCT"
    case event = "EVENT"
    case work = "WORK"
    case law = "LAW"
    case group = "NORP"
    case miscellaneous = "MISC"
    case money = "MONEY"
    case percent = "PERCENT"
    case quantity = "QUANTITY"
    case cardinal = "CARDINAL"
    case ordinal = "ORDINAL"
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
    case url = "URL"
    case email = "EMAIL"

    /// The place among all labels.
    package var place: Int {
        switch self {
        case .person: 0
        case .organization: 1
        case .location: 2
        case .product: 3
        case .event: 4
        case .work: 5
        case .law: 6
        case .group: 7
        case .miscellaneous: 8
        case .money: 9
        case .percent: 10
        case .quantity: 11
        case .cardinal: 12
        case .ordinal: 13
        case .date: 14
        case .time: 15
        case .duration: 16
        case .set: 17
        case .url: 18
        case .email: 19
        }
    }

    /// Whether the label names something in the world.
    public var isName: Bool {
        switch self {
        case .person, .organization, .location, .product, .event, .work, .law, .group, .miscellaneous: true
        default: false
        }
    }

    /// The rank when spans compete, 0 the strongest, as the output schema orders them.
    public var rank: Int {
        switch self {
        case .url, .email: 0
        case .money: 1
        case .percent: 2
        case .date, .time, .duration, .set: 3
        case .person, .organization, .location, .product, .event, .work, .law, .group, .miscellaneous: 4
        case .quantity: 5
        case .ordinal: 6
        case .cardinal: 7
        }
    }

    /// The first part of the ids of entities with this label, such as `per`.
    public var entityPrefix: String { Label.entityPrefixes[place] }

    private static let entityPrefixes = allCases.map { $0.rawValue.lowercased() }
}
