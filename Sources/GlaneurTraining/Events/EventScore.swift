package import GlaneurCore

/// How many of the events that passages state were found.
///
/// An event is found where one of its type stands whose trigger overlaps a place of gold's words; it is right where also every
/// argument of gold is there that must be (``requiredRoles``). Each event counts once.
package struct EventScore: Sendable {
    /// The counts of some events.
    package struct Figures: Sendable {
        /// The events that were found with what must be there.
        package var correct = 0
        /// The events of gold.
        package var gold = 0
        /// The events that were found, without those that gold leaves open.
        package var system = 0

        /// The share of what was found that is right, ×100.
        package var precision: Double { system == 0 ? 0 : 100 * Double(correct) / Double(system) }
        /// The share of gold that was found, ×100.
        package var recall: Double { gold == 0 ? 0 : 100 * Double(correct) / Double(gold) }
        /// The harmonic mean of precision and recall, ×100.
        package var f1: Double { gold + system == 0 ? 0 : 200 * Double(correct) / Double(gold + system) }
    }

    /// How an event of gold and one that was found go together.
    package enum Outcome: String, Sendable {
        /// Type, words and arguments are those of gold.
        case right
        /// Arguments of gold are absent.
        case incomplete
        /// Gold has an event that was not found.
        case missed = "miss"
        /// An event was found that gold does not have.
        case falseAlarm = "false alarm"
    }

    /// An event of gold, one that was found, or both.
    package struct Item: Sendable {
        /// What became of it.
        package var outcome: Outcome
        /// What happens.
        package var type: String
        /// The document.
        package var document: String
        /// Its language.
        package var language: Language
        /// Whether the document belongs to the half that nothing is tuned on.
        package var isOfCheckHalf: Bool
        /// The event in gold, as it is written there.
        package var gold: String?
        /// The event that was found, written alike, with the rule that found it.
        package var system: String?
        /// The text of the document, in one line.
        package var passage: String
    }

    /// The roles whose arguments must be those of gold; dates, quantities and places may be absent.
    package static let requiredRoles: Set = ["person", "org", "from", "to", "party", "product", "amount", "role"]

    /// What became of each event, by document.
    package private(set) var items: [Item] = []

    /// Makes an empty score.
    package init() {}

    /// What did not go right, in the order of the documents.
    package var errors: [Item] { items.filter { $0.outcome != .right } }

    /// The counts of those items that are meant.
    ///
    /// - Parameter isStrict: whether the arguments must be those of gold.
    package func figures(isStrict: Bool, _ isMeant: (Item) -> Bool = { _ in true }) -> Figures {
        items.reduce(into: Figures()) { figures, item in
            guard isMeant(item) else { return }
            if item.gold != nil { figures.gold += 1 }
            if item.system != nil { figures.system += 1 }
            if item.outcome == .right || !isStrict && item.outcome == .incomplete { figures.correct += 1 }
        }
    }

    /// Adds a document.
    package mutating func add(_ annotated: EventCorpus.AnnotatedDocument, found document: Document) {
        let gold = annotated.events.filter { !$0.isOptional }
        var left = document.events
        var partners: [Int: (event: Event, outcome: Outcome)] = [:]
        // What is right comes first: an incomplete event must not take the place of a complete one.
        for outcome in [Outcome.right, .incomplete] {
            for (index, event) in gold.enumerated() where partners[index] == nil {
                let match = left.firstIndex {
                    EventScore.meets($0, event) && (outcome == .incomplete || isComplete($0, event, in: document))
                }
                if let match { partners[index] = (left.remove(at: match), outcome) }
            }
        }
        for event in annotated.events where event.isOptional {
            if let match = left.firstIndex(where: { EventScore.meets($0, event) }) { left.remove(at: match) }
        }
        for (index, event) in gold.enumerated() {
            let partner = partners[index]
            append(partner?.outcome ?? .missed, event, partner?.event, of: annotated, in: document)
        }
        for event in left { append(.falseAlarm, nil, event, of: annotated, in: document) }
    }

    /// Whether an event has the type of gold's and stands where it does.
    private static func meets(_ event: Event, _ gold: EventCorpus.Event) -> Bool {
        event.type == gold.type
            && gold.places.contains { $0.start < event.trigger.end && event.trigger.start < $0.end }
    }

    /// Whether every argument of gold that must be there is.
    private func isComplete(_ event: Event, _ gold: EventCorpus.Event, in document: Document) -> Bool {
        gold.arguments.allSatisfy { argument in
            !EventScore.requiredRoles.contains(argument.role)
                || event.arguments.contains { found in
                    found.role == argument.role
                        && EventScore.texts(of: found, in: document).contains { WholeWords.agree($0, argument.text) }
                }
        }
    }

    /// The words of an argument and those of the mention it means, which may stand elsewhere: a pronoun means a name.
    private static func texts(of argument: Event.Argument, in document: Document) -> [String] {
        let mention = argument.mention.map { document.mentions[$0].span }
        return [argument.span, mention].compactMap { $0 }.map { document.string($0) }
    }

    private mutating func append(
        _ outcome: Outcome, _ gold: EventCorpus.Event?, _ system: Event?, of annotated: EventCorpus.AnnotatedDocument,
        in document: Document
    ) {
        let written = system.map { event in
            let arguments = event.arguments.map { argument in
                (argument.role, EventScore.texts(of: argument, in: document).last ?? "")
            }
            return EventScore.line(event.type, document.string(event.trigger), arguments) + " (\(event.maker))"
        }
        items.append(
            Item(
                outcome: outcome, type: gold?.type ?? system?.type ?? "", document: annotated.id,
                language: annotated.language, isOfCheckHalf: annotated.isOfCheckHalf,
                gold: gold.map { EventScore.line($0.type, $0.trigger, $0.arguments.map { ($0.role, $0.text) }) },
                system: written, passage: String(annotated.text.split(separator: "\n").joined(separator: " / "))))
    }

    /// An event as gold writes it.
    private static func line(_ type: String, _ trigger: String, _ arguments: [(role: String, text: String)]) -> String {
        (["\(type) [\(trigger)]"] + arguments.map { "\($0.role)=\($0.text)" }).joined(separator: " ")
    }
}
