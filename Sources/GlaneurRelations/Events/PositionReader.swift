import GlaneurCore

/// Reads who holds which office where: *Tim Cook, PDG d'Apple*, *Apple CEO Tim Cook*, *the head of Optimus, Milan Kovac*.
struct PositionReader {
    /// A position as it is found in a sentence.
    struct Position {
        /// The units of the office.
        let office: Range<Int>
        /// Who holds it.
        let people: [EventArgument]
        /// Where.
        let organizations: [Int]
    }

    private let finder: SubjectFinder
    private let patterns: EventPatterns

    private var units: [SentenceUnit] { finder.reading.units }
    private static let person = UnitLabels(.person)
    private static let organization = UnitLabels(.organization)

    /// Makes a reader for a sentence.
    init(_ reading: SentenceReading, patterns: EventPatterns, context: EventContext) {
        finder = SubjectFinder(reading: reading, patterns: patterns, context: context)
        self.patterns = patterns
    }

    /// Finds all positions of the sentence.
    func positions() -> [Position] {
        var found: [Position] = []
        var index = 0
        while index < units.count {
            guard units[index].labels == .office else {
                index += 1
                continue
            }
            let office = finder.reading.office(at: index, patterns)
            if let position = position(office) { found.append(position) }
            index = max(index + 1, office.units.upperBound)
        }
        return found
    }

    private func position(_ office: OfficePhrase) -> Position? {
        var start = office.units.lowerBound
        var organizations = office.organizations
        // "Apple's longtime CEO", "Apple CEO"
        var left = start
        while left > 0, units[left].gap == .none, start - left < 3,
            units[left - 1].isPlain && !units[left - 1].hasCapital || units[left - 1].words == .epithet
        { left -= 1 }
        if left > 0, units[left].gap == .none, organizations.isEmpty {
            if units[left - 1].words.contains(.owner), left > 1, units[left - 2].labels == PositionReader.organization {
                organizations = [left - 2]
                start = left - 2
            } else if units[left - 1].labels == PositionReader.organization, finder.reading.passage.language == .english
            {
                organizations = [left - 1]
                start = left - 1
            }
        }
        var before = min(start, left)
        if organizations.isEmpty || start == office.units.lowerBound { before = left }
        while before > 0, units[before].gap == .none,
            !units[before - 1].words.isDisjoint(with: [.determiner, .epithet])
        { before -= 1 }
        let people = people(office, from: before, isOwned: start < office.units.lowerBound)
        guard !people.isEmpty else { return nil }
        return Position(office: office.units, people: people, organizations: organizations)
    }

    private func people(_ office: OfficePhrase, from start: Int, isOwned: Bool) -> [EventArgument] {
        let end = office.end
        // "le PDG de Tesla Elon Musk", also in a list: "…, Tim Cook, le PDG de Tesla Elon Musk"
        if end < units.count, units[end].gap == .none, units[end].labels == PositionReader.person {
            return [finder.argument(end)]
        }
        // "Tim Cook, PDG d'Apple"
        if start > 0, units[start].gap == .comma, units[start - 1].labels == PositionReader.person {
            return [finder.argument(start - 1)]
        }
        // Behind a comma only where the office has a firm: "the head of Optimus, Milan Kovac"
        if end < units.count, units[end].gap == .comma, units[end].labels == PositionReader.person,
            isOwned || !office.organizations.isEmpty
        {
            return [finder.argument(end)]
        }
        // "Musk est PDG de Tesla"
        guard let copula = copula(before: start), !finder.reading.isQuestion else { return [] }
        let group = VerbGroup(units, trigger: copula)
        guard group.words.isDisjoint(with: [.negation, .modal]) else { return [] }
        return finder.subject(of: copula, group: group, labels: PositionReader.person)
    }

    /// The verb that gives an office to its subject, over adverbs and *le poste clé de*.
    private func copula(before start: Int) -> Int? {
        var index = start
        while index > 0, start - index < 4, units[index].gap == .none {
            let unit = units[index - 1]
            if unit.words.contains(.copula) { return unit.words.contains(.negation) ? nil : index - 1 }
            guard unit.words == .adverb || unit.isPlain && !unit.hasCapital || unit.prepositions & patterns.ofGroup != 0
            else {
                return nil
            }
            index -= 1
        }
        return nil
    }
}
