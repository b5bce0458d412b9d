package import GlaneurCore
import GlaneurCorpus
package import GlaneurLexicon
import GlaneurWriters

/// Which entities of a corpus are asked for: what `glaneur entities` answers.
package struct EntityQuery: Sendable {
    /// The label of the entities, where one is asked for.
    package var label: Label?
    /// The language they must be named in, where one is asked for.
    package var language: Language?
    /// The least documents they are mentioned in.
    package var leastDocuments: Int
    /// The most entities that are given.
    package var limit: Int
    /// The words that one of the names must have in this order, where there are some; case and accents make no difference.
    package var name: String?

    /// Asks for the entities that most documents mention.
    package init(
        label: Label? = nil, language: Language? = nil, leastDocuments: Int = 1, limit: Int = 20, name: String? = nil
    ) {
        self.label = label
        self.language = language
        self.leastDocuments = leastDocuments
        self.limit = limit
        self.name = name
    }

    /// Returns the entities asked for, those of most documents first, then those of most mentions, then by id.
    ///
    /// A corpus without a file of entities is unified first; `lexicon` is asked for then alone.
    package func rows(of corpus: CorpusFiles, lexicon: () throws -> Lexicon) throws -> [EntityRow] {
        let wanted = name.map(NamePattern.init)
        var top = TopList<EntityRow>(limit: limit) { $0.precedes($1) }
        if let entities = corpus.entities {
            try CorpusFiles.forEachLine(of: entities, schema: CorpusFiles.entitySchema) { line, bytes, range in
                guard let row = EntityRow(line, in: bytes, range: range), matches(row, wanted) else { return }
                top.add(row)
            }
        } else {
            try corpus.requireDocuments()
            let unification = try CorpusUnification(
                files: corpus.documents, knowledge: CorpusKnowledge(lexicon: try lexicon())
            ).unified()
            var json = JSONWriter()
            try unification.forEach { entity in
                json.removeAll()
                EntityLineWriter().write(entity, to: &json)
                let bytes = json.bytes
                guard let line = try? JSONParser.parse(bytes),
                    let row = EntityRow(line, in: bytes, range: 0..<(bytes.count - 1)), matches(row, wanted)
                else { return }
                top.add(row)
            }
        }
        return top.sorted()
    }

    private func matches(_ row: EntityRow, _ wanted: NamePattern?) -> Bool {
        if let label, row.label != label.rawValue { return false }
        if let language, !row.languages.contains(language.code) { return false }
        guard row.documents >= leastDocuments else { return false }
        guard let wanted else { return true }
        return wanted.matches(row.name) || row.forms.contains { wanted.matches($0.text) }
    }
}

/// Words that a name must have in this order, or be without its spaces: `density ai` finds DensityAI, `musk` Elon Musk.
private struct NamePattern {
    private let words: String
    private let key: String

    init(_ text: String) {
        words = "-\(EntityName.slug(of: text))-"
        key = EntityName.key(of: text)
    }

    func matches(_ name: String) -> Bool {
        guard !key.isEmpty else { return false }
        return EntityName.key(of: name) == key || "-\(EntityName.slug(of: name))-".contains(words)
    }
}
