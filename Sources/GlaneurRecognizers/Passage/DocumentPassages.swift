package import GlaneurCore
package import GlaneurLexicon

/// Cuts a document into passages: its blocks, the long ones in pieces that end with a sentence.
package struct DocumentPassages {
    private let lexicon: Lexicon

    /// The bytes after which a passage ends with its sentence: the lexemes of 16 KiB fill 150 KiB, and stay in the cache.
    private static let size = 16 << 10

    /// Makes passages that ask a lexicon.
    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The bytes of text whose passages are held at once: what one part of a very long document says of another is not known.
    private static let groupSize = 128 << 10

    /// Calls `body` with the passages of a document that has tokens, in order: all of them, unless it is very long.
    package func forEachGroup(of document: Document, _ body: ([Passage]) -> Void) {
        var group: [Passage] = []
        var size = 0
        forEach(of: document) { passage in
            group.append(passage)
            size += passage.span.count
            guard size >= DocumentPassages.groupSize else { return }
            body(group)
            group = []
            size = 0
        }
        if !group.isEmpty { body(group) }
    }

    /// All passages of a document that has tokens, in order: those that recognizers read, where they still are there.
    ///
    /// They are taken out of the document, which lets their memory go with them.
    package func takeAll(of document: inout Document) -> [Passage] {
        let known = document.workings.passages as? [Passage]
        document.workings.passages = nil
        if let known, known.first.map({ $0.lexicon === lexicon }) ?? true { return known }
        var passages: [Passage] = []
        forEachGroup(of: document) { passages += $0 }
        return passages
    }

    /// Calls `body` with each passage of a document that has tokens, in order.
    private func forEach(of document: Document, _ body: (Passage) -> Void) {
        let view = document.view
        var opaque: [ByteSpan] = []
        var points: [Int] = []
        for token in document.tokens {
            switch token.kind {
            case .url, .email, .handle, .hashtag: opaque.append(view.viewSpan(of: token.span))
            case .word where token.span.count > 1 && document.text[token.span.end - 1] == 0x2E:
                points.append(view.viewSpan(of: token.span).end - 1)
            default: break
            }
        }
        let starts = document.sentences.map { view.viewSpan(of: $0.span).start }
        var firstStart = 0
        var firstOpaque = 0
        var firstPoint = 0
        let anchor = document.metadata.published.flatMap { TimeAnchor(rfc3339: $0) }
        for block in document.blocks {
            let span = view.viewSpan(of: block.span)
            while firstStart < starts.count, starts[firstStart] < span.start { firstStart += 1 }
            while firstOpaque < opaque.count, opaque[firstOpaque].end <= span.start { firstOpaque += 1 }
            var start = span.start
            while start < span.end {
                var end = span.end
                var lastStart = firstStart
                while lastStart < starts.count, starts[lastStart] < end {
                    // A long block is read in pieces that end with a sentence, so that its lexemes stay few.
                    if starts[lastStart] - start > DocumentPassages.size {
                        end = starts[lastStart]
                        break
                    }
                    lastStart += 1
                }
                var lastOpaque = firstOpaque
                while lastOpaque < opaque.count, opaque[lastOpaque].start < end { lastOpaque += 1 }
                while firstPoint < points.count, points[firstPoint] < start { firstPoint += 1 }
                var lastPoint = firstPoint
                while lastPoint < points.count, points[lastPoint] < end { lastPoint += 1 }
                body(
                    Passage(
                        lexicon: lexicon, language: document.analysisLanguage(of: block), bytes: view.bytes,
                        span: ByteSpan(start, end), sentenceStarts: starts[firstStart..<lastStart],
                        opaque: opaque[firstOpaque..<lastOpaque], points: points[firstPoint..<lastPoint],
                        anchor: anchor))
                start = end
                firstStart = lastStart
                firstOpaque = lastOpaque
                firstPoint = lastPoint
            }
        }
    }
}
