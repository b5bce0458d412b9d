import GlaneurCore

/// Finds the mentions that fill the slots of a pattern around a trigger.
struct ArgumentReader {
    private let sentence: EventSentence
    private let trigger: Range<Int>
    private let group: VerbGroup
    private let isPassive: Bool
    private let antecedents: Deferred<Antecedents>
    private var taken: Set<Int> = []
    /// Whether a pronoun or a description stands for one of the arguments.
    private(set) var hasReferred = false

    /// How many words may stand between a link and its name: `chez l’équipementier français Valeo`.
    private static let wordsBehindLink = 4
    /// How far behind a trigger a linked name is looked for, in pieces of the outline.
    private static let reach = 22

    init(
        sentence: EventSentence, trigger: Range<Int>, group: VerbGroup, isPassive: Bool,
        antecedents: Deferred<Antecedents>
    ) {
        self.sentence = sentence
        self.trigger = trigger
        self.group = group
        self.isPassive = isPassive
        self.antecedents = antecedents
    }

    private var outline: Outline { sentence.outline }

    /// What fills a slot; nothing where nobody does.
    mutating func arguments(_ slot: EventPattern.Slot) -> [Event.Argument] {
        for place in slot.places {
            let found = arguments(slot, at: place)
            guard !found.isEmpty else { continue }
            for argument in found { if let mention = argument.mention { taken.insert(mention) } }
            return found
        }
        return []
    }

    private mutating func arguments(_ slot: EventPattern.Slot, at place: EventPattern.Place) -> [Event.Argument] {
        switch place {
        case .subject: isPassive ? linked(slot, EventWords.Link("by") ?? []) : subjects(slot)
        case .object: isPassive ? subjects(slot) : objects(slot)
        case .owner: owners(slot)
        case .before: inFront(slot)
        case .link(let link): linked(slot, link)
        case .near: nearest(slot)
        }
    }

    private func argument(_ slot: EventPattern.Slot, _ mention: Int) -> Event.Argument {
        Event.Argument(role: slot.role, span: sentence.mentions[mention], mention: mention)
    }

    /// The mention at a place, if it fits a slot and has no other part yet.
    private func fitting(_ place: Int, _ slot: EventPattern.Slot) -> Int? {
        guard let element = outline.element(place), element.kind == .mention,
            slot.labels.contains(sentence.labels[element.index]), !taken.contains(element.index)
        else { return nil }
        return element.index
    }

    /// A fitting amount or date whose first word stands at a place: these are no pieces of the outline.
    private func amount(_ place: Int, _ slot: EventPattern.Slot) -> Int? {
        guard let element = outline.element(place), element.kind == .word else { return nil }
        return sentence.inside.first {
            !sentence.labels[$0].isName && slot.labels.contains(sentence.labels[$0]) && !taken.contains($0)
                && sentence.mentions[$0].start == element.span.start
        }
    }

    // MARK: Subjects

    private mutating func subjects(_ slot: EventPattern.Slot) -> [Event.Argument] {
        let this = self
        let reader = SubjectFinder(outline: outline, before: group.start) { this.fitting($0, slot) }
        let found = reader.subjects()
        if !found.isEmpty { return found.map { argument(slot, $0) } }
        guard let element = outline.element(reader.head), element.kind == .word else { return [] }
        if group.isControlled {
            guard let main = controller(slot) else { return [] }
            hasReferred = true
            return [argument(slot, main)]
        }
        if element.roles.contains(.pronoun) {
            guard !element.roles.contains(.plural), slot.labels.contains(.person) else { return [] }
            return referred(slot, .pronoun(element.gender), at: element.span.start)
        }
        if element.roles.contains(.firm), slot.labels.contains(.organization) {
            return referred(slot, .firm, at: element.span.start)
        }
        // `20 members quit`
        if let counted = sentence.inside.first(where: {
            sentence.labels[$0] == .quantity && slot.labels.contains(.quantity)
                && sentence.mentions[$0].end == element.span.end
        }) {
            return [argument(slot, counted)]
        }
        return []
    }

    /// The subject of the main clause, which a verb behind a preposition shares: `X est parti en 2023 pour fonder Y`.
    ///
    /// It is the nearest name that is nobody's complement, and something other than a preposition follows it.
    private func controller(_ slot: EventPattern.Slot) -> Int? {
        let start = outline.sentenceStart(of: trigger.lowerBound)
        for place in (start..<trigger.lowerBound).reversed() {
            guard let mention = fitting(place, slot), case .free = outline.standing(of: place) else { continue }
            let next = outline.roles(place + 1)
            let isSubject =
                outline.kind(place + 1) == .comma
                || outline.kind(place + 1) == .word && next.isDisjoint(with: .governing)
            return isSubject && place + 1 < trigger.lowerBound ? mention : nil
        }
        return nil
    }

    private mutating func referred(
        _ slot: EventPattern.Slot, _ reference: SpeakerReference, at offset: Int
    ) -> [Event.Argument] {
        guard let mention = antecedents.value.mention(for: reference, at: offset, recent: nil),
            slot.labels.contains(sentence.labels[mention]), !taken.contains(mention)
        else { return [] }
        hasReferred = true
        return [argument(slot, mention)]
    }

    // MARK: Objects

    /// What stands right behind the trigger, with what is coordinated to it.
    private mutating func objects(_ slot: EventPattern.Slot) -> [Event.Argument] {
        var place = trigger.upperBound
        var words = 0
        while words <= ArgumentReader.wordsBehindLink {
            if let mention = amount(place, slot) { return [argument(slot, mention)] }
            guard let element = outline.element(place) else { return [] }
            switch element.kind {
            case .mention:
                guard let mention = fitting(place, slot), isFree(place) else {
                    // `l’ancien patron de Tesla Jim Keller`: a name inside the description of the object.
                    guard isGenitive(place) else { return [] }
                    place += 1
                    continue
                }
                return coordinated(place, mention, slot)
            case .word:
                if slot.takesOffice, element.roles.contains(.office) { return [office(slot, from: place)] }
                if element.roles.contains(.firm), slot.labels.contains(.organization),
                    outline.kind(place + 1) != .mention, !outline.roles(place + 1).contains(.genitive), words <= 2
                {
                    // `a new startup, DensityAI`
                    if outline.kind(place + 1) == .comma, let name = fitting(place + 2, slot) {
                        return [argument(slot, name)]
                    }
                    let found = referred(slot, .firm, at: element.span.start)
                    return found.isEmpty ? [Event.Argument(role: slot.role, span: element.span)] : found
                }
                // `fournir à Tesla ses puces`: who gets something may stand before it.
                if element.roles.contains(.goal), outline.kind(place + 1) == .mention, words == 0 {
                    place += 2
                    continue
                }
                let isBarrier: SpeechRoles = [.agent, .goal, .relative, .coordinator, .pronoun, .auxiliary]
                guard element.roles.isDisjoint(with: isBarrier) || element.roles.contains(.article),
                    !element.roles.contains(.preposition)
                else { return [] }
                words += 1
            default: return []
            }
            place += 1
        }
        return []
    }

    /// Whether nothing keeps a name behind a verb from being its object.
    private func isFree(_ place: Int) -> Bool {
        if isGenitive(place) { return false }
        // `Tesla’s chief`, `the Tesla chief`: the name only tells whose.
        guard let next = outline.element(place + 1), next.kind == .word else { return true }
        return !(next.span.count == 1 && !next.isCapitalized && isPossessive(place + 1))
            && !next.roles.contains(.office)
    }

    private func isPossessive(_ place: Int) -> Bool {
        guard let element = outline.element(place), element.kind == .word else { return false }
        return sentence.passage.lexemes[element.index].gap == .apostrophe
    }

    private func isGenitive(_ place: Int) -> Bool {
        var left = place - 1
        while left >= trigger.upperBound, place - left <= 3, outline.kind(left) == .word {
            if outline.roles(left).contains(.genitive) { return true }
            if outline.roles(left).isDisjoint(with: [.article, .title, .firm]) { return false }
            left -= 1
        }
        return false
    }

    /// A mention and those that `et`, `and` or commas join to it.
    private func coordinated(_ place: Int, _ mention: Int, _ slot: EventPattern.Slot) -> [Event.Argument] {
        var arguments = [argument(slot, mention)]
        var place = place + 1
        var isRow = false
        while arguments.count < 8 {
            let isJoined = outline.kind(place) == .comma || outline.roles(place).contains(.coordinator)
            guard isJoined else { break }
            isRow = outline.roles(place).contains(.coordinator)
            var next = place + 1
            while outline.kind(next) == .word,
                !outline.roles(next).isDisjoint(with: [.coordinator, .article, .title])
            {
                if outline.roles(next).contains(.coordinator) { isRow = true }
                next += 1
            }
            guard let another = fitting(next, slot), isFree(next) else { break }
            arguments.append(argument(slot, another))
            place = next + 1
            if isRow { return arguments }
        }
        // Names behind commas are a row only where a word joins the last of them; else they explain the first.
        return [arguments[0]]
    }

    /// The words for an office, up to a link or the end of the clause.
    private func office(_ slot: EventPattern.Slot, from place: Int) -> Event.Argument {
        let start = outline.elements[place].span.start
        var end = outline.elements[place].span.end
        var next = place + 1
        while next - place <= 3, let element = outline.element(next), element.kind == .word,
            element.roles.isDisjoint(with: [
                .genitive, .preposition, .agent, .goal, .coordinator, .relative, .auxiliary,
            ]),
            sentence.link(next).isEmpty, element.roles.contains(.office)
        {
            end = element.span.end
            next += 1
        }
        return Event.Argument(role: slot.role, span: ByteSpan(start, end))
    }

    // MARK: Owners and links

    /// Whose event a noun tells: `le départ de X`, `X’s departure`, `son départ`.
    private mutating func owners(_ slot: EventPattern.Slot) -> [Event.Argument] {
        if let possessive = possessiveInFront(slot) { return possessive }
        let place = trigger.upperBound
        guard outline.roles(place).contains(.genitive) || sentence.link(place).contains(EventWords.Link("of") ?? [])
        else { return [] }
        var next = place + 1
        while next - place <= ArgumentReader.wordsBehindLink, let element = outline.element(next) {
            if let mention = fitting(next, slot) { return coordinated(next, mention, slot) }
            if let mention = amount(next, slot) { return [argument(slot, mention)] }
            guard element.kind == .word,
                element.roles.isDisjoint(with: [.preposition, .agent, .relative, .coordinator, .genitive])
            else { return [] }
            next += 1
        }
        return []
    }

    private mutating func possessiveInFront(_ slot: EventPattern.Slot) -> [Event.Argument]? {
        var place = trigger.lowerBound - 1
        var steps = 0
        while steps < 3, let element = outline.element(place), element.kind == .word {
            if sentence.link(place).contains(.possessive), slot.labels.contains(.person) {
                return referred(slot, .pronoun(element.gender), at: element.span.start)
            }
            if element.span.count == 1, isPossessive(place), let mention = fitting(place - 1, slot) {
                return [argument(slot, mention)]
            }
            guard element.roles.isDisjoint(with: [.article, .genitive, .preposition, .auxiliary, .coordinator]) else {
                return nil
            }
            place -= 1
            steps += 1
        }
        return nil
    }

    /// A name right in front of a noun: `Tesla shares`.
    private func inFront(_ slot: EventPattern.Slot) -> [Event.Argument] {
        var place = trigger.lowerBound - 1
        if isPossessive(place) { place -= 1 }
        return fitting(place, slot).map { [argument(slot, $0)] } ?? []
    }

    /// The first fitting name behind a link.
    private func linked(_ slot: EventPattern.Slot, _ link: EventWords.Link) -> [Event.Argument] {
        var place = trigger.upperBound
        var commas = 0
        let end = min(outline.elements.count, trigger.upperBound + ArgumentReader.reach)
        while place < end {
            switch outline.kind(place) {
            case .stop, .colon, .quotation: return []
            case .comma:
                commas += 1
                if commas > 2 { return [] }
            case .bracket: break
            case .mention:
                if let mention = fitting(place, slot), hasLink(link, before: place) {
                    return coordinated(place, mention, slot)
                }
            case .word:
                // Another clause has arguments of its own.
                if !outline.roles(place).isDisjoint(with: [.relative, .auxiliary]) { return [] }
                if let mention = amount(place, slot), hasLink(link, before: place) { return [argument(slot, mention)] }
                if slot.takesOffice, outline.roles(place).contains(.office), hasLink(link, before: place) {
                    return [office(slot, from: place)]
                }
            }
            place += 1
        }
        return []
    }

    private func hasLink(_ link: EventWords.Link, before place: Int) -> Bool {
        var left = place - 1
        var words = 0
        while left >= trigger.upperBound, words <= ArgumentReader.wordsBehindLink, outline.kind(left) == .word {
            let roles = outline.roles(left)
            if !sentence.link(left).isDisjoint(with: link) {
                // `de` links to what stands right before it.
                return !roles.contains(.genitive) || left - trigger.upperBound <= 4 && hasNoComma(upTo: left)
            }
            guard roles.isDisjoint(with: [.preposition, .agent, .goal, .relative, .coordinator, .verb, .auxiliary])
            else { return false }
            // `pour des puces AI6`: an article here.
            if roles.contains(.genitive), sentence.link(left - 1).isDisjoint(with: link) { return false }
            left -= 1
            words += 1
        }
        return false
    }

    private func hasNoComma(upTo place: Int) -> Bool {
        (trigger.upperBound..<place).allSatisfy { outline.kind($0) != .comma }
    }

    /// The nearest amount or date of the sentence.
    private func nearest(_ slot: EventPattern.Slot) -> [Event.Argument] {
        let start = outline.elements[trigger.lowerBound].span.start
        let end = outline.elements[trigger.upperBound - 1].span.end
        func distance(_ mention: Int) -> Int {
            let span = sentence.mentions[mention]
            return span.start >= end ? span.start - end : start - span.end
        }
        let nearest = sentence.inside
            .filter { slot.labels.contains(sentence.labels[$0]) && !taken.contains($0) && distance($0) >= 0 }
            .min { (distance($0), $0) < (distance($1), $1) }
        guard let nearest, distance(nearest) <= ArgumentReader.nearBytes else { return [] }
        return [argument(slot, nearest)]
    }

    /// How far from its event a date or a sum may stand.
    private static let nearBytes = 100
}
