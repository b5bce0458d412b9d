import GlaneurCore
import GlaneurWriters

extension Diagnosis {
    /// The diagnosis for programs: one line, `glaneur.doctor/1`.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("schema", "glaneur.doctor/1")
        json.key("sound")
        json.bool(isSound)
        json.key("versions")
        json.beginObject()
        for version in versions {
            json.key(named: version.name)
            json.string(version.version)
        }
        json.endObject()
        json.member("html_faults", htmlFaults)
        json.key("lexicons")
        json.beginObject()
        write(lexicons, to: &json)
        json.endObject()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func write(_ lexicons: Lexicons, to json: inout JSONWriter) {
        json.member("path", lexicons.place?.path)
        json.member("found_by", lexicons.place?.evidence.rawValue)
        if let cache = lexicons.cache {
            json.key("cache")
            json.beginObject()
            json.member("path", cache.path)
            json.member("state", cache.state.rawValue)
            json.endObject()
        }
        json.member("fingerprint", lexicons.fingerprint)
        if let fault = lexicons.fault {
            json.key("fault")
            json.beginObject()
            json.member("path", fault.path)
            json.member("line", fault.line)
            json.member("reason", fault.reason)
            json.endObject()
        }
        writeConcepts(to: &json)
        writeFiles(to: &json)
    }

    /// Rows and not an object keyed by label: its keys would be data.
    private func writeConcepts(to json: inout JSONWriter) {
        guard !lexicons.concepts.isEmpty else { return }
        json.key("concepts")
        json.beginArray()
        for label in Label.allCases {
            guard let count = lexicons.concepts[label] else { continue }
            json.beginObject()
            json.member("label", label.rawValue)
            json.member("n", count)
            json.endObject()
        }
        json.endArray()
    }

    private func writeFiles(to json: inout JSONWriter) {
        guard !lexicons.files.isEmpty else { return }
        json.key("files")
        json.beginArray()
        for file in lexicons.files {
            json.beginObject()
            json.member("path", file.path)
            json.member("bytes", file.count)
            json.member("sha256", file.sha256)
            json.endObject()
        }
        json.endArray()
    }
}
