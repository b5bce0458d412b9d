import GlaneurCore

/// What kind of event a trigger tells, and where those who have a part in it stand.
///
///     person:PER@subject! from:ORG@object,from to:ORG@to amount:MONEY@near
///
/// A slot is a role, the labels that fill it, and the places in which it is looked for, the best first; `!` marks one without
/// which there is no event.
struct EventPattern: Sendable {
    /// Where an argument stands, seen from the trigger.
    enum Place: Hashable, Sendable {
        /// The subject of the verb.
        case subject
        /// Right behind the verb.
        case object
        /// Behind a genitive, in front of a possessive, or the owner of `son`, `her`: the departure *of X*, *X’s* departure.
        case owner
        /// Right in front of a noun: *Tesla* shares.
        case before
        /// Behind one of the words that an `event-link` names: `from`, `to`.
        case link(EventWords.Link)
        /// The nearest in the sentence.
        case near
    }

    /// A part in the event.
    struct Slot: Sendable {
        /// Its name in the output.
        let role: String
        /// What fills it.
        let labels: Set<Label>
        /// Whether the words for an office fill it, which are no mention.
        let takesOffice: Bool
        /// Where it is looked for.
        let places: [Place]
        /// Whether there is no event without it.
        let isRequired: Bool
    }

    /// The type of the event.
    let type: String
    /// The parts, in the order in which they are looked for.
    let slots: [Slot]

    /// Whether the subject does something to an object, so that a form of *be* makes a passive of it.
    var isTransitive: Bool { slots.contains { $0.places.contains(.object) } }

    /// Reads the value of a row; nothing where it is none.
    init?(type: String, value: String) {
        self.type = type
        var slots: [Slot] = []
        for word in value.split(separator: " ") {
            guard let slot = EventPattern.slot(word) else { return nil }
            slots.append(slot)
        }
        guard !slots.isEmpty else { return nil }
        self.slots = slots
    }

    private static func slot(_ word: Substring) -> Slot? {
        let parts = word.split(separator: "@")
        let head = parts.first?.split(separator: ":") ?? []
        guard parts.count == 2, head.count == 2 else { return nil }
        let isRequired = parts[1].hasSuffix("!")
        var labels: Set<Label> = []
        var takesOffice = false
        for name in head[1].split(separator: ",") {
            if name == "OFFICE" {
                takesOffice = true
            } else if let group = groups[String(name)] {
                labels.formUnion(group)
            } else if let label = Label(rawValue: String(name)) {
                labels.insert(label)
            } else {
                return nil
            }
        }
        var places: [Place] = []
        for name in parts[1].split(whereSeparator: { $0 == "," || $0 == "!" }) {
            guard let place = place(name) else { return nil }
            places.append(place)
        }
        return Slot(
            role: String(head[0]), labels: labels, takesOffice: takesOffice, places: places, isRequired: isRequired)
    }

    private static let groups: [String: Set<Label>] = [
        "BODY": [.organization, .location], "THING": [.product, .organization, .work, .event, .miscellaneous],
        "WHO": [.person, .organization, .location],
    ]

    private static func place(_ name: Substring) -> Place? {
        switch name {
        case "subject": .subject
        case "object": .object
        case "owner": .owner
        case "before": .before
        case "near": .near
        default: EventWords.Link(name).map { .link($0) }
        }
    }
}
