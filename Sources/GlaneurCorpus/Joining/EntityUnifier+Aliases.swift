import GlaneurCore

/// Short and other names that some document gives an entity and another document uses alone.
extension EntityUnifier {
    /// An entity that a document calls by a form.
    private struct Claim {
        let node: Int
        let alias: EntityNode.Alias
    }

    /// Joins an acronym or other short name to the one entity that documents call so.
    mutating func joinAliases() {
        var claims: [String: [Claim]] = [:]
        for node in nodes.indices {
            for alias in nodes[node].aliases where alias.key.utf8.count > 1 {
                claims["\(nodes[node].slug.prefix)/\(alias.key)", default: []].append(Claim(node: node, alias: alias))
            }
        }
        for node in nodes.indices {
            let slug = nodes[node].slug
            guard let claimed = claims["\(slug.prefix)/\(slug.words.joined())"] ?? claims[acronymKey(node)] else {
                continue
            }
            let own = clusters.root(node)
            let others = claimed.filter { clusters.root($0.node) != own }
            let roots = Set(others.map { clusters.root($0.node) })
            guard let claim = others.first(where: { $0.alias.isStated }) ?? others.first else { continue }
            // A family name is a matter of its own: many people may have it.
            if nodes[node].label == .person, nodes[node].isOneWord, !claim.alias.isStated { continue }
            if roots.count == 1, let reason = reason(node, claim, others), join(node, to: claim.node, reason) {
                continue
            }
            propose(
                node,
                roots.sorted().map {
                    link(
                        node, $0, roots.count,
                        roots.count > 1 ? "several are called so" : "a short name with little support")
                })
        }
    }

    /// The key under which an organisation may claim an acronym that was taken for a place or thing.
    private func acronymKey(_ node: Int) -> String {
        let isThing = [.location, .product, .miscellaneous].contains(nodes[node].label)
        let isAcronym = nodes[node].name.utf8.count >= 3 && nodes[node].name.utf8.allSatisfy { $0 &- 0x41 < 26 }
        return isThing && isAcronym ? "\(Label.organization.entityPrefix)/\(nodes[node].slug.words.joined())" : ""
    }

    /// Why a name is the entity that one document calls so; nothing where that is not certain.
    private func reason(_ node: Int, _ claim: Claim, _ all: [Claim]) -> JoinReason? {
        let isStated = claim.alias.isStated || all.contains { $0.alias.isAcronym(of: nodes[$0.node].slug) }
        let reason: JoinReason = isStated ? .stated(claim.alias.text) : .shortForm(claim.alias.text)
        // "Elf-Thomson" is two firms in one breath, and neither is the other's short form.
        if !isStated, nodes[claim.node].name.contains(claim.alias.text + "-") { return nil }
        // What the lexicons know by this name is something else until the company says otherwise.
        let isKnown = clusters.isConcept(node) || !otherConcepts(node, claim.node).isEmpty
        // A maiden name stated in one text is many people's in others.
        let isCertain = isStated && !(nodes[node].label == .person && nodes[node].isOneWord)
        if isKnown || !isCertain && !isRare(nodes[node].name, besides: [node, claim.node]) {
            return support(node, claim.node) >= EntityUnifier.support ? reason : nil
        }
        return reason
    }

    private func otherConcepts(_ node: Int, _ other: Int) -> [String] {
        let ids = Set((clusters.members(node) + clusters.members(other)).map { nodes[$0].id })
        return knowledge.concepts(nodes[node].name).filter { !ids.contains($0) }
    }
}
