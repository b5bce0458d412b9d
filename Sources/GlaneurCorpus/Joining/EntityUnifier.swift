import GlaneurCore
import GlaneurLexicon

/// Finds the ids of a corpus that mean one entity.
///
/// It goes from what is certain to what needs support: names that differ in spelling, translations, labels, middle names, stated
/// and short forms, and in the end family names alone. Everything is looked at in the order of the ids, so the same corpus always
/// gives the same entities. A wrong join is worse than a missed one: what is not certain stays apart, with candidates.
struct EntityUnifier {
    /// What a family name shares with its one holder to be that person: half of what tells a document from all others, such as
    /// one companion of seven documents in fifty, or two of a thousand in a hundred thousand.
    static let support = 0.5
    /// What a common word shares with a thing of that name to be it; it has more to prove.
    static let strongSupport = 1.0
    /// The most whole names of people among which a rare family name alone tells the person.
    ///
    /// A name that no list has is borne by fewer than one person in 100,000, so a stranger meets a namesake among 3,000 people in
    /// at most three cases of a hundred, which is the error that a corpus may have.
    static let peopleLimit = 3000
    /// The most candidates told.
    static let candidateLimit = 5
    /// The most holders of a name that are weighed against each other.
    static let rivalLimit = 20

    let nodes: [EntityNode]
    let companions: CompanionTable
    let knowledge: CorpusKnowledge
    /// What is joined so far.
    private(set) var clusters: EntityClusters
    /// What stays apart and might be another one.
    private(set) var candidates: [Int: [CandidateLink]] = [:]

    /// Prepares to join the entities of a corpus.
    init(nodes: [EntityNode], companions: CompanionTable, knowledge: CorpusKnowledge) {
        self.nodes = nodes
        self.companions = companions
        self.knowledge = knowledge
        clusters = EntityClusters(nodes)
    }

    /// Joins all that is one.
    mutating func unify() {
        joinSpellings()
        joinTranslations()
        joinLabels()
        joinMiddleNames()
        joinAliases()
        joinFamilyNames()
    }

    // MARK: What the rules do

    @discardableResult
    mutating func join(_ node: Int, to other: Int, _ reason: JoinReason) -> Bool {
        clusters.join(node, to: other, reason)
    }

    /// Remembers what an entity may be, the likeliest first.
    mutating func propose(_ node: Int, _ links: [CandidateLink]) {
        let sorted = links.sorted {
            $0.score != $1.score ? $0.score > $1.score : $0.node < $1.node
        }
        candidates[node, default: []] += sorted.prefix(EntityUnifier.candidateLimit)
    }

    /// How likely a name is one of several entities: shared context speaks for it, rivals against.
    func score(support: Double, rivals: Int) -> Double {
        let context = support / (support + 1)
        return ((0.4 + 0.4 * context) / Double(rivals) * 100).rounded() / 100
    }

    // MARK: Context

    /// A companion that two entities share.
    struct Shared {
        /// The index of the companion; nothing for an amount or date.
        let node: Int?
        /// The number of documents it is met in.
        let documents: Int
    }

    /// What two entities share: other entities, whichever of their ids a document has, amounts and dates.
    func shared(_ left: Int, _ right: Int) -> [Shared] {
        shared(clusters.members(left), clusters.members(right))
    }

    /// What two ids share by themselves, without what other ids of their entities bring.
    func sharedAlone(_ left: Int, _ right: Int) -> [Shared] { shared([left], [right]) }

    private func shared(_ left: [Int], _ right: [Int]) -> [Shared] {
        let own = Set((left + right).map { clusters.root($0) })
        let first = meaning(left)
        let second = meaning(right)
        var result: [Shared] = []
        for node in first.entities.intersection(second.entities).sorted() where !own.contains(node) {
            result.append(Shared(node: node, documents: clusters.documents(node)))
        }
        for value in first.values.intersection(second.values).sorted() {
            result.append(Shared(node: nil, documents: companions.values[value].map(Int.init) ?? 1))
        }
        return result
    }

    /// How much of their company two entities share.
    func support(_ left: Int, _ right: Int) -> Double {
        let sum = shared(left, right).reduce(0) { $0 + companions.weight(documents: $1.documents) }
        // The last digits may differ from one machine to another; nothing hangs on them.
        return (sum * 1000).rounded() / 1000
    }

    private func meaning(_ members: [Int]) -> (entities: Set<Int>, values: Set<UInt64>) {
        var entities: Set<Int> = []
        var values: Set<UInt64> = []
        for member in members {
            for hash in nodes[member].company {
                if let companion = companions.entities[hash] {
                    entities.insert(clusters.root(Int(companion)))
                } else {
                    values.insert(hash)
                }
            }
        }
        return (entities, values)
    }

    // MARK: Words

    /// Whether a word is no one's name but the given entities': no word, no form of another concept, no common family name.
    func isRare(_ word: String, besides allowed: [Int]) -> Bool {
        guard !knowledge.isWord(word), !knowledge.isGivenName(word),
            !knowledge.isCommonFamilyName(EntityName.key(of: word))
        else {
            return false
        }
        let ids = Set(allowed.flatMap { clusters.members($0) }.map { nodes[$0].id })
        return knowledge.concepts(word).allSatisfy { ids.contains($0) }
    }
}
