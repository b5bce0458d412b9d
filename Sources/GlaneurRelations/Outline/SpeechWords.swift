import GlaneurCore
import GlaneurLexicon

/// The words of one language that tell quotations and speakers, ready to be asked with the hashes of lexemes.
///
/// A class, because readers of all kinds hold on to it, and one reference is cheaper to hold than five.
final class SpeechWords: Sendable {
    /// What a word or phrase does.
    struct Entry: Sendable {
        var roles: SpeechRoles
        var gender: Gender = .unknown
        /// The row of the glossary an office comes from: forms of one row are the same office.
        var concept: Int16 = -1

        /// Adds what the same word does in another row.
        fileprivate mutating func add(_ other: Entry) {
            roles.formUnion(other.roles)
            if gender == .unknown { gender = other.gender }
            if concept < 0 { concept = other.concept }
        }
    }

    /// What the phrases of the index do.
    private let entries: [Entry]
    private let index: PhraseIndex
    private let nonfiniteEndings: [[UInt8]]
    private let pastEndings: [[UInt8]]

    /// Reads the glossaries of a lexicon.
    init(lexicon: Lexicon, language: Language) {
        func forms(_ entry: GlossaryEntry) -> [String] { language == .french ? entry.french : entry.english }
        var phrases: [[UInt64]] = []
        var entries: [Entry] = []
        var words: [UInt64: Int] = [:]
        var concept: Int16 = 0
        for (kind, role) in SpeechWords.kinds {
            for row in lexicon.glossary(kind) {
                var entry = Entry(roles: role)
                switch row.value {
                case "m": entry.gender = .masculine
                case "f": entry.gender = .feminine
                case "plural": entry.roles.insert(.plural)
                case "call": entry.roles.insert(.calling)
                case "indefinite": entry.roles.insert(.indefinite)
                case "weak": entry.roles = .weakAttribution
                default: break
                }
                if role == .office {
                    entry.concept = concept
                    concept += 1
                }
                for form in forms(row) {
                    let hashes = LexemeScanner.lexemes(of: form).map(\.wordHash)
                    if hashes.count == 1, let known = words[hashes[0]] {
                        entries[known].add(entry)
                    } else if !hashes.isEmpty {
                        if hashes.count == 1 { words[hashes[0]] = entries.count }
                        phrases.append(hashes)
                        entries.append(entry)
                    }
                }
            }
        }
        self.entries = entries
        index = PhraseIndex(phrases)
        nonfiniteEndings = lexicon.glossary("nonfinite-ending").flatMap { forms($0).map { Array($0.utf8) } }
        pastEndings = lexicon.glossary("past-ending").flatMap { forms($0).map { Array($0.utf8) } }
    }

    private static let kinds: [(StaticString, SpeechRoles)] = [
        ("quotation-verb", .verb), ("writing-verb", [.verb, .writing]), ("attribution-word", .attribution),
        ("statement-noun", .statement), ("voice-noun", .voice), ("office-noun", .office), ("firm-noun", .firm),
        ("subject-pronoun", .pronoun), ("naming-word", .naming), ("work-noun", .work), ("genitive-word", .genitive),
        ("agent-word", .agent), ("goal-word", .goal), ("article-word", .article), ("first-person-word", .firstPerson),
        ("impersonal-word", .impersonal), ("relative-word", .relative), ("gender-title", .title),
        ("coordinator-word", .coordinator), ("oblique-pronoun", .oblique), ("filler-phrase", []),
        ("passive-auxiliary", [.auxiliary, .passive]),
    ]

    /// What a single word does, if it is known.
    func entry(of hash: UInt64) -> Entry? { index.word(hash).map { entries[$0] } }

    /// The longest phrase or word that starts at a lexeme, and how many lexemes it has.
    func entry(at index: Int, of lexemes: [Lexeme], before end: Int) -> (entry: Entry, count: Int)? {
        self.index.longest(lexemes, at: index, before: end, joined: false).map { (entries[$0.number], $0.end - index) }
    }

    /// Whether a verb with these bytes has no subject of its own: `déclarant`, `saying`.
    func isNonfinite(_ bytes: ArraySlice<UInt8>) -> Bool { SpeechWords.ends(bytes, in: nonfiniteEndings) }

    /// Whether a verb with these bytes needs an auxiliary: `déclaré`.
    func isPast(_ bytes: ArraySlice<UInt8>) -> Bool { SpeechWords.ends(bytes, in: pastEndings) }

    private static func ends(_ bytes: ArraySlice<UInt8>, in endings: [[UInt8]]) -> Bool {
        endings.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
    }
}
