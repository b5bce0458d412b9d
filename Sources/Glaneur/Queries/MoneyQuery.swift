import GlaneurCore
import GlaneurCorpus

/// Which sums of a corpus are asked for, and what they are put together by: what `glaneur money` answers.
package struct MoneyQuery: Sendable {
    /// What sums are put together by.
    package enum Grouping: String, Sendable, CaseIterable {
        case currency, sum, entity, month, document
    }

    /// The memory for sorting, in bytes.
    private static let memory = 64 << 20

    /// The ISO 4217 code, where one currency is asked for.
    package var currency: String?
    /// What they are put together by.
    package var grouping: Grouping
    /// The most rows that are given.
    package var limit: Int

    /// Asks for sums.
    package init(currency: String? = nil, grouping: Grouping = .currency, limit: Int = 20) {
        self.currency = currency
        self.grouping = grouping
        self.limit = limit
    }

    /// Reads the document lines and returns what they say.
    ///
    /// A sum counts once however many documents state it: twelve reports of one deal are no twelve deals, and no total is made.
    package func answer(of corpus: CorpusFiles) throws -> MoneyTable {
        var finalIDs = FinalIDs()
        if grouping == .entity, let entities = corpus.entities { finalIDs = try FinalEntities.ids(of: entities) }
        var sums = SortedRuns(memory: MoneyQuery.memory)
        var number = 0
        for file in corpus.documents {
            try CorpusFiles.forEachLine(of: file, schema: CorpusFiles.documentSchema) { line, bytes, _ in
                number += 1
                guard let reading = MoneyReading(line, in: bytes, currency: currency) else { return }
                for statement in reading.statements {
                    guard let key = key(of: statement, in: reading, finalIDs) else { continue }
                    let record =
                        [key] + statement.sum.fields + [reading.document, "\(number)", statement.qualifier.rawValue]
                    try sums.append(MoneyQuery.joined(record))
                }
            }
        }
        var collector = MoneyCollector(grouping: grouping, limit: limit)
        try sums.forEach { collector.add(MoneyQuery.fields(of: $0)) }
        var (groups, stated) = collector.finish()
        if grouping == .entity, let entities = corpus.entities {
            let names = try FinalEntities.names(of: Set(groups.map(\.key)), in: entities)
            for index in groups.indices { groups[index].name = names[groups[index].key] }
        }
        return MoneyTable(grouping: grouping, groups: groups, sums: stated)
    }

    private func key(
        of statement: MoneyReading.Statement, in reading: MoneyReading, _ finalIDs: FinalIDs
    ) -> String? {
        switch grouping {
        case .currency, .sum: statement.sum.currency
        case .entity: statement.entity.map { finalIDs.id($0, inDocument: reading.document) }
        case .month: reading.month ?? ""
        case .document: reading.document
        }
    }

    /// A record that sorts as its fields do one after the other.
    private static func joined(_ fields: [String]) -> [UInt8] {
        var record: [UInt8] = []
        for field in fields {
            // No id that a person chose has a zero in it; one that has is still told from others.
            record.append(contentsOf: field.utf8.map { $0 == 0 ? 1 : $0 })
            record.append(0)
        }
        return record
    }

    private static func fields(of record: UnsafeRawBufferPointer) -> [String] {
        record.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

/// Puts sorted records of sums together, with no more in memory than is shown and the documents of one heading.
private struct MoneyCollector {
    private let grouping: MoneyQuery.Grouping
    private var groups: TopList<MoneyGroup>
    private var sums: TopList<StatedSum>
    private var group: MoneyGroup?
    private var groupSums = TopList<StatedSum>(limit: MoneyGroup.shownSums) { $0.precedes($1) }
    private var groupDocuments: Set<UInt32> = []
    private var currencies = 0
    private var sum: StatedSum?
    private var sumFields: [String] = []
    private var lastDocument = ""

    init(grouping: MoneyQuery.Grouping, limit: Int) {
        self.grouping = grouping
        sums = TopList(limit: limit) { $0.precedes($1) }
        groups = TopList(limit: limit) { left, right in
            // The newest month first.
            if grouping == .month { return right.key.utf8.lexicographicallyPrecedes(left.key.utf8) }
            if left.documents != right.documents { return left.documents > right.documents }
            if left.mentions != right.mentions { return left.mentions > right.mentions }
            return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
    }

    /// Adds a record: the heading, the five fields of the sum, the id and the number of the document, the qualifier.
    mutating func add(_ record: [String]) {
        guard record.count == 9 else { return }
        if group?.key != record[0] {
            endGroup()
            group = MoneyGroup(key: record[0])
        }
        let fields = Array(record[1..<6])
        if sum == nil || fields != sumFields {
            endSum()
            guard let stated = MoneySum(fields: fields[...]) else { return }
            if group?.distinct == 0 || fields[0] != sumFields.first { currencies += 1 }
            sum = StatedSum(sum: stated, firstDocument: record[6], key: record[0])
            sumFields = fields
            lastDocument = ""
            group?.distinct += 1
        }
        // Lines that share an id are told apart by their numbers.
        let document = record[6] + "\u{0}" + record[7]
        if document != lastDocument {
            sum?.documents += 1
            lastDocument = document
        }
        sum?.mentions += 1
        if let qualifier = Qualifier(rawValue: record[8]) { sum?.qualifiers[qualifier, default: 0] += 1 }
        group?.mentions += 1
        if let number = UInt32(record[7]) { groupDocuments.insert(number) }
    }

    /// Returns the headings that come first, and the sums that come first.
    mutating func finish() -> (groups: [MoneyGroup], sums: [StatedSum]) {
        endGroup()
        return (groups.sorted(), sums.sorted())
    }

    private mutating func endSum() {
        guard let sum else { return }
        groupSums.add(sum)
        if grouping == .currency || grouping == .sum { sums.add(sum) }
        // Records come by currency and figure, so the last that is bounded is the largest.
        if sum.sum.isBounded { group?.largest = sum }
        self.sum = nil
    }

    private mutating func endGroup() {
        endSum()
        guard var group else { return }
        group.documents = groupDocuments.count
        group.sums = groupSums.sorted()
        if currencies > 1 { group.largest = nil }
        groups.add(group)
        groupSums = TopList(limit: MoneyGroup.shownSums) { $0.precedes($1) }
        groupDocuments.removeAll(keepingCapacity: true)
        currencies = 0
        sumFields = []
        self.group = nil
    }
}
