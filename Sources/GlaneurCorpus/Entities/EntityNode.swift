import GlaneurCore
import GlaneurLexicon

/// What joining knows of one id; its forms lie in a file until the entity is written.
struct EntityNode: Sendable {
    /// A form by which documents call the entity although its id is made of another.
    struct Alias: Sendable, Hashable {
        /// The form.
        let text: String
        /// The form without spaces, hyphens and accents.
        let key: String
        /// Whether the text says that it is another name, and not only a shorter one.
        let isStated: Bool

        /// Whether it is an acronym: capitals that are first letters of the words of a name, in order.
        func isAcronym(of slug: NameSlug) -> Bool {
            let scalars = text.unicodeScalars
            guard scalars.count >= 2, scalars.allSatisfy({ $0.properties.isUppercase || $0 == "." || $0 == "-" }) else {
                return false
            }
            var initials = slug.words.compactMap(\.first)[...]
            for letter in key {
                guard let place = initials.firstIndex(of: letter) else { return false }
                initials = initials[(place + 1)...]
            }
            return slug.words.count >= 2
        }
    }

    /// The id.
    let id: String
    /// The name in the id.
    let slug: NameSlug
    /// The name without spaces, hyphens and legal forms.
    let spellingKey: String
    /// What it is.
    let label: Label
    /// Its name as it is written.
    let name: String
    /// The number of documents.
    let documents: Int
    /// The number of mentions.
    let mentions: Int
    /// What is known of it.
    let marks: Sighting.Marks
    /// Whether its id is that of a row of the lexicons.
    let isConcept: Bool
    /// The languages of its documents.
    let languages: Set<Language>
    /// What is met in its documents.
    let context: ContextSketch
    /// Companions beyond the sample that were asked for one by one.
    var otherCompany: Set<UInt64> = []
    /// Its other names.
    let aliases: [Alias]
    /// The key it shares with its name in another language.
    let translationKey: UInt64?
    /// The documents it is met in, where others with the id mean someone else.
    let only: [String]
    /// Where its forms lie in the file.
    let place: Range<Int>

    /// Makes the node of an id from what documents say of it.
    ///
    /// - Parameter id: the id of the entity; `base`, where it is one of several people with the id `base`.
    init(
        id: String, base: String? = nil, label: Label, _ summary: EntitySummary, only: [String] = [],
        knowledge: CorpusKnowledge, place: Range<Int>
    ) {
        self.id = id
        self.label = label
        self.only = only
        self.place = place
        slug = NameSlug(entityID: id)
        spellingKey = (label == .organization ? slug.withoutLegalForms(knowledge) : slug).spellingKey
        documents = summary.documents
        mentions = summary.names.mentions
        marks = summary.marks
        isConcept = summary.marks.contains(.lexicon) || knowledge.isConcept(base ?? id)
        languages = summary.names.languages
        context = summary.context
        let forms = summary.names.ranked
        name = EntityNode.name(slug: slug, forms)
        aliases = summary.names.entries.filter { $0.use.marks.contains(.alias) }
            .map {
                Alias(
                    text: $0.form.text, key: EntityName.key(of: $0.form.text),
                    isStated: $0.use.marks.contains(.stated))
            }
            .sorted {
                $0.text != $1.text ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.isStated && !$1.isStated
            }
        translationKey = knowledge.translationKey(name, label)
    }

    /// The most frequent form that the id is made of, or the most frequent form.
    static func name(slug: NameSlug, _ forms: [EntityRecord.Name]) -> String {
        let text = slug.text
        return (forms.first { EntityName.slug(of: $0.text) == text } ?? forms.first)?.text ?? text
    }

    /// The words of the name as they are written, where they are those of the id; those of the id where they are not.
    var writtenWords: [String] {
        let written = name.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "\u{A0}" || $0 == "\u{202F}" })
        return (written.count == slug.words.count ? written : slug.words).map(String.init)
    }

    /// The hashes of its companions as far as they are known.
    var company: Set<UInt64> { otherCompany.union(context.hashes) }

    /// Whether the name is one word.
    var isOneWord: Bool { slug.words.count == 1 }
}
