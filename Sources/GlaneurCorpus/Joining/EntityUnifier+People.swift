import GlaneurCore

/// Names of people of which a part is left out.
extension EntityUnifier {
    /// The people of the corpus by the parts of their whole names.
    private struct People {
        /// By the last word, and by every longer end of the name: `trump`, `le-pen`.
        var byFamily: [String: [Int]] = [:]
        /// By the first word.
        var byGiven: [Substring: [Int]] = [:]
        /// The number of whole names.
        var count = 0
    }

    /// Joins a family name, a first name, or a family name with a letter before it, to the one person who has it.
    mutating func joinFamilyNames() {
        let people = people()
        // With a letter first, so that its person counts once among the holders of the family name.
        for pass in 0..<3 {
            for node in nodes.indices where nodes[node].label == .person && !clusters.hasFullName(node, besides: node) {
                let words = nodes[node].slug.words
                let isInitial = words.count >= 2 && words[0].utf8.count == 1
                switch pass {
                case 0 where isInitial: joinFirstInitial(node, people)
                case 1 where !isInitial && isFamilyNameAlone(node): joinFamilyName(node, people)
                case 2 where words.count == 1 && clusters.members(node).count == 1: joinGivenName(node, people)
                default: continue
                }
            }
        }
        for node in nodes.indices where nodes[node].label == .person && nodes[node].slug.words.count >= 2 {
            joinNickname(node, people)
        }
        for node in nodes.indices where nodes[node].label == .location || nodes[node].label == .miscellaneous {
            if nodes[node].isOneWord, clusters.members(node).count == 1 { joinMislabelledName(node, people) }
        }
    }

    private func people() -> People {
        var people = People()
        for node in nodes.indices where nodes[node].label == .person {
            let words = nodes[node].slug.words
            guard words.count >= 2, words[0].utf8.count > 1, !isFamilyNameAlone(node) else { continue }
            people.count += 1
            for start in 1..<words.count {
                people.byFamily[words[start...].joined(separator: "-"), default: []].append(node)
            }
            people.byGiven[words[0], default: []].append(node)
        }
        return people
    }

    /// Whether a name of a person is a family name: one word, particles and a word, or words with hyphens of which the first is no
    /// first name: `Okonjo-Iweala`.
    private func isFamilyNameAlone(_ node: Int) -> Bool {
        let words = nodes[node].writtenWords
        if words.count == 1 || words.dropLast().allSatisfy({ knowledge.isParticle($0.lowercased()) }) { return true }
        let isHyphenated = !nodes[node].name.contains(" ") && nodes[node].name.contains("-")
        return isHyphenated && !knowledge.isGivenName(words[0])
    }

    /// The people among some ids, each once, by the id that was met first.
    private func holders(_ nodes: [Int]?, of node: Int) -> [Int] {
        var seen: Set<Int> = [clusters.root(node)]
        return (nodes ?? []).filter { seen.insert(clusters.root($0)).inserted }
    }

    private mutating func joinFirstInitial(_ node: Int, _ people: People) {
        let words = nodes[node].slug.words
        let family = holders(people.byFamily[words.last.map(String.init) ?? ""], of: node)
        let fitting = family.filter { PersonName(nodes[$0].slug).isCompatible(with: PersonName(nodes[node].slug)) }
        guard let written = nodes[node].writtenWords.last else { return }
        if fitting.count == 1, let holder = fitting.first,
            support(node, holder) >= EntityUnifier.support || isTelling(written, holder, people),
            join(node, to: holder, .firstInitial)
        {
            return
        }
        guard fitting.count <= EntityUnifier.rivalLimit else { return }
        propose(node, fitting.map { link(node, $0, fitting.count, "a letter for a first name") })
    }

    /// Joins `Bill Quorl` to the one person of the family whose first name it is short for.
    private mutating func joinNickname(_ node: Int, _ people: People) {
        let words = nodes[node].slug.words
        guard let last = words.last, words[0].utf8.count > 1, let written = nodes[node].writtenWords.last else {
            return
        }
        let fitting = holders(people.byFamily[String(last)], of: node).filter {
            let first = nodes[$0].slug.words[0]
            return first != words[0] && knowledge.mayBeOneGivenName(String(first), String(words[0]))
        }
        guard let holder = fitting.first else { return }
        if fitting.count == 1,
            support(node, holder) >= EntityUnifier.support || isTelling(written, holder, people, besides: [node]),
            join(node, to: holder, .nickname)
        {
            return
        }
        guard fitting.count <= EntityUnifier.rivalLimit else { return }
        propose(node, fitting.map { link(node, $0, fitting.count, "a first name that may be short for the other") })
    }

    private mutating func joinFamilyName(_ node: Int, _ people: People) {
        let family = holders(people.byFamily[nodes[node].slug.text], of: node)
        guard let holder = family.first else { return }
        if family.count == 1 {
            if support(node, holder) >= EntityUnifier.support {
                if join(node, to: holder, .familyNameInContext) { return }
            } else if !clusters.isConcept(node), isTelling(nodes[node].name, holder, people) {
                if join(node, to: holder, .rareFamilyName) { return }
            }
        }
        // Of a name that so many have, nobody wants a list.
        guard family.count <= EntityUnifier.rivalLimit else { return }
        if family.count > 1, nodes[node].documents == 1, let holder = onlyOneInCompany(node, family),
            join(node, to: holder, .familyNameInContext)
        {
            return
        }
        let reason = family.count > 1 ? "several people have the family name" : "no company in common"
        propose(node, family.map { link(node, $0, family.count, reason) })
    }

    /// The one of several people whose company the only document of a name keeps, where it keeps hardly any of the others'.
    ///
    /// With more documents the name may be one person's in some of them and another's in others.
    private func onlyOneInCompany(_ node: Int, _ people: [Int]) -> Int? {
        let ranked = people.map { (person: $0, support: support(node, $0)) }
            .sorted { $0.support != $1.support ? $0.support > $1.support : $0.person < $1.person }
        guard ranked[0].support >= EntityUnifier.strongSupport, ranked[1].support <= ranked[0].support / 4 else {
            return nil
        }
        return ranked[0].person
    }

    /// Joins a rare name that was taken for a place or thing to the one person who has it, in the same company.
    ///
    /// Not that of a firm, which may bear the name of its founder.
    private mutating func joinMislabelledName(_ node: Int, _ people: People) {
        let family = holders(people.byFamily[nodes[node].slug.text], of: node)
        guard family.count == 1, let holder = family.first, !nodes[node].isConcept,
            isRare(nodes[node].name, besides: [holder]), support(node, holder) >= EntityUnifier.support
        else { return }
        join(node, to: holder, .familyNameInContext)
    }

    private mutating func joinGivenName(_ node: Int, _ people: People) {
        let named = holders(people.byGiven[nodes[node].slug.words[0]], of: node)
        guard named.count == 1, let person = named.first, people.byFamily[nodes[node].slug.text] == nil else { return }
        // "David" is also he who met Goliath: some document must call the person so.
        let isCalledSo = clusters.members(person).contains { member in
            nodes[member].aliases.contains { $0.key == nodes[node].slug.text }
        }
        if isCalledSo, support(node, person) >= EntityUnifier.strongSupport {
            join(node, to: person, .givenNameInContext)
        } else if support(node, person) > 0 {
            propose(node, [link(node, person, 2, "a first name alone")])
        }
    }

    /// Whether a family name by itself tells the person: rare, of no one else that the lexicons know, in a corpus of not too many.
    private func isTelling(_ family: String, _ holder: Int, _ people: People, besides others: [Int] = []) -> Bool {
        guard people.count <= EntityUnifier.peopleLimit, isRare(family, besides: [holder] + others) else {
            return false
        }
        let slug = NameSlug(entityID: nodes[holder].id).words.last.map(String.init) ?? ""
        return knowledge.knownPeople(slug) <= (clusters.isConcept(holder) ? 1 : 0)
    }
}
