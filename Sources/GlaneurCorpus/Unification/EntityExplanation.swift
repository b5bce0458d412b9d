package import GlaneurCore

/// Why some ids are one entity, and what it is not.
package struct EntityExplanation: Sendable {
    /// A companion that two ids share.
    package struct Shared: Sendable {
        /// The id of the companion; nothing for an amount or date.
        package let entityID: String?
        /// The number of documents it is met in.
        package let documents: Int
    }

    /// One of the ids.
    package struct Member: Sendable {
        /// The id.
        package let entityID: String
        /// The number of documents that have it.
        package let documents: Int
        /// The number of its mentions.
        package let mentions: Int
        /// Its forms, the most frequent first.
        package let names: [EntityRecord.Name]
        /// The forms that documents use for the entity although it is called otherwise.
        package let aliases: [String]
        /// Whether a row of the lexicons has the id.
        package let isInLexicon: Bool
        /// The documents it is met in, where others with the id mean someone else.
        package let only: [String]
    }

    /// Why two of the ids are one.
    package struct Link: Sendable {
        /// The id that was looked at.
        package let entityID: String
        /// The id it was joined to.
        package let other: String
        /// The rule in one word.
        package let rule: String
        /// The rule in words.
        package let reason: String
        /// How much of their company they share.
        package let support: Double
        /// What they share, the rarest first.
        package let shared: [Shared]
    }

    /// An entity that it may be.
    package struct Candidate: Sendable {
        /// The id of the other entity.
        package let entityID: String
        /// How likely it is.
        package let score: Double
        /// Why it is not certain.
        package let reason: String
        /// What they share, the rarest first.
        package let shared: [Shared]
    }

    /// The entity as it is written.
    package let record: EntityRecord
    /// Its ids, that which names it first.
    package let members: [Member]
    /// Why they are one.
    package let links: [Link]
    /// What else it may be.
    package let candidates: [Candidate]
}

extension Unification {
    /// The most companions shown.
    private static let shownCompanions = 8

    /// Explains the entity that has an id, whichever of its ids; nothing where no document has it.
    ///
    /// An id that means several people explains the one with the most documents; the others have ids of their own.
    package func explanation(of id: String) throws -> EntityExplanation? {
        let nodes = entities.nodes
        guard let index = nodes.firstIndex(where: { $0.id == id }) else { return nil }
        let winner = winners[index]
        let members = [winner] + unifier.clusters.members(winner).filter { $0 != winner }
        return EntityExplanation(
            record: try record(winner), members: try members.map { index in try member(index) },
            links: joins(members.sorted()).map { join in
                EntityExplanation.Link(
                    entityID: nodes[join.node].id, other: nodes[join.other].id, rule: join.reason.word,
                    reason: join.reason.text, support: support(join.node, join.other),
                    shared: shared(join.node, join.other))
            },
            candidates: candidates(members).map {
                EntityExplanation.Candidate(
                    entityID: nodes[$0.node].id, score: $0.score, reason: $0.reason,
                    shared: shared(winner, $0.node))
            })
    }

    private func member(_ index: Int) throws -> EntityExplanation.Member {
        let node = entities.nodes[index]
        return EntityExplanation.Member(
            entityID: node.id, documents: node.documents, mentions: node.mentions,
            names: try entities.names(of: index).ranked,
            aliases: node.aliases.map(\.text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            isInLexicon: node.isConcept, only: node.only)
    }

    private func support(_ left: Int, _ right: Int) -> Double {
        let sum = common(left, right).reduce(0) { $0 + entities.companions.weight(documents: $1.documents) }
        return (sum * 100).rounded() / 100
    }

    private func shared(_ left: Int, _ right: Int) -> [EntityExplanation.Shared] {
        common(left, right)
            .map {
                EntityExplanation.Shared(
                    entityID: $0.node.map { entities.nodes[winners[$0]].id }, documents: $0.documents)
            }
            .sorted { left, right in
                left.documents != right.documents
                    ? left.documents < right.documents : left.entityID ?? "~" < right.entityID ?? "~"
            }
            .prefix(Unification.shownCompanions).map { $0 }
    }

    /// What two ids share by themselves, without what other ids of their entity bring.
    private func common(_ left: Int, _ right: Int) -> [EntityUnifier.Shared] { unifier.sharedAlone(left, right) }
}
