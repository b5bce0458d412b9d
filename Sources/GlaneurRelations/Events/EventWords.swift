import GlaneurLexicon

/// The triggers of one language and the small words that tell who has which part, by the hashes of lexemes.
struct EventWords: Sendable {
    /// What a small word links a name to an event as; a word may link in several ways.
    struct Link: OptionSet, Hashable, Sendable {
        let rawValue: UInt16

        /// Finds the link with a name of the glossary.
        init?(_ name: some StringProtocol) {
            guard let place = Link.names.firstIndex(where: { $0 == name }) else { return nil }
            rawValue = 1 << UInt16(place)
        }

        init(rawValue: UInt16) { self.rawValue = rawValue }

        private static let names = [
            "from", "to", "at", "with", "for", "by", "as", "of", "not", "planned", "possessive", "unsure",
        ]

        /// It denies what follows.
        static let not = Link(rawValue: 1 << 8)
        /// It says that something is only planned or possible.
        static let planned = Link(rawValue: 1 << 9)
        /// It leaves open whether what follows is so: `si`, `whether`.
        static let unsure = Link(rawValue: 1 << 11)
        /// `son`, `her`.
        static let possessive = Link(rawValue: 1 << 10)
    }

    /// A form of a trigger.
    struct Trigger: Sendable {
        /// The hashes of its lexemes behind the first.
        let rest: [UInt64]
        /// The index of its pattern.
        let pattern: Int
        /// Whether it needs an auxiliary or a comma in front: `nommé`.
        let isParticiple: Bool
    }

    private var triggers: [UInt64: [Trigger]] = [:]
    private var links: [UInt64: Link] = [:]
    /// A bit for the lower bits of each first lexeme of a trigger: most words of a text are no trigger.
    private var filter = [UInt64](repeating: 0, count: 256)

    /// Reads the words of a language.
    ///
    /// - Parameter patterns: the rows of kind `event`, in the order of their patterns.
    init(lexicon: Lexicon, patterns: [GlossaryEntry], forms: (GlossaryEntry) -> [String]) {
        for (pattern, row) in patterns.enumerated() {
            for form in forms(row) {
                let isParticiple = form.hasPrefix("~")
                let hashes = EventWords.hashes(of: isParticiple ? String(form.dropFirst()) : form)
                guard let first = hashes.first else { continue }
                let trigger = Trigger(rest: Array(hashes.dropFirst()), pattern: pattern, isParticiple: isParticiple)
                triggers[first, default: []].append(trigger)
                filter[Int(first >> 6 & 255)] |= 1 << (first & 63)
            }
        }
        // The longest first: `shut down` before `shut`.
        for key in triggers.keys { triggers[key]?.sort { ($1.rest.count, $0.pattern) < ($0.rest.count, $1.pattern) } }
        for row in lexicon.glossary("event-link") {
            guard let link = Link(row.concept) else { continue }
            for form in forms(row) {
                if let hash = EventWords.hashes(of: form).first { links[hash, default: []].formUnion(link) }
            }
        }
    }

    private static func hashes(of form: String) -> [UInt64] {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(Array(form.utf8), into: &lexemes)
        return lexemes.map(\.wordHash)
    }

    /// The triggers that begin with a lexeme, the longest first.
    @inline(__always)
    func triggers(of hash: UInt64) -> [Trigger] {
        guard filter[Int(hash >> 6 & 255)] >> (hash & 63) & 1 == 1 else { return [] }
        return triggers[hash] ?? []
    }

    /// How a word links.
    func link(of hash: UInt64) -> Link { links[hash] ?? [] }
}
