import GlaneurLexicon

/// Words that authors use in `class` and `id` of what is, or is not, the article.
struct MarkupHints: Sendable {
    /// What a word says about an element.
    enum Role: String {
        case content, furniture
    }

    private let lexicon: Lexicon?

    /// Knows no words; elements are then judged by their structure alone.
    init() { lexicon = nil }

    /// Knows the words of the class `markup`.
    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Tells what the names of an element say of it; nothing where they say nothing, or both.
    func role(ofNames names: some Collection<UInt8>) -> Role? {
        guard let lexicon, !names.isEmpty else { return nil }
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(names.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, into: &lexemes)
        let words = lexicon.words(.english)
        var found: Role?
        for index in lexemes.indices {
            guard let match = words.longestWord(lexemes, at: index, classes: WordClass.Set(.markup)),
                let role = lexicon.value(match.node, .markup).flatMap(Role.init(rawValue:))
            else { continue }
            guard found ?? role == role else { return nil }
            found = role
        }
        return found
    }
}
