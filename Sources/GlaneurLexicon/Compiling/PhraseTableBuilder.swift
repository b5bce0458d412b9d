/// Collects phrases with their senses and lays them out as a ``PhraseTable``.
struct PhraseTableBuilder<Sense> {
    private struct Entry {
        var hash: UInt64
        var state: UInt32
        var next: UInt32 = 0
        var classes: WordClass.Set = []
        var senses: [Sense] = []
    }

    private var entries: [Entry] = []
    private var index: [UInt64: Int] = [:]
    private var states: UInt32 = 0

    /// Adds a phrase of at least one lexeme with one more sense.
    mutating func add(_ hashes: [UInt64], classes: WordClass.Set, sense: Sense) {
        var state: UInt32 = 0
        var last = -1
        for (position, hash) in hashes.enumerated() {
            if position > 0 {
                if entries[last].next == 0 {
                    states += 1
                    entries[last].next = states
                }
                state = entries[last].next
            }
            let key = PhraseTable.key(of: hash, behind: state)
            if let found = index[key] {
                last = found
            } else {
                last = entries.count
                index[key] = last
                entries.append(Entry(hash: hash, state: state))
            }
        }
        entries[last].classes.formUnion(classes)
        entries[last].senses.append(sense)
    }

    /// Lays the table out, half full; calls `store` with the senses of each phrase, which returns the index of the first.
    func build(store: ([Sense]) -> Int) -> [PhraseTable.Slot] {
        var capacity = 16
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [PhraseTable.Slot](repeating: .empty, count: capacity)
        for entry in entries {
            let key = PhraseTable.key(of: entry.hash, behind: entry.state)
            var place = Int(truncatingIfNeeded: key) & (capacity - 1)
            while slots[place].key != 0 { place = (place + 1) & (capacity - 1) }
            slots[place] = PhraseTable.Slot(
                key: key, next: entry.next, payload: entry.senses.isEmpty ? 0 : UInt32(store(entry.senses) + 1),
                classes: entry.classes.rawValue)
        }
        return slots
    }
}
