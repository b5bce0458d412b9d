package import GlaneurCore

/// Writes pairs of duplicates as `glaneur.duplicate/1`, one line each.
package struct DuplicateLineWriter: Sendable {
    /// Makes a writer.
    package init() {}

    /// Adds the line of a duplicate, line end included.
    package func write(_ duplicate: DuplicateRecord, to json: inout JSONWriter) {
        json.beginObject()
        json.member("schema", "glaneur.duplicate/1")
        json.member("id", duplicate.id)
        json.member("of", duplicate.original)
        json.member("kind", duplicate.kind.rawValue)
        json.key("score")
        json.score(duplicate.score)
        json.endObject()
        json.endLine()
    }
}
