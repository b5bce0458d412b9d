package import GlaneurCore

/// The canonical name in an id, cut into words: `per/donald-j-trump` is `donald`, `j`, `trump`.
package struct NameSlug: Sendable, Equatable {
    /// The part before the slash.
    package let prefix: Substring
    /// The words, lower-case letters and digits without accents.
    package let words: [Substring]

    /// Cuts an id; what stands behind `~` only tells two people of one name apart.
    package init(entityID: String) {
        let name = entityID.prefix { $0 != "~" }
        if let slash = name.firstIndex(of: "/") {
            prefix = name[..<slash]
            words = name[name.index(after: slash)...].split(separator: "-")
        } else {
            prefix = ""
            words = name.split(separator: "-")
        }
    }

    init(words: [Substring]) {
        prefix = ""
        self.words = words
    }

    /// The label the prefix stands for.
    package var label: Label? { Label.allCases.first { $0.isName && $0.entityPrefix == prefix } }

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
