import GlaneurCore

/// The final ids of a corpus: which ids of document lines are one entity.
struct FinalEntities {
    private let ids: [String: String]

    /// Makes a table of ids that mean others.
    init(ids: [String: String]) { self.ids = ids }

    /// Reads the ids that a file of entities joins; what stays by itself takes no memory.
    init(of path: String) throws {
        var ids: [String: String] = [:]
        try CorpusFiles.forEachLine(of: path, schema: CorpusFiles.entitySchema) { line, bytes, _ in
            guard let id = line["entity_id"]?.string(in: bytes) else { return }
            for other in line["same_as"]?.elements ?? [] {
                if let other = other.string(in: bytes) { ids[other] = id }
            }
        }
        self.ids = ids
    }

    /// The final id.
    subscript(id: String) -> String { ids[id] ?? id }

    /// The names of some entities.
    static func names(of wanted: Set<String>, in path: String) throws -> [String: String] {
        var names: [String: String] = [:]
        try CorpusFiles.forEachLine(of: path, schema: CorpusFiles.entitySchema) { line, bytes, _ in
            guard let id = line["entity_id"]?.string(in: bytes), wanted.contains(id) else { return }
            names[id] = line["name"]?.string(in: bytes)
        }
        return names
    }
}
