import GlaneurCore

/// The company of people whose family names also stand alone.
///
/// A sample of what ten thousand documents mention has little in common with the thirty companions of a family name that stands
/// alone in two of them, though all thirty be among the ten thousand. So where a sample left something out, the documents are asked
/// for the companions of the other name, and for no more.
extension CorpusEntities {
    /// Looks for the companions of each name in the company of those it may be the same as.
    mutating func completeCompany(_ runs: inout SortedRuns) throws {
        let wanted = wantedCompany()
        guard !wanted.isEmpty else { return }
        var found: [String: Set<UInt64>] = [:]
        var isWanted = false
        var id = ""
        var key: [UInt8] = []
        try runs.forEach { record in
            guard record.first ?? 0 > Sighting.documentMarker, let end = record.firstIndex(of: 0) else { return }
            if !record[..<end].elementsEqual(key) {
                key = Array(record[..<end])
                id = String(decoding: key, as: UTF8.self)
                isWanted = wanted[id] != nil
            }
            guard isWanted, let hashes = wanted[id] else { return }
            let company = Sighting(record, at: end + 1).context.hashes
            for hash in company where hashes.contains(hash) { found[id, default: []].insert(hash) }
        }
        // An id that is several people has documents of its own, few enough to be sampled whole.
        for index in nodes.indices where nodes[index].only.isEmpty {
            if let hashes = found[nodes[index].id] { nodes[index].otherCompany = hashes }
        }
    }

    /// The companions to look for, by the id whose sample may have left them out.
    private func wantedCompany() -> [String: Set<UInt64>] {
        var holders: [Substring: [Int]] = [:]
        for index in nodes.indices where nodes[index].label == .person && nodes[index].slug.words.count > 1 {
            if let family = nodes[index].slug.words.last { holders[family, default: []].append(index) }
        }
        var wanted: [String: Set<UInt64>] = [:]
        for index in nodes.indices where nodes[index].label == .person {
            let words = nodes[index].slug.words
            let isPart = words.count == 1 || words[0].utf8.count == 1 || words.count == 2
            guard isPart, let family = words.last, let people = holders[family] else { continue }
            // Of a name that so many have, company does not tell.
            guard people.count <= EntityUnifier.rivalLimit else { continue }
            for person in people where person != index {
                if nodes[person].context.isSample {
                    wanted[nodes[person].id, default: []].formUnion(nodes[index].context.hashes)
                }
                if nodes[index].context.isSample {
                    wanted[nodes[index].id, default: []].formUnion(nodes[person].context.hashes)
                }
            }
        }
        return wanted
    }
}
