import GlaneurCore

/// Who has a part in an event, and where the words for it stand around the trigger.
///
/// Read from the `value` of a row: `verb person=PER,text@subject! from=ORG@object,from date=DATE@any`.
struct EventFrame: Sendable {
    /// What kind of word the trigger is.
    enum Kind: String, Sendable {
        case verb, noun
    }

    /// One part.
    struct Slot: Sendable {
        /// The role of the argument.
        let role: String
        /// What may fill it.
        let labels: UnitLabels
        /// Where it stands.
        let places: EventPlaces
        /// The types of events in a clause of purpose whose object it is: who leaves to join a firm goes there.
        let purposes: [String]
        /// Whether there is no event without it.
        let isRequired: Bool
    }

    /// What happens.
    let type: String
    /// What kind of word tells it.
    let kind: Kind
    /// The parts.
    let slots: [Slot]
    /// The maker for French and for English text.
    let makers: (french: String, english: String)

    /// Whether the verb has an object, so that it can be passive.
    let hasObject: Bool

    /// Reads a frame; nothing where it breaks the rules.
    ///
    /// - Parameter groups: the names of the groups of prepositions, each in the place of its bit.
    init?(type: String, value: String, groups: [String]) {
        let words = value.split(separator: " ")
        guard let kind = words.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
        var slots: [Slot] = []
        for word in words.dropFirst() {
            guard let slot = Slot(word, groups: groups) else { return nil }
            slots.append(slot)
        }
        self.type = type
        self.kind = kind
        self.slots = slots
        makers = ("rule:fr.event." + type, "rule:en.event." + type)
        hasObject = slots.contains { $0.places.contains(.object) }
    }
}

extension EventFrame.Slot {
    fileprivate init?(_ word: Substring, groups: [String]) {
        isRequired = word.last == "!"
        let parts = word.drop { $0 == " " }.split(separator: "@")
        guard parts.count == 2 else { return nil }
        let left = parts[0].split(separator: "=")
        guard left.count == 2 else { return nil }
        role = String(left[0])
        var labels: UnitLabels = []
        for name in left[1].split(separator: ",") {
            guard let label = UnitLabels(name: String(name)) else { return nil }
            labels.formUnion(label)
        }
        self.labels = labels
        var places: EventPlaces = []
        var purposes: [String] = []
        for name in parts[1].split(separator: ",") {
            let name = String(name.last == "!" ? name.dropLast() : name)
            if name.hasPrefix("purpose:") {
                purposes.append(String(name.dropFirst(8)))
            } else if let place = EventPlaces.named[name] {
                places.formUnion(place)
            } else if let group = groups.firstIndex(of: name) {
                places.formUnion(EventPlaces(prepositions: 1 << UInt32(group)))
            } else {
                return nil
            }
        }
        self.places = places
        self.purposes = purposes
    }
}

/// Where an argument may stand.
struct EventPlaces: OptionSet, Sendable {
    /// The groups of prepositions in the lower half.
    let rawValue: UInt64

    /// Makes a set from its bits.
    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Makes the places behind some prepositions.
    init(prepositions: UInt32) { rawValue = UInt64(prepositions) }

    /// Who does it: before a verb, or the subject of the sentence in which a noun tells it.
    static let subject = EventPlaces(rawValue: 1 << 32)
    /// Behind a verb without a preposition.
    static let object = EventPlaces(rawValue: 1 << 33)
    /// Behind a verb and *of*: *joined the board of Tesla*.
    static let member = EventPlaces(rawValue: 1 << 38)
    /// Before a noun: *Tesla's order*, *son départ*.
    static let owner = EventPlaces(rawValue: 1 << 34)
    /// Anywhere in the clause.
    static let any = EventPlaces(rawValue: 1 << 35)

    /// Behind a verb without a preposition, also where the object is the subject of a passive: *was named chief executive*.
    static let complement = EventPlaces(rawValue: 1 << 36)
    /// Anywhere behind the trigger in its clause.
    static let behind = EventPlaces(rawValue: 1 << 37)

    /// The places that are no prepositions, by the names that frames give them.
    static let named: [String: EventPlaces] = [
        "subject": .subject, "object": .object, "owner": .owner, "any": .any, "complement": .complement,
        "behind": .behind,
        "member": .member,
    ]

    /// The groups of prepositions.
    var prepositions: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
}

/// What a piece of a sentence may be in a frame: the labels of mentions, and what is none.
struct UnitLabels: OptionSet, Sendable {
    /// The value as it is stored.
    let rawValue: UInt32

    /// Makes a set from its bits.
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Makes the set of one label.
    init(_ label: Label) { rawValue = 1 << UInt32(label.place) }

    /// An office: `ROLE`.
    static let office = UnitLabels(rawValue: 1 << 30)
    /// A noun phrase without a name: `thing`.
    static let thing = UnitLabels(rawValue: 1 << 29)
    /// People who are not named: `text`.
    static let people = UnitLabels(rawValue: 1 << 31)

    /// Figures and times, which begin a noun phrase of their own.
    static let measures: UnitLabels = [
        UnitLabels(.money), UnitLabels(.quantity), UnitLabels(.percent), UnitLabels(.date), UnitLabels(.duration),
    ]

    init?(name: String) {
        switch name {
        case "ROLE": self = .office
        case "thing": self = .thing
        case "text": self = .people
        default:
            guard let label = Label(rawValue: name) else { return nil }
            self.init(label)
        }
    }
}
