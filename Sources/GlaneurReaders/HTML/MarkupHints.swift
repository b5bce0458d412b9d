import GlaneurCore
import GlaneurLexicon

/// Words that authors use in `class` and `id` of what is, or is not, the article.
struct MarkupHints: Sendable {
    /// What a word says about an element.
    enum Role: String {
        case content, furniture
    }

    /// What the names of an element say of it.
    struct Hint {
        /// Whether it is the article or not.
        let role: Role
        /// What furniture it is, where a name says so.
        let kind: Block.Kind?
        /// The name that says so.
        let name: String
    }

    private let lexicon: Lexicon?
    /// What furniture says; nothing where no words are known.
    let phrases: FurniturePhrases?

    /// Knows no words; elements are then judged by their structure alone.
    init() {
        lexicon = nil
        phrases = nil
    }

    /// Knows the words of the classes `markup` and `furniture`.
    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        phrases = FurniturePhrases(lexicon: lexicon)
    }

    /// Tells what the names of an element say of it; nothing where they say nothing, or both.
    func role(ofNames names: some Collection<UInt8>) -> Role? { hint(ofNames: names)?.role }

    /// Tells the same, and what furniture it is: the table has `furniture`, or `furniture:share`.
    func hint(ofNames names: some Collection<UInt8>) -> Hint? {
        guard let lexicon, !names.isEmpty else { return nil }
        var lexemes: [Lexeme] = []
        let bytes = names.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
        LexemeScanner.scan(bytes, into: &lexemes)
        let words = lexicon.words(.english)
        var found: Hint?
        for index in lexemes.indices {
            guard let match = words.longestWord(lexemes, at: index, classes: WordClass.Set(.markup)),
                let parts = lexicon.value(match.node, .markup)?.split(separator: ":", maxSplits: 1),
                let role = parts.first.flatMap({ Role(rawValue: String($0)) })
            else { continue }
            guard found?.role ?? role == role else { return nil }
            guard found?.kind == nil else { continue }
            let kind = parts.count == 2 ? Block.Kind(rawValue: String(parts[1])) : nil
            guard found == nil || kind != nil else { continue }
            let name = bytes[Int(lexemes[index].start)..<Int(lexemes[match.end - 1].end)]
            found = Hint(role: role, kind: kind, name: String(decoding: name, as: UTF8.self).lowercased())
        }
        return found
    }
}
