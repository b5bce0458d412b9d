import GlaneurLexicon

/// The rows of the glossaries that patterns of events are made of.
struct EventGlossaries {
    /// The frames of all rows that keep the rules.
    let frames: [EventFrame]
    /// The rows of triggers, each with the index of its frame.
    let events: [(entry: GlossaryEntry, frame: Int)]
    /// The endings of regular words.
    let endings: [GlossaryEntry]
    /// The heads of offices.
    let offices: [GlossaryEntry]
    /// The groups of prepositions.
    let prepositions: [GlossaryEntry]
    /// The words around triggers.
    let words: [GlossaryEntry]
    /// The rows that break the rules, as `concept: value`.
    let faults: [String]

    /// Reads the rows of a lexicon.
    init(_ lexicon: Lexicon) {
        endings = lexicon.glossary("event-endings")
        offices = lexicon.glossary("event-office")
        prepositions = lexicon.glossary("event-preposition")
        words = lexicon.glossary("event-word")
        var frames: [EventFrame] = []
        var events: [(GlossaryEntry, Int)] = []
        var faults = words.filter { EventWords.named[$0.concept] == nil }.map { "\($0.concept): no such word" }
        let groups = prepositions.map(\.concept)
        for entry in lexicon.glossary("event") {
            guard let frame = EventFrame(type: entry.concept, value: entry.value, groups: groups) else {
                faults.append("\(entry.concept): \(entry.value)")
                continue
            }
            events.append((entry, frames.count))
            frames.append(frame)
        }
        let known = Set(endings.map(\.concept))
        for entry in events.map(\.0) + offices + words {
            for form in entry.french + entry.english {
                guard let tilde = form.firstIndex(of: "~") else { continue }
                let name = form[form.index(after: tilde)...].prefix { $0 != " " }
                if !known.contains(String(name)) { faults.append("\(entry.concept): no endings for \(form)") }
            }
        }
        self.frames = frames
        self.events = events
        self.faults = faults
    }
}
