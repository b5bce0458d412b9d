import GlaneurCore

/// The small words between the subject and a verb: auxiliaries, adverbs, negation.
struct VerbGroup {
    /// The place of the first of them, or of the verb.
    private(set) var start: Int
    /// Whether a form of *be* makes the verb a passive.
    private(set) var isPassive = false
    /// Whether there is an auxiliary.
    private(set) var hasAuxiliary = false
    /// Whether the verb is denied.
    private(set) var isNegated = false
    /// Whether it is only planned or possible.
    private(set) var isPlanned = false
    /// Whether a preposition stands in front, and the verb has the subject of the main clause: `pour fonder`, `to join`.
    private(set) var isControlled = false
    /// Whether a comma or nothing stands in front.
    let isBesideComma: Bool

    /// How many small words are looked at.
    private static let reach = 5

    /// Reads the words in front of a verb.
    init(sentence: EventSentence, before verb: Int) {
        let outline = sentence.outline
        var place = verb - 1
        var steps = 0
        while steps < VerbGroup.reach, let element = outline.element(place), element.kind == .word,
            !element.isCapitalized || outline.kind(place - 1) == .stop
        {
            let link = sentence.link(place)
            // `to leave`, `de quitter`: what is wanted or begun has no subject of its own.
            guard
                element.roles.isDisjoint(with: [.article, .genitive, .agent, .relative, .coordinator, .office, .firm])
                    || !link.isDisjoint(with: [.not, .planned]),
                !element.roles.contains(.pronoun) || element.roles.contains(.auxiliary)
            else { break }
            if element.roles.contains(.preposition), link.isDisjoint(with: [.not, .planned]) { break }
            if element.roles.contains(.passive) { isPassive = true }
            if !element.roles.isDisjoint(with: [.auxiliary, .passive]) { hasAuxiliary = true }
            if link.contains(.not) { isNegated = true }
            if link.contains(.planned) { isPlanned = true }
            place -= 1
            steps += 1
        }
        start = place + 1
        let head = outline.roles(place)
        if outline.kind(place) == .word, !head.isDisjoint(with: .governing), !head.contains(.relative) {
            isControlled = true
            // `refused to resign`, `plans to leave`: what stands before the preposition tells whether it happens.
            for left in [place - 1, place - 2] where outline.kind(left) == .word {
                if sentence.link(left).contains(.not) { isNegated = true }
                if sentence.link(left).contains(.planned) { isPlanned = true }
            }
        }
        // `whether he left`: between the clause's beginning and the verb.
        var left = place
        while place - left < 6, outline.kind(left) == .word || outline.kind(left) == .mention {
            if sentence.link(left).contains(.unsure) { isNegated = true }
            left -= 1
        }
        // `n’a pas quitté`: the second half of a French negation may stand behind the verb.
        if sentence.link(verb + 1).contains(.not) { isNegated = true }
        let before = outline.kind(place)
        isBesideComma = start == verb && (before == .comma || before == .stop || place < 0)
    }
}
