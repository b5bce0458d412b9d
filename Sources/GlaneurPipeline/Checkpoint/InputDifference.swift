/// One input file as it was when a run began.
package struct InputRecord: Sendable, Equatable {
    /// The path it is reported under.
    package var path: String
    /// Its bytes.
    package var size: Int
    /// When it was written last, in nanoseconds since 1970.
    package var modified: Int

    /// Makes a record.
    package init(path: String, size: Int, modified: Int) {
        self.path = path
        self.size = size
        self.modified = modified
    }

    /// The line of the inventory: bytes, time, path.
    ///
    /// A folder may hold millions of files, so there is no check sum.
    package var line: [UInt8] {
        var line = Array("\(size)\t\(modified)\t".utf8)
        JournalLine.escape(path, to: &line)
        line.append(UInt8(ascii: "\n"))
        return line
    }

    /// Reads a line of an inventory without its end; nothing where it is none.
    package init?(_ line: ArraySlice<UInt8>) {
        let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2)
        guard fields.count == 3, let size = Int(String(decoding: fields[0], as: UTF8.self)),
            let modified = Int(String(decoding: fields[1], as: UTF8.self))
        else { return nil }
        self.init(path: JournalLine.unescaped(fields[2]), size: size, modified: modified)
    }
}

/// How the input of a run differs from what it was.
package struct InputDifference: Sendable, Equatable {
    /// How many differences are told one by one.
    package static let shown = 10

    /// The files that were not there.
    package private(set) var added = 0
    /// The files that are not there any more.
    package private(set) var removed = 0
    /// The files with another size or time.
    package private(set) var changed = 0
    /// The first of them, one a line: `+ new.txt`, `- old.txt`, `~ a.txt: 120 → 150 bytes`.
    package private(set) var lines: [String] = []

    /// Compares two inventories, both in the order of the bytes of their paths, one record at a time.
    package init<Failure: Error>(
        old: () throws(Failure) -> InputRecord?, new: () -> InputRecord?
    ) throws(Failure) {
        var before = try old()
        var now = new()
        while true {
            switch (before, now) {
            case (nil, nil): return
            case (let record?, nil):
                tell(removed: record)
                before = try old()
            case (nil, let record?):
                tell(added: record)
                now = new()
            case (let first?, let second?):
                if first.path == second.path {
                    if first != second { tell(changed: first, second) }
                    before = try old()
                    now = new()
                } else if first.path.utf8.lexicographicallyPrecedes(second.path.utf8) {
                    tell(removed: first)
                    before = try old()
                } else {
                    tell(added: second)
                    now = new()
                }
            }
        }
    }

    /// Whether nothing differs.
    package var isEmpty: Bool { added + removed + changed == 0 }

    /// What a person is told; nothing where nothing differs.
    package var description: [String] {
        guard !isEmpty else { return [] }
        let left = added + removed + changed - lines.count
        return ["input: \(added) added, \(removed) removed, \(changed) changed"] + lines.map { "  " + $0 }
            + (left > 0 ? ["  and \(left) more"] : [])
    }

    private mutating func tell(added record: InputRecord) {
        added += 1
        note("+ \(record.path)")
    }

    private mutating func tell(removed record: InputRecord) {
        removed += 1
        note("- \(record.path)")
    }

    private mutating func tell(changed old: InputRecord, _ new: InputRecord) {
        changed += 1
        note("~ \(new.path): " + (old.size == new.size ? "written to since" : "\(old.size) → \(new.size) bytes"))
    }

    private mutating func note(_ line: String) {
        if lines.count < InputDifference.shown { lines.append(line) }
    }
}
