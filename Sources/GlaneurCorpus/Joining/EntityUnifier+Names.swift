import GlaneurCore

/// Names that say by themselves that they are one.
extension EntityUnifier {
    /// Joins names of one label that differ in spaces, hyphens, accents or legal forms alone.
    mutating func joinSpellings() {
        var first: [String: Int] = [:]
        for node in nodes.indices where nodes[node].only.isEmpty {
            let key = "\(nodes[node].slug.prefix)/\(nodes[node].spellingKey)"
            if let known = first[key] {
                join(node, to: known, .spelling)
            } else {
                first[key] = node
            }
        }
    }

    /// Joins names that a translator gives one key, unless they are unlike names of one language.
    ///
    /// A key that things of many countries have needs shared company: *ministère de l’Intérieur*, *Interior Ministry*.
    mutating func joinTranslations() {
        var groups: [String: [Int]] = [:]
        for node in nodes.indices {
            guard let key = nodes[node].translationKey else { continue }
            groups["\(nodes[node].slug.prefix)/\(key)", default: []].append(node)
        }
        for key in groups.keys.sorted() {
            guard let group = groups[key], group.count > 1 else { continue }
            if isOneNameEach(group) {
                for node in group.dropFirst() {
                    let support = support(node, group[0])
                    if support >= EntityUnifier.support
                        || knowledge.isTellingTranslation(nodes[node].name, nodes[node].label)
                    {
                        join(node, to: group[0], .translation)
                    } else if clusters.root(node) != clusters.root(group[0]) {
                        let link = CandidateLink(
                            node: group[0], score: score(support: support, rivals: 1),
                            reason: "a translation that things of other countries have too")
                        propose(node, [link])
                    }
                }
            } else {
                for node in group {
                    let others = group.filter { clusters.root($0) != clusters.root(node) }
                    propose(
                        node,
                        others.map {
                            CandidateLink(
                                node: $0, score: score(support: 0, rivals: others.count),
                                reason: "a translation that several names fit")
                        })
                }
            }
        }
    }

    /// Whether no language has two names among these that differ in more than spelling and the order of words.
    private func isOneNameEach(_ group: [Int]) -> Bool {
        for language in [Language.french, .english] {
            let names = group.filter { nodes[$0].languages.contains(language) }
            let sets = Set(names.map { nodes[$0].slug.wordSet })
            let keys = Set(names.map { nodes[$0].spellingKey })
            let longest = names.map { Set(nodes[$0].slug.words) }.max { $0.count < $1.count } ?? []
            // Words of one or two letters are articles and what is left of them.
            let extra = names.contains { name in
                longest.subtracting(nodes[name].slug.words).contains { $0.utf8.count > 3 }
            }
            if sets.count > 1, keys.count > 1, extra { return false }
        }
        return true
    }

    /// Joins one name that documents give two labels, where it can hardly be the name of two things.
    mutating func joinLabels() {
        var groups: [String: [Int]] = [:]
        for node in nodes.indices where nodes[node].label != .group && nodes[node].only.isEmpty {
            groups[nodes[node].spellingKey, default: []].append(node)
        }
        let families = Set(nodes.filter { $0.label == .person && !$0.isOneWord }.compactMap(\.slug.words.last))
        for key in groups.keys.sorted() {
            guard let group = groups[key], Set(group.map { nodes[$0].label }).count > 1 else { continue }
            let top = group.max { left, right in
                let (one, two) = (nodes[left], nodes[right])
                if one.isConcept != two.isConcept { return two.isConcept }
                return one.mentions != two.mentions ? one.mentions < two.mentions : left > right
            }
            guard let top else { continue }
            for node in group where clusters.root(node) != clusters.root(top) && isOneThing(node, top, families) {
                join(node, to: top, .label)
            }
        }
    }

    private func isOneThing(_ left: Int, _ right: Int, _ families: Set<Substring>) -> Bool {
        let (one, two) = (nodes[left], nodes[right])
        // A row for each sense: the lexicons know that there are two.
        let concepts = Set(knowledge.concepts(one.name) + knowledge.concepts(two.name))
        guard concepts.count <= 1 else { return false }
        if !one.isOneWord { return true }
        let isPerson = one.label == .person || two.label == .person
        // A firm may bear the family name of its founder.
        if isPerson, families.contains(one.slug.words[0]) { return false }
        if isRare(one.name, besides: [left, right]) { return true }
        return !isPerson && !one.isConcept && !two.isConcept && concepts.isEmpty
            && support(left, right) >= EntityUnifier.strongSupport
    }

    /// Joins whole names of people that differ in a middle name: `Donald Trump`, `Donald J. Trump`.
    mutating func joinMiddleNames() {
        var groups: [String: [Int]] = [:]
        for node in nodes.indices where nodes[node].label == .person {
            let words = nodes[node].slug.words
            guard words.count >= 2, let first = words.first, let last = words.last, first.utf8.count > 1 else {
                continue
            }
            groups["\(first) \(last)", default: []].append(node)
        }
        for key in groups.keys.sorted() {
            guard let group = groups[key], group.count > 1 else { continue }
            let isOnePerson = group.allSatisfy { left in
                group.allSatisfy { PersonName(nodes[left].slug).isCompatible(with: PersonName(nodes[$0].slug)) }
            }
            let plain = group.filter { nodes[$0].slug.words.count == 2 }
            guard isOnePerson, let base = plain.first ?? group.first else {
                // Two people with different letters stay two; the name without one may be either.
                for node in plain {
                    let others = group.filter { nodes[$0].slug.words.count > 2 }
                    propose(
                        node,
                        others.map { link(node, $0, others.count, "several people have the name with a middle name") })
                }
                continue
            }
            for node in group where node != base && isSameButForMiddleNames(node, base) {
                join(node, to: base, .middleName)
            }
        }
    }

    /// Whether what stands in the middle are letters or first names: of `Maria Garcia Lopez` it is a family name.
    private func isSameButForMiddleNames(_ node: Int, _ base: Int) -> Bool {
        for index in [node, base] {
            for word in nodes[index].writtenWords.dropFirst().dropLast() {
                guard word.utf8.count == 1 || word.utf8.count == 2 && word.hasSuffix(".") || knowledge.isGivenName(word)
                else {
                    return support(node, base) >= EntityUnifier.support
                }
            }
        }
        return true
    }

    /// The link to an entity that a name may be.
    func link(_ node: Int, _ other: Int, _ rivals: Int, _ reason: String) -> CandidateLink {
        CandidateLink(node: other, score: score(support: support(node, other), rivals: max(1, rivals)), reason: reason)
    }
}
