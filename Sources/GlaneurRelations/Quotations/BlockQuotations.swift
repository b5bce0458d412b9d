import GlaneurCore
import GlaneurRecognizers

/// Finds blocks that are the words of somebody else without marks around them.
struct BlockQuotations {
    private let document: Document
    private let passages: [Passage]
    private let words: (Language) -> SpeechWords

    /// Whether the page itself says which blocks are quotations, and no guess from their looks.
    private var isMarkedUp: Bool { document.provenance.mediaType.hasSuffix("html") }

    /// The least words of a block that no first person shows to be somebody's own.
    private static let leastWords = 12

    /// Reads a document.
    init(document: Document, passages: [Passage], words: @escaping (Language) -> SpeechWords) {
        self.document = document
        self.passages = passages
        self.words = words
    }

    /// Whether a document has a block that may be one, at the cost of a look at the end of each.
    static func mayBe(in document: Document) -> Bool {
        document.blocks.contains {
            $0.kind == .blockquote || ($0.blockClass != .boilerplate && document.text[$0.span.range].last == 0x3A)
        }
    }

    /// The blocks that are quotations.
    func spans() -> [MarkedSpan] {
        var spans: [MarkedSpan] = []
        for block in document.blocks.indices where document.blocks[block].blockClass != .boilerplate {
            let span = document.view.viewSpan(of: document.blocks[block].span)
            if isMarkedUp, document.blocks[block].kind == .blockquote {
                // Blocks of one quotation follow one another.
                if let last = spans.last, last.lastBlock == block - 1,
                    document.blocks[last.lastBlock].kind == .blockquote
                {
                    spans[spans.count - 1].inside = ByteSpan(last.inside.start, span.end)
                    spans[spans.count - 1].outside = spans[spans.count - 1].inside
                    spans[spans.count - 1].lastBlock = block
                    continue
                }
            } else if !isIntroduced(block, span) {
                continue
            }
            guard !beginsWithMark(span) else { continue }
            spans.append(
                MarkedSpan(inside: span, outside: span, firstBlock: block, lastBlock: block, isBlock: true))
        }
        return spans
    }

    /// Whether the block in front ends with a colon and says that somebody writes, and this one is another voice.
    private func isIntroduced(_ block: Int, _ span: ByteSpan) -> Bool {
        guard block > 0, document.blocks[block].blockClass == .body,
            document.blocks[block].kind == .paragraph || document.blocks[block].kind == .blockquote,
            document.blocks[block - 1].blockClass != .boilerplate,
            document.blocks[block - 1].kind != .list
        else { return false }
        let before = document.view.viewSpan(of: document.blocks[block - 1].span)
        guard document.view.bytes[before.range].last == 0x3A else { return false }
        guard let introduction = passages.last(where: { $0.span.end == before.end }),
            let own = passages.first(where: { $0.span.start == span.start })
        else { return false }
        let words = words(introduction.language)
        var roles: SpeechRoles = []
        for lexeme in introduction.lexemes.reversed() {
            if lexeme.classes.contains(.speechVerb) { roles.insert(.verb) }
            if let entry = words.entry(of: lexeme.wordHash) { roles.formUnion(entry.roles) }
            if lexeme.shape.contains(.sentenceStart) { break }
        }
        guard !roles.isDisjoint(with: [.verb, .statement]) else { return false }
        var count = 0
        var isFirstPerson = false
        for lexeme in own.lexemes {
            count += 1
            if words.entry(of: lexeme.wordHash)?.roles.contains(.firstPerson) ?? false { isFirstPerson = true }
        }
        return isFirstPerson && count >= 4 || roles.contains(.writing) && count >= BlockQuotations.leastWords
    }

    private func beginsWithMark(_ span: ByteSpan) -> Bool {
        let beginning = span.start..<min(span.end, span.start + 8)
        return MarkScanner.marks(document.view.bytes, in: beginning).contains { $0.start <= span.start + 2 }
    }
}
