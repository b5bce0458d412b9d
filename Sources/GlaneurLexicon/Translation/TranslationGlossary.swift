/// The words that names of institutions, places, events and rulers share between the languages, by the hashes of their lexemes.
///
/// Forms are rows of content words: `droits homme` stands for *droits de l'homme*. A form is found in the plural where it is
/// listed in the singular.
struct TranslationGlossary: Sendable {
    /// What a form stands for.
    struct Entry: Sendable {
        /// The concept, as keys spell it: `university`, `loc/bavaria`.
        let concept: String
        /// Whether the form makes a name by itself: *le Sénat*.
        let standsAlone: Bool
        /// Whether it is an adjective of a place.
        var isAdjective = false
    }

    /// The words of institutions, places, events and what describes them.
    private(set) var words = Forms()
    /// The words that say what kind of thing has the name, each by itself and in the singular.
    private(set) var heads: Set<UInt64> = []
    /// Articles and prepositions.
    private(set) var grammar: Set<UInt64> = []
    /// The offices that rulers' names may begin with.
    private(set) var titles = Forms()
    /// What rulers are surnamed behind an article: *le Grand*.
    private(set) var bynames = Forms()
    /// Given names that rulers and saints have in each language.
    private(set) var givenNames = Forms()
    /// The forms of given names that French and English have, to tell the language of a name.
    private(set) var frenchGivenNames: Set<UInt64> = []
    private(set) var englishGivenNames: Set<UInt64> = []
    /// What stands in each language between a ruler's given name and the realm: *de*, *of*.
    private(set) var frenchLinks: Set<UInt64> = []
    private(set) var englishLinks: Set<UInt64> = []
    /// The names of countries by the codes of demonyms: `FR` is `France`.
    private(set) var countryNames: [String: String] = [:]

    /// Reads the rows of all kinds; `place` tells the concept of a place by its name.
    init(lexicon: Lexicon, place: (String) -> String?) {
        let headEntries = lexicon.glossary("name-head")
        for entry in headEntries + lexicon.glossary("name-word") {
            words.add(entry, concept: entry.concept, standsAlone: entry.value == "alone")
        }
        for entry in headEntries {
            for form in entry.french + entry.english {
                let hashes = NameWord.hashes(of: form)
                if hashes.count == 1 { heads.insert(hashes[0].singular) }
            }
        }
        let countries = lexicon.glossary("name-country")
        for entry in lexicon.glossary("name-place") + countries {
            words.add(entry, concept: place(entry.value) ?? entry.value, standsAlone: true, isAdjective: true)
        }
        for entry in countries { countryNames[entry.concept] = entry.value }
        for entry in lexicon.glossary("name-grammar") {
            for form in entry.french + entry.english {
                grammar.formUnion(LexemeScanner.lexemes(of: form).map(\.nameHash))
            }
        }
        for entry in lexicon.glossary("ruler-title") {
            titles.add(entry, concept: "title " + entry.concept, standsAlone: false)
        }
        for entry in lexicon.glossary("ruler-byname") {
            bynames.add(entry, concept: "the " + entry.concept, standsAlone: false)
        }
        for entry in lexicon.glossary("ruler-link") {
            frenchLinks.formUnion(entry.french.flatMap { NameWord.hashes(of: $0).map(\.word) })
            englishLinks.formUnion(entry.english.flatMap { NameWord.hashes(of: $0).map(\.word) })
        }
        for entry in lexicon.glossary("ruler-name") {
            givenNames.add(entry, concept: "given " + entry.concept, standsAlone: false)
            frenchGivenNames.formUnion(entry.french.flatMap { LexemeScanner.lexemes(of: $0).map(\.nameHash) })
            englishGivenNames.formUnion(entry.english.flatMap { LexemeScanner.lexemes(of: $0).map(\.nameHash) })
        }
    }
}

extension TranslationGlossary {
    /// Forms of one to four words.
    struct Forms: Sendable {
        /// The longest forms have this many words.
        static let longest = 4
        private var exact: [UInt64: Entry] = [:]
        /// The forms without the plural signs of their words; looked up where the words as they stand are no form.
        private var singular: [UInt64: Entry] = [:]

        /// Adds the forms of a row; a form that is there already keeps its meaning.
        mutating func add(_ entry: GlossaryEntry, concept: String, standsAlone: Bool, isAdjective: Bool = false) {
            let meaning = Entry(concept: concept, standsAlone: standsAlone, isAdjective: isAdjective)
            for form in entry.french + entry.english {
                let words = NameWord.hashes(of: form)
                guard !words.isEmpty else { continue }
                let form = Forms.hash(words.map(\.word))
                exact[form] = exact[form] ?? meaning
                let stem = Forms.hash(words.map(\.singular))
                singular[stem] = singular[stem] ?? meaning
            }
        }

        /// The form that all of some words make.
        func entry(_ words: ArraySlice<NameWord>, exactly: Bool) -> Entry? {
            guard words.count <= Forms.longest else { return nil }
            return exactly ? exact[Forms.hash(words.map(\.hash))] : singular[Forms.hash(words.map(\.singularHash))]
        }

        /// The longest form that a row of words begins with, and its number of words.
        func longest(_ words: ArraySlice<NameWord>, exactly: Bool) -> (entry: Entry, count: Int)? {
            var count = min(Forms.longest, words.count)
            while count > 0 {
                if let entry = entry(words.prefix(count), exactly: exactly) { return (entry, count) }
                count -= 1
            }
            return nil
        }

        private static func hash(_ hashes: [UInt64]) -> UInt64 {
            hashes.reduce(0) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 }
        }
    }
}
