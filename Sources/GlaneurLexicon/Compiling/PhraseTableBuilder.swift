/// Collects phrases with their senses and lays them out as a ``PhraseTable``.
struct PhraseTableBuilder<Sense> {
    private struct Entry {
        var hash: UInt64
        var state: UInt32
        var next: UInt32 = 0
        var classes: WordClass.Set = []
        /// The classes of all phrases that go through here.
        var opened: WordClass.Set = []
        var senses: [Sense] = []
    }

    private var entries: [Entry] = []
    private var index: [UInt64: Int] = [:]
    private var states: UInt32 = 0

    /// Adds a phrase of at least one lexeme with one more sense, or without one.
    mutating func add(_ hashes: [UInt64], classes: WordClass.Set, sense: Sense?) {
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
            if sense != nil { entries[last].opened.formUnion(classes) }
        }
        entries[last].classes.formUnion(classes)
        if let sense { entries[last].senses.append(sense) }
    }

    /// Lays the table out, half full.
    ///
    /// Calls `store` with the senses of each phrase, which returns the index of the first; sets of classes go to `palette`.
    func build(palette: inout ClassPalette, store: ([Sense]) -> Int) -> [PhraseTable.Slot] {
        var capacity = 16
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [PhraseTable.Slot](repeating: .empty, count: capacity)
        for entry in entries {
            let key = PhraseTable.key(of: entry.hash, behind: entry.state)
            var place = Int(truncatingIfNeeded: key) & (capacity - 1)
            while slots[place].key != 0 { place = (place + 1) & (capacity - 1) }
            let payload = entry.senses.isEmpty ? 0 : store(entry.senses) + 1
            precondition(
                max(payload, Int(entry.next)) < PhraseTable.Slot.payloadLimit,
                "a table holds a million senses and a million states")
            slots[place] = PhraseTable.Slot(
                key: key, next: entry.next | palette.place(of: entry.opened) << 20,
                phrase: UInt32(payload) | palette.place(of: entry.classes) << 20)
        }
        return slots
    }
}

/// The different sets of classes that the phrases of a lexicon have, each once.
struct ClassPalette {
    /// The sets, the empty one first.
    private(set) var sets: [UInt64] = [0]
    private var places: [UInt64: UInt32] = [0: 0]

    /// Returns the place of a set, which it gets when it has none.
    mutating func place(of classes: WordClass.Set) -> UInt32 {
        if let place = places[classes.rawValue] { return place }
        precondition(sets.count < PhraseTable.Slot.paletteLimit, "a palette holds 4,096 sets of classes")
        let place = UInt32(sets.count)
        places[classes.rawValue] = place
        sets.append(classes.rawValue)
        return place
    }
}
