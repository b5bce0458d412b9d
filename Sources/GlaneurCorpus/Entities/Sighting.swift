import GlaneurCore

/// One entity in one document: the smallest thing that summaries are made of.
struct Sighting: Sendable, Equatable {
    /// What is known of an entity.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8

        /// A row of the lexicons names it.
        static let lexicon = Marks(rawValue: 1)
        /// A document uses a short form for it.
        static let alias = Marks(rawValue: 2)
    }

    /// The id of the document.
    let documentID: String
    /// The forms in the document.
    var names = NameCounts()
    /// What is known of the entity.
    var marks: Marks = []
    /// What else is met in the document, the entity itself included.
    var context = ContextSketch()
    /// The walks of life that the text sets beside the name, ascending: `arts`, `politics`.
    var fields: [String] = []

    /// What stands before the records of amounts and dates; no id begins with it.
    static let valueMarker: UInt8 = 1
    /// What stands before the records of documents; no id begins with it.
    static let documentMarker: UInt8 = 2

    /// Makes a sighting in a document.
    init(documentID: String) { self.documentID = documentID }

    /// Whether the document stands before that of another sighting.
    func precedes(_ other: Sighting) -> Bool {
        documentID.precedesByBytes(other.documentID)
    }

    /// Writes the record, which sorts by the id of the entity and then by the document.
    func write(entityID: String, documentHash: UInt64, to record: inout RecordWriter) {
        var company = RecordWriter()
        context.write(to: &company)
        write(entityID: entityID, documentHash: documentHash, company: company.bytes, to: &record)
    }

    /// Writes the record with a context that is written already: all entities of a document have the same.
    func write(entityID: String, documentHash: UInt64, company: [UInt8], to record: inout RecordWriter) {
        record.raw(entityID.utf8)
        record.byte(0)
        record.fixed(documentHash)
        record.string(documentID)
        record.byte(marks.rawValue)
        names.write(to: &record)
        record.raw(company)
        record.number(fields.count)
        for field in fields { record.string(field) }
    }

    /// Reads what stands behind the id of the entity, at `index` of a record.
    init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
        var record = RecordReader(bytes, at: index)
        _ = record.fixed()
        documentID = record.string()
        marks = Marks(rawValue: record.byte())
        names = NameCounts(from: &record)
        context = ContextSketch((0..<record.number()).map { _ in record.fixed() })
        fields = (0..<record.number()).map { _ in record.string() }
    }
}
