import GlaneurCore

/// Finds who does what a verb says.
struct SubjectReader {
    private let outline: Outline
    private let labels: [Label]

    /// Reads an outline; `labels` are those of the mentions of the document.
    init(outline: Outline, labels: [Label]) {
        self.outline = outline
        self.labels = labels
    }

    /// Whether a mention at a place may speak at all.
    func canSpeak(_ place: Int) -> Bool {
        guard let element = outline.element(place), element.kind == .mention else { return false }
        switch labels[element.index] {
        case .person, .organization, .location: return true
        default: return false
        }
    }

    /// Whether a place is named: it speaks for its government, and then stands beside the verb.
    private func isPlace(_ place: Int) -> Bool {
        guard let element = outline.element(place), element.kind == .mention else { return false }
        return labels[element.index] == .location
    }

    /// Whether a mention is a person.
    func isPerson(mention: Int) -> Bool { labels[mention] == .person }

    /// Whether a person is named at a place.
    func isPerson(_ place: Int) -> Bool {
        guard let element = outline.element(place), element.kind == .mention else { return false }
        return labels[element.index] == .person
    }

    // MARK: In front of the verb

    /// The subject in front of a verb, in the pieces from `start` on.
    func before(_ verb: Int, from start: Int) -> SpeakerReference? {
        if outline.roles(verb).contains(.nonfinite), let first = first(from: start, to: verb) { return first }
        if let named = parenthesis(before: verb, from: start) { return named }
        var place = verb - 1
        while place >= start, let element = outline.element(place) {
            switch element.kind {
            case .colon, .stop: return nil
            case .bracket:
                place -= 1
                while place > start, outline.kind(place) != .bracket { place -= 1 }
            case .comma, .quotation: break
            case .mention where isPlace(place) && verb - place > 4: break
            case .mention, .word: if let found = subject(place) { return found }
            }
            place -= 1
        }
        return nil
    }

    /// The first subject of a stretch: that of the main clause, which those who only add `déclarant` or `saying` share.
    func first(from start: Int, to end: Int) -> SpeakerReference? {
        var place = start
        while place < end {
            if outline.kind(place) == .bracket {
                place += 1
                while place < end, outline.kind(place) != .bracket { place += 1 }
            } else if !isPlace(place), let found = subject(place) {
                // The name behind an office says who holds it.
                if case .office = found, let name = name(behindOffice: place, before: end) { return name }
                return found
            }
            place += 1
        }
        return nil
    }

    private func name(behindOffice place: Int, before end: Int) -> SpeakerReference? {
        var next = place + 1
        while next < end, next - place <= 6 {
            if isPerson(next), let element = outline.element(next) { return .mention(element.index) }
            if outline.kind(next) == .word, outline.roles(next).contains(.verb) { return nil }
            next += 1
        }
        return nil
    }

    /// Who the piece at a place refers to, if it may be a subject.
    private func subject(_ place: Int) -> SpeakerReference? {
        guard let element = outline.element(place) else { return nil }
        if element.kind == .mention {
            guard canSpeak(place) else { return nil }
            switch outline.standing(of: place) {
            case .free, .represented: return .mention(element.index)
            case .office(let concept, let gender):
                return isPerson(place)
                    ? .mention(element.index) : .office(concept: concept, gender, isBare: true)
            case .governed: return nil
            }
        }
        guard element.kind == .word else { return nil }
        let roles = element.roles
        if roles.contains(.pronoun) {
            if outline.roles(place + 1).contains(.impersonal) { return nil }
            return roles.contains(.plural) ? .nobody : .pronoun(element.gender)
        }
        guard !roles.isDisjoint(with: [.office, .firm, .voice]), !roles.contains(.verb),
            !outline.isGoverned(place)
        else { return nil }
        // `an Amazon spokesperson`: the name in front says whose.
        if roles.contains(.voice), canSpeak(place - 1) { return nil }
        if outline.isIndefinite(place) { return .nobody }
        if roles.contains(.office) { return office(place, element) }
        return roles.contains(.firm) ? .firm : .nobody
    }

    /// Who holds an office; behind `la mère de l’adolescent` stands who it is, and it may be somebody new.
    private func office(_ place: Int, _ element: Outline.Element) -> SpeakerReference {
        .office(
            concept: element.concept, element.gender, isBare: !outline.roles(place + 1).contains(.genitive))
    }

    /// The subject of a verb behind an insertion: `Elon Musk, PDG de Tesla, a déclaré`, `le PDG de Tesla, Elon Musk, a déclaré`.
    private func parenthesis(before verb: Int, from start: Int) -> SpeakerReference? {
        var comma = verb - 1
        while comma > start, verb - comma <= 4, outline.kind(comma) == .word,
            outline.roles(comma).isDisjoint(with: [.pronoun, .office, .firm])
        {
            comma -= 1
        }
        guard comma > start, outline.kind(comma) == .comma else { return nil }
        var first = comma - 1
        while first > start, outline.kind(first) != .comma, outline.kind(first) != .stop { first -= 1 }
        guard first > start, outline.kind(first) == .comma else { return nil }
        if let name = onlyPerson(in: (first + 1)..<comma) { return .mention(name) }
        var head = first - 1
        if outline.kind(head) == .bracket {
            head -= 1
            while head > start, outline.kind(head) != .bracket { head -= 1 }
            head -= 1
        }
        return subject(head)
    }

    private func onlyPerson(in range: Range<Int>) -> Int? {
        guard let place = range.first(where: { outline.kind($0) == .mention }), isPerson(place),
            range.allSatisfy({ $0 == place || outline.roles($0).contains(.title) })
        else { return nil }
        return outline.element(place)?.index
    }

    /// Who stands behind a `par` or `by`: a name, or an office with its article.
    func agent(behind place: Int) -> SpeakerReference? {
        var next = place + 1
        while next - place <= 4, let element = outline.element(next) {
            if element.kind == .mention {
                return canSpeak(next) ? .mention(element.index) : nil
            }
            guard element.kind == .word else { return nil }
            if element.roles.contains(.office), outline.kind(next + 1) != .mention {
                return outline.isIndefinite(next) ? .nobody : office(next, element)
            }
            next += 1
        }
        return nil
    }

    // MARK: Behind the verb

    /// The subject behind a verb: `a déclaré le PDG de Tesla, Elon Musk`, `said Musk`, `explique-t-elle`.
    ///
    /// - Parameter isPhrase: whether it is a preposition, and whoever it attributes to follows it without a comma.
    func behind(_ verb: Int, before end: Int, isPhrase: Bool = false) -> SpeakerReference? {
        var pending: SpeakerReference?
        var isNamed = false
        var place = verb + 1
        var steps = 0
        var sincePending = 0
        var commas = 0
        while place < end, steps < 18, let element = outline.element(place) {
            switch element.kind {
            case .quotation, .stop, .colon: return pending
            case .comma:
                if let pending {
                    return isNamed ? pending : name(behindComma: place, before: end) ?? pending
                }
                commas += 1
                if isPhrase || commas > 2 { return nil }
            case .bracket:
                place += 1
                while place < end, outline.kind(place) != .bracket { place += 1 }
            case .mention:
                guard canSpeak(place), !isPlace(place) || place - verb <= 3 else { break }
                switch outline.standing(of: place) {
                case .free where isPerson(place): return .mention(element.index)
                case .free:
                    if pending == nil { isNamed = true }
                    pending = pending ?? .mention(element.index)
                case .represented: pending = .mention(element.index)
                case .office(let concept, let gender):
                    if isPerson(place) { return .mention(element.index) }
                    if pending == nil { pending = .office(concept: concept, gender, isBare: true) }
                case .governed: break
                }
            case .word:
                if element.roles.contains(.pronoun), place - verb <= 2, !element.roles.contains(.verb) {
                    return element.roles.contains(.plural) ? .nobody : .pronoun(element.gender)
                }
                if pending == nil { pending = noun(place) }
                if pending != nil, !element.roles.isDisjoint(with: [.relative, .coordinator]) { return pending }
                if element.roles.contains(.verb), place - verb > 1, pending == nil { return nil }
            }
            if pending != nil {
                sincePending += 1
                if sincePending > 7 { return pending }
            }
            place += 1
            steps += 1
        }
        return pending
    }

    private func noun(_ place: Int) -> SpeakerReference? {
        let roles = outline.roles(place)
        guard !roles.isDisjoint(with: [.office, .firm, .voice]), let element = outline.element(place),
            !outline.isGoverned(place)
        else { return nil }
        if outline.isIndefinite(place) { return .nobody }
        if roles.contains(.office) { return office(place, element) }
        return roles.contains(.firm) ? .firm : .nobody
    }

    /// The person that an insertion behind an office names: `le PDG de Tesla, Elon Musk`.
    private func name(behindComma place: Int, before end: Int) -> SpeakerReference? {
        var next = place + 1
        while next < end, next - place <= 3 {
            if isPerson(next), let element = outline.element(next) { return .mention(element.index) }
            guard outline.kind(next) == .word,
                !outline.roles(next).isDisjoint(with: [.title, .article, .office])
            else { return nil }
            next += 1
        }
        return nil
    }
}
