/// What a word does around the words that tell an event: the concepts of the glossary kind `event-word`.
struct EventWords: OptionSet, Sendable, Hashable {
    /// The value as it is stored.
    let rawValue: UInt32

    /// Makes a set from its bits.
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Stands inside a group of verbs without changing what it says: *également*, *also*.
    static let adverb = EventWords(rawValue: 1 << 0)
    /// Joins the parts of a list.
    static let and = EventWords(rawValue: 1 << 1)
    /// The verb that makes a passive.
    static let be = EventWords(rawValue: 1 << 2)
    /// Stands between a subject and its office: *est*, *served as*.
    static let copula = EventWords(rawValue: 1 << 3)
    /// Means an organization named before, behind an article: *entreprise*, *company*.
    static let company = EventWords(rawValue: 1 << 4)
    /// Stands before a verb whose subject is that of the verb before: *pour*, *before*.
    static let control = EventWords(rawValue: 1 << 5)
    /// Says that what follows is not so: *dément*, *denied*.
    static let denial = EventWords(rawValue: 1 << 6)
    /// An article or what stands in its place.
    static let determiner = EventWords(rawValue: 1 << 7)
    /// Leaves open whether it is so: *whether*, *si*.
    static let doubt = EventWords(rawValue: 1 << 8)
    /// Makes a compound tense.
    static let have = EventWords(rawValue: 1 << 9)
    /// Says that something is planned or possible: *pourrait*, *plans to*.
    static let modal = EventWords(rawValue: 1 << 10)
    /// Denies the verb.
    static let negation = EventWords(rawValue: 1 << 11)
    /// An article that stands for an owner: *son*, *his*.
    static let possessive = EventWords(rawValue: 1 << 12)
    /// *elle*, *she*.
    static let pronounFeminine = EventWords(rawValue: 1 << 13)
    /// *il*, *he*.
    static let pronounMasculine = EventWords(rawValue: 1 << 14)
    /// Opens a clause on what stands before it.
    static let relative = EventWords(rawValue: 1 << 15)
    /// The verb has one subject.
    static let singular = EventWords(rawValue: 1 << 16)
    /// Opens another clause.
    static let clause = EventWords(rawValue: 1 << 17)
    /// Stands before an office: *ancien*, *former*.
    static let epithet = EventWords(rawValue: 1 << 18)
    /// Opens a list of examples: *comme*, *such as*.
    static let example = EventWords(rawValue: 1 << 19)
    /// Any other pronoun.
    static let pronoun = EventWords(rawValue: 1 << 20)
    /// Behind a name, makes it an owner.
    static let owner = EventWords(rawValue: 1 << 21)

    /// The concepts by which rows name them.
    static let named: [String: EventWords] = [
        "adverb": .adverb, "and": .and, "be": .be, "copula": .copula, "company": .company, "control": .control,
        "denial": .denial, "determiner": .determiner, "doubt": .doubt, "have": .have, "modal": .modal,
        "negation": .negation, "possessive": .possessive, "pronoun-f": .pronounFeminine, "pronoun-m": .pronounMasculine,
        "relative": .relative, "singular": .singular, "clause": .clause, "epithet": .epithet, "example": .example,
        "pronoun": .pronoun, "owner": .owner,
    ]

    /// The pronouns that stand for one person.
    static let personal: EventWords = [.pronounFeminine, .pronounMasculine]
    /// What a group of verbs consists of besides its last verb.
    static let verbal: EventWords = [.adverb, .be, .have, .modal, .negation]
}
