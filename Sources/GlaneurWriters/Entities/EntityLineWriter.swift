package import GlaneurCore

/// Writes entities as `glaneur.entity/1`, one line each, in the key order of the schema.
package struct EntityLineWriter: Sendable {
    /// Makes a writer.
    package init() {}

    /// Adds the line of an entity, line end included.
    package func write(_ entity: EntityRecord, to json: inout JSONWriter) {
        json.beginObject()
        json.member("schema", "glaneur.entity/1")
        json.member("entity_id", entity.entityID)
        json.member("label", entity.label.rawValue)
        json.member("name", entity.name)
        json.member("same_as", entity.sameAs)
        json.member("only", entity.only)
        if !entity.names.isEmpty {
            json.key("names")
            json.beginArray()
            for name in entity.names {
                json.beginObject()
                json.member("lang", name.language.code)
                json.member("text", name.text)
                json.member("n", name.count)
                json.endObject()
            }
            json.endArray()
        }
        json.member("docs", entity.documents)
        json.member("mentions", entity.mentions)
        json.member("langs", entity.languages.map(\.code))
        json.member("by", entity.makers)
        if !entity.candidates.isEmpty {
            json.key("candidates")
            json.beginArray()
            for candidate in entity.candidates {
                json.beginObject()
                json.member("entity_id", candidate.entityID)
                json.key("score")
                json.score(candidate.score)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        json.endLine()
    }
}
