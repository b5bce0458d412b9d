import GlaneurLexicon
import GlaneurWriters

extension JSONWriter {
    /// Writes what the row of a concept says, as members of the object that is open.
    mutating func members(of concept: Concept) {
        member("entity_id", concept.entityID)
        member("label", concept.label.rawValue)
        member("table", concept.table)
        member("kind", concept.kind)
        member("name", concept.name)
        member("fr", concept.french)
        member("en", concept.english)
        member("kb_id", concept.knowledgeBaseID)
    }
}
