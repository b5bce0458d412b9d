import GlaneurLexicon

/// Words that authors use in `class` and `id` of what is, or is not, the article.
struct MarkupHints: Sendable {
    /// What a word says about an element.
    enum Role {
        case content, furniture
    }

    private let words: PhraseTable?

    /// Knows no words; elements are then judged by their structure alone.
    init() { words = nil }

    /// Knows the words of the classes `markup-content` and `markup-furniture`.
    init(lexicon: Lexicon) { words = lexicon.words(.english) }

    /// Tells what the names of an element say of it; nothing where they say nothing, or both.
    func role(ofNames names: some Collection<UInt8>) -> Role? {
        guard let words, !names.isEmpty else { return nil }
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(names.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, into: &lexemes)
        let hints = WordClass.Set(.markupContent, .markupFurniture)
        var found: WordClass.Set = []
        for index in lexemes.indices {
            guard let match = words.longestWord(lexemes, at: index, classes: hints) else { continue }
            found.formUnion(match.node.classes.intersection(hints))
        }
        switch (found.contains(.markupContent), found.contains(.markupFurniture)) {
        case (true, false): return .content
        case (false, true): return .furniture
        default: return nil
        }
    }
}
