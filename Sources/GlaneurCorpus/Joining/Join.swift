/// Why two ids are one entity.
enum JoinReason: Sendable, Hashable {
    /// The names differ in spaces, hyphens, accents or legal forms alone.
    case spelling
    /// The names are one name in two languages.
    case translation
    /// One name, for which documents have two labels.
    case label
    /// A middle name or its letter is left out.
    case middleName
    /// The first name is a letter, and one person has it.
    case firstInitial
    /// One first name is short for the other, and one person fits.
    case nickname
    /// A text says that this form is another name.
    case stated(String)
    /// A document uses this form for the longer name.
    case shortForm(String)
    /// A family name alone, in the company of the one person who has it.
    case familyNameInContext
    /// A family name alone that is too rare for two people of the corpus to have it.
    case rareFamilyName
    /// A first name alone, in the company of the one person who has it and whom some document calls so.
    case givenNameInContext

    /// The reason in words.
    var text: String {
        switch self {
        case .spelling: "the same name but for spaces, hyphens, accents or a legal form"
        case .translation: "the same name in another language"
        case .label: "the same name with another label"
        case .middleName: "the same name but for a middle name"
        case .firstInitial: "the letter of a first name, of which one person fits"
        case .nickname: "a first name that is short for the other, of which one person fits"
        case .stated(let form): "a text states the name “\(form)”"
        case .shortForm(let form): "a document uses the short form “\(form)”"
        case .familyNameInContext: "a family name that one person has, in the same company"
        case .rareFamilyName: "a rare family name that one person has"
        case .givenNameInContext: "a first name that one person has, in the same company"
        }
    }

    /// The word for it in JSON.
    var word: String {
        switch self {
        case .spelling: "spelling"
        case .translation: "translation"
        case .label: "label"
        case .middleName: "middle-name"
        case .firstInitial: "first-initial"
        case .nickname: "nickname"
        case .stated: "stated"
        case .shortForm: "short-form"
        case .familyNameInContext: "family-name-in-context"
        case .rareFamilyName: "rare-family-name"
        case .givenNameInContext: "given-name-in-context"
        }
    }

    /// Whether a text itself says that the two are one, so that unlike names are no objection.
    var isStated: Bool {
        if case .stated = self { return true }
        return false
    }
}

/// Two ids that were found to be one entity.
struct Join: Sendable {
    /// The index of the entity that was looked at.
    let node: Int
    /// The index of the entity it was joined to.
    let other: Int
    /// Why.
    let reason: JoinReason
}

/// An entity that another one may be.
struct CandidateLink: Sendable {
    /// The index of the other entity.
    let node: Int
    /// How likely it is.
    let score: Double
    /// Why it is not certain.
    let reason: String
}
