import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// A sentence in which an event may be told: its outline, and the mentions that stand in it.
struct EventSentence {
    let passage: Passage
    /// The lexemes of the sentence.
    let range: Range<Int>
    let outline: Outline
    let words: EventWords
    /// The spans of the mentions of the document, in the view.
    let mentions: [ByteSpan]
    /// Their labels.
    let labels: [Label]
    /// The mentions of the sentence.
    let inside: Range<Int>

    /// Reads the sentence of a passage that holds a lexeme.
    init(
        passage: Passage, at index: Int, words: EventWords, speech: SpeechWords, mentions: [ByteSpan], labels: [Label]
    ) {
        self.passage = passage
        self.words = words
        self.mentions = mentions
        self.labels = labels
        let lexemes = passage.lexemes
        var start = index
        while start > 0, !lexemes[start].shape.contains(.sentenceStart) { start -= 1 }
        var end = index + 1
        while end < lexemes.count, !lexemes[end].shape.contains(.sentenceStart) { end += 1 }
        range = start..<end
        let last = end < lexemes.count ? Int(lexemes[end].start) : passage.span.end
        let span = ByteSpan(Int(lexemes[start].start), last)
        let first = mentions.partitioningIndex { $0.start >= span.start }
        inside = first..<max(first, mentions.partitioningIndex { $0.start >= span.end })
        let hasNames = inside.contains { labels[$0].isName }
        outline =
            hasNames
            ? OutlineBuilder(passage: passage, words: speech, mentions: mentions, labels: labels)
                .outline(of: span, quotations: [])
            : Outline(capacity: 0)
    }

    /// Whether a name stands in the sentence.
    var hasNames: Bool { !outline.elements.isEmpty }

    /// Whether it asks and states nothing.
    var isQuestion: Bool {
        let last =
            range.upperBound < passage.lexemes.count ? Int(passage.lexemes[range.upperBound].start) : passage.span.end
        return passage.bytes[Int(passage.lexemes[range.upperBound - 1].end)..<last].contains(UInt8(ascii: "?"))
    }

    /// The place in the outline of the piece that covers a lexeme.
    func place(ofLexeme index: Int) -> Int? {
        let start = Int(passage.lexemes[index].start)
        return outline.elements.firstIndex {
            ($0.kind == .word || $0.kind == .mention) && $0.span.start <= start && start < $0.span.end
        }
    }

    /// How the word at a place links.
    func link(_ place: Int) -> EventWords.Link {
        guard let element = outline.element(place), element.kind == .word else { return [] }
        return words.link(of: passage.lexemes[element.index].wordHash)
    }
}
