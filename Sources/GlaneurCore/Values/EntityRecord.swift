/// One entity of a corpus: what mentions of many documents refer to.
public struct EntityRecord: Sendable, Hashable {
    /// A form the entity is mentioned by in one language.
    public struct Name: Sendable, Hashable {
        /// The language of the documents.
        public var language: Language
        /// The form as it is written.
        public var text: String
        /// The number of mentions.
        public var count: Int

        /// Makes a name.
        public init(language: Language, text: String, count: Int) {
            self.language = language
            self.text = text
            self.count = count
        }
    }

    /// Another entity that this one may be the same as.
    public struct Candidate: Sendable, Hashable {
        /// The id of the other entity.
        public var entityID: String
        /// How likely it is, from 0 to 1.
        public var score: Double

        /// Makes a candidate.
        public init(entityID: String, score: Double) {
            self.entityID = entityID
            self.score = score
        }
    }

    /// The id, a function of the canonical name: `loc/united-states`.
    public var entityID: String
    /// What it is.
    public var label: Label
    /// The canonical name.
    public var name: String
    /// The ids in document lines that turned out to mean this entity too.
    public var sameAs: [String]
    /// Its names, in the order in which they are written.
    public var names: [Name]
    /// The number of documents that mention it.
    public var documents: Int
    /// The number of its mentions.
    public var mentions: Int
    /// The languages of these documents.
    public var languages: [Language]
    /// What joined its mentions: `alias`, `document`, `corpus`, `surface`, `translation`, `context`.
    public var makers: [String]
    /// Entities it may be the same as, where that is not certain.
    public var candidates: [Candidate]
    /// The documents in which its id means it, where the same id means someone else in others.
    public var only: [String]

    /// Makes an entity from its parts.
    public init(
        entityID: String, label: Label, name: String, sameAs: [String] = [], names: [Name], documents: Int,
        mentions: Int,
        languages: [Language], makers: [String], candidates: [Candidate] = [],
        only: [String] = []
    ) {
        self.entityID = entityID
        self.label = label
        self.name = name
        self.sameAs = sameAs
        self.names = names
        self.documents = documents
        self.mentions = mentions
        self.languages = languages
        self.makers = makers
        self.candidates = candidates
        self.only = only
    }
}
