package import GlaneurCore

/// The entities of a corpus, joined across documents and languages.
package struct Unification: ~Copyable {
    let entities: CorpusEntities
    let unifier: EntityUnifier
    /// The id that names the entity of each id, by index.
    let winners: [Int]
    /// The ids that name entities, in order.
    private let order: [Int]
    /// The joins that each id was looked at in.
    private let joinsByNode: [Int: [Int]]

    /// Joins what was collected.
    package init(_ collector: consuming EntityCollector) throws {
        let knowledge = collector.knowledge
        let entities = try CorpusEntities.reading(collector)
        var unifier = EntityUnifier(nodes: entities.nodes, companions: entities.companions, knowledge: knowledge)
        unifier.unify()
        let nodes = entities.nodes
        let joined = unifier.clusters
        let winners = nodes.indices.map { Unification.winner(joined.members($0), nodes) }
        self.winners = winners
        order = winners.indices.filter { winners[$0] == $0 }
            .sorted { nodes[$0].id.utf8.lexicographicallyPrecedes(nodes[$1].id.utf8) }
        joinsByNode = Dictionary(grouping: joined.joins.indices) { joined.joins[$0].node }
        self.entities = entities
        self.unifier = unifier
    }

    /// The number of entities.
    package var count: Int { order.count }

    /// Calls `body` with each entity, in the order of their ids.
    package func forEach(_ body: (EntityRecord) throws -> Void) throws {
        for winner in order { try body(try record(winner)) }
    }

    /// Which of some ids names their entity: one of the lexicons, then the longer name where the other is a word or a family name alone, then a
    /// first name before its letter, then the more frequent, then the first.
    private static func winner(_ members: [Int], _ nodes: [EntityNode]) -> Int {
        guard var best = members.first else { preconditionFailure("an entity has an id") }
        for member in members.dropFirst() where isBetter(nodes[member], nodes[best]) { best = member }
        return best
    }

    private static func isBetter(_ left: EntityNode, _ right: EntityNode) -> Bool {
        if left.isConcept != right.isConcept { return left.isConcept }
        if left.isOneWord != right.isOneWord, left.spellingKey != right.spellingKey { return right.isOneWord }
        let (one, two) = (left.slug.words, right.slug.words)
        if left.label == .person, one.count != two.count {
            if one.count > two.count, one.suffix(two.count).elementsEqual(two) { return true }
            if two.count > one.count, two.suffix(one.count).elementsEqual(one) { return false }
        }
        let letters = (PersonName(left.slug).hasFirstInitial, PersonName(right.slug).hasFirstInitial)
        if left.label == .person, letters.0 != letters.1 { return letters.1 }
        if left.mentions != right.mentions { return left.mentions > right.mentions }
        return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }

    /// The record of the entity that an id names.
    func record(_ winner: Int) throws -> EntityRecord {
        let nodes = entities.nodes
        let members = unifier.clusters.members(winner)
        var names = NameCounts()
        var marks: Sighting.Marks = []
        for member in members {
            names.merge(try entities.names(of: member))
            marks.formUnion(nodes[member].marks)
        }
        let ranked = names.ranked
        return EntityRecord(
            entityID: nodes[winner].id, label: nodes[winner].label,
            name: EntityNode.name(slug: nodes[winner].slug, ranked),
            sameAs: members.filter { $0 != winner }.map { nodes[$0].id }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            names: ranked, documents: try documents(members), mentions: names.mentions,
            languages: names.languages.sorted { $0.code < $1.code }, makers: makers(members, marks),
            candidates: candidates(members).map {
                EntityRecord.Candidate(entityID: nodes[$0.node].id, score: $0.score)
            },
            only: only(members))
    }

    /// The number of different documents that mention one of some ids.
    private func documents(_ members: [Int]) throws -> Int {
        guard members.count > 1 else { return entities.nodes[members[0]].documents }
        return try members.reduce(into: Set<UInt64>()) { $0.formUnion(try entities.documents(of: $1)) }.count
    }

    /// The documents of an entity that others of its name are kept apart from.
    private func only(_ members: [Int]) -> [String] {
        Array(Set(members.flatMap { entities.nodes[$0].only })).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }

    private func makers(_ members: [Int], _ marks: Sighting.Marks) -> [String] {
        var makers: Set<String> = []
        if marks.contains(.lexicon) { makers.insert("alias") }
        if marks.contains(.alias) { makers.insert("document") }
        if members.count > 1 { makers.insert("corpus") }
        if members.contains(where: { !entities.nodes[$0].only.isEmpty }) { makers.insert("context") }
        if joins(members).contains(where: { $0.reason == .translation }) { makers.insert("translation") }
        if makers.isEmpty { makers.insert("surface") }
        return makers.sorted()
    }

    /// The joins that made an entity, in the order in which they were made.
    func joins(_ members: [Int]) -> [Join] {
        guard members.count > 1 else { return [] }
        return members.flatMap { joinsByNode[$0] ?? [] }.sorted { $0 < $1 }.map { unifier.clusters.joins[$0] }
    }

    /// What an entity may be besides, the likeliest first, each once, by the ids that name them.
    func candidates(_ members: [Int]) -> [CandidateLink] {
        let own = members.first.map { winners[$0] }
        var best: [Int: CandidateLink] = [:]
        for link in members.flatMap({ unifier.candidates[$0] ?? [] }) {
            let winner = winners[link.node]
            guard winner != own, link.score > best[winner]?.score ?? -1 else { continue }
            best[winner] = CandidateLink(node: winner, score: link.score, reason: link.reason)
        }
        return best.values.sorted { left, right in
            if left.score != right.score { return left.score > right.score }
            return entities.nodes[left.node].id.utf8.lexicographicallyPrecedes(entities.nodes[right.node].id.utf8)
        }
    }
}
