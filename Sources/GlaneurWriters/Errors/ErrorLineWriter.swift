package import GlaneurCore

/// Writes documents that were given up as `glaneur.error/1`, one line each.
package struct ErrorLineWriter: Sendable {
    /// Makes a writer.
    package init() {}

    /// Adds the line of a failure, line end included; `provenance` where the document had been read.
    package func write(_ failure: StageFailure, provenance: Provenance? = nil, to json: inout JSONWriter) {
        json.beginObject()
        json.member("schema", "glaneur.error/1")
        json.member("id", failure.document)
        json.member("stage", failure.stage.rawValue)
        json.member("code", failure.code.rawValue)
        json.key("message")
        json.string(failure.message)
        json.member("raw_start", failure.span?.start)
        json.member("raw_end", failure.span?.end)
        if let provenance { json.provenance(provenance) }
        json.endObject()
        json.endLine()
    }
}
