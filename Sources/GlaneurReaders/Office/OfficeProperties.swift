import GlaneurCore

/// What the property part of an office document or a book says: `docProps/core.xml`, `meta.xml`, the metadata of an OPF.
struct OfficeProperties: ProseVocabulary {
    let takesText = false

    /// Reads a property part; a broken one says nothing.
    static func metadata(of part: [UInt8]) -> Metadata {
        do throws(XMLDocument.Refusal) {
            let document = try XMLDocument(part)
            return ProseReader.read(document, as: OfficeProperties(), keepsBoilerplate: false).metadata
        } catch {
            return Metadata()
        }
    }

    func role(of name: XMLName, _ attributes: [XMLAttribute], in parents: [XMLName]) -> ProseRole {
        switch (name.prefix, name.local) {
        case ("dc", "title"): return .metadata(.title)
        // Who began an office document and who saved it last are both told; the first is the author.
        case ("meta", "initial-creator"): return .metadata(.author)
        case ("dc", "creator"):
            let isLastEditor = parents.contains { $0.prefix == "office" }
            let role = attributes["role"] ?? "aut"
            return isLastEditor || role != "aut" ? .skipped : .metadata(.author)
        case ("dcterms", "created"), ("meta", "creation-date"): return .metadata(.published)
        case ("dc", "date"):
            let isLastEdit = parents.contains { $0.prefix == "office" }
            return isLastEdit || attributes["event"] == "modification" ? .skipped : .metadata(.published)
        case ("dc", "language"): return .metadata(.language)
        case ("dc", "publisher"): return .metadata(.outlet)
        default: return .inline
        }
    }
}
