import GlaneurCore

/// Which ids are one entity so far; keeps apart what can be no one entity.
///
/// A join is refused where it would bring together two rows of the lexicons, two whole names that no one person has, or two unlike
/// long names of firms: so a short name in the middle can never chain two entities together.
struct EntityClusters {
    /// What was joined, in the order in which it was.
    private(set) var joins: [Join] = []
    private let nodes: [EntityNode]
    private var parents: [Int32]
    /// The members of clusters of two and more, by their root.
    private var members: [Int: [Int]] = [:]

    /// Begins with every id an entity of its own.
    init(_ nodes: [EntityNode]) {
        self.nodes = nodes
        parents = nodes.indices.map { Int32($0) }
    }

    /// The id that stands for the entity of an id in the course of joining: the first of them.
    func root(_ node: Int) -> Int {
        var node = node
        while Int(parents[node]) != node { node = Int(parents[node]) }
        return node
    }

    /// All ids of the entity of an id, in order.
    func members(_ node: Int) -> [Int] {
        let root = root(node)
        return members[root] ?? [root]
    }

    /// The number of documents of an entity, those counted twice that two of its ids are in.
    func documents(_ node: Int) -> Int { members(node).reduce(0) { $0 + nodes[$1].documents } }

    /// Whether some id of the entity is that of a row of the lexicons.
    func isConcept(_ node: Int) -> Bool { members(node).contains { nodes[$0].isConcept } }

    /// Whether an id other than this one makes the entity a whole name of a person.
    func hasFullName(_ node: Int, besides own: Int) -> Bool {
        members(node).contains {
            $0 != own && nodes[$0].label == .person && PersonName(nodes[$0].slug).isFull
                && !PersonName(nodes[$0].slug).hasFirstInitial
        }
    }

    /// Joins two ids and all that was joined to them; false where that is refused.
    @discardableResult
    mutating func join(_ node: Int, to other: Int, _ reason: JoinReason) -> Bool {
        let (first, second) = (root(node), root(other))
        guard first != second else { return true }
        let (left, right) = (members(first), members(second))
        for one in left {
            for two in right {
                let isDirect = (one == node && two == other) || (one == other && two == node)
                if areDifferent(one, two, isDirect ? reason : nil) { return false }
            }
        }
        let (kept, gone) = first < second ? (first, second) : (second, first)
        parents[gone] = Int32(kept)
        members[gone] = nil
        members[kept] = (left + right).sorted()
        joins.append(Join(node: node, other: other, reason: reason))
        return true
    }

    /// Whether two ids are certainly not one entity; `reason` is what speaks for them directly.
    private func areDifferent(_ left: Int, _ right: Int, _ reason: JoinReason?) -> Bool {
        let (one, two) = (nodes[left], nodes[right])
        if one.isConcept, two.isConcept { return true }
        // Several people of one id were told apart for a reason.
        if !one.only.isEmpty, !two.only.isEmpty, one.slug == two.slug { return true }
        if let reason, reason.isStated || reason == .translation || reason == .spelling || reason == .nickname {
            return false
        }
        if one.isOneWord || two.isOneWord || one.spellingKey == two.spellingKey { return false }
        if one.label == .person || two.label == .person {
            return !PersonName(one.slug).isCompatible(with: PersonName(two.slug))
        }
        if let key = one.translationKey, key == two.translationKey { return false }
        // Two long names: one has what the other has and more, or they are two firms.
        let (first, second) = (Set(one.slug.words), Set(two.slug.words))
        if first.isSubset(of: second) || second.isSubset(of: first) { return false }
        return joins.allSatisfy {
            !$0.reason.isStated || !($0.node == left && $0.other == right || $0.node == right && $0.other == left)
        }
    }
}
