public import GlaneurCore

/// What holds of every document after any stage, whatever its text.
public enum StageLaws {
    /// Returns what a document breaks, one line for each broken law; nothing for a sound one.
    public static func violations(in document: Document) -> [String] {
        var checker = LawChecker(document: document)
        checker.checkText()
        checker.checkBlocks()
        checker.checkTokens()
        checker.checkSentences()
        checker.checkMentions()
        checker.checkRelations()
        return checker.violations
    }
}

private struct LawChecker {
    let document: Document
    private(set) var violations: [String] = []

    init(document: Document) { self.document = document }

    private mutating func expect(_ holds: Bool, _ law: @autoclosure () -> String) {
        if !holds { violations.append(law()) }
    }

    mutating func checkText() {
        expect(String(validating: document.text, as: UTF8.self) != nil, "the text is valid UTF-8")
        guard document.layers.contains(.view) else { return }
        let view = document.view
        expect(String(validating: view.bytes, as: UTF8.self) != nil, "the view is valid UTF-8")
        if let alignment = view.alignment {
            expect(alignment.outputCount == view.bytes.count, "the alignment covers the view")
            let whole = view.textSpan(of: ByteSpan(0, view.bytes.count))
            expect(view.bytes.isEmpty || whole == ByteSpan(0, document.text.count), "the view stands on the whole text")
        } else {
            expect(view.bytes == document.text, "a view without alignment is the text")
        }
    }

    mutating func checkBlocks() {
        expectOrder(document.blocks.map(\.span), "blocks")
    }

    mutating func checkSentences() {
        let spans = document.sentences.map(\.span)
        expectOrder(spans, "sentences")
        for span in spans { expect(isInOneBlock(span), "sentence \(span) lies in one block") }
        var index = 0
        for token in document.tokens {
            while index < spans.count, spans[index].end <= token.span.start { index += 1 }
            expect(index < spans.count && spans[index].contains(token.span), "token \(token.span) lies in a sentence")
        }
    }

    mutating func checkTokens() {
        let spans = document.tokens.map(\.span)
        expectOrder(spans, "tokens")
        for span in spans { expect(isInOneBlock(span), "token \(span) lies in one block") }
        if document.layers.contains(.tokens) {
            for block in document.blocks { checkGaps(in: block.span, tokens: spans.filter { block.span.contains($0) }) }
        }
        var last = -1
        for multiword in document.multiwordTokens {
            expect(
                multiword.token > last && multiword.token < spans.count, "multi-word token \(multiword.token) in order")
            expect(
                multiword.forms.count > 1 && multiword.forms.allSatisfy { !$0.isEmpty }, "\(multiword.forms) are words")
            last = multiword.token
        }
    }

    /// Tokens and gaps rebuild the block, and gaps hold nothing but what nobody sees.
    private mutating func checkGaps(in block: ByteSpan, tokens: [ByteSpan]) {
        var rebuilt: [UInt8] = []
        var start = block.start
        for token in tokens + [ByteSpan(block.end, block.end)] {
            guard token.start >= start else { continue }
            let gap = document.text[start..<token.start]
            for scalar in String(decoding: gap, as: UTF8.self).unicodeScalars {
                let kind = ScalarClass.of(scalar.value)
                expect(
                    [.space, .newline, .control, .invisible].contains(kind),
                    "U+\(String(scalar.value, radix: 16)) at \(start) is in a token")
            }
            rebuilt += gap + document.text[token.range]
            start = token.end
        }
        expect(rebuilt == Array(document.text[block.range]), "tokens and gaps rebuild block \(block)")
    }

    mutating func checkMentions() {
        for candidate in document.candidates {
            expectSound(candidate.span, "candidate \(candidate.label) by \(candidate.maker)")
            expect(isInOneBlock(candidate.span), "candidate \(candidate.span) lies in one block")
            expect((0...1).contains(candidate.score ?? 1), "the score \(candidate.score ?? 0) is between 0 and 1")
        }
        expectOrder(document.mentions.map(\.span), "mentions")
        for mention in document.mentions {
            expect(isInOneBlock(mention.span), "mention \(mention.span) lies in one block")
            expect(
                mention.label.isName == (mention.entityID != nil), "\(mention.label) at \(mention.span) has an entity")
            let raw = document.origin.rawSpan(of: mention.span)
            expect(raw.end <= document.provenance.bytes.count, "mention \(mention.span) stands on bytes of the file")
        }
    }

    mutating func checkRelations() {
        let mentions = document.mentions
        var last = 0
        for quotation in document.quotations {
            expectSound(quotation.span, "quotation")
            expect(quotation.span.start >= last, "quotation \(quotation.span) starts behind \(last)")
            last = quotation.span.start
            if let cue = quotation.cue { expectSound(cue, "cue") }
            guard let speaker = quotation.speaker else { continue }
            expect(mentions.indices.contains(speaker), "speaker \(speaker) is a mention")
        }
        for event in document.events {
            expectSound(event.trigger, "trigger")
            expect(!event.arguments.isEmpty, "\(event.type) at \(event.trigger) has arguments")
            for argument in event.arguments {
                expectSound(argument.span, "argument \(argument.role)")
                guard let mention = argument.mention else { continue }
                expect(
                    mentions.indices.contains(mention) && mentions[mention].span == argument.span,
                    "argument \(argument.role) at \(argument.span) is mention \(mention)")
            }
        }
    }

    // MARK: Spans

    private mutating func expectOrder(_ spans: [ByteSpan], _ what: String) {
        var end = 0
        for span in spans {
            expectSound(span, what)
            expect(span.start >= end, "\(what) \(span) starts behind \(end)")
            end = span.end
        }
    }

    /// A span holds something, lies in the text and cuts no character.
    private mutating func expectSound(_ span: ByteSpan, _ what: String) {
        let text = document.text
        func isBorder(_ offset: Int) -> Bool { offset >= text.count || text[offset] & 0xC0 != 0x80 }
        expect(!span.isEmpty && span.end <= text.count, "\(what) \(span) lies in the text")
        expect(isBorder(span.start) && isBorder(span.end), "\(what) \(span) cuts no character")
    }

    private func isInOneBlock(_ span: ByteSpan) -> Bool { document.block(at: span)?.span.contains(span) ?? false }
}
