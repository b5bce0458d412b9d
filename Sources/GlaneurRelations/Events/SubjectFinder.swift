import GlaneurCore

/// Finds who does what a verb says.
///
/// The subject is the name that stands before the verb and behind no preposition; appositions and clauses between commas are
/// skipped, *qui* and *who* mean what stands before them, a verb without a subject of its own has that of the verb before it.
struct SubjectFinder {
    /// The sentence.
    let reading: SentenceReading
    /// The patterns.
    let patterns: EventPatterns
    /// Who is known from the sentences before.
    let context: EventContext
    /// The subjects of the triggers read so far, by their units.
    var known: [Int: [EventArgument]] = [:]

    private var units: [SentenceUnit] { reading.units }

    /// Finds the subject of the verb that ends a group.
    func subject(of trigger: Int, group: VerbGroup, labels: UnitLabels) -> [EventArgument] {
        let start = group.start
        guard start > 0 else { return subject(behind: trigger, labels) }
        let before = units[start - 1]
        let isSingle = group.words.contains(.singular)
        if before.words.contains(.relative) {
            // "which" is nobody.
            let labels = before.words.contains(.pronoun) ? labels.subtracting([UnitLabels(.person), .people]) : labels
            return antecedent(of: start - 1, labels, isSingle: isSingle)
        }
        if units[start].gap == .comma { return subject(beforeInsertAt: start, labels, isSingle: isSingle) }
        guard units[start].gap == .none else { return [] }
        if !before.words.isDisjoint(with: EventWords.personal) {
            return context.person(before, in: reading, at: start - 1)
        }
        if before.words.contains(.control) || before.words.contains(.and) {
            return mainSubject(before: start - 1, labels)
        }
        if before.labels.rawValue & labels.rawValue != 0, before.isMention {
            guard before.governor == 0, !reading.isOwner(start - 1) else {
                return people(endingAt: start - 1, labels)
            }
            return list(endingAt: start - 1, labels, isSingle: isSingle)
        }
        // Another name is the subject: "the Christian Democrats joining Labour".
        if before.isMention, before.governor == 0, before.labels.isDisjoint(with: .measures) { return [] }
        if let company = company(at: start - 1, labels) { return [company] }
        let words = people(endingAt: start - 1, labels)
        if words.isEmpty, trigger == start, reading.triggers(trigger).contains(where: { $0.form == .nonfinite }) {
            return mainSubject(before: start, labels)
        }
        return words
    }

    /// The first name of the clause that stands behind no preposition, before a unit.
    func mainSubject(before end: Int, _ labels: UnitLabels) -> [EventArgument] {
        guard end > 0 else { return subject(behind: end, labels) }
        let clause = units[end - 1].clause
        if let verb = (0..<end).last(where: { units[$0].clause == clause && known[$0] != nil }),
            let subject = known[verb], fits(subject, labels)
        {
            return subject
        }
        var start = end
        while start > 0, units[start - 1].clause == clause { start -= 1 }
        if units[start].words.contains(.relative), end > start + 1 {
            return antecedent(of: start, labels, isSingle: false)
        }
        for index in start..<end {
            let unit = units[index]
            if !unit.words.isDisjoint(with: EventWords.personal), labels.contains(UnitLabels(.person)) {
                return context.person(unit, in: reading, at: index)
            }
            if unit.isMention, unit.labels.rawValue & labels.rawValue != 0, unit.governor == 0, !reading.isOwner(index)
            {
                return [argument(index)]
            }
            if let company = company(at: index, labels), unit.governor == 0 { return [company] }
            if unit.labels == .office, unit.governor == 0, labels.contains(.people), !isFollowedByName(index) {
                return [reading.people(at: index, patterns)]
            }
        }
        return []
    }

    private func fits(_ subject: [EventArgument], _ labels: UnitLabels) -> Bool {
        subject.allSatisfy { argument in
            guard let unit = argument.unit else { return labels.contains(UnitLabels(.person)) }
            return units[unit].labels.rawValue & labels.rawValue != 0
                || labels.contains(.people) && units[unit].labels == .office
        }
    }

    /// After an opening such as *En quittant Tesla,* the subject is the first name behind the comma.
    private func subject(behind trigger: Int, _ labels: UnitLabels) -> [EventArgument] {
        guard trigger < units.count else { return [] }
        var index = trigger + 1
        while index < units.count, index < trigger + 12 {
            if units[index].gap == .comma, units[index].isMention, units[index].labels.rawValue & labels.rawValue != 0 {
                return [argument(index)]
            }
            index += 1
        }
        return []
    }

    /// What a participle behind it describes: *Mistral AI, fondée par*, *a startup founded by*.
    func described(by start: Int, _ labels: UnitLabels) -> [EventArgument] {
        guard start > 0, units[start].gap != .strong else { return subject(behind: start, labels) }
        if isName(start - 1, labels) { return [argument(start - 1)] }
        if start == 1 || !units[start].hasCapital { return [] }
        return subject(behind: start, labels)
    }

    /// What a relative pronoun means.
    private func antecedent(of relative: Int, _ labels: UnitLabels, isSingle: Bool) -> [EventArgument] {
        guard relative > 0 else { return [] }
        let last = relative - 1
        let isFitting = units[last].isMention && units[last].labels.rawValue & labels.rawValue != 0
        if units[relative].gap == .none {
            return isFitting ? list(endingAt: last, labels, isSingle: isSingle) : people(endingAt: last, labels)
        }
        let start = reading.start(ofPartAt: last)
        let opensWithName = units[start].isMention || units[start].words.contains(.and)
        if isFitting, opensWithName || units[last].governor == 0 {
            return list(endingAt: last, labels, isSingle: isSingle)
        }
        // Another kind of name is what it means: "Tesla, Elon Musk, qui".
        if !isFitting, units[last].isMention, opensWithName { return [] }
        if start > 0, units[start].gap == .comma, isName(start - 1, labels) {
            return list(endingAt: start - 1, labels, isSingle: isSingle)
        }
        if isFitting { return list(endingAt: last, labels, isSingle: isSingle) }
        return people(endingAt: last, labels)
    }

    private func isName(_ index: Int, _ labels: UnitLabels) -> Bool {
        units[index].isMention && units[index].labels.rawValue & labels.rawValue != 0
    }

    /// The subject before what stands between commas.
    private func subject(beforeInsertAt start: Int, _ labels: UnitLabels, isSingle: Bool) -> [EventArgument] {
        var comma = start
        for step in 0..<4 {
            let part = reading.start(ofPartAt: comma - 1)
            // A part that is one name, behind an office: "Son successeur, Ganesh Venkataramanan, est parti".
            if step == 0, part == comma - 1, isName(part, labels), part > 0, !isName(part - 1, labels) {
                return [argument(part)]
            }
            guard part > 0, units[part].gap == .comma else { return [] }
            if isName(part - 1, labels), units[part - 1].governor == 0, !reading.isOwner(part - 1) {
                return list(endingAt: part - 1, labels, isSingle: isSingle)
            }
            if let company = company(at: part - 1, labels) { return [company] }
            comma = part
        }
        return []
    }

    /// The names of a list that ends with a unit.
    private func list(endingAt last: Int, _ labels: UnitLabels, isSingle: Bool) -> [EventArgument] {
        var found = [argument(last)]
        guard !isSingle, labels.contains(UnitLabels(.person)), units[last].labels == UnitLabels(.person) else {
            return found
        }
        var index = nameStart(last) - 1
        guard index >= 0, units[index].words.contains(.and) else { return found }
        index -= 1
        while index >= 0 {
            if isName(index, labels) {
                found.append(argument(index))
            } else {
                // An apposition behind the name.
                let start = reading.start(ofPartAt: index)
                guard start > 0, units[start].gap == .comma, isName(start - 1, labels) else { break }
                index = start - 1
                found.append(argument(index))
            }
            let start = nameStart(index)
            guard start > 0, units[start].gap == .comma else { break }
            index = start - 1
        }
        return found.reversed()
    }

    /// The index of the office that stands before a name, or of the name.
    private func nameStart(_ index: Int) -> Int {
        var index = index
        while index > 0, units[index].gap == .none,
            units[index - 1].labels == .office || !units[index - 1].words.isDisjoint(with: [.determiner, .epithet])
        {
            index -= 1
        }
        return index
    }

    /// People told by an office, in a noun phrase that ends with a unit: *le directeur de la construction*.
    func people(endingAt last: Int, _ labels: UnitLabels) -> [EventArgument] {
        guard labels.contains(.people) else { return [] }
        var index = last
        while index >= 0, last - index < 7 {
            let unit = units[index]
            if unit.labels == .office {
                // "Michael Scheuer, an analyst who"
                let start = reading.start(ofPartAt: index)
                if start > 0, units[start].gap == .comma, isName(start - 1, labels) { return [argument(start - 1)] }
                return isTail(from: index, to: last) ? [extended(reading.people(at: index, patterns), to: last)] : []
            }
            guard unit.gap == .none,
                unit.isNoun || unit.words.contains(.determiner)
                    || unit.isMention && unit.governor & patterns.ofGroup != 0
                    || unit.prepositions & patterns.officeGroups != 0
            else { return [] }
            index -= 1
        }
        return []
    }

    /// Whether what stands behind an office says no more than of what it is: anything else may hold a verb.
    private func isTail(from office: Int, to last: Int) -> Bool {
        let phrase = reading.office(at: office, patterns)
        let end = max(phrase.units.upperBound, (phrase.organizations.last ?? -1) + 1)
        guard end <= last else { return true }
        return last == end && units[end].isPlain
            || units[end].prepositions & patterns.officeGroups != 0 && last - end < 4
    }

    private func extended(_ people: EventArgument, to last: Int) -> EventArgument {
        var people = people
        people.range = people.range.lowerBound..<max(people.range.upperBound, units[last].range.upperBound)
        return people
    }

    private func isFollowedByName(_ office: Int) -> Bool {
        let end = reading.office(at: office, patterns).end
        return end < units.count && units[end].labels == UnitLabels(.person)
    }

    /// The organization that *l'entreprise* means, where a unit says so and a frame takes one.
    func company(at index: Int, _ labels: UnitLabels) -> EventArgument? {
        guard labels.contains(UnitLabels(.organization)), units[index].words.contains(.company), index > 0,
            units[index].gap == .none, units[index - 1].words.contains(.determiner)
        else { return nil }
        // "la société Acme" is no description.
        if index + 1 < units.count, units[index + 1].gap == .none,
            units[index + 1].labels == UnitLabels(.organization)
                || units[index + 1].prepositions & patterns.ofGroup != 0
        {
            return nil
        }
        let range = units[index - 1].range.lowerBound..<units[index].range.upperBound
        // "son équipe" is a part of a firm that only a reader knows.
        if units[index - 1].words.contains(.possessive) { return EventArgument(range: range, unit: index, trust: 0.8) }
        return context.company(range, in: reading, at: index)
    }

    /// A unit as an argument.
    func argument(_ index: Int) -> EventArgument {
        EventArgument(range: units[index].range, mention: units[index].mention, unit: index)
    }
}
