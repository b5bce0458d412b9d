import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Makes the outline of a passage or of a quotation with others in it.
struct OutlineBuilder {
    private let passage: Passage
    private let words: SpeechWords
    /// The spans of the mentions of the document in the view.
    private let mentions: [ByteSpan]
    private let labels: [Label]

    /// Reads one passage.
    ///
    /// - Parameter mentions: the spans of the mentions of the document, in the view.
    init(passage: Passage, words: SpeechWords, mentions: [ByteSpan], labels: [Label]) {
        self.passage = passage
        self.words = words
        self.mentions = mentions
        self.labels = labels
    }

    /// The outline of a stretch of the passage.
    ///
    /// - Parameters:
    ///   - quotations: the quotations of the stretch that lie in no other one of it, in order: index and span with marks.
    ///   - near: whether of the sentences that no attribution reaches only the stops between them are wanted.
    func outline(of range: ByteSpan, quotations: [(index: Int, span: ByteSpan)], near: Bool = false) -> Outline {
        let lexemes = passage.lexemes
        var index = lexemes.partitioningIndex { Int($0.start) >= range.start }
        let end = lexemes.partitioningIndex { Int($0.start) >= range.end }
        var far = near ? farSentences(index..<end, quotations) : []
        var outline = Outline(capacity: (end - index) / (near ? 2 : 1) + 8)
        var mention = mentions.partitioningIndex { $0.end > range.start }
        var quotation = 0
        var last = range.start
        // A quotation without lexemes in front of the first word is passed like any other.
        while index < end || quotation < quotations.count {
            let start = index < end ? Int(lexemes[index].start) : range.end
            if quotation < quotations.count, quotations[quotation].span.start <= start {
                let span = quotations[quotation].span
                let startsSentence = index < end && start < span.end && lexemes[index].shape.contains(.sentenceStart)
                separate(&outline, last, max(last, span.start), startsSentence: startsSentence)
                outline.append(
                    Outline.Element(kind: .quotation, span: span, index: quotations[quotation].index))
                while index < end, Int(lexemes[index].start) < span.end { index += 1 }
                last = max(last, min(span.end, range.end))
                quotation += 1
                continue
            }
            guard index < end else { break }
            separate(&outline, last, start, startsSentence: lexemes[index].shape.contains(.sentenceStart))
            while let next = far.last, next.lowerBound < index { far.removeLast() }
            if let next = far.last, next.lowerBound == index {
                index = next.upperBound
                last = Int(lexemes[index - 1].end)
                continue
            }
            while mention < mentions.count, mentions[mention].end <= start { mention += 1 }
            if mention < mentions.count, mentions[mention].start <= start, isSpeaker(mention) {
                outline.append(
                    Outline.Element(
                        kind: .mention, span: mentions[mention], index: mention, isCapitalized: true))
                last = min(mentions[mention].end, range.end)
                // The words of the name tell nothing of their own.
                while index < end, Int(lexemes[index].start) < mentions[mention].end { index += 1 }
                continue
            }
            let count = word(index, end, into: &outline)
            last = Int(lexemes[index + count - 1].end)
            index += count
        }
        separate(&outline, last, range.end, startsSentence: false)
        return outline
    }

    private func isSpeaker(_ mention: Int) -> Bool { labels[mention].isName }

    /// The stretches of lexemes that are farther from any quotation than words look that attribute one, the last first.
    ///
    /// Attributions are read in the sentence of a quotation and in those beside it; one more on each side is left, and the first and
    /// the last of a paragraph, which may belong to quotations in the paragraphs around it.
    private func farSentences(_ range: Range<Int>, _ quotations: [(index: Int, span: ByteSpan)]) -> [Range<Int>] {
        let lexemes = passage.lexemes
        let starts = range.filter { lexemes[$0].shape.contains(.sentenceStart) }
        guard starts.count > 5 else { return [] }
        func sentence(of index: Int) -> Int { max(0, starts.partitioningIndex { $0 > index } - 1) }
        var isNear = [Bool](repeating: false, count: starts.count)
        for place in [0, 1, starts.count - 2, starts.count - 1] { isNear[place] = true }
        for quotation in quotations {
            let first = lexemes.partitioningIndex { Int($0.start) >= quotation.span.start }
            let end = lexemes.partitioningIndex { Int($0.start) >= quotation.span.end }
            let from = max(0, sentence(of: first - 1) - 1)
            for place in from...min(starts.count - 1, sentence(of: end) + 1) { isNear[place] = true }
        }
        var far: [Range<Int>] = []
        for place in (1..<starts.count - 1).reversed() where !isNear[place] {
            if let last = far.last, last.lowerBound == starts[place + 1] {
                far[far.count - 1] = starts[place]..<last.upperBound
            } else {
                far.append(starts[place]..<starts[place + 1])
            }
        }
        return far
    }

    /// Appends the word or phrase at an index and returns how many lexemes it has.
    private func word(_ index: Int, _ end: Int, into outline: inout Outline) -> Int {
        let lexeme = passage.lexemes[index]
        let known = words.entry(at: index, of: passage.lexemes, before: end)
        let count = known?.count ?? 1
        var roles = known?.entry.roles ?? []
        if count == 1 {
            if lexeme.classes.contains(.speechVerb) { roles.insert(.verb) }
            if lexeme.classes.contains(.stop) {
                let use = passage.lexicon.stopUse(lexeme.words)
                // "As Khan put it", "after Musk said": what opens a clause governs no name.
                if !roles.contains(.relative), use.contains(.preposition) { roles.insert(.preposition) }
                if use.contains(.auxiliary) { roles.insert(.auxiliary) }
            }
        }
        if roles.contains(.verb) { settleVerb(&roles, index, in: outline) }
        outline.append(
            Outline.Element(
                kind: .word, span: ByteSpan(Int(lexeme.start), Int(passage.lexemes[index + count - 1].end)),
                index: index, roles: roles, gender: known?.entry.gender ?? .unknown,
                concept: known?.entry.concept ?? -1, isCapitalized: lexeme.shape.hasCapital))
        return count
    }

    /// Takes the verb from a word that is a noun or a participle here: `une note`, `le plan annoncé`.
    private func settleVerb(_ roles: inout SpeechRoles, _ index: Int, in outline: Outline) {
        let elements = outline.elements
        let verbs: SpeechRoles = [.verb, .calling, .writing]
        let gap = passage.lexemes[index].gap
        if let before = elements.last, before.kind == .word, gap == .space || gap == .apostrophe {
            // `l’annonce`, but `il l’annonce`, `Musk l’annonce` and `comme l’annonce Musk`.
            let owner = elements.count > 1 ? elements[elements.count - 2] : nil
            let isObject =
                owner.map {
                    $0.kind == .mention || $0.roles.contains(.pronoun)
                        || $0.roles.contains(.relative) && gap == .apostrophe
                } ?? false
            if before.roles.contains(.article), !isObject, !before.roles.contains(.pronoun) {
                return roles.subtract(verbs)
            }
            // `sans doute`, `in claims`.
            if !before.roles.isDisjoint(with: .governing), !before.roles.contains(.relative),
                !isNonfinite(index, before)
            {
                return roles.subtract(verbs)
            }
        }
        let bytes = passage.bytes[passage.lexemes[index].span.range]
        if words.isPast(bytes) {
            // Small words may stand between: `a lui aussi déclaré`.
            let between = elements.suffix(5).reversed().prefix {
                $0.kind == .word && $0.roles.isDisjoint(with: [.article, .verb, .relative])
            }
            if !between.contains(where: { $0.roles.contains(.auxiliary) }) { return roles.subtract(verbs) }
        } else if isNonfinite(index, elements.last) {
            roles.insert(.nonfinite)
        }
    }

    /// Whether a verb has no subject of its own: `déclarant`, `to say`.
    private func isNonfinite(_ index: Int, _ before: Outline.Element?) -> Bool {
        if words.isNonfinite(passage.bytes[passage.lexemes[index].span.range]) { return true }
        guard passage.language == .english, let before, before.kind == .word else { return false }
        return before.roles.contains(.goal)
    }

    /// Appends the signs between two pieces.
    private func separate(_ outline: inout Outline, _ start: Int, _ end: Int, startsSentence: Bool) {
        func append(_ kind: Outline.Element.Kind, _ offset: Int) {
            outline.append(Outline.Element(kind: kind, span: ByteSpan(offset, offset + 1), index: offset))
        }
        var offset = start
        while offset < end {
            switch passage.bytes[offset] {
            case 0x2C: append(.comma, offset)
            case 0x3A: append(.colon, offset)
            case 0x3B, 0x0A: append(.stop, offset)
            case 0x28, 0x29: append(.bracket, offset)
            default: break
            }
            offset += 1
        }
        if startsSentence, outline.kind(outline.elements.count - 1) != .stop {
            outline.append(Outline.Element(kind: .stop, span: ByteSpan(end, end), index: end))
        }
    }
}
