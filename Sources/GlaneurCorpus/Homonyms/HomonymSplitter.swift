/// Tells apart two people of one name by the documents that mention them.
///
/// Documents belong together that share a rare companion or set the name in one walk of life. Where that leaves groups with
/// different walks of life, they are different people: a striker and a minister whose documents have nothing in common. Without
/// such evidence of conflict nothing is split, however different the documents are.
struct HomonymSplitter {
    /// One of the people.
    struct Group: Equatable {
        /// The indices of the documents.
        var documents: [Int]
        /// The walks of life.
        var fields: Set<String>
    }

    /// The number of documents that a companion is met in.
    let frequency: (UInt64) -> Int
    /// Whether a companion of so many documents is rare.
    let isRare: (Int) -> Bool

    /// Returns the people behind one id, the one with the most documents first; one group where nothing speaks against it.
    func groups(_ sightings: [Sighting], ownHash: UInt64) -> [Group] {
        let whole = Group(
            documents: Array(sightings.indices), fields: sightings.reduce(into: []) { $0.formUnion($1.fields) })
        guard whole.fields.count > 1 else { return [whole] }
        let rare = sightings.map { sighting in
            Set(sighting.context.hashes.filter { $0 != ownHash && isRare(frequency($0)) })
        }
        var groups: [Group] = []
        for index in sightings.indices {
            let fields = Set(sightings[index].fields)
            let related = groups.indices.filter { place in
                !groups[place].fields.isDisjoint(with: fields)
                    || groups[place].documents.contains { !rare[$0].isDisjoint(with: rare[index]) }
            }
            var joined = Group(documents: [index], fields: fields)
            for place in related {
                joined.documents += groups[place].documents
                joined.fields.formUnion(groups[place].fields)
            }
            for place in related.reversed() { groups.remove(at: place) }
            joined.documents.sort()
            groups.append(joined)
        }
        var people = groups.filter { !$0.fields.isEmpty }
        guard people.count > 1 else { return [whole] }
        people.sort { left, right in
            left.documents.count != right.documents.count
                ? left.documents.count > right.documents.count : left.documents[0] < right.documents[0]
        }
        // A document that tells nothing stays with the one most is told of.
        for group in groups where group.fields.isEmpty { people[0].documents += group.documents }
        people[0].documents.sort()
        return people
    }
}
