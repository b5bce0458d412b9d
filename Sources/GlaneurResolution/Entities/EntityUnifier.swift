package import GlaneurCore
import GlaneurLexicon

/// Finds the ids of a corpus that mean one entity.
///
/// Two ids are one where their names differ in spaces, hyphens and accents alone (`Density AI`, `DensityAI`), where a person
/// has a middle initial more (`Donald J. Trump`), or where a family name stands alone and the corpus knows exactly one
/// person of it, met in a document with a common third (`per/musk`). A family name without that support stays apart and lists
/// the person as a candidate: a wrong merge is worse than a missed one.
package struct EntityUnifier {
    private let entities: [String: EntityCollector.Entity]
    private let ids: [String]
    /// The ids met in each document.
    private let idsOfDocument: [[String]]
    /// The id each id is merged into; itself where it stays.
    private var parents: [String: String] = [:]
    private var candidates: [String: [EntityRecord.Candidate]] = [:]

    /// Prepares to unify what was collected.
    package init(_ collector: EntityCollector) {
        entities = collector.entities
        ids = collector.entities.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var idsOfDocument: [[String]] = Array(repeating: [], count: collector.documentCount)
        for id in ids {
            parents[id] = id
            for document in entities[id]?.documents ?? [] { idsOfDocument[document].append(id) }
        }
        self.idsOfDocument = idsOfDocument
    }

    /// Returns the entities of the corpus, in the order of their ids.
    package mutating func unified() -> [EntityRecord] {
        mergeSpellings()
        mergeInitials()
        mergeFamilyNames()
        var members: [String: [String]] = [:]
        for id in ids { members[root(of: id), default: []].append(id) }
        return members.map { record(members: $0.value) }
            .sorted { $0.entityID.utf8.lexicographicallyPrecedes($1.entityID.utf8) }
    }

    // MARK: Merging

    private mutating func mergeSpellings() {
        var byKey: [String: String] = [:]
        for id in ids {
            let parts = id.split(separator: "/", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let key = "\(parts[0])/\(parts[1].filter { $0 != "-" })"
            if let first = byKey[key] { merge(id, first) } else { byKey[key] = id }
        }
    }

    private mutating func mergeInitials() {
        var byEnds: [String: [String]] = [:]
        for id in ids where entities[id]?.label == .person {
            let words = nameWords(id)
            guard words.count >= 2, let first = words.first, let last = words.last, first.count > 1 else { continue }
            let inner = words.dropFirst().dropLast()
            guard inner.allSatisfy({ $0.count == 1 }) else { continue }
            byEnds["\(first) \(last)", default: []].append(id)
        }
        for group in byEnds.values where group.count > 1 {
            let plain = group.filter { nameWords($0).count == 2 }
            // Two people with different initials stay two.
            guard let plain = plain.first, group.count == 2 else { continue }
            for id in group where id != plain { merge(id, plain) }
        }
    }

    private mutating func mergeFamilyNames() {
        var people: [Substring: [String]] = [:]
        for id in ids where entities[id]?.label == .person {
            let words = nameWords(id)
            guard words.count >= 2, let last = words.last else { continue }
            let holder = root(of: id)
            if people[last]?.contains(holder) != true { people[last, default: []].append(holder) }
        }
        for id in ids where entities[id]?.label == .person && nameWords(id).count == 1 {
            guard root(of: id) == id, let name = nameWords(id).first, let holders = people[name] else { continue }
            let support = holders.map { ($0, commonThirds(id, $0)) }
            if holders.count == 1, let (holder, thirds) = support.first, thirds >= 1 {
                merge(id, holder)
            } else {
                candidates[id] = support.map {
                    EntityRecord.Candidate(entityID: $0.0, score: EntityUnifier.score(thirds: $0.1, of: holders.count))
                }
            }
        }
    }

    /// How likely a family name alone is one of several holders: shared context speaks for it, rivals against.
    private static func score(thirds: Int, of holders: Int) -> Double {
        let context = Double(thirds) / Double(thirds + 1)
        return ((0.4 + 0.4 * context) / Double(holders) * 100).rounded() / 100
    }

    /// The number of other entities met both in a document of the one and in one of the other.
    private func commonThirds(_ left: String, _ right: String) -> Int {
        companions(of: left).intersection(companions(of: right)).subtracting([left, right]).count
    }

    /// The entities met in a document with this one.
    private func companions(of id: String) -> Set<String> {
        (entities[id]?.documents ?? []).reduce(into: []) { $0.formUnion(idsOfDocument[$1]) }
    }

    private mutating func merge(_ left: String, _ right: String) {
        let first = root(of: left)
        let second = root(of: right)
        guard first != second else { return }
        let winner = isBetter(first, second) ? first : second
        parents[winner == first ? second : first] = winner
    }

    /// Which of two ids names their entity: one of the lexicons, then the longer name, then the more frequent, then the first.
    private func isBetter(_ left: String, _ right: String) -> Bool {
        guard let first = entities[left], let second = entities[right] else { return left < right }
        if first.isInLexicon != second.isInLexicon { return first.isInLexicon }
        let words = (nameWords(left).count, nameWords(right).count)
        if first.label == .person, words.0 != words.1, min(words.0, words.1) == 1 { return words.0 > words.1 }
        if first.mentions != second.mentions { return first.mentions > second.mentions }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private func root(of id: String) -> String {
        var id = id
        while let parent = parents[id], parent != id { id = parent }
        return id
    }

    private func nameWords(_ id: String) -> [Substring] {
        (id.split(separator: "/", maxSplits: 1).last ?? "").split(separator: "-")
    }

    // MARK: Records

    private func record(members: [String]) -> EntityRecord {
        let id = root(of: members[0])
        var names: [EntityCollector.Entity.NameKey: Int] = [:]
        var documents: Set<Int> = []
        var mentions = 0
        var makers: Set<String> = []
        for member in members {
            guard let entity = entities[member] else { continue }
            names.merge(entity.names, uniquingKeysWith: +)
            documents.formUnion(entity.documents)
            mentions += entity.mentions
            if entity.isInLexicon { makers.insert("alias") }
            if entity.hasAlias { makers.insert("document") }
        }
        if members.count > 1 { makers.insert("corpus") }
        if makers.isEmpty { makers.insert("surface") }
        let sorted = names.map { EntityRecord.Name(language: $0.key.language, text: $0.key.text, count: $0.value) }
            .sorted {
                ($1.count, $0.language.code, $0.text) < ($0.count, $1.language.code, $1.text)
            }
        return EntityRecord(
            entityID: id, label: entities[id]?.label ?? .miscellaneous, name: canonicalName(id, sorted),
            sameAs: members.filter { $0 != id }, names: sorted, documents: documents.count, mentions: mentions,
            languages: Set(sorted.map(\.language)).sorted { $0.code < $1.code },
            makers: makers.sorted(), candidates: candidates[id] ?? [])
    }

    /// The most frequent form that the id was made of, or the most frequent form.
    private func canonicalName(_ id: String, _ names: [EntityRecord.Name]) -> String {
        let slug = id.split(separator: "/", maxSplits: 1).last.map(String.init) ?? id
        return (names.first { EntityName.slug(of: $0.text) == slug } ?? names.first)?.text ?? slug
    }
}
