import GlaneurCore

/// The final ids of a corpus: which ids of document lines are one entity.
struct FinalEntities {
    private var ids: [String: String] = [:]
    /// Ids that several entities share, by the documents that mean each of them.
    private var idsByDocument: [String: [String: String]] = [:]

    /// Makes a table in which every id is final.
    init() {}

    /// Reads the ids that a file of entities joins or keeps apart; what stays by itself takes no memory.
    init(of path: String) throws {
        try CorpusFiles.forEachLine(of: path, schema: CorpusFiles.entitySchema) { line, bytes, _ in
            func strings(_ key: String) -> [String] { (line[key]?.elements ?? []).compactMap { $0.string(in: bytes) } }
            guard let id = line["entity_id"]?.string(in: bytes) else { return }
            let others = strings("same_as")
            for other in others { ids[other] = id }
            // Lines of documents know `per/paul-martin`; `only` tells in which of them it is `per/paul-martin~org-lens`.
            let documents = strings("only")
            for split in [id] + others where split.contains("~") {
                let shared = String(split.prefix { $0 != "~" })
                for document in documents { idsByDocument[shared, default: [:]][document] = id }
            }
        }
    }

    /// The final id of an id in a document.
    func id(_ id: String, inDocument document: String) -> String {
        idsByDocument[id]?[document] ?? ids[id] ?? id
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
