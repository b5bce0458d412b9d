/// How sure each kind of evidence makes a name, from 0 to 1.
///
/// A candidate below ``threshold`` stands only when the document supports it: its full name, its acronym or another form of
/// it occurs elsewhere. The steps between the values order the evidence; they are no probabilities.
package enum NameScore {
    /// What a candidate needs to stand by itself.
    package static let threshold = 0.5

    /// A proposal that the model of names did not follow.
    static let unfollowed = 0.45

    /// A form of the lexicon that means nothing else.
    static let lexicon = 0.95
    /// A form that is also a word, with a capital in the middle of a sentence.
    static let weakInside = 0.6
    /// The same where a capital means nothing: at the start of a sentence, in a headline of capitals.
    static let weakAtStart = 0.3
    /// A form of one or two letters, wherever it stands.
    static let tiny = 0.35
    /// What a word in front that announces a name adds.
    static let cue = 0.25

    /// A first name with a family name.
    static let givenName = 0.85
    /// The same with a first name that is also a word.
    static let weakGivenName = 0.7
    /// A name behind a title: `M. Musk`.
    static let titled = 0.85
    /// A name with a word that ends the names of organisations: `GLR Research`.
    static let organizationTail = 0.8
    /// A name told by a word in front or behind: `la start-up Mistral`, `à Brive`.
    static let announced = 0.65
    /// Two or three unknown words with capitals.
    static let unknownPair = 0.55
    /// Letters and figures: `RTX4090`.
    static let modelNumber = 0.55
    /// A word with a capital inside: `DensityAI`.
    static let innerCapital = 0.55
    /// A short word of capitals that is no common abbreviation.
    static let acronym = 0.52
    /// One unknown word with a capital.
    static let unknownWord = 0.35
    /// The same at the start of a sentence.
    static let unknownAtStart = 0.2
}
