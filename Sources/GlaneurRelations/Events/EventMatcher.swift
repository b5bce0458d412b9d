import GlaneurCore

/// An event as it is found in a sentence.
struct EventDraft {
    /// The frame.
    let frame: EventFrame
    /// The unit of the trigger.
    let trigger: Int
    /// The arguments with their roles.
    var arguments: [(role: String, argument: EventArgument)]
    /// How sure it is.
    var score: Double
}

/// Fits the frames of a trigger to the units around it.
struct EventMatcher {
    private var finder: SubjectFinder
    private let patterns: EventPatterns

    private var units: [SentenceUnit] { finder.reading.units }

    /// What is stated and certain; measured on the development set, nineteen in twenty such events are right.
    private static let base = 0.9
    /// What is planned, possible or reported.
    private static let planned = 0.6

    /// Makes a matcher for a sentence.
    init(_ reading: SentenceReading, patterns: EventPatterns, context: EventContext) {
        finder = SubjectFinder(reading: reading, patterns: patterns, context: context)
        self.patterns = patterns
    }

    /// Finds all events of the sentence.
    mutating func events() -> [EventDraft] {
        var events: [EventDraft] = []
        guard !finder.reading.isQuestion else { return events }
        for index in units.indices where units[index].isTrigger {
            var best: EventDraft?
            for (frame, form) in finder.reading.triggers(index) {
                guard let draft = draft(patterns.frames[frame], form, at: index) else { continue }
                if draft.arguments.count > best?.arguments.count ?? 0 { best = draft }
            }
            if let best { events.append(best) }
        }
        return events
    }

    private mutating func draft(_ frame: EventFrame, _ form: EventPhrase.Form, at trigger: Int) -> EventDraft? {
        guard !isOpen(before: trigger) else { return nil }
        return frame.kind == .verb ? verb(frame, form, at: trigger) : noun(frame, at: trigger)
    }

    /// Whether the clause or the one it depends on leaves open or denies what follows.
    private func isOpen(before trigger: Int) -> Bool {
        let clause = units[trigger].clause
        var index = trigger - 1
        while index >= 0, units[index].clause >= clause - 1 {
            let words = units[index].words
            if words.contains(.denial) { return true }
            if words.contains(.doubt), units[index].clause == clause { return true }
            index -= 1
        }
        return false
    }

    private mutating func verb(_ frame: EventFrame, _ form: EventPhrase.Form, at trigger: Int) -> EventDraft? {
        let group = VerbGroup(units, trigger: trigger)
        guard !group.words.contains(.negation) else { return nil }
        let hasAgent =
            trigger + 1 < units.count && units[trigger + 1].gap == .none
            && units[trigger + 1].prepositions & patterns.agentGroup != 0
        let isParticiple = form == .participle || form == .either
        let isBare = group.words.isDisjoint(with: [.be, .have, .modal])
        let isPassive = frame.hasObject && isParticiple && (group.words.contains(.be) || isBare && hasAgent)
        if form == .participle, isBare, !isPassive { return nil }
        // A verb behind an article or a preposition is a noun or an adjective: "the left", "a founding member".
        if isBare, group.start > 0, units[group.start].gap == .none {
            let before = units[group.start - 1]
            if before.words.contains(.determiner) { return nil }
            if form != .nonfinite, before.prepositions != 0, before.words.isDisjoint(with: .control) { return nil }
        }
        let subjectLabels = frame.slots.reduce(into: UnitLabels()) { labels, slot in
            if slot.places.contains(isPassive ? .object : .subject) { labels.formUnion(slot.labels) }
        }
        let subject =
            isPassive && isBare
            ? finder.described(by: group.start, subjectLabels)
            : finder.subject(of: trigger, group: group, labels: subjectLabels)
        if !subject.isEmpty { finder.known[trigger] = subject }
        var score = group.words.contains(.modal) ? EventMatcher.planned : EventMatcher.base
        if isControlled(group.start) { score = min(score, 0.8) }
        let arguments = fill(frame, at: trigger) { slot in
            if slot.places.contains(isPassive ? .object : .subject) {
                let fitting = subject.filter { fits($0, slot.labels) }
                if !fitting.isEmpty { return fitting }
            }
            if isPassive ? slot.places.contains(.subject) : slot.places.contains(.object) {
                return isPassive
                    ? behind(trigger, slot, prepositions: patterns.agentGroup)
                    : object(behind: trigger, slot.labels, isMember: slot.places.contains(.member))
            }
            return []
        }
        return arguments.map { EventDraft(frame: frame, trigger: trigger, arguments: $0, score: score) }
    }

    private func isControlled(_ start: Int) -> Bool { start > 0 && units[start - 1].words.contains(.control) }

    private mutating func noun(_ frame: EventFrame, at trigger: Int) -> EventDraft? {
        var head = trigger
        // "a $16.5 billion deal"
        var measures: [EventArgument] = []
        while head > 0, units[head].gap == .none, trigger - head < 3,
            units[head - 1].isPlain || units[head - 1].words.contains(.adverb) || isMeasure(head - 1)
        {
            head -= 1
            if isMeasure(head) { measures.append(finder.argument(head)) }
        }
        var owners: [EventArgument] = []
        if head > 0, units[head].gap == .none {
            let before = units[head - 1]
            let labels = frame.slots.reduce(into: UnitLabels()) { labels, slot in
                if slot.places.contains(.owner) { labels.formUnion(slot.labels) }
            }
            if before.words.contains(.possessive) {
                owners = finder.mainSubject(before: head - 1, labels)
            } else if before.words.contains(.owner), head > 1, units[head - 2].labels.rawValue & labels.rawValue != 0 {
                owners = [finder.argument(head - 2)]
            } else if before.isMention, before.labels.rawValue & labels.rawValue != 0,
                finder.reading.passage.language == .english
            {
                owners = [finder.argument(head - 1)]
            }
        }
        let clauseWords = units[..<trigger].reduce(into: EventWords()) { words, unit in
            if unit.clause == units[trigger].clause { words.formUnion(unit.words) }
        }
        guard !clauseWords.contains(.negation) else { return nil }
        let score = clauseWords.contains(.modal) ? EventMatcher.planned : EventMatcher.base
        let finder = finder
        let arguments = fill(frame, at: trigger) { slot in
            if slot.places.contains(.owner) {
                let fitting = (owners + measures).filter { fits($0, slot.labels) }
                if !fitting.isEmpty { return fitting }
            }
            // "l'action Renault"
            if slot.places.contains(.object), trigger + 1 < units.count, units[trigger + 1].gap == .none,
                units[trigger + 1].isMention, units[trigger + 1].labels.rawValue & slot.labels.rawValue != 0
            {
                return [finder.argument(trigger + 1)]
            }
            if let before = governed(before: head, slot) { return [before] }
            guard slot.places.contains(.subject) else { return [] }
            return finder.mainSubject(before: trigger, slot.labels).filter { fits($0, slot.labels) }
        }
        return arguments.map { EventDraft(frame: frame, trigger: trigger, arguments: $0, score: score) }
    }

    private func isMeasure(_ index: Int) -> Bool {
        let measures: UnitLabels = [UnitLabels(.money), UnitLabels(.quantity), UnitLabels(.percent)]
        return units[index].isMention && units[index].labels.rawValue & measures.rawValue != 0
    }

    /// What stands before a noun and behind a preposition of a slot: *donne à Mistral AI une valorisation*.
    private func governed(before head: Int, _ slot: EventFrame.Slot) -> EventArgument? {
        let prepositions = slot.places.prepositions & ~patterns.ofGroup
        guard prepositions != 0 else { return nil }
        var index = head - 1
        while index >= 0, head - index < 4, units[index].clause == units[head].clause, !units[index].isVerb {
            if units[index].isMention, units[index].labels.rawValue & slot.labels.rawValue != 0,
                units[index].governor & prepositions != 0, units[index].governor & patterns.ofGroup == 0
            {
                return finder.argument(index)
            }
            guard units[index].isMention || units[index].words.contains(.determiner) || units[index].isPlain else {
                return nil
            }
            index -= 1
        }
        return nil
    }

    /// Fills the slots of a frame in order; nothing where a required one stays empty.
    private func fill(
        _ frame: EventFrame, at trigger: Int, placed: (EventFrame.Slot) -> [EventArgument]
    ) -> [(String, EventArgument)]? {
        var filled: [(String, EventArgument)] = []
        var taken: Set<Int> = []
        // What stands in a fixed place comes before what may stand anywhere; what is missing may stand behind a preposition.
        for slot in frame.slots {
            var found = placed(slot).filter { $0.unit.map { !taken.contains($0) } ?? true }
            if found.isEmpty, slot.places.prepositions != 0 {
                found = behind(trigger, slot, prepositions: slot.places.prepositions, taken: taken)
            }
            if found.isEmpty, slot.places.contains(.complement) { found = object(behind: trigger, slot.labels) }
            if found.isEmpty, slot.places.contains(.behind),
                let index = reach(of: trigger).first(where: {
                    units[$0].isMention && units[$0].labels.rawValue & slot.labels.rawValue != 0 && !taken.contains($0)
                })
            {
                found = [finder.argument(index)]
            }
            if found.isEmpty, slot.places.contains(.any) { found = nearest(trigger, slot.labels, taken: taken) }
            if found.isEmpty, !slot.purposes.isEmpty {
                found = object(ofPurposes: slot.purposes, behind: trigger, slot.labels)
            }
            if found.isEmpty, slot.isRequired { return nil }
            for argument in found {
                if let unit = argument.unit { taken.insert(unit) }
                filled.append((slot.role, argument))
            }
        }
        return filled.isEmpty ? nil : filled
    }

    private func fits(_ argument: EventArgument, _ labels: UnitLabels) -> Bool {
        guard let unit = argument.unit else { return labels.contains(UnitLabels(.person)) }
        if units[unit].words.contains(.company) { return labels.contains(UnitLabels(.organization)) }
        return units[unit].labels.rawValue & labels.rawValue != 0
            || units[unit].labels == .office && labels.contains(.people)
    }

    /// The units behind a trigger that belong to it: those of its clause, up to the next verb of a pattern.
    private func reach(of trigger: Int) -> Range<Int> {
        var end = trigger + 1
        while end < units.count, end - trigger < 30, units[end].clause == units[trigger].clause {
            if units[end].isVerb,
                units[end - 1].words.contains(.control) || units[end - 1].words.contains(.and)
                    || !VerbGroup(units, trigger: end).words.isEmpty
            {
                break
            }
            end += 1
        }
        return trigger + 1..<end
    }

    /// What stands behind a verb without a preposition.
    private func object(behind trigger: Int, _ labels: UnitLabels, isMember: Bool = false) -> [EventArgument] {
        var sawNoun = false
        var sawName = false
        for index in reach(of: trigger) {
            let unit = units[index]
            // "a new startup, DensityAI"
            if unit.gap == .comma, !(sawNoun && unit.isMention && units[index - 1].words.contains(.company)) {
                return []
            }
            if !unit.words.isDisjoint(with: [.have, .be, .copula, .modal]) || index - trigger > 12 { return [] }
            if unit.words.contains(.company) { sawNoun = true }
            let isFree =
                unit.governor == 0
                || isMember && unit.governor & patterns.ofGroup != 0 && unit.outer == 0 && index - trigger <= 7
            if unit.isMention, unit.labels.rawValue & labels.rawValue != 0, isFree, unit.distance <= 4,
                !finder.reading.isOwner(index) || isFollowedByGroup(index)
            {
                return list(from: index, labels)
            }
            if let company = finder.company(at: index, labels), unit.governor == 0 { return [company] }
            if unit.words.contains(.and), labels.contains(.office), !sawName { return [] }
            sawName = sawName || unit.isMention
            if unit.labels == .office, isFree, unit.distance <= 2, labels.contains(.office), !isTitle(index) {
                let office = finder.reading.office(at: index, patterns).units
                return [
                    EventArgument(
                        range: units[office.lowerBound].range
                            .lowerBound..<units[office.upperBound - 1].range.upperBound,
                        unit: index)
                ]
            }
        }
        return []
    }

    /// Whether an office stands before the name of who holds it: it is no office that somebody is given.
    private func isTitle(_ index: Int) -> Bool {
        let end = finder.reading.office(at: index, patterns).end
        return end < units.count && units[end].gap == .none && units[end].labels == UnitLabels(.person)
    }

    /// Whether the noun that a name owns is people or a part of the firm: who joins *Tesla's board* joins Tesla.
    private func isFollowedByGroup(_ index: Int) -> Bool {
        index + 2 < units.count && units[index + 2].words.contains(.company)
    }

    /// What stands behind one of some prepositions, the nearest.
    private func behind(
        _ trigger: Int, _ slot: EventFrame.Slot, prepositions: UInt32, taken: Set<Int> = []
    ) -> [EventArgument] {
        let reach = reach(of: trigger)
        // A comma ends what belongs to the trigger, unless a preposition or a time follows: "a quitté Tesla, en 2018, pour Apple".
        var isParted = false
        let isNoun = !units[trigger].isVerb && finder.reading.passage.language == .english
        var isAdjective = false
        for index in reach where !taken.contains(index) {
            let unit = units[index]
            // "a founding member of": what follows *of* belongs to the noun in between.
            if isNoun, unit.isPlain || unit.labels == .office { isAdjective = true }
            if unit.prepositions != 0, unit.prepositions & patterns.ofGroup == 0 { isAdjective = false }
            if unit.gap == .comma {
                isParted =
                    unit.prepositions == 0
                    ? !unit.labels.contains(UnitLabels(.date)) : unit.prepositions & patterns.ofGroup != 0
            }
            if unit.words.contains(.and), index + 1 < units.count, units[index + 1].prepositions == 0,
                !units[index + 1].isMention
            {
                isParted = true
            }

            guard !isParted, (unit.governor | unit.outer) & prepositions != 0, unit.distance <= 5 else { continue }
            // "20 anciens ingénieurs de Tesla": the preposition belongs to the noun before it.
            if isAdjective, unit.governor & patterns.ofGroup != 0, unit.outer == 0 { continue }
            if finder.reading.isOwner(index) { continue }
            if unit.isChained, prepositions & patterns.ofGroup == 0, unit.outer & prepositions == 0 { continue }
            if unit.labels == .office, let first = office(at: index, slot) { return first }
            if unit.isMention, unit.labels.rawValue & slot.labels.rawValue != 0 {
                // "la démission du gouvernement de X" is no resignation of X.
                if unit.isChained, unit.outer & prepositions != 0, unit.outer & patterns.ofGroup != 0 { continue }
                let found = list(from: index, slot.labels)
                // What is between needs another side.
                return prepositions & patterns.betweenGroup != 0 && found.count < 2 ? [] : found
            }
            if let company = finder.company(at: index, slot.labels) { return [company] }
        }
        if slot.labels.contains(.thing), let thing = thing(behind: trigger, prepositions) { return [thing] }
        return []
    }

    /// The office or its holder, where a slot takes them; nothing where a name follows, which says more.
    private func office(at index: Int, _ slot: EventFrame.Slot) -> [EventArgument]? {
        let office = finder.reading.office(at: index, patterns)
        if slot.labels.contains(.office), !isTitle(index) {
            let words = office.units
            return [
                EventArgument(
                    range: units[words.lowerBound].range.lowerBound..<units[words.upperBound - 1].range.upperBound,
                    unit: index)
            ]
        }
        guard slot.labels.contains(UnitLabels(.person)) else { return nil }
        if office.end < units.count, units[office.end].labels == UnitLabels(.person) {
            return [finder.argument(office.end)]
        }
        return slot.labels.contains(.people) ? [finder.reading.people(at: index, patterns)] : []
    }

    /// The words behind a preposition up to the next that is no part of their noun phrase.
    private func thing(behind trigger: Int, _ prepositions: UInt32) -> EventArgument? {
        let first = trigger + 1
        guard first < units.count, units[first].gap == .none, units[first].prepositions & prepositions != 0 else {
            return nil
        }
        var end = first + 1
        while end < units.count, end - first < 12, units[end].gap == .none,
            units[end].isPlain || units[end].words.contains(.determiner) || units[end].words == .adverb
                || units[end].labels == .office || units[end].isMention
                || units[end].prepositions & patterns.ofGroup != 0
        { end += 1 }
        while end > first + 1, units[end - 1].prepositions != 0 || !units[end - 1].words.isEmpty { end -= 1 }
        guard end > first + 1 else { return nil }
        return EventArgument(range: units[first + 1].range.lowerBound..<units[end - 1].range.upperBound, trust: 0.9)
    }

    /// The names of a list that starts with a unit.
    private func list(from first: Int, _ labels: UnitLabels) -> [EventArgument] {
        var found = [finder.argument(first)]
        var index = first + 1
        while index < units.count {
            if units[index].gap == .comma, units[index].isMention, units[index].labels == units[first].labels {
                // A comma alone may open another part; a list ends with "and".
                guard isList(from: index, units[first].labels) else { break }
                found.append(finder.argument(index))
                index += 1
            } else if units[index].words.contains(.and), let last = name(behind: index),
                units[last].labels == units[first].labels
            {
                found.append(finder.argument(last))
                break
            } else {
                break
            }
        }
        return found
    }

    private func isList(from index: Int, _ labels: UnitLabels) -> Bool {
        var index = index
        while index < units.count, units[index].isMention, units[index].labels == labels { index += 1 }
        return index < units.count && units[index].words.contains(.and)
    }

    private func name(behind index: Int) -> Int? {
        var next = index + 1
        while next < units.count, units[next].gap == .none, next - index < 3,
            units[next].words.contains(.determiner) || units[next].prepositions != 0
        { next += 1 }
        guard next < units.count, units[next].gap == .none, units[next].isMention else { return nil }
        return next
    }

    /// The nearest in the clause, behind the trigger rather than before it.
    private func nearest(_ trigger: Int, _ labels: UnitLabels, taken: Set<Int>) -> [EventArgument] {
        func isFitting(_ index: Int) -> Bool {
            units[index].isMention && units[index].labels.rawValue & labels.rawValue != 0 && !taken.contains(index)
        }
        if let index = reach(of: trigger).first(where: isFitting) { return [finder.argument(index)] }
        var index = trigger - 1
        while index >= 0, units[index].clause == units[trigger].clause, trigger - index < 20 {
            if units[index].isVerb, finder.known[index] != nil { return [] }
            if isFitting(index) { return [finder.argument(index)] }
            index -= 1
        }
        return []
    }

    /// The object of a verb of some types in a clause of purpose: *pour rejoindre OpenAI*.
    private func object(ofPurposes types: [String], behind trigger: Int, _ labels: UnitLabels) -> [EventArgument] {
        let end = reach(of: trigger).upperBound
        guard end < units.count, units[end].isVerb, units[end - 1].words.contains(.control),
            finder.reading.triggers(end).contains(where: { types.contains(patterns.frames[$0.frame].type) })
        else { return [] }
        return object(behind: end, labels, isMember: true)
    }
}
