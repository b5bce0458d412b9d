import GlaneurCore
import GlaneurRecognizers

/// Reads the event that a trigger tells in its sentence.
struct EventReader {
    private let sentence: EventSentence
    private let antecedents: Deferred<Antecedents>
    /// The places of the trigger in the outline.
    private let trigger: Range<Int>
    private let span: ByteSpan

    /// How sure an event is that nothing speaks against.
    private static let stated = 0.9
    /// One that is only planned or possible.
    private static let planned = 0.6
    /// One with an argument that a pronoun stands for.
    private static let referred = 0.75

    /// Finds the trigger in the outline; nothing where it is a part of a name.
    init?(sentence: EventSentence, trigger: Range<Int>, antecedents: Deferred<Antecedents>) {
        guard let first = sentence.place(ofLexeme: trigger.lowerBound),
            let last = sentence.place(ofLexeme: trigger.upperBound - 1),
            (first...last).allSatisfy({ sentence.outline.kind($0) == .word })
        else { return nil }
        self.sentence = sentence
        self.trigger = first..<last + 1
        self.antecedents = antecedents
        span = ByteSpan(
            Int(sentence.passage.lexemes[trigger.lowerBound].start),
            Int(sentence.passage.lexemes[trigger.upperBound - 1].end))
    }

    /// The event, if its required arguments are there.
    func event(_ pattern: EventPattern, isParticiple: Bool) -> Event? {
        let group = VerbGroup(sentence: sentence, before: trigger.lowerBound)
        guard !group.isNegated else { return nil }
        let isPassive = pattern.isTransitive && group.isPassive
        if isParticiple, !group.hasAuxiliary {
            // A participle beside a comma is a passive without its auxiliary (`, nommé en mai`), and so is that of a headline.
            let isHeadline = !sentence.outline.elements.contains { $0.roles.contains(.auxiliary) }
            guard pattern.isTransitive, group.isBesideComma || isHeadline else { return nil }
        }
        let participle = isPassive || isParticiple && !group.hasAuxiliary
        var reading = ArgumentReader(
            sentence: sentence, trigger: trigger, group: group, isPassive: participle, antecedents: antecedents)
        var arguments: [Event.Argument] = []
        for slot in pattern.slots {
            let found = reading.arguments(slot)
            if found.isEmpty, slot.isRequired { return nil }
            arguments += found
        }
        guard arguments.contains(where: { argument in argument.mention.map { sentence.labels[$0].isName } ?? false })
        else { return nil }
        arguments.sort { ($0.span, $0.role) < ($1.span, $1.role) }
        let score =
            group.isPlanned ? EventReader.planned : reading.hasReferred ? EventReader.referred : EventReader.stated
        let language = sentence.passage.language == .french ? "fr" : "en"
        return Event(
            type: pattern.type, trigger: span, arguments: arguments, score: score,
            maker: "rule:\(language).event.\(pattern.type)")
    }
}
