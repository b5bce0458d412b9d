/// A concept with the words that both languages have for it.
///
/// Glossaries are lists that one reader wants as a whole: patterns of events, words of institutions. What is asked for each
/// word of a text stands in word tables.
package struct GlossaryEntry: Sendable, Hashable {
    /// The name of the concept: `departure`, `university`.
    package let concept: String
    /// What the concept says beside its words.
    package let value: String
    /// The French words.
    package let french: [String]
    /// The English words.
    package let english: [String]
}

extension Lexicon {
    /// The rows of a kind of all glossaries, in the order of tables and rows.
    package func glossary(_ kind: StaticString) -> [GlossaryEntry] {
        func list(_ text: LexiconImage.Text) -> [String] { image.string(text).split(separator: "|").map(String.init) }
        return (0..<image.glossary.count).lazy.map { self.image.glossary[$0] }
            .filter { self.image.holds($0.kind, kind) }
            .map {
                GlossaryEntry(
                    concept: self.image.string($0.concept), value: self.image.string($0.value),
                    french: list($0.french), english: list($0.english))
            }
    }
}
