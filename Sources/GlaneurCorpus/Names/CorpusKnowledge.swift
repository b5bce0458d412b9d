package import GlaneurCore
package import GlaneurLexicon

/// What the corpus step asks the lexicons.
///
/// Each question is a closure, so that tests answer as they like and a better answer is plugged in with one line.
package struct CorpusKnowledge: Sendable {
    /// Whether an id is that of a row of the lexicons.
    package var isConcept: @Sendable (_ entityID: String) -> Bool = { _ in false }
    /// The ids of the concepts that have a word as a form: `ford` is a firm and a president.
    package var concepts: @Sendable (_ word: String) -> [String] = { _ in [] }
    /// Whether the lexicons know a word as anything but a name of a concept: `rose`, `hunter`.
    package var isWord: @Sendable (_ word: String) -> Bool = { _ in false }
    /// Whether a word is a first name.
    package var isGivenName: @Sendable (_ word: String) -> Bool = { _ in false }
    /// Whether a word is a particle of family names: `van`.
    package var isParticle: @Sendable (_ word: String) -> Bool = { _ in false }
    /// Whether many people have a family name, in small letters without accents, so that it says little.
    package var isCommonFamilyName: @Sendable (_ key: String) -> Bool = { _ in false }
    /// Whether two first names, in small letters without accents, may be one person's: `bill`, `william`.
    package var mayBeOneGivenName: @Sendable (_ left: String, _ right: String) -> Bool = { $0 == $1 }
    /// Whether a word is a legal form that ends or begins names of firms.
    package var isLegalForm: @Sendable (_ word: String) -> Bool = { _ in false }
    /// The number of people with a family name that the lexicons know.
    package var knownPeople: @Sendable (_ familyName: String) -> Int = { _ in 0 }
    /// A key that is equal for names of one institution or place in two languages; nothing where it cannot tell.
    package var translationKey: @Sendable (_ name: String, _ label: Label) -> UInt64? = { _, _ in nil }
    /// Whether such a key tells one thing from others of its kind: not that of *Cour suprême*, which many countries have.
    package var isTellingTranslation: @Sendable (_ name: String, _ label: Label) -> Bool = { _, _ in true }
    /// The walk of life that a title belongs to; reads `text` beside a name.
    package var roles: RoleReader?

    /// Knows nothing.
    package init() {}

    /// Asks the lexicons.
    package init(lexicon: Lexicon) {
        var ids: Set<String> = []
        var people: [String: Int] = [:]
        ids.reserveCapacity(lexicon.conceptCount)
        for index in 0..<lexicon.conceptCount {
            let id = lexicon.entityID(ofConcept: index)
            ids.insert(id)
            guard lexicon.label(ofConcept: index) == .person, let family = NameSlug(entityID: id).words.last else {
                continue
            }
            people[String(family), default: 0] += 1
        }
        let classes: @Sendable (String) -> WordClass.Set = { word in
            let bytes = Array(word.utf8)
            let hash = LexemeScanner.wordHash(bytes.span, in: bytes.indices)
            return lexicon.words(.french).node(of: hash).classes.union(lexicon.words(.english).node(of: hash).classes)
        }
        let concepts = ids
        let families = people
        isConcept = { concepts.contains($0) }
        self.concepts = { lexicon.knowledge(of: $0).names.map(\.concept.entityID) }
        isWord = { !lexicon.knowledge(of: $0).words.isEmpty }
        isGivenName = { !classes($0).isDisjoint(with: WordClass.Set(.givenName, .weakGivenName)) }
        isParticle = { classes($0).contains(.particle) }
        isLegalForm = { classes($0).contains(.legalForm) }
        knownPeople = { families[$0] ?? 0 }
        roles = RoleReader(lexicon: lexicon)
        let translator = NameTranslator(lexicon: lexicon)
        translationKey = { translator.key(of: $0, label: $1) }
        isTellingTranslation = { translator.isTelling($0, label: $1) }
        let familyNames = FamilyNames(lexicon: lexicon)
        isCommonFamilyName = { familyNames.isCommon($0) }
        let nicknames = Nicknames(lexicon: lexicon)
        mayBeOneGivenName = { nicknames.mayAgree($0, $1) }
    }
}
