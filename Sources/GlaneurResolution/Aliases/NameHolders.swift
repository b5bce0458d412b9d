/// The records of those who share a name, in the order in which they were met.
struct NameHolders {
    /// The indices of the records.
    private(set) var list: [Int]
    /// The same for a look at many at once; empty while they are few.
    private var known: Set<Int> = []

    /// So few are looked through one by one.
    private static let few = 16

    init(_ first: Int, _ second: Int) { list = [first, second] }

    /// Adds one more.
    mutating func append(_ record: Int) {
        list.append(record)
        if !known.isEmpty {
            known.insert(record)
        } else if list.count > NameHolders.few {
            known = Set(list)
        }
    }

    /// Whether a record is among them.
    func contains(_ record: Int) -> Bool { known.isEmpty ? list.contains(record) : known.contains(record) }
}
