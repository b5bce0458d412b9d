/// Words that authors use in `class` and `id` of what is, or is not, the article.
public struct MarkupHints: Sendable {
    /// What a word says about an element.
    enum Role: String {
        case content, furniture
    }

    private var contentWords: [[UInt8]] = []
    private var furnitureWords: [[UInt8]] = []

    /// Knows no words; elements are then judged by their structure alone.
    public init() {}

    /// Reads the table `markup.tsv`: a word and `content` or `furniture` in each row; other rows are passed over.
    public init(table: [UInt8]) {
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard cells.count > 1 else { continue }
            switch Role(rawValue: String(decoding: cells[1], as: UTF8.self)) {
            case .content: contentWords.append(Array(cells[0]))
            case .furniture: furnitureWords.append(Array(cells[0]))
            case nil: continue
            }
        }
    }

    /// Tells what the names of an element say of it; nothing where they say nothing, or both.
    func role(ofNames names: String) -> Role? {
        guard !names.isEmpty else { return nil }
        let names = Array(names.lowercased().utf8)
        let isContent = contentWords.contains { MarkupHints.contains(names, $0) }
        let isFurniture = furnitureWords.contains { MarkupHints.contains(names, $0) }
        return isContent == isFurniture ? nil : isContent ? .content : .furniture
    }

    private static func contains(_ names: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first, names.count >= word.count else { return false }
        for index in 0...(names.count - word.count) where names[index] == first {
            if names[index..<(index + word.count)].elementsEqual(word) { return true }
        }
        return false
    }
}
