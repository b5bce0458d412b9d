import GlaneurCore

/// What documents say of one sum.
struct StatedSum {
    let sum: MoneySum
    /// The documents that state it, the mentions of it, and how it was meant in them.
    var documents = 0
    var mentions = 0
    var qualifiers: [Qualifier: Int] = [:]
    /// The first document, by id.
    let firstDocument: String
    /// What it was grouped under.
    let key: String

    /// The qualifiers, the most frequent first.
    var sortedQualifiers: [(qualifier: Qualifier, count: Int)] {
        qualifiers.map { ($0.key, $0.value) }.sorted {
            ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue)
        }
    }

    /// The sum for people, with what it was meant as where that is one thing.
    var text: String { sum.text(qualifiers: qualifiers.keys.map { $0 }) }

    /// Whether it stands before another: stated by more documents, oftener, then the larger.
    func precedes(_ other: StatedSum) -> Bool {
        if documents != other.documents { return documents > other.documents }
        if mentions != other.mentions { return mentions > other.mentions }
        if sum.currency != other.sum.currency {
            return sum.currency.utf8.lexicographicallyPrecedes(other.sum.currency.utf8)
        }
        if sum.figure != other.sum.figure { return other.sum.figure < sum.figure }
        return firstDocument.utf8.lexicographicallyPrecedes(other.firstDocument.utf8)
    }
}

/// What the documents say of all sums under one heading: a currency, an entity, a month or a document.
struct MoneyGroup {
    /// The most sums that are kept of one.
    static let shownSums = 5

    /// The heading.
    let key: String
    /// The name of an entity.
    var name: String?
    /// The documents, mentions and different sums.
    var documents = 0
    var mentions = 0
    var distinct = 0
    /// The largest sum, where all are in one currency.
    var largest: StatedSum?
    /// The sums that most documents state.
    var sums: [StatedSum] = []
}
