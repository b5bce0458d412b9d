import GlaneurCore
import Glibc

/// The entities of a corpus as the documents name them, ready to be joined.
///
/// In memory is what joining asks of all of them, some hundred bytes an entity; their forms lie in a file.
struct CorpusEntities: ~Copyable {
    /// The entities in the order of their ids; behind them those that are one of several people of one id.
    var nodes: [EntityNode] = []
    /// How often companions are met.
    private(set) var companions = CompanionTable()
    private var file: ScratchFile
    /// People of whom documents tell different things, until it is known which companions are rare.
    private var doubtful: [(node: Int, summary: EntitySummary)] = []
    private let knowledge: CorpusKnowledge

    private init(knowledge: CorpusKnowledge, file: consuming ScratchFile) {
        self.knowledge = knowledge
        self.file = file
    }

    /// Reads what was collected.
    static func reading(_ collector: consuming EntityCollector) throws -> CorpusEntities {
        var collector = collector
        var entities = CorpusEntities(knowledge: collector.knowledge, file: try ScratchFile())
        var group = Grouping()
        try collector.runs.forEach { record in
            guard !group.isRepeated(record) else { return }
            guard !group.continues(record) else {
                group.add(record)
                return
            }
            try entities.finish(group)
            group.begin(record)
        }
        try entities.finish(group)
        try entities.split()
        try entities.completeCompany(&collector.runs)
        try entities.file.flush()
        return entities
    }

    /// The forms of an entity.
    func names(of node: Int) throws(ScratchFailure) -> NameCounts {
        try withRecord(of: node) { NameCounts(from: &$0) }
    }

    /// The hashes of the documents of an entity.
    func documents(of node: Int) throws(ScratchFailure) -> [UInt64] {
        try withRecord(of: node) { record in
            _ = NameCounts(from: &record)
            return (0..<record.number()).map { _ in record.fixed() }
        }
    }

    private func withRecord<Result>(
        of node: Int, _ body: (inout RecordReader) -> Result
    ) throws(ScratchFailure) -> Result {
        let place = nodes[node].place
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: place.count, alignment: 1)
        defer { bytes.deallocate() }
        let count = try file.read(at: place.lowerBound, into: bytes)
        precondition(count == place.count, "forms lie where they were written")
        var record = RecordReader(UnsafeRawBufferPointer(bytes))
        return body(&record)
    }

    /// The number of documents that a companion is met in.
    func frequency(_ hash: UInt64) -> Int {
        if let node = companions.entities[hash] { return nodes[Int(node)].documents }
        return companions.values[hash].map(Int.init) ?? 1
    }

    // MARK: Reading

    private mutating func finish(_ group: Grouping) throws(ScratchFailure) {
        if group.isDocuments {
            companions.documents = group.summary.documents
            return
        }
        if group.isValue {
            if group.summary.documents > 1 {
                companions.values[group.valueHash] = Int32(clamping: group.summary.documents)
            }
            return
        }
        guard group.summary.documents > 0 else { return }
        let id = String(decoding: group.key, as: UTF8.self)
        guard let label = NameSlug(entityID: id).label else { return }
        let summary = group.summary
        companions.entities[StableHash.ofEntity(id)] = Int32(nodes.count)
        let fields = summary.sightings.reduce(into: Set<String>()) { $0.formUnion($1.fields) }
        let node = EntityNode(
            id: id, label: label, summary, knowledge: knowledge, place: try write(summary.names, group.documents))
        if fields.count > 1, mayBeSeveral(node) { doubtful.append((nodes.count, summary)) }
        nodes.append(node)
    }

    /// Whether several people may have a name: of somebody the lexicons know, only where many have the family name, for whoever
    /// is called Cantona is the player and the actor.
    private func mayBeSeveral(_ node: EntityNode) -> Bool {
        guard node.isConcept, let family = node.slug.words.last, let written = node.writtenWords.last else {
            return true
        }
        return knowledge.isCommonFamilyName(String(family)) || knowledge.isGivenName(written)
    }

    private mutating func write(_ names: NameCounts, _ documents: [UInt64]) throws(ScratchFailure) -> Range<Int> {
        var record = RecordWriter()
        names.write(to: &record)
        record.number(documents.count)
        for hash in documents { record.fixed(hash) }
        let start = file.count
        try record.bytes.withUnsafeBufferPointer { bytes throws(ScratchFailure) in
            try file.append(UnsafeRawBufferPointer(bytes))
        }
        return start..<file.count
    }

    // MARK: Several people of one name

    private mutating func split() throws(ScratchFailure) {
        for (index, summary) in doubtful {
            let base = nodes[index]
            let ownHash = StableHash.ofEntity(base.id)
            let people = groups(summary.sightings, ownHash, isKnown: base.isConcept)
            guard people.count > 1 else { continue }
            for (order, person) in people.enumerated() {
                let sightings = person.documents.map { summary.sightings[$0] }
                let part = EntitySummary(sightings)
                let others = people.indices.filter { $0 != order }.flatMap { people[$0].documents }
                let id =
                    order == 0
                    ? base.id
                    : base.id + "~" + distinction(person, sightings, others.map { summary.sightings[$0] }, ownHash)
                let node = EntityNode(
                    id: id, base: base.id, label: base.label, part, only: sightings.map(\.documentID),
                    knowledge: knowledge,
                    place: try write(part.names, sightings.map { StableHash.ofDocument($0.documentID.utf8) }))
                if order == 0 { nodes[index] = node } else { nodes.append(node) }
            }
        }
        doubtful = []
    }

    /// The people of one id; of somebody the lexicons know, who has many sides, any company but everyone's makes one.
    private func groups(_ sightings: [Sighting], _ ownHash: UInt64, isKnown: Bool) -> [HomonymSplitter.Group] {
        var frequencies: [UInt64: Int] = [:]
        for hash in sightings.flatMap(\.context.hashes) { frequencies[hash] = frequency(hash) }
        let known = frequencies
        let table = companions
        return HomonymSplitter(
            frequency: { known[$0] ?? 1 },
            isRare: { isKnown ? $0 <= max(3, table.documents / 2) : table.isRare(documents: $0) }
        )
        .groups(sightings, ownHash: ownHash)
    }

    /// What tells a person from others of the name: the entity met most often beside this one and never beside them, or else
    /// the walk of life.
    private func distinction(
        _ person: HomonymSplitter.Group, _ sightings: [Sighting], _ others: [Sighting], _ ownHash: UInt64
    ) -> String {
        let foreign = Set(others.flatMap(\.context.hashes))
        var counts: [Int32: Int] = [:]
        for hash in sightings.flatMap(\.context.hashes) where hash != ownHash && !foreign.contains(hash) {
            if let node = companions.entities[hash] { counts[node, default: 0] += 1 }
        }
        let strongest = counts.min { left, right in
            if left.value != right.value { return left.value > right.value }
            let (first, second) = (nodes[Int(left.key)], nodes[Int(right.key)])
            if first.documents != second.documents { return first.documents < second.documents }
            return first.id.utf8.lexicographicallyPrecedes(second.id.utf8)
        }
        guard let strongest else { return person.fields.sorted().joined(separator: "-") }
        return nodes[Int(strongest.key)].id.map { $0 == "/" ? "-" : String($0) }.joined()
    }
}

/// The records of one entity, or of one amount, as they come one behind the other.
private struct Grouping {
    private(set) var key: [UInt8] = []
    private(set) var summary = EntitySummary()
    /// The hashes of the documents of an entity.
    private(set) var documents: [UInt64] = []
    private var last: [UInt8] = []

    var isValue: Bool { key.first == Sighting.valueMarker }

    var isDocuments: Bool { key.first == Sighting.documentMarker }

    var valueHash: UInt64 { key.dropFirst().reduce(0) { $0 << 8 | UInt64($1) } }

    /// Whether the record is that before it once more.
    func isRepeated(_ record: UnsafeRawBufferPointer) -> Bool {
        record.count == last.count && Grouping.begins(record, with: last)
    }

    func continues(_ record: UnsafeRawBufferPointer) -> Bool {
        guard record.count > key.count, Grouping.begins(record, with: key) else { return false }
        return Grouping.keyLength(record) == key.count
    }

    private static func begins(_ record: UnsafeRawBufferPointer, with bytes: [UInt8]) -> Bool {
        guard let start = record.baseAddress, record.count >= bytes.count else { return bytes.isEmpty }
        return bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { memcmp(start, $0, bytes.count) == 0 } ?? true
        }
    }

    mutating func begin(_ record: UnsafeRawBufferPointer) {
        key = Array(record.prefix(Grouping.keyLength(record)))
        summary = EntitySummary()
        documents.removeAll(keepingCapacity: true)
        add(record)
    }

    mutating func add(_ record: UnsafeRawBufferPointer) {
        last.removeAll(keepingCapacity: true)
        last.append(contentsOf: record)
        if isValue || isDocuments {
            summary.addDocument()
        } else {
            var reader = RecordReader(record, at: key.count + 1)
            documents.append(reader.fixed())
            summary.add(Sighting(record, at: key.count + 1))
        }
    }

    private static func keyLength(_ record: UnsafeRawBufferPointer) -> Int {
        if record.first == Sighting.valueMarker { return 9 }
        if record.first == Sighting.documentMarker { return 1 }
        guard let start = record.baseAddress, let zero = memchr(start, 0, record.count) else { return record.count }
        return UnsafeRawPointer(zero) - start
    }
}
