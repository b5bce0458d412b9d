package import GlaneurCore

/// The canonical name in an id, cut into words: `per/donald-j-trump` is `donald`, `j`, `trump`.
package struct NameSlug: Sendable, Equatable {
    /// The part before the slash.
    package let prefix: Substring
    /// The words, lower-case letters and digits without accents.
    package let words: [Substring]

    /// Cuts an id; what stands behind `~` only tells two people of one name apart.
    package init(entityID: String) {
        // The signs between the words are ASCII, and bytes are cheaper to go through than characters.
        let bytes = entityID.utf8.span
        var end = 0
        var slash: Int?
        while end < bytes.count, bytes[end] != UInt8(ascii: "~") {
            if slash == nil, bytes[end] == UInt8(ascii: "/") { slash = end }
            end += 1
        }
        func part(_ range: Range<Int>) -> Substring {
            let start = entityID.utf8.index(entityID.startIndex, offsetBy: range.lowerBound)
            return entityID[start..<entityID.utf8.index(start, offsetBy: range.count)]
        }
        prefix = part(0..<(slash ?? 0))
        var words: [Substring] = []
        var start = slash.map { $0 + 1 } ?? 0
        for index in start..<end where bytes[index] == UInt8(ascii: "-") {
            if start < index { words.append(part(start..<index)) }
            start = index + 1
        }
        if start < end { words.append(part(start..<end)) }
        self.words = words
    }

    init(words: [Substring]) {
        prefix = ""
        self.words = words
    }

    /// The label the prefix stands for.
    package var label: Label? { NameSlug.labels.first { $0.prefix == prefix }?.label }

    private static let labels = Label.allCases.filter(\.isName).map { (prefix: Substring($0.entityPrefix), label: $0) }

    /// The slug as it stands in ids.
    var text: String { words.joined(separator: "-") }

    /// The name without anything between its words; a hyphen stays between two figures, for `1-1` is not `11`.
    var spellingKey: String {
        var key = ""
        for word in words {
            if let last = key.utf8.last, last &- 0x30 < 10, let first = word.utf8.first, first &- 0x30 < 10 {
                key += "-"
            }
            key += word
        }
        return key
    }

    /// The name of a firm without the forms in front and behind: `societe valeor sa` is `valeor`.
    func withoutLegalForms(_ knowledge: CorpusKnowledge) -> NameSlug {
        var words = words[...]
        while words.count > 1, let last = words.last, knowledge.isLegalForm(String(last)) { words.removeLast() }
        while words.count > 1, let first = words.first, knowledge.isLegalForm(String(first)) { words.removeFirst() }
        return NameSlug(words: Array(words))
    }

    /// The words without order.
    var wordSet: String { words.sorted().joined(separator: "-") }
}
