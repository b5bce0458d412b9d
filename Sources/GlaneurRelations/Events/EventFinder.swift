import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds what a document states to have happened, by patterns that lie in glossaries.
///
/// A trigger is looked for in the lexemes of the text; then the mentions around it fill the slots of its pattern. An event whose
/// required slots stay empty is none.
struct EventFinder: Sendable {
    private let patterns: [EventPattern]
    private let french: EventWords
    private let english: EventWords
    private let speech: (french: SpeechWords, english: SpeechWords)

    /// Makes a finder over a lexicon, which has the patterns.
    init(lexicon: Lexicon, speech: (french: SpeechWords, english: SpeechWords)) {
        self.speech = speech
        var rows: [GlossaryEntry] = []
        var patterns: [EventPattern] = []
        for row in lexicon.glossary("event") {
            guard let pattern = EventPattern(type: row.concept, value: row.value) else { continue }
            rows.append(row)
            patterns.append(pattern)
        }
        self.patterns = patterns
        french = EventWords(lexicon: lexicon, patterns: rows) { $0.french }
        english = EventWords(lexicon: lexicon, patterns: rows) { $0.english }
    }

    /// Sets the events of a document.
    ///
    /// - Parameter passages: the blocks of the document, cut into lexemes; their offsets are those of its view.
    func find(in document: inout Document, passages: [Passage]) {
        guard document.mentions.contains(where: { $0.label.isName }) else { return }
        let view = document.view
        let spans = document.mentions.map { view.viewSpan(of: $0.span) }
        let labels = document.mentions.map(\.label)
        // Few documents ask for them.
        let source = document
        let antecedents = Deferred {
            Antecedents(
                document: source, passages: passages, words: { $0 == .french ? speech.french : speech.english },
                mentions: spans, quoted: [])
        }
        var events: [Event] = []
        for passage in passages {
            let isFrench = passage.language == .french
            let words = isFrench ? french : english
            let speechWords = isFrench ? speech.french : speech.english
            var sentence: EventSentence?
            var index = 0
            while index < passage.lexemes.count {
                let triggers = words.triggers(of: passage.lexemes[index].wordHash)
                guard !triggers.isEmpty else {
                    index += 1
                    continue
                }
                if sentence.map({ !$0.range.contains(index) }) ?? true {
                    sentence = EventSentence(
                        passage: passage, at: index, words: words, speech: speechWords, mentions: spans, labels: labels)
                }
                guard let sentence, sentence.hasNames, !sentence.isQuestion else {
                    index = sentence?.range.upperBound ?? index + 1
                    continue
                }
                index = read(triggers, at: index, of: sentence, antecedents: antecedents, into: &events)
            }
        }
        let positions = PositionReader(passages: passages, mentions: spans, labels: labels).positions()
        document.events = (events + positions).sorted { $0.trigger < $1.trigger }.map { event in
            var event = event
            event.trigger = view.textSpan(of: event.trigger)
            for index in event.arguments.indices {
                let mention = event.arguments[index].mention
                event.arguments[index].span =
                    mention.map { document.mentions[$0].span } ?? view.textSpan(of: event.arguments[index].span)
            }
            return event
        }
    }

    /// Reads the longest trigger at a lexeme that makes an event, in the pattern that most arguments fill, and returns the index to
    /// go on from.
    private func read(
        _ triggers: [EventWords.Trigger], at index: Int, of sentence: EventSentence,
        antecedents: Deferred<Antecedents>, into events: inout [Event]
    ) -> Int {
        let lexemes = sentence.passage.lexemes
        var best: (event: Event, end: Int)?
        for trigger in triggers {
            let end = index + 1 + trigger.rest.count
            if let best, best.end > end { break }
            guard end <= sentence.range.upperBound,
                trigger.rest.indices.allSatisfy({ lexemes[index + 1 + $0].wordHash == trigger.rest[$0] }),
                let reader = EventReader(sentence: sentence, trigger: index..<end, antecedents: antecedents)
            else { continue }
            if let event = reader.event(patterns[trigger.pattern], isParticiple: trigger.isParticiple),
                event.arguments.count > best?.event.arguments.count ?? 0
            {
                best = (event, end)
            }
        }
        guard let best else { return index + 1 }
        events.append(best.event)
        return best.end
    }
}
