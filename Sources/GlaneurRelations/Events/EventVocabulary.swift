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
    /// Whether one of the frames is that of a verb.
    var isVerb = false
    /// Whether it is the head of an office.
    var isOffice = false
}

/// The patterns of events in one language, made once from the glossaries.
final class EventVocabulary: Sendable {
    private let index: PhraseIndex
    /// All phrases.
    let phrases: [EventPhrase]
    /// The endings by which an adverb is told.
    let adverbEndings: [[UInt8]]
    /// Tells of most words that they begin no phrase a glance at a sentence asks for.
    private let openers: HashFilter
    /// What each phrase puts into a sentence that a frame may take, beside the mentions.
    let offers: [UnitLabels]
    /// What each frame that a phrase opens cannot do without, slot for slot; nothing for those that open none.
    let needs: [[[UnitLabels]]]

    /// Makes the vocabulary of a language.
    init(_ language: Language, glossaries: EventGlossaries) {
        func forms(_ entry: GlossaryEntry) -> [String] { language == .french ? entry.french : entry.english }
        var numbers: [[UInt64]: Int] = [:]
        var phrases: [EventPhrase] = []
        var adverbEndings: [[UInt8]] = []
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
                let isVerb = glossaries.frames[frame].kind == .verb
                edit(form) {
                    $0.triggers.append((frame, use))
                    $0.isVerb = $0.isVerb || isVerb
                }
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
                    for (form, _) in EventVocabulary.inflected(form, endings) {
                        edit(form) { $0.words.formUnion(word) }
                    }
                }
            }
        }
        let offers = phrases.map(EventVocabulary.offer)
        let needs = phrases.map { phrase in
            phrase.triggers.map { glossaries.frames[$0.frame].slots.filter(\.isRequired).map(\.labels) }
        }
        var openers: Set<UInt64> = []
        var hashes = [[UInt64]](repeating: [], count: phrases.count)
        for (words, number) in numbers {
            hashes[number] = words
            if !offers[number].isEmpty || !needs[number].isEmpty { openers.insert(words[0]) }
        }
        index = PhraseIndex(hashes)
        self.openers = HashFilter(openers)
        self.offers = offers
        self.needs = needs
        self.adverbEndings = adverbEndings
        self.phrases = phrases
    }

    /// The labels that a phrase stands for where no mention does: a pronoun for a person, *l'entreprise* for a firm.
    private static func offer(_ phrase: EventPhrase) -> UnitLabels {
        var labels: UnitLabels = phrase.isOffice ? [.office, .people] : []
        if !phrase.words.isDisjoint(with: EventWords.personal) { labels.formUnion(UnitLabels(.person)) }
        if phrase.words.contains(.company) { labels.formUnion(UnitLabels(.organization)) }
        return labels
    }

    /// Finds the phrase at an index, if it opens a frame or stands for something that a frame takes.
    func opener(_ lexemes: [Lexeme], at index: Int, before end: Int) -> Int? {
        guard openers.mayHold(lexemes[index].wordHash) else { return nil }
        return phrase(lexemes, at: index, before: end)?.number
    }

    /// Finds the longest phrase that starts at an index.
    func phrase(_ lexemes: [Lexeme], at index: Int, before end: Int) -> (number: Int, end: Int)? {
        self.index.longest(lexemes, at: index, before: end, joined: true)
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
