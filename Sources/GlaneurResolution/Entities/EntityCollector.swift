package import GlaneurCore

/// Gathers the mentions of document lines by entity, one document after the other.
///
/// It knows nothing but what stands in the lines, so that shards written by different machines can be unified.
package struct EntityCollector: Sendable {
    /// A mention as it stands in a document line.
    package struct Row: Sendable {
        /// The id of the entity.
        package let entityID: String
        /// The label, of the project's own set.
        package let label: Label
        /// The mentioned form.
        package let text: String
        /// What made it.
        package let maker: String

        /// Makes a row.
        package init(entityID: String, label: Label, text: String, maker: String) {
            self.entityID = entityID
            self.label = label
            self.text = text
            self.maker = maker
        }
    }

    /// What is known of one id.
    struct Entity {
        struct NameKey: Hashable {
            let language: Language
            let text: String
        }

        var label: Label
        var names: [NameKey: Int] = [:]
        var documents: [Int] = []
        var mentions = 0
        var isInLexicon = false
        var hasAlias = false
    }

    /// The entities by id.
    private(set) var entities: [String: Entity] = [:]
    /// The number of documents added.
    private(set) var documentCount = 0

    /// Makes a collector of nothing.
    package init() {}

    /// Adds the mentions of the next document.
    package mutating func add(_ rows: [Row], language: Language) {
        for row in rows {
            var entity = entities[row.entityID] ?? Entity(label: row.label)
            entity.names[Entity.NameKey(language: language, text: row.text), default: 0] += 1
            if entity.documents.last != documentCount { entity.documents.append(documentCount) }
            entity.mentions += 1
            if row.maker.hasPrefix("lexicon:") { entity.isInLexicon = true }
            if row.maker == "rule:alias" { entity.hasAlias = true }
            entities[row.entityID] = entity
        }
        documentCount += 1
    }
}
