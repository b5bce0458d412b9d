import GlaneurCore

/// A piece of a sentence: a mention, a phrase of the patterns, or one other word.
struct SentenceUnit {
    /// What stands before it.
    enum Gap {
        /// Nothing that parts them.
        case none
        /// A comma or a dash.
        case comma
        /// The start of the sentence, a colon or a semicolon.
        case strong
    }

    /// Its lexemes.
    var range: Range<Int>
    /// What stands before it.
    var gap: Gap
    /// The index of the mention it is.
    var mention: Int?
    /// What it may be in a frame.
    var labels: UnitLabels = []
    /// What it does as a word.
    var words: EventWords = []
    /// The groups of prepositions it belongs to; all bits but the last for one that no frame knows.
    var prepositions: UInt32 = 0
    /// The phrase of the vocabulary, if it is one.
    var phrase: Int32 = -1
    /// Whether it opens a frame.
    var isTrigger = false
    /// The groups of the preposition that it stands behind.
    var governor: UInt32 = 0
    /// The groups of the preposition before that one: *to* in *to the board of Tesla*.
    var outer: UInt32 = 0
    /// The words since the preposition or verb that it belongs to.
    var distance = 0
    /// Whether the preposition it stands behind joins it to a noun, and not to the verb.
    var isChained = false
    /// The number of its clause.
    var clause = 0
    /// Whether a capital says that it may be a name nobody found.
    var hasCapital = false

    /// Whether it is a verb that opens a frame.
    var isVerb = false

    /// Whether it is a name, an amount or a time.
    var isMention: Bool { mention != nil }
    /// Whether it is a word that no pattern knows.
    var isPlain: Bool {
        mention == nil && words.isEmpty && prepositions == 0 && !isTrigger && !labels.contains(.office)
    }
    /// Whether it can stand inside a noun phrase behind its article.
    var isNoun: Bool {
        mention == nil && prepositions == 0 && !isVerb && words.isSubset(of: [.company, .epithet, .adverb])
    }
    /// The bit of prepositions that no frame asks for.
    static let otherPreposition: UInt32 = 1 << 31
}
