import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds who holds which office where: `Tim Cook, PDG d’Apple`, `Apple CEO Tim Cook`.
struct PositionReader {
    private let passages: [Passage]
    /// The spans of the mentions of the document, in the view.
    private let mentions: [ByteSpan]
    private let labels: [Label]

    /// Reads the passages of a document.
    init(passages: [Passage], mentions: [ByteSpan], labels: [Label]) {
        self.passages = passages
        self.mentions = mentions
        self.labels = labels
    }

    /// The positions that the text states.
    func positions() -> [Event] {
        var events: [Event] = []
        guard labels.contains(.person) else { return events }
        for passage in passages {
            var first = mentions.partitioningIndex { $0.start >= passage.span.start }
            while first < mentions.count, mentions[first].start < passage.span.end {
                if labels[first] == .person, let event = position(of: first, in: passage) { events.append(event) }
                first += 1
            }
        }
        return events
    }

    private func position(of person: Int, in passage: Passage) -> Event? {
        let name = passage.lexemes(of: mentions[person])
        guard !name.isEmpty else { return nil }
        return behind(name, person, passage) ?? inFront(name, person, passage)
    }

    /// `Tim Cook, PDG d’Apple`; `Tim Cook est le PDG d’Apple`; `Tim Cook, Apple’s chief executive`.
    private func behind(_ name: Range<Int>, _ person: Int, _ passage: Passage) -> Event? {
        var index = name.upperBound
        guard let next = passage.lexeme(index) else { return nil }
        if next.gap == .comma {
        } else if next.gap == .space, passage.lexicon.hasValue(next.words, .stop, "aux"), next.count <= 4 {
            index += 1
            // `fut lui-même cofondateur`, `is now the head`
            while index < name.upperBound + 4, passage.belongs(index, .stop), !passage.belongs(index, .stop, as: "det"),
                !passage.belongs(index, .stop, as: "prep")
            {
                index += 1
            }
        } else {
            return nil
        }
        while passage.belongs(index, .stop, as: "det"), index < name.upperBound + 3 { index += 1 }
        if let body = mention(at: index, passage), isBody(body) {
            var role = passage.lexemes(of: mentions[body]).upperBound
            if isPossessive(role, passage) { role += 1 }
            guard let title = title(at: role, passage) else { return nil }
            return event(person, passage.span(title.start..<title.end), body, passage)
        }
        guard let title = title(at: index, passage), let body = body(behind: title.end, passage) else { return nil }
        return event(person, passage.span(title.start..<title.end), body, passage)
    }

    /// `Apple CEO Tim Cook`, `le PDG d’Apple Tim Cook`, `le PDG d’Apple, Tim Cook,`.
    private func inFront(_ name: Range<Int>, _ person: Int, _ passage: Passage) -> Event? {
        if let title = passage.phrase(endingBefore: name.lowerBound, .title), isOffice(title, passage) {
            var end = title.start
            if isPossessive(end - 1, passage) { end -= 1 }
            guard let body = mention(endingAt: end, passage), isBody(body) else { return nil }
            return event(person, passage.span(title.start..<title.end), body, passage)
        }
        guard let first = passage.lexeme(name.lowerBound), first.gap == .space || first.gap == .comma,
            let body = mention(endingAt: name.lowerBound, passage), isBody(body)
        else { return nil }
        var index = passage.lexemes(of: mentions[body]).lowerBound - 1
        while index > 0, passage.belongs(index, .stop, as: "det") { index -= 1 }
        guard isLink(index, passage), let title = passage.phrase(endingBefore: index, .title),
            isOffice(title, passage)
        else { return nil }
        return event(person, passage.span(title.start..<title.end), body, passage)
    }

    // MARK: Pieces

    private func title(at index: Int, _ passage: Passage) -> WordPhrase? {
        guard let title = passage.phrase(at: index, .title), isOffice(title, passage) else { return nil }
        return title
    }

    /// Whether a title is more than a form of address: `M.`, `Mme`, `Sir`.
    private func isOffice(_ title: WordPhrase, _ passage: Passage) -> Bool {
        let span = passage.span(title.start..<title.end)
        return span.count > 4 || passage.lexemes[title.start].shape.isAllCapitals && span.count >= 3
    }

    /// The body behind the words of an office: `de l’ingénierie chez Tesla`, `of Apple`.
    private func body(behind end: Int, _ passage: Passage) -> Int? {
        var index = end
        while index < end + 8, let lexeme = passage.lexeme(index), lexeme.gap != .comma, lexeme.gap != .other,
            lexeme.gap != .newline, !lexeme.shape.contains(.sentenceStart)
        {
            if let mention = mention(at: index, passage) {
                // A place is meant only where it stands right behind the office: `maire de Lyon`, not `déléguée à la culture de Lyon`.
                guard isBody(mention), labels[mention] == .organization || index <= end + 2 else { return nil }
                var left = index - 1
                while left >= end,
                    passage.belongs(left, .stop, as: "det") || passage.belongs(left, .organizationHead)
                        || passage.belongs(left, .organizationCue) && !passage.belongs(left, .stop)
                {
                    left -= 1
                }
                return isLink(left, passage) ? mention : nil
            }
            index += 1
        }
        return nil
    }

    private func isLink(_ index: Int, _ passage: Passage) -> Bool {
        passage.belongs(index, .stop, as: "prep") || passage.belongs(index, .of) || passage.belongs(index, .elision)
    }

    private func isPossessive(_ index: Int, _ passage: Passage) -> Bool {
        guard let lexeme = passage.lexeme(index) else { return false }
        return lexeme.gap == .apostrophe && lexeme.count == 1
    }

    private func isBody(_ mention: Int) -> Bool {
        labels[mention] == .organization || labels[mention] == .location
    }

    private func mention(at index: Int, _ passage: Passage) -> Int? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        let place = mentions.partitioningIndex { $0.start >= Int(lexeme.start) }
        return place < mentions.count && mentions[place].start == Int(lexeme.start) ? place : nil
    }

    private func mention(endingAt index: Int, _ passage: Passage) -> Int? {
        guard let lexeme = passage.lexeme(index - 1) else { return nil }
        let place = mentions.partitioningIndex { $0.end >= Int(lexeme.end) }
        guard place < mentions.count, mentions[place].end == Int(lexeme.end) else { return nil }
        return place
    }

    private func event(_ person: Int, _ role: ByteSpan, _ body: Int, _ passage: Passage) -> Event {
        let language = passage.language == .french ? "fr" : "en"
        let arguments = [
            Event.Argument(role: "person", span: mentions[person], mention: person),
            Event.Argument(role: "role", span: role),
            Event.Argument(role: "org", span: mentions[body], mention: body),
        ]
        return Event(
            type: "position", trigger: role, arguments: arguments.sorted { $0.span < $1.span }, score: 0.9,
            maker: "rule:\(language).event.position")
    }
}
