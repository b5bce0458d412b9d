/// Words that authors use in `class` and `id` of what is, or is not, the article.
public struct MarkupHints: Sendable {
    /// What a word says about an element.
    enum Role: String {
        case content, furniture
    }

    /// The words by their first byte; every place of every name on a page is compared with them.
    private var words: [[(word: [UInt8], role: Role)]] = Array(repeating: [], count: 256)

    /// Knows no words; elements are then judged by their structure alone.
    public init() {}

    /// Reads the table `markup.tsv`: a form and its class, `content` or `furniture`, in each row; others are passed over.
    public init(table: [UInt8]) {
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard cells.count > 1, let first = cells[0].first,
                let role = Role(rawValue: String(decoding: cells[1], as: UTF8.self))
            else { continue }
            words[Int(first)].append((Array(cells[0]), role))
        }
    }

    /// Tells what the names of an element say of it; nothing where they say nothing, or both.
    func role(ofNames names: some Collection<UInt8>) -> Role? {
        let names = names.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var found: Role?
        for index in names.indices {
            for (word, role) in words[Int(names[index])] where names[index...].starts(with: word) {
                guard found ?? role == role else { return nil }
                found = role
            }
        }
        return found
    }
}
