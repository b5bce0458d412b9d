import GlaneurCore

/// What is shown of an entity.
package struct EntityRow: Sendable {
    /// A form it is mentioned by.
    struct Form: Sendable {
        let language: String
        let text: String
        let count: Int
    }

    /// The id.
    package let id: String
    /// The label, as the line names it.
    let label: String
    /// The canonical name.
    package let name: String
    /// The number of documents that mention it.
    let documents: Int
    /// The number of its mentions.
    let mentions: Int
    /// The languages it is named in.
    let languages: [String]
    /// The forms, as the line has them.
    let forms: [Form]
    /// The number of other ids that mean it.
    let otherIDs: Int
    /// The line it was read from, with its line end.
    let line: [UInt8]

    /// Reads an entity line; nothing where it lacks what every entity has.
    init?(_ line: JSONValue, in bytes: [UInt8], range: Range<Int>) {
        guard let id = line["entity_id"]?.string(in: bytes), let label = line["label"]?.string(in: bytes),
            let name = line["name"]?.string(in: bytes), let documents = line["docs"]?.integer(in: bytes),
            let mentions = line["mentions"]?.integer(in: bytes)
        else { return nil }
        self.id = id
        self.label = label
        self.name = name
        self.documents = documents
        self.mentions = mentions
        languages = (line["langs"]?.elements ?? []).compactMap { $0.string(in: bytes) }
        forms = (line["names"]?.elements ?? []).compactMap { form in
            guard let language = form["lang"]?.string(in: bytes), let text = form["text"]?.string(in: bytes) else {
                return nil
            }
            return Form(language: language, text: text, count: form["n"]?.integer(in: bytes) ?? 0)
        }
        otherIDs = line["same_as"]?.elements?.count ?? 0
        self.line = Array(bytes[range]) + [UInt8(ascii: "\n")]
    }

    /// Whether the entity stands before another: more documents, more mentions, then the id.
    func precedes(_ other: EntityRow) -> Bool {
        if documents != other.documents { return documents > other.documents }
        if mentions != other.mentions { return mentions > other.mentions }
        return id.utf8.lexicographicallyPrecedes(other.id.utf8)
    }

    /// The most frequent forms in each language: `en UN, United Nations · fr ONU`.
    func formsText(perLanguage: Int) -> String {
        languages.map { language in
            let frequent = forms.filter { $0.language == language }.sorted {
                $0.count != $1.count ? $0.count > $1.count : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
            }
            return "\(language) " + frequent.prefix(perLanguage).map(\.text).joined(separator: ", ")
        }.joined(separator: " · ")
    }
}
