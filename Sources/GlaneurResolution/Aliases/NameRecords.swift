import GlaneurCore
import GlaneurLexicon

/// The different names of a document, each with the one it is another form of.
struct NameRecords {
    /// A name of the document.
    struct Record {
        /// The hash of the name.
        let key: UInt64
        /// What it is.
        let label: Label
        /// Where it stands first.
        let range: Range<Int>
        /// Its words; none where they are not asked for.
        let words: [Range<Int>]
        /// The id of its entity.
        var entityID: String
        /// Whether a lexicon says so.
        var isListed: Bool
        /// Whether it is a single word that a rule or a model found.
        let isLone: Bool
        /// How sure the surest of its mentions is.
        var score: Double
        /// The index of the name it is another form of; its own where it is none.
        var root: Int

        /// Whether what it is gives way to a short form of another name: one word about which no lexicon knows anything, or one
        /// that a lexicon knows as a rare sense.
        var yields: Bool {
            isLone || isListed && label != .person && words.count <= 1 && score <= NameRecords.rareSense
        }
    }

    /// What a form scores that is also an ordinary word or a family name, with nothing to announce it.
    static let rareSense = 0.6

    private(set) var records: [Record] = []
    /// The index of the record of each key and label.
    private var places: KeyTable<Int>

    /// Makes an empty list with room for some names.
    init(minimumCapacity: Int) { places = KeyTable(minimumCapacity: minimumCapacity) }

    /// The index of the name with this key and label.
    func index(_ key: UInt64, _ label: Label) -> Int? { places[NameRecords.mixed(key, label)] }

    /// Adds a name that is not there yet and returns its index.
    @discardableResult
    mutating func add(_ record: (_ index: Int) -> Record) -> Int {
        let index = records.count
        records.append(record(index))
        places.set(NameRecords.mixed(records[index].key, records[index].label), index)
        return index
    }

    /// Says how sure another mention of a name is.
    mutating func strengthen(_ index: Int, score: Double?) {
        records[index].score = max(records[index].score, score ?? 1)
    }

    /// Says that a lexicon knows a name that was found without it before.
    mutating func list(_ index: Int, as id: String) {
        records[index].entityID = id
        records[index].isListed = true
    }

    /// The index of the name that a name is a form of.
    func root(_ index: Int) -> Int {
        var index = index
        while records[index].root != index { index = records[index].root }
        return index
    }

    /// Makes a name another form of one that is preferred, unless lexicons know them as two.
    ///
    /// - Returns: the index of the name that both are forms of now, or nothing where they stay two.
    @discardableResult
    mutating func join(_ index: Int, to preferred: Int) -> Int? {
        let (first, second) = (root(index), root(preferred))
        guard first != second else { return second }
        let ids = (records[first].entityID, records[second].entityID)
        if records[first].isListed, records[second].isListed, ids.0 != ids.1 { return nil }
        let (loser, winner) = records[first].isListed ? (second, first) : (first, second)
        records[loser].root = winner
        return winner
    }

    /// A key that tells labels apart; no key is 0.
    static func mixed(_ key: UInt64, _ label: Label) -> UInt64 { max(1, key ^ UInt64(label.place) << 56) }
}
