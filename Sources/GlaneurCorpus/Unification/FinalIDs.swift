/// Which entity each id of a document line means in the end.
package struct FinalIDs: Sendable {
    /// Ids that mean one thing everywhere.
    private var everywhere: [String: String] = [:]
    /// Ids that mean several people, by the documents that mean each of them.
    private var byDocument: [String: [String: String]] = [:]

    /// Makes a table in which every id is final.
    package init() {}

    /// Returns the final id of an id in a document; the id itself where nothing was joined.
    package func id(_ id: String, inDocument document: String) -> String {
        if let people = byDocument[id] { return people[document] ?? id }
        return everywhere[id] ?? id
    }

    /// Whether some ids mean different entities in different documents.
    package var areByDocument: Bool { !byDocument.isEmpty }

    /// Says what an id means everywhere.
    package mutating func set(_ id: String, to final: String) {
        if id != final { everywhere[id] = final }
    }

    /// Says what an id means in some documents.
    package mutating func set(_ id: String, in documents: [String], to final: String) {
        for document in documents { byDocument[id, default: [:]][document] = final }
    }
}

extension Unification {
    /// Which entity each id of a document line means.
    package var finalIDs: FinalIDs {
        var ids = FinalIDs()
        let nodes = entities.nodes
        for index in nodes.indices {
            let final = nodes[winners[index]].id
            if nodes[index].only.isEmpty {
                ids.set(nodes[index].id, to: final)
            } else {
                let base = String(nodes[index].id.prefix { $0 != "~" })
                ids.set(base, in: nodes[index].only, to: final)
            }
        }
        return ids
    }
}
