package import GlaneurCore

/// How well the mentions of a corpus are joined to entities: B³, over all documents as one corpus.
///
/// For each gold mention whose span was found: of the found mentions that got its entity, the share that gold gives the same
/// (precision); of those that gold gives the same, the share that got its entity (recall). Extra mentions count nowhere.
package struct EntityScore: Sendable {
    /// A gold mention and what became of it.
    package struct Item: Sendable {
        /// The document.
        package let document: String
        /// The text of the name.
        package let text: String
        /// The id of the thing in gold.
        package let gold: String
        /// The entity it got, nothing where its span was not found.
        package let system: String?

        /// Makes an item.
        package init(document: String, text: String, gold: String, system: String?) {
            self.document = document
            self.text = text
            self.gold = gold
            self.system = system
        }
    }

    /// The figures of some of the mentions.
    package struct Figures: Sendable {
        /// The mentions in gold.
        package var mentions = 0
        /// Those whose span was found.
        package var found = 0
        /// B³ precision of those found.
        package var precision = 0.0
        /// B³ recall of those found, among those found.
        package var recall = 0.0
        /// B³ recall of all, a mention that was not found having none.
        package var recallOfAll = 0.0

        /// The harmonic mean of precision and recall of the mentions found.
        package var f1: Double { Figures.mean(precision, recall) }

        private static func mean(_ left: Double, _ right: Double) -> Double {
            left + right == 0 ? 0 : 2 * left * right / (left + right)
        }
    }

    /// All gold mentions, in the order in which they were added.
    package private(set) var items: [Item] = []

    /// Makes an empty score.
    package init() {}

    /// Adds mentions.
    package mutating func add(_ more: [Item]) { items += more }

    /// Adds the gold mentions of a document that have an id.
    package mutating func add(
        _ annotated: NameCorpus.AnnotatedDocument, found document: Document, entities: CorpusEntities
    ) {
        var ids: [ByteSpan: String] = [:]
        for mention in document.mentions where mention.label.isName { ids[mention.span] = mention.entityID }
        for name in annotated.names {
            guard let gold = name.entity else { continue }
            items.append(
                Item(
                    document: document.id, text: document.string(name.span), gold: gold,
                    system: ids[name.span].map { entities.entity(of: $0, in: document.id) }))
        }
    }

    /// The figures of the mentions of some documents; the entities are those of the whole corpus.
    package func figures(of isIncluded: (_ document: String) -> Bool = { _ in true }) -> Figures {
        var goldSizes: [String: Int] = [:]
        var foundSizes: [String: Int] = [:]
        var systemSizes: [String: Int] = [:]
        var shared: [Pair: Int] = [:]
        for item in items {
            goldSizes[item.gold, default: 0] += 1
            guard let system = item.system else { continue }
            foundSizes[item.gold, default: 0] += 1
            systemSizes[system, default: 0] += 1
            shared[Pair(gold: item.gold, system: system), default: 0] += 1
        }
        var figures = Figures()
        for item in items where isIncluded(item.document) {
            figures.mentions += 1
            guard let system = item.system else { continue }
            figures.found += 1
            let both = Double(shared[Pair(gold: item.gold, system: system)] ?? 0)
            figures.precision += both / Double(systemSizes[system] ?? 1)
            figures.recall += both / Double(foundSizes[item.gold] ?? 1)
            figures.recallOfAll += both / Double(goldSizes[item.gold] ?? 1)
        }
        figures.precision /= Double(max(1, figures.found))
        figures.recall /= Double(max(1, figures.found))
        figures.recallOfAll /= Double(max(1, figures.mentions))
        return figures
    }

    /// A thing of gold and an entity that share mentions.
    private struct Pair: Hashable {
        var gold: String
        var system: String
    }
}
