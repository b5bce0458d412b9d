import GlaneurCore

/// Tells furniture by where it stands: above the headline, around the byline, at a picture, below a heading of links, below the
/// article.
///
/// Short lines are an article's as often as a page's. They are taken for furniture only beside something whose words say so.
struct ExportLayout {
    /// The lines, judged by their words.
    private(set) var lines: [TextLine]
    /// The index of the headline, where there is one.
    private(set) var headline: Int?
    /// The lines from the first paragraph of the article to the last.
    private var article: ClosedRange<Int>?
    /// Whether the words of a line say that this is the text of a page.
    private let isExport: Bool
    private let text: [UInt8]

    /// Judges all lines.
    ///
    /// - Parameter isDeclaredTitle: whether a line is the headline that the source declares.
    init(_ lines: [TextLine], of text: [UInt8], isDeclaredTitle: (TextLine) -> Bool) {
        self.lines = lines
        self.text = text
        isExport = lines.contains { $0.furniture != nil && $0.furniture?.kind != .residue && !$0.isAddress }
        joinRows()
        openComments()
        article = articleLines()
        settleDoubts()
        headline = headlineIndex(isDeclaredTitle)
        judgeAboveHeadline()
        judgeBelowHeadline()
        judgePictures()
        judgeSections()
        judgeTail()
    }

    /// Whether a line is no furniture.
    private func isFree(_ index: Int) -> Bool {
        lines.indices.contains(index) && lines[index].furniture == nil
    }

    private func isKind(_ index: Int, _ kinds: Block.Kind...) -> Bool {
        guard lines.indices.contains(index), let kind = lines[index].furniture?.kind else { return false }
        return kinds.contains(kind)
    }

    private mutating func judge(_ index: Int, _ kind: Block.Kind, _ reason: String) {
        lines[index].furniture = TextLine.Furniture(kind: kind, reason: reason)
    }

    /// Names of networks stand in a row, or one below the other.
    private mutating func joinRows() {
        func isRow(_ line: TextLine) -> Bool {
            line.lexemeCount > 0 && line.phrases.reduce(0) { $0 + $1.count } == line.lexemeCount
                && line.phrases.allSatisfy { $0.kind == .share }
        }
        for index in lines.indices where isFree(index) && isRow(lines[index]) && lines[index].phrases.count > 1 {
            judge(index, .share, "layout:share-row")
        }
        for index in lines.indices where isFree(index) && isRow(lines[index]) && isKind(index - 1, .share) {
            judge(index, .share, "layout:share-row")
        }
        for index in lines.indices.reversed() where isFree(index) && isRow(lines[index]) && isKind(index + 1, .share) {
            judge(index, .share, "layout:share-row")
        }
    }

    /// What readers wrote is the page's, as long as it looks like what readers write: names, hours, answers between.
    private mutating func openComments() {
        guard let first = lines.firstIndex(where: { $0.furniture == nil && $0.isRunningText }),
            let opening = lines.indices.first(where: { index in
                index > first && isKind(index, .comments)
                    && lines[index].phrases.contains { $0.use == .opens && $0.count + 3 >= lines[index].lexemeCount }
            })
        else { return }
        let below = lines.indices[(opening + 1)...]
        let short = below.count { lines[$0].furniture?.kind == .comments || !lines[$0].isRunningText }
        guard short * 3 >= below.count else { return }
        for index in below where lines[index].furniture == nil { judge(index, .comments, "layout:below-comments") }
    }

    private func articleLines() -> ClosedRange<Int>? {
        func isProse(_ line: TextLine) -> Bool {
            line.furniture == nil && line.doubtfulFurniture == nil && line.isRunningText
        }
        // A call that ends with a colon has links below it, not the end of an article.
        func isEnd(_ line: TextLine) -> Bool { isProse(line) && line.endMark != UInt8(ascii: ":") }
        guard let first = lines.firstIndex(where: isProse) else { return nil }
        var last = max(first, lines.lastIndex(where: isEnd) ?? first)
        // A sentence that follows at once belongs to the article, whatever it begins with.
        while last + 1 < lines.count, isFree(last + 1), lines[last + 1].lexemeCount > 12, lines[last + 1].isSentence,
            !lines[last + 1].addressesReader
        {
            last += 1
        }
        return first...last
    }

    private mutating func settleDoubts() {
        guard let article else { return }
        let upperEnd = upperEnd
        for index in lines.indices where isFree(index) {
            guard let doubtful = lines[index].doubtfulFurniture else { continue }
            if doubtful.kind == .byline {
                // Names stand near the headline or at the end.
                let isAtEdge = index <= upperEnd || index > article.upperBound
                if isAtEdge, index > 0 { lines[index].furniture = doubtful }
            } else if !article.contains(index) {
                lines[index].furniture = doubtful
            }
        }
    }

    /// The last line that may still stand above the article's text: a standfirst has byline and picture below it.
    private var upperEnd: Int {
        guard let article else { return 0 }
        var seen = 0
        for index in article where isFree(index) && lines[index].isRunningText {
            seen += 1
            if seen == 2 { return index }
        }
        return article.upperBound
    }

    // MARK: Above and below the headline

    private func headlineIndex(_ isDeclaredTitle: (TextLine) -> Bool) -> Int? {
        guard let article else { return lines.firstIndex { $0.furniture == nil && isDeclaredTitle($0) } }
        let above = lines.indices.filter {
            $0 <= article.lowerBound && isFree($0) && lines[$0].doubtfulFurniture == nil && !lines[$0].isDate
                && !isTrail(lines[$0])
        }
        if let declared = above.first(where: { isDeclaredTitle(lines[$0]) }) { return declared }
        let fitting = above.filter { isHeadline($0) }
        func isOpen(_ index: Int) -> Bool { lines[index].endMark == UInt8(ascii: ":") }
        // Exports have words of a menu above the headline.
        let long = isExport ? fitting.first { lines[$0].lexemeCount >= 4 && !isOpen($0) } : nil
        return long ?? fitting.first { lines[$0].lexemeCount >= 3 && !isOpen($0) } ?? fitting.last
    }

    /// A line of the length of a headline, without a full stop, with running text below.
    private func isHeadline(_ index: Int) -> Bool {
        let line = lines[index]
        // "Dojo s’arrête. Et après ?" is one, several longer sentences are a message.
        guard line.lexemeCount > 0, line.lexemeCount <= 40, !line.isSentence,
            line.lexemeCount <= 8 || !line.hasInnerStop(text)
        else { return false }
        return article.map { index < $0.upperBound } ?? false
    }

    /// "Accueil > Sciences > Espace".
    private func isTrail(_ line: TextLine) -> Bool {
        guard line.lexemeCount <= 12, line.endMark == nil else { return false }
        let bytes = text[line.span.range]
        let steps = bytes.indices.dropFirst().dropLast().count {
            let isStep = bytes[$0] == UInt8(ascii: ">") || bytes[$0] == UInt8(ascii: "/")
            return isStep && bytes[$0 - 1] == 0x20 && bytes[$0 + 1] == 0x20
        }
        let arrows = zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).count {
            $0.0 == 0xE2 && $0.1.0 == 0x80 && $0.1.1 == 0xBA
        }
        return steps + arrows >= 2
    }

    private mutating func judgeAboveHeadline() {
        guard let headline else { return }
        for index in 0..<headline where isFree(index) {
            if lines[index].isDate {
                judge(index, .byline, "layout:date")
            } else if isTrail(lines[index]) {
                judge(index, .navigation, "layout:trail")
            } else if lines[index].lexemeCount <= (isExport ? 3 : 2), lines[index].endMark == nil {
                judge(index, .navigation, "layout:above-headline")
            }
        }
        // "Subscribe" between the words of a menu is one of them.
        for index in 0..<headline where isKind(index, .promo, .paywall) && lines[index].lexemeCount <= 2 {
            guard isKind(index - 1, .navigation) || isKind(index + 1, .navigation) else { continue }
            judge(index, .navigation, "layout:above-headline")
        }
    }

    private mutating func judgeBelowHeadline() {
        guard let headline else { return }
        let end = min(upperEnd, lines.count - 1)
        guard headline < end else { return }
        for index in (headline + 1)...end where isFree(index) && lines[index].isDate {
            judge(index, .byline, "layout:date")
        }
        // "Antoine Sauvère" beside a date or a byline.
        for index in (headline + 1)...end where isFree(index) && isBareName(lines[index]) {
            guard isKind(index - 1, .byline, .sourceLine) || isKind(index + 1, .byline, .sourceLine) else { continue }
            judge(index, .byline, "layout:beside-byline")
        }
    }

    private func isBareName(_ line: TextLine) -> Bool {
        line.endMark == nil && (2...5).contains(line.lexemeCount) && line.capitalCount == line.lexemeCount
    }

    // MARK: Pictures

    private mutating func judgePictures() {
        for index in lines.indices where isFree(index) && index != headline {
            let line = lines[index]
            if line.hasSignature, line.lexemeCount <= 40, !line.hasSpeechVerb {
                judge(index, .caption, "form:signature")
            } else if isKind(index - 1, .caption), isShortLabel(line) {
                judge(index, .credit, "layout:below-caption")
            } else if isKind(index + 1, .caption, .credit), isCaptionLike(line, joined: line.isJoinedToNext) {
                judge(index, .caption, "layout:above-\(lines[index + 1].furniture?.kind.rawValue ?? "")")
            } else if isKind(index - 1, .caption), isWholePhrase(index - 1), line.lexemeCount <= 20 {
                // "Agrandir", and below it what the picture shows.
                judge(index, .caption, "layout:below-caption")
            }
        }
        // An agency alone below a caption signs the picture.
        for index in lines.indices
        where isKind(index, .sourceLine) && isKind(index - 1, .caption) && isWholePhrase(index) {
            judge(index, .credit, "layout:below-caption")
        }
    }

    private func isShortLabel(_ line: TextLine) -> Bool { line.lexemeCount <= 5 && line.endMark == nil }

    /// A short line that a picture's credit follows at once.
    private func isCaptionLike(_ line: TextLine, joined: Bool) -> Bool {
        joined && (line.lexemeCount <= 10 || isShortLabel(line)) && !line.hasSpeechVerb
            && line.endMark != UInt8(ascii: ":")
            && line.endMark != UInt8(ascii: "?")
    }

    private func isWholePhrase(_ index: Int) -> Bool {
        lines[index].phrases.first.map { $0.count == lines[index].lexemeCount } ?? false
    }

    // MARK: Below headings of furniture, and below the article

    private mutating func judgeSections() {
        var open: (kind: Block.Kind, count: Int)?
        for index in lines.indices {
            if let kind = lines[index].furniture?.kind {
                let opens = lines[index].phrases.contains { phrase in
                    phrase.use == .opens && phrase.kind == kind && phrase.count + 1 >= lines[index].lexemeCount
                }
                // What belongs to a section may be furniture by its words too, and does not end it.
                if opens { open = (kind, 0) }
                // "Personal data: what the new rules change" among links is one of them.
                if let section = open, kind == .disclosure, lines[index].coverage < 0.6, !lines[index].isSentence {
                    judge(index, section.kind, "layout:below-\(section.kind.rawValue)")
                } else if open?.kind != kind {
                    open = nil
                }
                continue
            }
            guard let section = open, let article else { continue }
            let line = lines[index]
            let isBelow = index > article.upperBound
            let isItem: Bool =
                switch section.kind {
                case .byline: section.count == 0 && line.lexemeCount <= 60
                case .advertisement: isBelow && line.lexemeCount <= 20
                default: line.lexemeCount <= 20 && !line.isSentence && !line.isListItem && section.count < 12
                }
            // Inside the article a section is short, and a heading of the article may stand behind it.
            guard index > article.lowerBound, isItem, isBelow || section.count < 5, index != headline else {
                open = nil
                continue
            }
            judge(index, section.kind, "layout:below-\(section.kind.rawValue)")
            open = (section.kind, section.count + 1)
        }
    }

    private mutating func judgeTail() {
        let start = (article?.upperBound ?? 0) + 1
        guard start < lines.count else { return }
        // From the end upward, a call that ends with a colon has links below it, and single words are of a menu.
        for index in lines.indices.reversed() where index >= start && isFree(index) {
            if isExport || isKind(index + 1, .relatedLinks), lines[index].endMark == UInt8(ascii: ":"),
                index + 1 < lines.count
            {
                judge(index, .relatedLinks, "layout:below-article")
            } else if isExport, lines[index].lexemeCount <= 2, lines[index].endMark == nil, !lines[index].isListItem,
                index > 1
            {
                judge(index, .navigation, "layout:below-article")
            } else if isExport, lines[index].isDate {
                judge(index, .byline, "layout:date")
            } else if isExport, !lines[index].isSentence, lines[index].lexemeCount <= 20, !lines[index].isListItem,
                isKind(index - 1, .relatedLinks, .advertisement)
            {
                judge(index, lines[index - 1].furniture?.kind ?? .relatedLinks, "layout:below-article")
            } else {
                break
            }
        }
    }
}
