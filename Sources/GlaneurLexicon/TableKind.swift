/// What the rows of a table are about.
package enum TableKind: Sendable {
    /// Things in the world that have proper names.
    case names
    /// Words and what they do.
    case words
    /// Concepts with the words that both languages have for them.
    case glossary

    /// The columns such a table may have, in their order.
    package var columns: [String] {
        switch self {
        case .names:
            ["name", "label", "kind", "fr", "en", "aliases", "aliases_fr", "aliases_en", "weak", "kb_id", "source"]
        case .words: ["form", "class", "value", "source"]
        case .glossary: ["concept", "kind", "value", "fr", "en", "source"]
        }
    }
}
