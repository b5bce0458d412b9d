package import GlaneurCore
package import GlaneurLexicon

/// Cuts a plain text into blocks, one a paragraph, and tells the article from the page furniture around it.
///
/// Text exports of news pages carry captions, newsletter calls, navigation words and a second headline. They are labelled,
/// never dropped. What counts as furniture stands in the word tables (class `furniture`); the rest is told by place and form.
package struct TextExportBlocks: Sendable {
    private let lexicon: Lexicon

    /// Makes the classifier over a lexicon.
    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Returns the blocks of a text; together they cover every line with anything but spaces on it.
    ///
    /// - Parameter title: the headline, where the source declares one.
    package func blocks(of text: [UInt8], title: String? = nil) -> [Block] {
        var lines = TextLine.lines(of: text, lexicon: lexicon)
        // A single line is a passage, whatever it looks like.
        guard lines.count > 1 else {
            return lines.map { Block(span: $0.span, blockClass: .body, kind: .paragraph) }
        }
        for index in lines.indices { lines[index].furniture = ownFurniture(lines[index]) }
        markPlaces(&lines)
        return classify(lines, text: text, title: title)
    }

    // MARK: What a line says of itself

    private func ownFurniture(_ line: TextLine) -> Block.Kind? {
        if line.lexemeCount == 0 { return .residue }
        if line.isAddress { return .relatedLinks }
        guard line.lexemeCount <= TextLine.longestFurniture else { return nil }
        if let kind = line.furnitureAtStart { return kind }
        if line.hasCopyrightSign, line.lexemeCount <= 60 { return .caption }
        // A phrase in the middle makes a short line furniture; two make a longer one.
        if let kind = line.furnitureInside, line.lexemeCount <= 12 || line.furnitureCount >= 2 { return kind }
        return nil
    }

    // MARK: What its place says

    private func markPlaces(_ lines: inout [TextLine]) {
        // Words of a menu above the headline.
        var index = 0
        while index + 1 < lines.count,
            lines[index].furniture != nil || isMenuWord(lines[index], before: lines[index + 1])
        {
            if lines[index].furniture == nil { lines[index].furniture = .navigation }
            index += 1
        }
        for index in lines.indices.dropFirst() where lines[index].furniture == nil && isShortLabel(lines[index]) {
            let before = lines[index - 1].furniture
            if before == .caption {
                lines[index].furniture = .credit
            } else if index + 1 < lines.count, lines[index + 1].furniture == .caption, lines[index].isJoinedToNext {
                lines[index].furniture = .caption
            }
        }
        // From the end upward: what follows the article.
        for index in lines.indices.reversed() where lines[index].furniture == nil {
            let isAfterArticle = index + 1 == lines.count || lines[(index + 1)...].allSatisfy { $0.furniture != nil }
            guard isAfterArticle else { break }
            if lines[index].endMark == UInt8(ascii: ":"), index + 1 < lines.count {
                lines[index].furniture = .relatedLinks
            } else if isMenuWord(lines[index], before: nil), index > 1 {
                lines[index].furniture = .navigation
            } else {
                break
            }
        }
    }

    /// One or two words without an end mark, in front of something longer or at the very end.
    private func isMenuWord(_ line: TextLine, before next: TextLine?) -> Bool {
        guard line.lexemeCount <= 2, line.endMark == nil else { return false }
        return next.map { $0.lexemeCount > line.lexemeCount } ?? true
    }

    private func isShortLabel(_ line: TextLine) -> Bool { line.lexemeCount <= 5 && line.endMark == nil }

    // MARK: Titles and body

    private func classify(_ lines: [TextLine], text: [UInt8], title: String?) -> [Block] {
        let declared = title.map { EntityName.keyHash(Array($0.utf8), in: 0..<$0.utf8.count) }
        var headline: (key: UInt64, first: UInt8)?
        var hasBody = false
        var blocks: [Block] = []
        for (index, line) in lines.enumerated() {
            func add(_ blockClass: Block.Class, _ kind: Block.Kind) {
                blocks.append(Block(span: line.span, blockClass: blockClass, kind: kind))
            }
            if let kind = line.furniture {
                add(.boilerplate, kind)
                continue
            }
            // Only a line of the length of a headline can be one.
            let mayBeHeadline = line.span.count <= 300 && line.lexemeCount > 0
            func key() -> UInt64 { mayBeHeadline ? EntityName.keyHash(text, in: line.span.range) : 0 }
            let first = text[line.span.start] | 0x20
            // Two letters of ASCII that differ begin two different keys.
            func mayBegin(like other: UInt8) -> Bool { first == other || first &- 0x61 > 25 || other &- 0x61 > 25 }
            if let headline, mayBeHeadline, mayBegin(like: headline.first), key() == headline.key {
                add(.boilerplate, .duplicateTitle)
            } else if headline == nil, !hasBody,
                declared != nil && mayBeHeadline && key() == declared || isHeadline(lines, at: index, text)
            {
                headline = (key(), first)
                add(.title, .main)
            } else if isHeading(lines, at: index, hasBody: hasBody, text) {
                add(.title, .heading)
            } else {
                let follows =
                    index > 0 && lines[index - 1].endMark == UInt8(ascii: ":") && lines[index - 1].furniture == nil
                let kind: Block.Kind =
                    line.isListItem ? .list : follows && line.lexemeCount > 20 ? .blockquote : .paragraph
                add(.body, kind)
                hasBody = true
            }
        }
        return blocks
    }

    /// A first line of the length of a headline, without a full stop, with running text below.
    private func isHeadline(_ lines: [TextLine], at index: Int, _ text: [UInt8]) -> Bool {
        let line = lines[index]
        // "Dojo s’arrête. Et après ?" is one, several longer sentences are a message.
        guard line.lexemeCount <= 40, !line.isSentence, line.lexemeCount <= 8 || !line.hasInnerStop(text) else {
            return false
        }
        return lines[(index + 1)...].contains { $0.furniture == nil && $0.isRunningText }
    }

    /// A short line without a full stop between running text.
    private func isHeading(_ lines: [TextLine], at index: Int, hasBody: Bool, _ text: [UInt8]) -> Bool {
        let line = lines[index]
        guard hasBody, line.lexemeCount <= 16, !line.isSentence, !line.isListItem,
            line.endMark != UInt8(ascii: ":"), line.endMark != UInt8(ascii: ","), !line.hasInnerStop(text)
        else { return false }
        let next = lines[(index + 1)...].first { $0.furniture == nil }
        let before = lines[..<index].last { $0.furniture == nil }
        return (next?.isRunningText ?? false) && (before?.isRunningText ?? false)
    }
}
