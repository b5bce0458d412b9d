import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds what a document states to have happened, by patterns that lie in glossaries.
struct EventFinder: Sendable {
    private let patterns: EventPatterns

    /// Makes a finder over a lexicon, which has the patterns.
    init(lexicon: Lexicon) { patterns = EventPatterns(lexicon: lexicon) }

    /// Sets the events of a document.
    ///
    /// - Parameter passages: the blocks of the document, cut into lexemes; their offsets are those of its view.
    func find(in document: inout Document, passages: [Passage]) {
        let view = document.view
        let mentions = document.mentions
        guard mentions.contains(where: { EventFinder.actors.contains($0.label) }) else { return }
        let spans = mentions.map { view.viewSpan(of: $0.span) }
        var context = EventContext(mentions, patterns: patterns)
        var events: [Event] = []
        var mention = 0
        var glance = SentenceGlance()
        // The sentence before is only read where a pronoun or a description asks for it.
        var before: (passage: Passage, lexemes: Range<Int>, mention: Int)?
        for passage in passages {
            let vocabulary = patterns.vocabulary(passage.language)
            let lexemes = passage.lexemes
            var start = 0
            while start < lexemes.count {
                var end = start + 1
                while end < lexemes.count, !lexemes[end].shape.contains(.sentenceStart) { end += 1 }
                while mention < spans.count, spans[mention].end <= Int(lexemes[start].start) { mention += 1 }
                let sentence = start..<end
                let last = Int(lexemes[end - 1].end)
                start = end
                guard sentence.count <= EventFinder.longestSentence else {
                    before = nil
                    continue
                }
                var mentioned: UnitLabels = []
                var next = mention
                while next < spans.count, spans[next].start < last {
                    mentioned.formUnion(UnitLabels(mentions[next].label))
                    next += 1
                }
                // Without any mention there is nobody to tell of, or only by words; most sentences without a pattern end here.
                if next > mention, glance.mayTell(lexemes, in: sentence, mentioned: mentioned, vocabulary) {
                    let reading = SentenceReading(
                        passage, sentence, mentions: mentions, spans: spans, from: mention, vocabulary: vocabulary,
                        patterns: patterns)
                    context.forget()
                    if let before, reading.asksForContext {
                        context.pass(
                            SentenceReading(
                                before.passage, before.lexemes, mentions: mentions, spans: spans, from: before.mention,
                                vocabulary: patterns.vocabulary(before.passage.language), patterns: patterns))
                    }
                    find(in: reading, context, view, into: &events)
                }
                before = (passage, sentence, mention)
            }
        }
        EventCompletion(mentions: mentions).complete(&events)
        document.events = events.sorted { ($0.trigger, $0.type) < ($1.trigger, $1.type) }
    }

    /// What few events are without.
    private static let actors: Set<Label> = [.person, .organization, .product]

    /// Lists and tables without stops make sentences of any length; no pattern holds in one of so many words.
    private static let longestSentence = 300

    private func find(
        in reading: SentenceReading, _ context: EventContext, _ view: TextView, into events: inout [Event]
    ) {
        func argument(_ role: String, _ argument: EventArgument) -> Event.Argument {
            let span =
                argument.mention.map { context.mentions[$0].span }
                ?? view.textSpan(of: reading.passage.span(argument.range))
            return Event.Argument(role: role, span: span, mention: argument.mention)
        }
        func unit(_ index: Int) -> Event.Argument {
            argument("org", EventArgument(range: reading.units[index].range, mention: reading.units[index].mention))
        }
        let isFrench = reading.passage.language == .french
        for position in PositionReader(reading, patterns: patterns, context: context).positions() {
            let office =
                reading.units[position.office.lowerBound].range
                .lowerBound..<reading.units[
                    position.office.upperBound - 1
                ].range.upperBound
            let span = view.textSpan(of: reading.passage.span(office))
            let arguments =
                position.people.map { argument("person", $0) } + [Event.Argument(role: "role", span: span)]
                + position.organizations.map(unit)
            events.append(
                Event(
                    type: "position", trigger: span, arguments: arguments.sorted { $0.span < $1.span },
                    score: position.people.reduce(0.9) { $0 * $1.trust },
                    maker: isFrench ? "rule:fr.event.position" : "rule:en.event.position"))
        }
        var matcher = EventMatcher(reading, patterns: patterns, context: context)
        for draft in matcher.events() {
            var arguments = draft.arguments.map { argument($0.role, $0.argument) }
            // The firm of somebody who is told by office: "le directeur technique de Tesla a quitté".
            if draft.frame.slots.contains(where: { $0.role == "from" }),
                !arguments.contains(where: { $0.role == "from" }),
                let firm = draft.arguments.lazy.compactMap(\.argument.organization).first
            {
                arguments.append(Event.Argument(role: "from", span: context.mentions[firm].span, mention: firm))
            }
            let trigger = reading.units[draft.trigger].range
            events.append(
                Event(
                    type: draft.frame.type, trigger: view.textSpan(of: reading.passage.span(trigger)),
                    arguments: arguments.sorted { $0.span < $1.span },
                    score: draft.arguments.reduce(draft.score) { min($0, draft.score * $1.argument.trust) },
                    maker: isFrench ? draft.frame.makers.french : draft.frame.makers.english))
        }
    }
}
