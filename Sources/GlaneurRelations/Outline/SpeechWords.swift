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
    }

    private struct Phrase: Sendable {
        let rest: [UInt64]
        let entry: Entry
    }

    /// What begins with one word.
    private struct Start: Sendable {
        /// The word by itself, where it does something.
        var word: Entry?
        /// The phrases, the longest first.
        var phrases: [Phrase] = []
    }

    private let starts: [Start]
    /// An open hash table: what begins with a word; an empty place is a hash of 0.
    private let places: [(hash: UInt64, start: Int32)]
    /// Tells of most words that they begin nothing.
    private let filter: HashFilter
    private let nonfiniteEndings: [[UInt8]]
    private let pastEndings: [[UInt8]]

    /// Reads the glossaries of a lexicon.
    init(lexicon: Lexicon, language: Language) {
        func forms(_ entry: GlossaryEntry) -> [String] { language == .french ? entry.french : entry.english }
        var known: [UInt64: Start] = [:]
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
                for form in forms(row) { SpeechWords.add(form, entry, to: &known) }
            }
        }
        var starts: [Start] = []
        var size = 1024
        while size < known.count * 3 { size *= 2 }
        var places = [(hash: UInt64, start: Int32)](repeating: (0, 0), count: size)
        for (hash, start) in known {
            var place = Int(truncatingIfNeeded: hash) & (size - 1)
            while places[place].hash != 0 { place = (place + 1) & (size - 1) }
            places[place] = (hash, Int32(starts.count))
            starts.append(Start(word: start.word, phrases: start.phrases.sorted { $0.rest.count > $1.rest.count }))
        }
        self.starts = starts
        self.places = places
        filter = HashFilter(known.keys)
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

    private static func add(_ form: String, _ entry: Entry, to starts: inout [UInt64: Start]) {
        let lexemes = LexemeScanner.lexemes(of: form)
        guard let first = lexemes.first else { return }
        if lexemes.count > 1 {
            starts[first.wordHash, default: Start()].phrases.append(
                Phrase(rest: lexemes.dropFirst().map(\.wordHash), entry: entry))
            return
        }
        guard var known = starts[first.wordHash]?.word else {
            starts[first.wordHash, default: Start()].word = entry
            return
        }
        known.roles.formUnion(entry.roles)
        if known.gender == .unknown { known.gender = entry.gender }
        if known.concept < 0 { known.concept = entry.concept }
        starts[first.wordHash]?.word = known
    }

    /// What a single word does, if it is known.
    func entry(of hash: UInt64) -> Entry? { start(hash).flatMap { starts[$0].word } }

    /// The index of what begins with a word.
    @inline(__always)
    private func start(_ hash: UInt64) -> Int? {
        guard filter.mayHold(hash) else { return nil }
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place].hash != hash {
            if places[place].hash == 0 { return nil }
            place = (place + 1) & (places.count - 1)
        }
        return Int(places[place].start)
    }

    /// The longest phrase or word that starts at a lexeme, and how many lexemes it has.
    func entry(at index: Int, of lexemes: [Lexeme], before end: Int) -> (entry: Entry, count: Int)? {
        guard let start = start(lexemes[index].wordHash) else { return nil }
        if !starts[start].phrases.isEmpty {
            for phrase in starts[start].phrases where index + phrase.rest.count < end {
                if phrase.rest.indices.allSatisfy({ lexemes[index + 1 + $0].wordHash == phrase.rest[$0] }) {
                    return (phrase.entry, phrase.rest.count + 1)
                }
            }
        }
        return starts[start].word.map { ($0, 1) }
    }

    /// Whether a verb with these bytes has no subject of its own: `déclarant`, `saying`.
    func isNonfinite(_ bytes: ArraySlice<UInt8>) -> Bool { SpeechWords.ends(bytes, in: nonfiniteEndings) }

    /// Whether a verb with these bytes needs an auxiliary: `déclaré`.
    func isPast(_ bytes: ArraySlice<UInt8>) -> Bool { SpeechWords.ends(bytes, in: pastEndings) }

    private static func ends(_ bytes: ArraySlice<UInt8>, in endings: [[UInt8]]) -> Bool {
        endings.contains { bytes.count > $0.count + 1 && bytes.suffix($0.count).elementsEqual($0) }
    }
}
