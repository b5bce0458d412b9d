import GlaneurCore

/// Writes the marks of a document into its blocks, one block after the other.
struct MarkedBlocks {
    private let document: Document
    private let options: DocumentView.Options
    private let mentions: [Mention]
    private let candidates: [Mention]
    private let showsTokens: Bool
    private let showsSentences: Bool
    // Each layer is in text order and read once.
    private var nextMention = 0
    private var nextToken = 0
    private var nextSentence = 0
    private var nextCandidate = 0

    init(document: Document, options: DocumentView.Options) {
        self.document = document
        self.options = options
        let isSegmented = document.layers.contains(.tokens)
        let showsSegments = options.stage == .segment
        showsTokens = isSegmented && (options.showsTokens || showsSegments)
        showsSentences = isSegmented && (options.showsSentences || showsSegments)
        mentions = document.mentions
        candidates = document.candidates.sorted { $0.span < $1.span }
    }

    /// Returns the candidates that begin in the block returned last, in text order.
    mutating func candidates(in block: Block) -> ArraySlice<Mention> {
        take(candidates, \.span, from: &nextCandidate, until: block.span.end)
    }

    /// Returns the text of the next block with its marks.
    mutating func next(_ block: Block) -> TerminalParagraph {
        let base = MarkedBlocks.style(of: block)
        let mentions = take(self.mentions, \.span, from: &nextMention, until: block.span.end)
        let tokenEnds = take(document.tokens, \.span, from: &nextToken, until: block.span.end).map(\.span.end)
        let sentences = take(document.sentences, \.span, from: &nextSentence, until: block.span.end)
        var marks: [Mark] = []
        for mention in mentions where !mention.span.isEmpty {
            marks.append(Mark(offset: mention.span.start, kind: .mentionStart, label: mention.label))
            marks.append(Mark(offset: min(mention.span.end, block.span.end), kind: .mentionEnd, label: mention.label))
        }
        // Nothing follows the last token that it would have to be told from.
        if showsTokens { marks += tokenEnds.dropLast().map { Mark(offset: $0, kind: .tokenEnd) } }
        if showsSentences { marks += sentences.map { Mark(offset: $0.span.start, kind: .sentenceStart) } }
        if options.stage == .segment {
            marks += sentences.map { Mark(offset: $0.span.end, kind: .sentenceEnd, ending: $0.ending) }
        }
        marks.sort { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }

        var paragraph = TerminalParagraph()
        var offset = block.span.start
        var style = base
        for mark in marks {
            let place = max(offset, mark.offset)
            paragraph.append(document.string(ByteSpan(offset, place)), style)
            offset = place
            style = write(mark, base: base, style: style, to: &paragraph)
        }
        paragraph.append(document.string(ByteSpan(offset, max(offset, block.span.end))), style)
        return paragraph
    }

    // MARK: Marks

    private struct Mark {
        /// What a mark is for; at one place they stand in this order.
        enum Kind: Int {
            case mentionEnd, tokenEnd, sentenceEnd, sentenceStart, mentionStart
        }

        var offset: Int
        var kind: Kind
        var label: Label?
        var ending: SentenceEnding?
    }

    /// Writes a mark and returns the style of the text behind it.
    private func write(
        _ mark: Mark, base: TerminalStyle, style: TerminalStyle, to paragraph: inout TerminalParagraph
    ) -> TerminalStyle {
        switch mark.kind {
        case .tokenEnd: paragraph.append("│", TerminalStyle(isDim: true))
        case .sentenceEnd:
            guard let ending = mark.ending else { return style }
            paragraph.append(" (\(ending.rawValue))", TerminalStyle(color: .cyan, isDim: true), isUnbroken: true)
        case .sentenceStart: paragraph.append("▸ ", TerminalStyle(color: .cyan, isBold: true), isUnbroken: true)
        case .mentionStart:
            guard let label = mark.label else { return style }
            if !options.usesColor { paragraph.append("[") }
            return base.combined(with: LabelFamily(label).style).combined(with: TerminalStyle(isUnderlined: true))
        case .mentionEnd:
            guard let label = mark.label else { return style }
            let closing = " \(label.rawValue)" + (options.usesColor ? "" : "]")
            let small = TerminalStyle(color: LabelFamily(label).style.color, isDim: true)
            paragraph.append(closing, small, isUnbroken: true)
            return base
        }
        return style
    }

    private static func style(of block: Block) -> TerminalStyle {
        switch block.blockClass {
        case .title: .bold
        case .body: block.kind == .heading ? .bold : .plain
        case .boilerplate: .dim
        }
    }

    private func take<Element>(
        _ layer: [Element], _ span: (Element) -> ByteSpan, from index: inout Int, until end: Int
    ) -> ArraySlice<Element> {
        let start = index
        while index < layer.count, span(layer[index]).start < end { index += 1 }
        return layer[start..<index]
    }
}
