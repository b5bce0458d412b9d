package import GlaneurCore
package import GlaneurLexicon

/// Cuts a plain text into blocks, one a paragraph, and tells the article from the page furniture around it.
///
/// Text exports of news pages carry menus, captions, share rows, newsletter calls, links and comments. They are labelled,
/// never dropped. What furniture says stands in the word tables (class `furniture`); the rest is told by place and form.
package struct TextExportBlocks: Sendable {
    private let lexicon: Lexicon

    /// Makes the classifier over a lexicon.
    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Returns the blocks of a text; together they cover every line with anything but spaces on it.
    ///
    /// - Parameter title: the headline, where the source declares one.
    package func blocks(of text: [UInt8], title: String? = nil) -> [Block] {
        var lines = TextLine.lines(of: text, phrases: FurniturePhrases(lexicon: lexicon))
        // A single line is a passage, whatever it looks like.
        guard lines.count > 1 else {
            return lines.map { Block(span: $0.span, blockClass: .body, kind: .paragraph, reason: "layout:only-line") }
        }
        for index in lines.indices { lines[index].judgeWords(of: text) }
        let declared = title.map { EntityName.keyHash(Array($0.utf8), in: 0..<$0.utf8.count) }
        let layout = ExportLayout(lines, of: text) { line in
            TextExportBlocks.mayBeHeadline(line) && declared == EntityName.keyHash(text, in: line.span.range)
        }
        return classify(layout, text: text, declared: declared)
    }

    /// Only a line of the length of a headline can be one.
    private static func mayBeHeadline(_ line: TextLine) -> Bool { line.span.count <= 300 && line.lexemeCount > 0 }

    private func classify(_ layout: ExportLayout, text: [UInt8], declared: UInt64?) -> [Block] {
        let lines = layout.lines
        let headline = layout.headline.map { lines[$0] }
        let key = headline.map { EntityName.keyHash(text, in: $0.span.range) }
        let first = headline.map { text[$0.span.start] | 0x20 } ?? 0
        var hasBody = false
        var blocks: [Block] = []
        for (index, line) in lines.enumerated() {
            func add(_ blockClass: Block.Class, _ kind: Block.Kind, _ reason: String) {
                blocks.append(Block(span: line.span, blockClass: blockClass, kind: kind, reason: reason))
            }
            /// Whether the line says what the headline says; two letters of ASCII that differ begin two different keys.
            func repeatsHeadline() -> Bool {
                guard let key, index != layout.headline, TextExportBlocks.mayBeHeadline(line) else { return false }
                let start = text[line.span.start] | 0x20
                guard start == first || start &- 0x61 > 25 || first &- 0x61 > 25 else { return false }
                return EntityName.keyHash(text, in: line.span.range) == key
            }
            if let furniture = line.furniture, index != layout.headline {
                add(.boilerplate, furniture.kind, furniture.reason)
            } else if index == layout.headline {
                add(.title, .main, declared != nil && key == declared ? "metadata:title" : "layout:headline")
            } else if repeatsHeadline() {
                add(.boilerplate, .duplicateTitle, "text:repeats-headline")
            } else if isHeading(lines, at: index, hasBody: hasBody, text) {
                add(.title, .heading, "layout:between-paragraphs")
            } else {
                let kind = bodyKind(lines, at: index, isFirst: !hasBody && layout.headline.map { $0 < index } ?? false)
                add(.body, kind, kind == .standfirst ? "layout:above-byline" : "layout:article")
                hasBody = true
            }
        }
        return blocks
    }

    private func bodyKind(_ lines: [TextLine], at index: Int, isFirst: Bool) -> Block.Kind {
        let line = lines[index]
        if line.isListItem { return .list }
        // What stands between headline and byline sums the article up.
        if isFirst, index + 1 < lines.count, lines[index + 1].furniture?.kind == .byline { return .standfirst }
        let follows = index > 0 && lines[index - 1].endMark == UInt8(ascii: ":") && lines[index - 1].furniture == nil
        return follows && line.lexemeCount > 20 ? .blockquote : .paragraph
    }

    /// A short line without a full stop between running text.
    private func isHeading(_ lines: [TextLine], at index: Int, hasBody: Bool, _ text: [UInt8]) -> Bool {
        let line = lines[index]
        guard hasBody, line.lexemeCount <= 16, !line.isSentence, !line.isListItem,
            line.endMark != UInt8(ascii: ":"), line.endMark != UInt8(ascii: ","), !line.hasInnerStop(text)
        else { return false }
        let next = lines[(index + 1)...].first { $0.furniture == nil }
        let before = lines[..<index].last { $0.furniture == nil }
        return (next.map { $0.isRunningText || $0.isListItem } ?? false) && (before?.isRunningText ?? false)
    }
}
