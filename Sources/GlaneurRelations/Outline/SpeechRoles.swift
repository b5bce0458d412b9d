/// What a word can do around a quotation; many words can do several things.
struct SpeechRoles: OptionSet, Sendable {
    let rawValue: UInt32

    /// A verb of saying.
    static let verb = SpeechRoles(rawValue: 1 << 0)
    /// A verb that calls something by a word: `qualifier`, `call`.
    static let calling = SpeechRoles(rawValue: 1 << 1)
    /// A verb that brings a whole text: `écrire`, `post`.
    static let writing = SpeechRoles(rawValue: 1 << 2)
    /// It attributes without a verb: `selon`, `according to`.
    static let attribution = SpeechRoles(rawValue: 1 << 3)
    /// It attributes at the start of a sentence, and elsewhere does something else: `pour`.
    static let weakAttribution = SpeechRoles(rawValue: 1 << 4)
    /// Something that speaks for whoever made it: `communiqué`, `memo`.
    static let statement = SpeechRoles(rawValue: 1 << 5)
    /// Somebody who speaks for a body: `porte-parole`, `spokesperson`.
    static let voice = SpeechRoles(rawValue: 1 << 6)
    /// What a person is: `PDG`, `senator`.
    static let office = SpeechRoles(rawValue: 1 << 7)
    /// What a body is: `groupe`, `company`.
    static let firm = SpeechRoles(rawValue: 1 << 8)
    /// A pronoun that is a subject.
    static let pronoun = SpeechRoles(rawValue: 1 << 9)
    /// Of the pronouns, one that refers to nobody in particular, or to several.
    static let plural = SpeechRoles(rawValue: 1 << 10)
    /// It announces a word as a word or a name: `terme`, `dubbed`.
    static let naming = SpeechRoles(rawValue: 1 << 11)
    /// A kind of work, with a title behind it: `film`, `novel`.
    static let work = SpeechRoles(rawValue: 1 << 12)
    /// `de`, `of`.
    static let genitive = SpeechRoles(rawValue: 1 << 13)
    /// `par`, `by`.
    static let agent = SpeechRoles(rawValue: 1 << 14)
    /// `à`, `to`.
    static let goal = SpeechRoles(rawValue: 1 << 15)
    /// Any other preposition.
    static let preposition = SpeechRoles(rawValue: 1 << 16)
    /// An article or what stands in its place; a word of speech behind it is a noun.
    static let article = SpeechRoles(rawValue: 1 << 17)
    /// `je`, `our`.
    static let firstPerson = SpeechRoles(rawValue: 1 << 18)
    /// It makes an `il` in front of it impersonal: `faut`.
    static let impersonal = SpeechRoles(rawValue: 1 << 19)
    /// It opens a clause: `qui`, `while`.
    static let relative = SpeechRoles(rawValue: 1 << 20)
    /// A title that tells the gender: `Mme`, `Mr`.
    static let title = SpeechRoles(rawValue: 1 << 21)
    /// An auxiliary verb.
    static let auxiliary = SpeechRoles(rawValue: 1 << 22)
    /// Of the verbs, a form that has no subject of its own: `déclarant`, `saying`.
    static let nonfinite = SpeechRoles(rawValue: 1 << 23)
    /// Of the articles, one that tells that what follows is new: `un`, `a`.
    static let indefinite = SpeechRoles(rawValue: 1 << 24)
    /// It joins clauses: `et`, `but`.
    static let coordinator = SpeechRoles(rawValue: 1 << 25)
    /// A pronoun behind a preposition: `selon lui`.
    static let oblique = SpeechRoles(rawValue: 1 << 26)
    /// Of the auxiliaries, one that makes a passive.
    static let passive = SpeechRoles(rawValue: 1 << 27)

    /// Whatever puts a name behind it out of the place of a subject.
    static let governing: SpeechRoles = [.genitive, .agent, .goal, .preposition]
}

/// The gender of a person, as far as words tell.
enum Gender: UInt8, Sendable {
    case unknown, masculine, feminine

    /// Whether two words may be of one person.
    func fits(_ other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}
