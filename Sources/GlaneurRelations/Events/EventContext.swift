import GlaneurCore
import GlaneurLexicon

/// What the sentences before and the whole document tell of pronouns and descriptions.
struct EventContext {
    /// A person named in a sentence.
    struct Person {
        /// The mention.
        let mention: Int
        /// The entity, or nothing where none is known.
        let entity: String?
        /// Whether it stands behind no preposition.
        let isFree: Bool
        /// `m`, `f`, or nothing where the first name does not say.
        let gender: Gender?
    }

    /// The gender of a first name.
    enum Gender { case feminine, masculine }

    /// The mentions of the document.
    let mentions: [Mention]
    private let subject = DocumentSubject()
    /// The people of the sentence before.
    private(set) var people: [Person] = []
    /// The organization that the sentence before is about.
    private(set) var organization: Int?

    /// The groups of prepositions that say to what somebody belongs.
    private let officeGroups: UInt32

    /// Looks at the mentions of a document.
    init(_ mentions: [Mention], patterns: EventPatterns) {
        self.mentions = mentions
        officeGroups = patterns.officeGroups
    }

    /// Goes on to the next sentence.
    mutating func pass(_ reading: SentenceReading) {
        people = people(of: reading, before: reading.units.count)
        organization =
            reading.units.prefix { !$0.isVerb && $0.words.isDisjoint(with: [.be, .have, .modal]) }
            .first { $0.labels == UnitLabels(.organization) && $0.governor == 0 }?.mention
    }

    /// Forgets the sentence before.
    mutating func forget() {
        people = []
        organization = nil
    }

    private func people(of reading: SentenceReading, before end: Int) -> [Person] {
        reading.units[..<end].compactMap { unit in
            guard unit.labels == UnitLabels(.person), let mention = unit.mention else { return nil }
            let words = reading.passage.lexemes[unit.range.lowerBound].words
            let lexicon = reading.passage.lexicon
            let gender: Gender? =
                if lexicon.hasValue(words, .givenName, "f") {
                    .feminine
                } else if lexicon.hasValue(words, .givenName, "m") {
                    .masculine
                } else { nil }
            return Person(
                mention: mention, entity: mentions[mention].entityID, isFree: unit.governor == 0, gender: gender)
        }
    }

    /// The one person that a pronoun can mean: of its own sentence, or of the sentence before; nobody where two fit, or where the
    /// one stands behind a preposition only.
    func person(_ pronoun: SentenceUnit, in reading: SentenceReading, at index: Int) -> [EventArgument] {
        let own = people(of: reading, before: index)
        let gender: Gender = pronoun.words.contains(.pronounFeminine) ? .feminine : .masculine
        for (found, trust) in [(own, 0.8), (people, 0.8)] {
            let fitting = found.filter { $0.gender == nil || $0.gender == gender }
            guard let first = fitting.first else { continue }
            guard fitting.allSatisfy({ $0.entity == first.entity && $0.entity != nil || $0.mention == first.mention })
            else {
                return []
            }
            guard let first = fitting.first(where: \.isFree) else { return [] }
            return [EventArgument(range: pronoun.range, mention: first.mention, trust: trust)]
        }
        return []
    }

    /// The organization that a description means, or the words of the description.
    func company(_ range: Range<Int>, in reading: SentenceReading, at index: Int) -> EventArgument {
        let own = reading.units[..<index].filter { $0.labels == UnitLabels(.organization) && $0.governor == 0 }
        if let last = own.last?.mention,
            own.allSatisfy({ $0.mention.map { mentions[$0].entityID } == mentions[last].entityID })
        {
            return EventArgument(range: range, mention: last, unit: index, trust: 0.8)
        }
        // "Après dix ans chez Airbus, il quitte le groupe": one firm behind a preposition of belonging.
        let places = reading.units[..<index].filter {
            $0.labels == UnitLabels(.organization) && $0.governor & officeGroups != 0
        }
        if own.isEmpty, let last = places.last?.mention,
            places.allSatisfy({ $0.mention.map { mentions[$0].entityID } == mentions[last].entityID })
        {
            return EventArgument(range: range, mention: last, unit: index, trust: 0.8)
        }
        if own.isEmpty, let organization {
            return EventArgument(range: range, mention: organization, unit: index, trust: 0.8)
        }
        if own.isEmpty, let mainOrganization = subject.organization(of: mentions) {
            let start = Int(reading.passage.lexemes[range.lowerBound].start)
            let last = mentions.lastIndex {
                $0.entityID == mainOrganization && $0.span.start < start
            }
            if let last { return EventArgument(range: range, mention: last, unit: index, trust: 0.7) }
        }
        return EventArgument(range: range, unit: index, trust: 0.7)
    }
}
