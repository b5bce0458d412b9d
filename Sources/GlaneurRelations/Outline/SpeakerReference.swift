/// How a text refers to who speaks.
enum SpeakerReference {
    /// By a name: the index of the mention.
    case mention(Int)
    /// By a pronoun.
    case pronoun(Gender)
    /// By what the person is: the row of the glossary of the word, and whether nothing else tells whom it means.
    case office(concept: Int16, Gender, isBare: Bool)
    /// By what the body is: `le groupe`, `the company`.
    case firm
    /// By words that refer to nobody in particular: `un analyste`, `on`.
    case nobody

    /// Whether it may refer to one person.
    var isPersonal: Bool {
        switch self {
        case .mention, .pronoun, .office: true
        case .firm, .nobody: false
        }
    }
}
