import GlaneurCore

/// Any XML: elements that hold other elements and no text of their own are taken for structure, the rest for paragraphs.
struct UnknownVocabulary: ProseVocabulary {
    let takesText = true
    /// Names of the elements that stand inside running text.
    private let inlineNames: Set<XMLName>

    /// Looks at where text stands in a document.
    init(_ document: borrowing XMLDocument) {
        var open: [(name: XMLName, hasText: Bool)] = []
        var inline: Set<XMLName> = []
        for index in 0..<document.count {
            switch document[index] {
            case .start(let name, _):
                // An element behind text of the element around it stands in the line.
                if let last = open.last, last.hasText { inline.insert(name) }
                open.append((name, false))
            case .end: _ = open.popLast()
            case .text(let range), .data(let range):
                if !AlignedText.isBlank(document.source(range)), !open.isEmpty { open[open.count - 1].hasText = true }
            case .reference: if !open.isEmpty { open[open.count - 1].hasText = true }
            }
        }
        inlineNames = inline
    }

    func role(of name: XMLName, _ attributes: [XMLAttribute], in parents: [XMLName]) -> ProseRole {
        inlineNames.contains(name) ? .inline : .paragraph
    }
}
