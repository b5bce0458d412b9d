import GlaneurCore
package import GlaneurLexicon

/// The words that tell of other names, from the glossaries: made once for all documents.
///
/// A class, because every reader of a document holds on to it, and one reference is cheaper to hold than nine.
package final class AliasWords: Sendable {
    /// What a cue says of the name before it and the name behind it.
    enum Relation: String, Sendable {
        /// The name behind is the one of old: `X, ex-Twitter`.
        case former
        /// The name behind is the one of today: `Twitter, rebaptisé X`.
        case new
        /// The name behind is another one: `Jean-Baptiste Poquelin, dit Molière`.
        case other
        /// The name behind is that of birth: `Lino Varga, born Michel Ostrowski`.
        case name
        /// The name behind is the family name of birth: `Brigitte Macron, née Trogneux`.
        case maiden

        /// Whether the name behind is the one to go by.
        var prefersSecond: Bool { self == .new }
    }

    /// A phrase between two names of one thing.
    struct Cue: Sendable {
        /// The hashes of its lexemes.
        let words: [UInt64]
        /// What it says.
        let relation: Relation
        /// Whether it says so only behind a comma, a bracket or a dash: `called`, which is also a verb.
        let isApposed: Bool
    }

    /// The cues by the hash of their first word, the longest first.
    let cues: [UInt64: [Cue]]
    /// Tells of most words that they begin no cue.
    let cueStarts: HashFilter
    /// Tells of most words that they are no cue by themselves.
    let cueWords: HashFilter
    /// Tells of most pairs of words that no cue begins with them.
    let cuePairs: HashFilter
    /// The last words of the cues.
    let lastWords: Set<UInt64>
    /// Words for firms that stand before their names: `société`, `groupe`.
    let heads: Set<UInt64>
    /// Articles that may stand between a cue and a name; none that makes one of many: `now a Category 5 storm`.
    let articles: Set<UInt64>
    /// Words between two names to choose from: `or`, `ou`.
    let alternatives: Set<UInt64>
    /// Titles that tell men from women.
    let titles: [UInt64: Sex]

    /// Man or woman.
    enum Sex: String, Sendable {
        case man = "m"
        case woman = "f"
    }

    /// Reads the words of both languages.
    package init(lexicon: Lexicon) {
        var cues: [UInt64: [Cue]] = [:]
        for entry in lexicon.glossary("alias-cue") {
            let parts = entry.value.split(separator: " ")
            guard let relation = parts.first.flatMap({ Relation(rawValue: String($0)) }) else { continue }
            for phrase in entry.french + entry.english {
                let words = LexemeScanner.lexemes(of: phrase).map(\.wordHash)
                guard let first = words.first else { continue }
                cues[first, default: []].append(
                    Cue(words: words, relation: relation, isApposed: parts.dropFirst().first == "apposed"))
            }
        }
        self.cues = cues.mapValues { $0.sorted { $0.words.count > $1.words.count } }
        cueStarts = HashFilter(cues.keys)
        let all = cues.values.joined().map(\.words)
        cueWords = HashFilter(all.filter { $0.count == 1 }.map { $0[0] })
        cuePairs = HashFilter(all.filter { $0.count > 1 }.map { AliasWords.pair($0[0], $0[1]) })
        lastWords = Set(cues.values.joined().compactMap(\.words.last))
        func words(_ kind: StaticString) -> Set<UInt64> {
            Set(lexicon.glossary(kind).flatMap { $0.french + $0.english }.compactMap { AliasWords.hash($0) })
        }
        heads = words("alias-head")
        articles = words("alias-article")
        alternatives = words("alias-or")
        var titles: [UInt64: Sex] = [:]
        for entry in lexicon.glossary("sexed-title") {
            for word in entry.french + entry.english {
                if let hash = AliasWords.hash(word) { titles[hash] = Sex(rawValue: entry.value) }
            }
        }
        self.titles = titles
    }

    /// The hash of two words that follow each other.
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { (first << 17 | first >> 47) ^ second }

    /// The hash of the first lexeme of a word.
    private static func hash(_ word: String) -> UInt64? { LexemeScanner.lexemes(of: word).first?.wordHash }
}
