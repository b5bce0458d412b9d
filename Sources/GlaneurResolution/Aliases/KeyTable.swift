/// Values by the hashes of names.
///
/// Its keys are hashes already, so it takes their lower bits for places, where a dictionary hashes them again: that was a
/// third of the time in which the aliases of a document are found.
struct KeyTable<Value> {
    /// A place: a key, 0 where there is none, as no name has it; and the index of its value.
    private typealias Place = (key: UInt64, index: Int)

    private var places: [Place]
    private var values: [Value] = []

    /// Makes an empty table with room for some keys.
    init(minimumCapacity: Int = 0) {
        var size = 16
        while size < minimumCapacity * 2 { size *= 2 }
        places = Array(repeating: (0, 0), count: size)
    }

    /// The value of a key, if it has one.
    subscript(key: UInt64) -> Value? {
        let place = places[place(of: key)]
        return place.key == key ? values[place.index] : nil
    }

    /// Gives a key its value, in place of the one it had.
    mutating func set(_ key: UInt64, _ value: Value) {
        let place = place(of: key)
        if places[place].key == key {
            values[places[place].index] = value
            return
        }
        places[place] = (key, values.count)
        values.append(value)
        if values.count * 4 > places.count * 3 { grow() }
    }

    /// The place of a key, or the empty one where it belongs.
    private func place(of key: UInt64) -> Int {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: key) & mask
        while places[place].key != 0, places[place].key != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: (0, 0), count: old.count * 2)
        for one in old where one.key != 0 { places[place(of: one.key)] = one }
    }
}
