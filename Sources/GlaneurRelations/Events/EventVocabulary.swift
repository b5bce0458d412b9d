import GlaneurCore
import GlaneurLexicon

/// What one phrase does in the patterns of events.
struct EventPhrase: Sendable {
    /// How a form of a trigger may be used.
    enum Form: Sendable {
        /// A finite verb, or a noun.
        case plain
        /// A participle that is finite as well: *acquired*.
        case either
        /// A participle that needs another verb: *racheté*.
        case participle
        /// An infinitive or a gerund.
        case nonfinite
    }

    /// The frames it opens, with its form.
    var triggers: [(frame: Int, form: Form)] = []
    /// What it does around triggers.
    var words: EventWords = []
    /// The groups of prepositions it belongs to.
    var prepositions: UInt32 = 0
    /// Whether it is the head of an office.
    var isOffice = false
}

/// The patterns of events in one language, made once from the glossaries.
struct EventVocabulary: Sendable {
    private struct Entry: Sendable {
        let rest: [UInt64]
        let phrase: Int
    }

    private var entries: [UInt64: [Entry]] = [:]
    /// All phrases.
    private(set) var phrases: [EventPhrase] = []
    /// The endings by which an adverb is told.
    private(set) var adverbEndings: [[UInt8]] = []
    /// One bit for each first word of a trigger or an office, by the low bits of its hash.
    private var filter = [UInt64](repeating: 0, count: 256)

    /// Makes the vocabulary of a language.
    init(_ language: Language, glossaries: EventGlossaries) {
        func forms(_ entry: GlossaryEntry) -> [String] { language == .french ? entry.french : entry.english }
        var numbers: [[UInt64]: Int] = [:]
        var phrases: [EventPhrase] = []
        func edit(_ form: String, _ change: (inout EventPhrase) -> Void) {
            let hashes = LexemeScanner.lexemes(of: form).map(\.wordHash)
            guard !hashes.isEmpty else { return }
            let number = numbers[hashes] ?? phrases.count
            if number == phrases.count {
                phrases.append(EventPhrase())
                numbers[hashes] = number
            }
            change(&phrases[number])
        }
        let endings = Dictionary(
            glossaries.endings.map { ($0.concept, forms($0)) }, uniquingKeysWith: { first, _ in first })
        for (entry, frame) in glossaries.events {
            for (form, use) in forms(entry).flatMap({ EventVocabulary.inflected($0, endings) }) {
                edit(form) { $0.triggers.append((frame, use)) }
            }
        }
        for entry in glossaries.offices {
            for (form, _) in forms(entry).flatMap({ EventVocabulary.inflected($0, endings) }) {
                edit(form) { $0.isOffice = true }
            }
        }
        for (group, entry) in glossaries.prepositions.enumerated() {
            for form in forms(entry) { edit(form) { $0.prepositions |= 1 << UInt32(group) } }
        }
        for entry in glossaries.words {
            guard let word = EventWords.named[entry.concept] else { continue }
            for form in forms(entry) {
                if word == .adverb, form.first == "-" {
                    adverbEndings.append(Array(form.utf8.dropFirst()))
                } else {
                    for (form, _) in EventVocabulary.inflected(form, endings) { edit(form) { $0.words.formUnion(word) } }
                }
            }
        }
        for (hashes, number) in numbers {
            entries[hashes[0], default: []].append(Entry(rest: Array(hashes.dropFirst()), phrase: number))
            if !phrases[number].triggers.isEmpty || phrases[number].isOffice {
                filter[Int(hashes[0] >> 6 & 255)] |= 1 << (hashes[0] & 63)
            }
        }
        for first in entries.keys { entries[first]?.sort { $0.rest.count > $1.rest.count } }
        self.phrases = phrases
    }

    /// Whether a trigger or an office may begin with a lexeme; a filter that lets one word in ten through.
    @inline(__always)
    func mayOpen(_ hash: UInt64) -> Bool { filter[Int(hash >> 6 & 255)] >> (hash & 63) & 1 == 1 }

    /// Finds the longest phrase that starts at an index.
    func phrase(_ lexemes: [Lexeme], at index: Int, before end: Int) -> (number: Int, end: Int)? {
        guard let found = entries[lexemes[index].wordHash] else { return nil }
        search: for entry in found {
            guard index + entry.rest.count < end else { continue }
            for (step, hash) in entry.rest.enumerated() {
                let lexeme = lexemes[index + 1 + step]
                guard lexeme.wordHash == hash, lexeme.gap.joinsNames else { continue search }
            }
            return (entry.phrase, index + 1 + entry.rest.count)
        }
        return nil
    }

    /// The forms that a cell lists in short: a stem, `~` and the name of a row of endings; the last sign tells the use.
    private static func inflected(_ form: String, _ endings: [String: [String]]) -> [(String, EventPhrase.Form)] {
        guard let tilde = form.firstIndex(of: "~") else { return [use(form)] }
        let stem = form[..<tilde]
        let rest = form[form.index(after: tilde)...].split(separator: " ", maxSplits: 1)
        let tail = rest.count == 2 ? " " + rest[1] : ""
        return (rest.first.flatMap { endings[String($0)] } ?? []).map { ending in
            let (bare, form) = use(ending)
            return (stem + (bare == "_" ? "" : bare) + tail, form)
        }
    }

    private static func use(_ form: String) -> (String, EventPhrase.Form) {
        switch form.last {
        case "*": (String(form.dropLast()), .either)
        case "+": (String(form.dropLast()), .participle)
        case "^": (String(form.dropLast()), .nonfinite)
        default: (form, .plain)
        }
    }
}
