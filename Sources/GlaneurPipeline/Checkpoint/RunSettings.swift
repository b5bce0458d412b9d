/// Everything a run was told that its output depends on, as keys and values.
package struct RunSettings: Sendable, Equatable {
    /// The settings by their keys.
    package let values: [String: String]

    /// Makes settings; of a key that stands twice the last value counts.
    package init(_ values: [(key: String, value: String)]) {
        self.values = Dictionary(values.map { ($0.key, $0.value) }) { $1 }
    }

    /// The line that they are kept in.
    package var line: [UInt8] {
        JournalLine(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).bytes
    }

    /// Reads a line of settings; nothing where it is none.
    package init?(_ line: ArraySlice<UInt8>) {
        guard let fields = JournalLine(line)?.fields else { return nil }
        self.init(fields)
    }

    /// Tells what is different now, one setting a line: `decode.charset: auto → utf-8`.
    package func differences(to new: RunSettings) -> [String] {
        Set(values.keys).union(new.values.keys).sorted().compactMap { key in
            let (before, now) = (values[key], new.values[key])
            return before == now ? nil : "\(key): \(before ?? "not set") → \(now ?? "not set")"
        }
    }
}
