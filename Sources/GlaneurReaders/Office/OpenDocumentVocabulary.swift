import GlaneurCore

/// The contents of a text document of OpenDocument.
struct OpenDocumentVocabulary: ProseVocabulary {
    let takesText = false

    func role(of name: XMLName, _ attributes: [XMLAttribute], in parents: [XMLName]) -> ProseRole {
        switch (name.prefix, name.local) {
        case ("office", "text"): return ProseRole(holdsText: true)
        case ("text", "h"): return .heading
        case ("text", "p"):
            let style = attributes.first { $0.name.local == "style-name" }?.value
            return style == "Title"
                ? .headline : style == "Subtitle" ? ProseRole(block: (.body, .standfirst)) : .paragraph
        case ("text", "list-item"), ("text", "list-header"): return ProseRole(innerKind: .list)
        case ("table", "table-cell"): return .cell
        case ("text", "s"), ("text", "tab"): return .space
        case ("text", "line-break"): return .lineBreak
        case ("text", "note"), ("text", "tracked-changes"), ("office", "annotation"), ("office", "forms"),
            ("text", "table-of-content"), ("text", "sequence-decls"), ("text", "bibliography"), ("svg", _),
            ("text", "alphabetical-index"), ("text", "page-number"):
            return .skipped
        default: return .inline
        }
    }
}
