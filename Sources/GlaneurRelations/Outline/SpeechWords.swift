import GlaneurCore
import GlaneurLexicon

/// The words of one language that tell quotations and speakers, ready to be asked with the hashes of lexemes.
struct SpeechWords: Sendable {
    /// What a word or phrase does.
    struct Entry: Sendable {
        var roles: SpeechRoles
        var gender: Gender = .unknown
        /// The row of the glossary an office comes from: forms of one row are the same office.
        var concept: Int16 = -1
    }

    private struct Phrase: Sendable {
        let rest: [UInt64]
        let entry: Entry
    }

    private var words: [UInt64: Entry] = [:]
    /// By their first word, the longest first.
    private var phrases: [UInt64: [Phrase]] = [:]
    /// 65,536 bits: bit `hash & 0xFFFF` is set where a word or phrase begins with that hash, as few words of a text do.
    private var starts = [UInt64](repeating: 0, count: 1024)
    private var nonfiniteEndings: [[UInt8]] = []
    private var pastEndings: [[UInt8]] = []

    /// Reads the glossaries of a lexicon.
    init(lexicon: Lexicon, language: Language) {
        func forms(_ entry: GlossaryEntry) -> [String] { language == .french ? entry.french : entry.english }
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
                for form in forms(row) { add(form, entry) }
            }
        }
        for key in phrases.keys { phrases[key]?.sort { $0.rest.count > $1.rest.count } }
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

    private mutating func add(_ form: String, _ entry: Entry) {
        let lexemes = LexemeScanner.lexemes(of: form)
        guard let first = lexemes.first else { return }
        starts[Int(first.wordHash >> 6 & 1023)] |= 1 << (first.wordHash & 63)
        if lexemes.count > 1 {
            phrases[first.wordHash, default: []].append(
                Phrase(rest: lexemes.dropFirst().map(\.wordHash), entry: entry))
            return
        }
        guard var known = words[first.wordHash] else {
            words[first.wordHash] = entry
            return
        }
        known.roles.formUnion(entry.roles)
        if known.gender == .unknown { known.gender = entry.gender }
        if known.concept < 0 { known.concept = entry.concept }
        words[first.wordHash] = known
    }

    /// What a single word does, if it is known.
    func entry(of hash: UInt64) -> Entry? { mayKnow(hash) ? words[hash] : nil }

    private func mayKnow(_ hash: UInt64) -> Bool { starts[Int(hash >> 6 & 1023)] >> (hash & 63) & 1 == 1 }

    /// The longest phrase or word that starts at a lexeme, and how many lexemes it has.
    func entry(at index: Int, of lexemes: [Lexeme], before end: Int) -> (entry: Entry, count: Int)? {
        let hash = lexemes[index].wordHash
        guard mayKnow(hash) else { return nil }
        for phrase in phrases[hash] ?? [] where index + phrase.rest.count < end {
            if phrase.rest.indices.allSatisfy({ lexemes[index + 1 + $0].wordHash == phrase.rest[$0] }) {
                return (phrase.entry, phrase.rest.count + 1)
            }
        }
        return words[hash].map { ($0, 1) }
    }

    /// Whether a verb with these bytes has no subject of its own: `déclarant`, `saying`.
    func isNonfinite(_ bytes: ArraySlice<UInt8>) -> Bool { SpeechWords.ends(bytes, in: nonfiniteEndings) }

    /// Whether a verb with these bytes needs an auxiliary: `déclaré`.
    func isPast(_ bytes: ArraySlice<UInt8>) -> Bool { SpeechWords.ends(bytes, in: pastEndings) }

    private static func ends(_ bytes: ArraySlice<UInt8>, in endings: [[UInt8]]) -> Bool {
        endings.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
    }
}
