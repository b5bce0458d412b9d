import GlaneurCore
import GlaneurCorpus

/// The final ids and names that a file of entities tells.
enum FinalEntities {
    /// Reads the ids that a file of entities joins or keeps apart; what stays by itself takes no memory.
    static func ids(of path: String) throws -> FinalIDs {
        var ids = FinalIDs()
        try CorpusFiles.forEachLine(of: path, schema: CorpusFiles.entitySchema) { line, bytes, _ in
            func strings(_ key: String) -> [String] { (line[key]?.elements ?? []).compactMap { $0.string(in: bytes) } }
            guard let id = line["entity_id"]?.string(in: bytes) else { return }
            let others = strings("same_as")
            for other in others { ids.set(other, to: id) }
            // Lines of documents know `per/paul-martin`; `only` tells in which of them it is `per/paul-martin~org-lens`.
            let documents = strings("only")
            for split in [id] + others where split.contains("~") {
                ids.set(String(split.prefix { $0 != "~" }), in: documents, to: id)
            }
        }
        return ids
    }

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
