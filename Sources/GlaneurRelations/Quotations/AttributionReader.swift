import GlaneurCore

/// Finds the words that attribute a quotation, before and behind it.
struct AttributionReader {
    private let outline: Outline
    private let subjects: SubjectReader

    /// Reads an outline; `labels` are those of the mentions of the document.
    init(outline: Outline, labels: [Label]) {
        self.outline = outline
        subjects = SubjectReader(outline: outline, labels: labels)
    }

    /// What attributes the quotation at a place.
    ///
    /// - Parameters:
    ///   - isSentence: whether the quotation reads like a sentence.
    ///   - isQuestion: whether it ends with a mark after which a sentence may go on: `“Who knows?” Musk asked.`
    func attribution(of place: Int, isSentence: Bool, isQuestion: Bool) -> Attribution? {
        let start = outline.sentenceStart(of: place)
        if outline.kind(place - 1) == .colon {
            return before(place, from: start) ?? behind(place, isQuestion: isQuestion)
        }
        if let behind = behind(place, isQuestion: isQuestion), behind.isClose || isSentence && place - start < 2 {
            return behind
        }
        return before(place, from: start) ?? behind(place, isQuestion: isQuestion)
            ?? (isSentence ? sentenceBefore(place) : nil)
    }

    // MARK: Before

    /// Who speaks in the sentence in front of a quotation that is a sentence of its own.
    ///
    /// `Philippe Aghion plaide pour une réforme. « … »`
    private func sentenceBefore(_ place: Int) -> Attribution? {
        guard place > 1, outline.kind(place - 1) == .stop, outline.kind(place + 1) == .stop else { return nil }
        let start = outline.sentenceStart(of: place - 1)
        let sentence = start..<place - 1
        guard sentence.allSatisfy({ outline.kind($0) != .quotation }),
            sentence.count(where: { subjects.isPerson($0) }) <= 1,
            let found = before(place - 1, from: start), found.speaker.isPersonal
        else { return nil }
        if case .mention(let mention) = found.speaker, !subjects.isPerson(mention: mention) { return nil }
        return Attribution(speaker: found.speaker, cue: found.cue, isClose: false)
    }

    /// What attributes in the sentence in front of a place.
    func before(_ place: Int, from start: Int) -> Attribution? {
        let isAnnounced = outline.kind(place - 1) == .colon
        var verbs = 0
        var unsaid: Attribution?
        var index = place - 1
        while index >= start, place - index < 40 {
            if outline.kind(index) == .bracket {
                index -= 1
                while index > start, outline.kind(index) != .bracket { index -= 1 }
            } else if let element = outline.element(index), element.kind == .word {
                if element.roles.contains(.attribution), let found = attributed(index, before: place) { return found }
                if element.roles.contains(.weakAttribution), opensClause(index, start),
                    let found = attributed(index, before: place), case .mention = found.speaker
                {
                    return found
                }
                if element.roles.contains(.verb), !isInfinitiveOfGoal(index) || isAnnounced {
                    verbs += 1
                    // `Comme l’a dit Macron, « … »`: only near its start the subject of a sentence stands behind the verb.
                    let speaker =
                        agent(of: index, before: place) ?? (isPassive(index) ? .nobody : nil) ?? subjects.before(
                            index, from: start)
                        ?? (index - start <= 3 ? subjects.behind(index, before: place) : nil)
                    var found = Attribution(
                        speaker: speaker ?? .nobody, cue: cue(index, isBefore: true),
                        isClose: isAnnounced || place - index <= 6)
                    found.isCalling = element.roles.contains(.calling)
                    if speaker != nil { return found }
                    if unsaid == nil { unsaid = found }
                    if verbs == 2 { return unsaid }
                }
            }
            index -= 1
        }
        if let unsaid { return unsaid }
        return isAnnounced ? announced(place, from: start) : nil
    }

    /// Whether a verb is a passive, whose subject says nothing: `is called`, but not `s’est félicité`.
    private func isPassive(_ verb: Int) -> Bool {
        guard !outline.roles(verb).contains(.nonfinite) else { return false }
        for place in [verb - 1, verb - 2] where outline.kind(place) == .word {
            if outline.roles(place).contains(.passive) {
                return outline.element(place - 1).map { $0.kind != .word || $0.span.count > 1 } ?? true
            }
            if !outline.roles(place).isDisjoint(with: [.auxiliary, .pronoun, .verb]) { return false }
        }
        return false
    }

    /// Who a passive says it of: `a été relayé par l’ingénieur`.
    private func agent(of verb: Int, before end: Int) -> SpeakerReference? {
        var place = verb + 1
        while place < end, place - verb <= 4, outline.kind(place) == .word {
            if outline.roles(place).contains(.agent) { return subjects.agent(behind: place) }
            place += 1
        }
        return nil
    }

    /// Whether a verb only says what something is for: `pour expliquer`.
    private func isInfinitiveOfGoal(_ place: Int) -> Bool {
        outline.roles(place).contains(.nonfinite)
            && !outline.roles(place - 1).isDisjoint(with: [.goal, .weakAttribution])
    }

    /// Who a preposition attributes to: `selon Amnesty International`, `according to Morningstar`.
    private func attributed(_ place: Int, before end: Int) -> Attribution? {
        guard let cue = outline.element(place)?.span else { return nil }
        if let pronoun = outline.element(place + 1), pronoun.kind == .word, pronoun.roles.contains(.oblique) {
            return Attribution(speaker: .pronoun(pronoun.gender), cue: cue, isClose: true)
        }
        return subjects.behind(place, before: end, isPhrase: true).map {
            Attribution(speaker: $0, cue: cue, isClose: true)
        }
    }

    /// Whether a sentence or a part of it begins at a place: `Mais, pour M. Goudet, …`.
    private func opensClause(_ place: Int, _ start: Int) -> Bool {
        place == start || outline.kind(place - 1) == .comma || outline.roles(place - 1).contains(.coordinator)
    }

    /// Who stands in front of a colon without a verb: `Emmanuel Macron :`, `dans un courriel de Nvidia :`.
    private func announced(_ place: Int, from start: Int) -> Attribution? {
        var index = place - 2
        while index >= start, place - index <= 10 {
            if subjects.canSpeak(index), let mention = outline.element(index) {
                switch outline.standing(of: index) {
                case .represented: break
                case .free where place - index <= 3 || outline.kind(index + 1) == .comma: break
                default:
                    index -= 1
                    continue
                }
                return Attribution(speaker: .mention(mention.index), cue: mention.span, isClose: true)
            }
            index -= 1
        }
        // `Il n’a pas manqué de remercier l’équipe : « … »`: who does something before a colon speaks behind it.
        guard let first = subjects.first(from: start, to: place - 1), first.isPersonal else { return nil }
        if case .mention(let mention) = first, !subjects.isPerson(mention: mention) { return nil }
        let cue = outline.elements[place - 1].span
        return Attribution(speaker: first, cue: cue, isClose: true)
    }

    // MARK: Behind

    /// What attributes behind a place.
    func behind(_ place: Int, isQuestion: Bool) -> Attribution? {
        var first = place + 1
        var hasComma = false
        if outline.kind(first) == .stop, outline.element(first) != nil, isQuestion {
            return behindQuestion(first + 1)
        }
        if outline.kind(first) == .comma {
            first += 1
            hasComma = true
        }
        var end = first
        while outline.kind(end) != .stop, outline.kind(end) != .quotation { end += 1 }
        guard first < end else { return nil }
        if outline.roles(first).contains(.attribution) { return attributed(first, before: end) }
        if outline.roles(first).contains(.agent), let speaker = subjects.agent(behind: first),
            let word = outline.element(first)
        {
            return Attribution(speaker: speaker, cue: word.span, isClose: true)
        }
        var verb = first
        var hasSubject = false
        while verb < end, verb - first <= 14 {
            let element = outline.elements[verb]
            if element.kind == .word, element.roles.contains(.verb), !element.roles.contains(.nonfinite) { break }
            if !element.roles.isDisjoint(with: [.coordinator, .relative]), !hasSubject { return nil }
            if element.kind == .colon { return nil }
            if element.kind == .mention || !element.roles.isDisjoint(with: [.pronoun, .office, .firm, .voice]) {
                hasSubject = true
            }
            verb += 1
        }
        guard verb < end, outline.kind(verb) == .word, outline.roles(verb).contains(.verb) else { return nil }
        let distance = verb - first
        if let speaker = hasSubject ? subjects.before(verb, from: first) : nil {
            let isClose = distance <= 10 && (hasComma || outline.kind(place + 1) != .comma)
            return Attribution(speaker: speaker, cue: cue(verb, from: first), isClose: isClose && isPlain(first, verb))
        }
        // `a déclaré`, `s’est-elle félicitée`, `said`: nothing but small words in front of the verb.
        guard distance <= 5, !hasSubject || distance <= 3 else { return nil }
        let speaker = subjects.behind(verb, before: end)
        return Attribution(
            speaker: speaker ?? .nobody, cue: cue(verb, from: first),
            isClose: distance == 0 || outline.roles(first).contains(.auxiliary) || hasComma)
    }

    // MARK: Inside

    /// What attributes in the middle of the quotation that the outline is of: `Nous avons hésité, raconte Thomas Vidal, mais …`.
    func insertion() -> Attribution? {
        for comma in outline.elements.indices where outline.kind(comma) == .comma {
            var verb = comma + 1
            while verb - comma <= 4, outline.kind(verb) == .word, !outline.roles(verb).contains(.verb) {
                guard outline.roles(verb).isDisjoint(with: [.coordinator, .relative, .article]) else { break }
                verb += 1
            }
            let roles = outline.roles(verb)
            guard outline.kind(verb) == .word, roles.contains(.verb), !roles.contains(.nonfinite) else { continue }
            var end = verb + 1
            while outline.kind(end) == .word || outline.kind(end) == .mention { end += 1 }
            // Behind the verb stands nothing but its subject.
            guard end - verb <= 4, outline.kind(end) != .quotation, let speaker = subjects.behind(verb, before: end)
            else { continue }
            return Attribution(speaker: speaker, cue: cue(verb, from: comma + 1), isClose: true)
        }
        return nil
    }

    /// Whether only a subject stands between a quotation and the verb behind it, not a clause of its own.
    private func isPlain(_ first: Int, _ verb: Int) -> Bool {
        !(first..<verb).contains { !outline.roles($0).isDisjoint(with: [.preposition, .goal]) && $0 == first }
    }

    /// What attributes a question: `Musk asked`; the sentence has to begin with it.
    private func behindQuestion(_ first: Int) -> Attribution? {
        var verb = first
        while verb < first + 5, outline.kind(verb) == .word || outline.kind(verb) == .mention {
            let element = outline.elements[verb]
            if verb > first, element.roles.contains(.verb), !element.roles.contains(.nonfinite) {
                guard outline.kind(verb + 1) != .quotation, let speaker = subjects.before(verb, from: first) else {
                    return nil
                }
                return Attribution(speaker: speaker, cue: element.span, isClose: true)
            }
            verb += 1
        }
        return nil
    }

    // MARK: The words of the cue

    /// The verb with its auxiliary: `a déclaré`.
    private func cue(_ verb: Int, isBefore: Bool) -> ByteSpan {
        let span = outline.elements[verb].span
        if outline.roles(verb - 1).contains(.auxiliary), outline.kind(verb - 1) == .word {
            return ByteSpan(outline.elements[verb - 1].span.start, span.end)
        }
        return span
    }

    /// The verb with what stands between it and its auxiliary: `a-t-il ajouté`.
    private func cue(_ verb: Int, from first: Int) -> ByteSpan {
        var start = verb
        while start > first, verb - start < 4, outline.kind(start - 1) == .word { start -= 1 }
        while start < verb, !outline.roles(start).contains(.auxiliary) { start += 1 }
        return ByteSpan(outline.elements[start].span.start, outline.elements[verb].span.end)
    }
}
