import GlaneurCore
import GlaneurLexicon

/// Gathers what document lines say of entities, in any order and in bounded memory.
///
/// Each entity of a document becomes one small record. The records are sorted by entity outside of memory, so that all there is to
/// know of one entity comes together, whatever lines it stood in. A record that comes twice counts once: a document that is read
/// twice changes nothing.
package struct EntityCollector: ~Copyable {
    let knowledge: CorpusKnowledge
    var runs: SortedRuns
    private var record = RecordWriter()

    /// Makes a collector that takes this much memory, in bytes, before it writes to a temporary file.
    package init(knowledge: CorpusKnowledge, memory: Int = SortedRuns.defaultMemory) {
        self.knowledge = knowledge
        // The rest is for what is known of all entities when the records are read.
        runs = SortedRuns(memory: memory / 8 * 3)
    }

    /// Adds what the line in `bytes` says.
    package mutating func add(_ line: DocumentLine, in bytes: [UInt8]) throws(ScratchFailure) {
        guard let id = line.id else { return }
        let documentID = String(decoding: id.decoded(from: bytes), as: UTF8.self)
        let documentHash = StableHash.ofDocument(documentID.utf8)
        var reading = LineReading(line, in: bytes, documentID: documentID)
        reading.read(knowledge)
        record.removeAll()
        record.byte(Sighting.documentMarker)
        record.fixed(documentHash)
        try runs.append(record.bytes)
        for hash in reading.values {
            record.removeAll()
            record.byte(Sighting.valueMarker)
            record.fixed(hash)
            record.fixed(documentHash)
            try runs.append(record.bytes)
        }
        record.removeAll()
        reading.context.write(to: &record)
        let company = record.bytes
        for entity in reading.entities {
            record.removeAll()
            entity.sighting.write(entityID: entity.id, documentHash: documentHash, company: company, to: &record)
            try runs.append(record.bytes)
        }
    }
}

/// Reads the sightings of one document.
private struct LineReading {
    private let line: DocumentLine
    private let bytes: [UInt8]
    private let documentID: String
    private(set) var entities: [Known] = []
    /// Their places, by their ids.
    private var places: [String: Int] = [:]
    /// What is met in the document.
    private(set) var context = ContextSketch()
    /// The hashes of the amounts and dates, each once.
    private(set) var values: Set<UInt64> = []

    init(_ line: DocumentLine, in bytes: [UInt8], documentID: String) {
        self.line = line
        self.bytes = bytes
        self.documentID = documentID
    }

    mutating func read(_ knowledge: CorpusKnowledge) {
        let language = Language(code: string(line.language) ?? "und")
        var walk = OffsetWalk(unit: line.unit)
        // The text is decoded with the first name that asks for it.
        var text: [UInt8]?
        for mention in line.mentions {
            guard let id = string(mention.entityID), let form = string(mention.text), !id.isEmpty, !form.isEmpty else {
                readValue(mention)
                continue
            }
            guard let place = place(of: id) else { continue }
            let isAlias = begins(mention.maker, with: "rule:alias")
            var use = NameCounts.Use(count: 1)
            if begins(mention.maker, with: "lexicon:") {
                entities[place].sighting.marks.insert(.lexicon)
            } else if isAlias || EntityName.key(of: form) != entities[place].key {
                use.marks.insert(.alias)
                if begins(mention.maker, with: "rule:alias.") { use.marks.insert(.stated) }
                if isAlias { entities[place].sighting.marks.insert(.alias) }
            }
            entities[place].sighting.names.add(NameCounts.Form(language: language, text: form), use)
            if entities[place].isFullName, let roles = knowledge.roles, let json = line.text {
                let decoded = text ?? json.decoded(from: bytes)
                text = decoded
                let start = walk.byte(at: mention.start, in: decoded)
                let end = walk.byte(at: mention.end, in: decoded)
                let fields = roles.fields(beside: start..<max(start, end), in: decoded, language: language)
                let known = entities[place].sighting.fields
                if !fields.isEmpty { entities[place].sighting.fields = Set(known + fields).sorted() }
            }
        }
        context = ContextSketch(entities.map { StableHash.ofEntity($0.id) } + values)
    }

    /// The place of an entity, which is made when it is first met; nothing for an id that is none.
    private mutating func place(of id: String) -> Int? {
        if let known = places[id] { return known }
        guard let new = Known(id, documentID: documentID) else { return nil }
        places[id] = entities.count
        entities.append(new)
        return entities.count - 1
    }

    /// Takes an amount or date as a companion, where it reads the same in both languages and is no everyday figure.
    private mutating func readValue(_ mention: DocumentLine.Mention) {
        guard let label = mention.label, let norm = mention.norm else { return }
        let value = norm.decoded(from: bytes)
        let name = bytes[label.span.range]
        let figure = value.prefix { $0 != 0x20 }
        if name.elementsEqual("MONEY".utf8) || name.elementsEqual("PERCENT".utf8) {
            values.insert(StableHash.ofValue(value))
        } else if name.elementsEqual("DATE".utf8) {
            // A year alone is in every other document.
            if value.count >= 7, value.first.map({ $0 &- 0x30 < 10 }) == true {
                values.insert(StableHash.ofValue(value))
            }
        } else if name.elementsEqual("QUANTITY".utf8) || name.elementsEqual("CARDINAL".utf8) {
            // What is counted has a name in each language; the figure is the same.
            if figure.filter({ $0 &- 0x30 < 10 }).count >= 3 { values.insert(StableHash.ofValue(figure)) }
        }
    }

    private func begins(_ json: JSONString?, with prefix: StaticString) -> Bool {
        guard let json else { return false }
        guard !json.hasEscapes else {
            return String(decoding: json.decoded(from: bytes), as: UTF8.self).hasPrefix("\(prefix)")
        }
        let count = prefix.utf8CodeUnitCount
        return json.span.count >= count
            && bytes[json.span.range].prefix(count)
                .elementsEqual(UnsafeBufferPointer(start: prefix.utf8Start, count: count))
    }

    private func string(_ json: JSONString?) -> String? {
        guard let json else { return nil }
        if !json.hasEscapes { return String(decoding: bytes[json.span.range], as: UTF8.self) }
        return String(decoding: json.decoded(from: bytes), as: UTF8.self)
    }
}

/// An entity of the document that is read, with what its id says.
private struct Known {
    /// The id.
    let id: String
    /// The name in the id, without anything between its words.
    let key: String
    /// Whether it is a person with more than one name.
    let isFullName: Bool
    /// What the document says.
    var sighting: Sighting

    /// Looks at an id; nothing where it is none of an entity.
    init?(_ id: String, documentID: String) {
        let slug = NameSlug(entityID: id)
        guard let label = slug.label, !id.utf8.contains(0) else { return nil }
        self.id = id
        key = slug.words.joined()
        isFullName = label == .person && slug.words.count >= 2
        sighting = Sighting(documentID: documentID)
    }
}
