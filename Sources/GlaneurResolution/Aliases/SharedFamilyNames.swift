import GlaneurCore

/// The family names that several people of a document share, with the people who were named in the paragraph that is read.
///
/// Whoever is named is counted at once for all names that are shared, so that a family name is given to its holder without a look at
/// all who have it: a text with thousands of people of one name took minutes.
struct SharedFamilyNames {
    /// What is known of one name.
    private struct Family {
        let holders: [Int]
        /// The one holder of each sex, where the first names of all tell theirs; made when it is asked for.
        var bySex: [AliasWords.Sex: Int]?
        /// How many of the holders were named in the paragraph, and the last of them.
        var near = (count: 0, holder: 0)
    }

    /// People of one name with one id.
    private struct Share {
        let key: UInt64
        var count: Int
        let holder: Int
    }

    private var families: [UInt64: Family] = [:]
    /// The names that each entity shares.
    private var shares: [String: [Share]] = [:]
    private var named: Set<String> = []

    /// Collects the names that only people share.
    ///
    /// - Parameter id: the id of the entity that a holder is.
    init(_ rivals: [UInt64: NameHolders], isPerson: (Int) -> Bool, id: (Int) -> String) {
        for (key, holders) in rivals where holders.list.allSatisfy(isPerson) {
            families[key] = Family(holders: holders.list)
            for holder in holders.list {
                let id = id(holder)
                if let place = shares[id]?.lastIndex(where: { $0.key == key }) {
                    shares[id]?[place].count += 1
                } else {
                    shares[id, default: []].append(Share(key: key, count: 1, holder: holder))
                }
            }
        }
    }

    /// Whether no name is shared.
    var isEmpty: Bool { families.isEmpty }

    /// Whether several people have a name.
    func holds(_ key: UInt64) -> Bool { families[key] != nil }

    /// Forgets who was named, at the end of a paragraph.
    mutating func beginParagraph() {
        for id in named {
            for share in shares[id] ?? [] { families[share.key]?.near.count = 0 }
        }
        named.removeAll(keepingCapacity: true)
    }

    /// Counts an entity as named.
    mutating func name(_ id: String) {
        guard named.insert(id).inserted, let shares = shares[id] else { return }
        for share in shares {
            families[share.key]?.near.count += share.count
            families[share.key]?.near.holder = share.holder
        }
    }

    /// The one of the people of a name whom a title tells by the sex, where the first names of all tell theirs.
    mutating func holder(of key: UInt64, sex: AliasWords.Sex, sexOf: (Int) -> AliasWords.Sex?) -> Int? {
        guard let family = families[key] else { return nil }
        if let known = family.bySex { return known[sex] }
        var holders: [AliasWords.Sex: [Int]] = [:]
        for holder in family.holders {
            guard let sex = sexOf(holder) else {
                holders = [:]
                break
            }
            holders[sex, default: []].append(holder)
        }
        let single = holders.compactMapValues { $0.count == 1 ? $0.first : nil }
        families[key]?.bySex = single
        return single[sex]
    }

    /// The one of the people of a name who was named in the paragraph, where there is one alone.
    func holderNear(_ key: UInt64) -> Int? {
        guard let near = families[key]?.near, near.count == 1 else { return nil }
        return near.holder
    }
}
