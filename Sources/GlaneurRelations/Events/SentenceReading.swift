import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// A sentence cut into units, each with the preposition it stands behind: all that patterns of events look at.
///
/// No parser is behind it. A preposition governs the next name, wherever words of its noun phrase stand between; a verb, a
/// comma or a conjunction ends that. What stands between parentheses is left out.
struct SentenceReading {
    /// The units in order.
    private(set) var units: [SentenceUnit] = []
    /// The passage.
    let passage: Passage
    private let vocabulary: EventVocabulary
    /// Whether it asks.
    private(set) var isQuestion = false

    /// Reads the lexemes of a sentence.
    ///
    /// - Parameters:
    ///   - mentions: the mentions of the document that begin in the sentence or before, with their spans in the view.
    ///   - of: of the bits of the groups of prepositions, the one that only joins nouns: *of*, *de*.
    init(
        _ passage: Passage, _ lexemes: Range<Int>, mentions: [Mention], spans: [ByteSpan], from firstMention: Int,
        vocabulary: EventVocabulary, patterns: EventPatterns
    ) {
        self.passage = passage
        self.vocabulary = vocabulary
        units.reserveCapacity(lexemes.count)
        var mention = firstMention
        var index = lexemes.lowerBound
        var end = Int(passage.lexemes[index].start)
        var parenthesis: Int?
        var isAfterParenthesis: SentenceUnit.Gap?
        while index < lexemes.upperBound {
            let lexeme = passage.lexemes[index]
            while mention < spans.count, spans[mention].end <= Int(lexeme.start) { mention += 1 }
            let reading = GapReading(
                passage.bytes, from: end, to: max(end, Int(lexeme.start)), isFirst: index == lexemes.lowerBound)
            if reading.closes, let open = parenthesis {
                units.removeSubrange(open...)
                parenthesis = nil
            }
            var gap = reading.gap
            if let before = isAfterParenthesis, parenthesis == nil {
                if gap == .none { gap = before }
                isAfterParenthesis = nil
            }
            if reading.opens, parenthesis == nil {
                parenthesis = units.count
                isAfterParenthesis = gap
            }
            var unit: SentenceUnit
            if mention < spans.count, spans[mention].start <= Int(lexeme.start),
                let labels = EventPatterns.labels(of: mentions[mention].label)
            {
                let last = spans[mention].end
                var behind = index + 1
                while behind < lexemes.upperBound, Int(passage.lexemes[behind].start) < last { behind += 1 }
                unit = SentenceUnit(range: index..<behind, gap: gap)
                unit.mention = mention
                unit.labels = labels
                end = max(last, Int(passage.lexemes[behind - 1].end))
            } else {
                unit = SentenceReading.word(
                    at: index, in: passage, before: lexemes.upperBound, gap: gap, vocabulary: vocabulary,
                    last: units.last)
                end = Int(passage.lexemes[unit.range.upperBound - 1].end)
            }
            index = unit.range.upperBound
            units.append(unit)
        }
        if let parenthesis { units.removeSubrange(parenthesis...) }
        isQuestion = GapReading.endsAsQuestion(passage.bytes, at: end, before: passage.span.end)
        govern(of: patterns.ofGroup)
    }

    private static func word(
        at index: Int, in passage: Passage, before end: Int, gap: SentenceUnit.Gap, vocabulary: EventVocabulary,
        last: SentenceUnit?
    ) -> SentenceUnit {
        let lexeme = passage.lexemes[index]
        var unit = SentenceUnit(range: index..<index + 1, gap: gap)
        if let (number, behind) = vocabulary.phrase(passage.lexemes, at: index, before: end) {
            let phrase = vocabulary.phrases[number]
            unit.range = index..<behind
            unit.words = phrase.words
            unit.prepositions = phrase.prepositions
            unit.phrase = Int32(number)
            unit.isTrigger = !phrase.triggers.isEmpty
            unit.isVerb = phrase.isVerb
            if phrase.isOffice { unit.labels = .office }
        } else if lexeme.classes.contains(.stop) {
            let use = passage.lexicon.stopUse(lexeme.words)
            if use.contains(.determiner) {
                unit.words = .determiner
            } else if use.contains(.preposition) {
                unit.prepositions = SentenceUnit.otherPreposition
            } else if use.contains(.adverb) {
                unit.words = .adverb
            } else if use.contains(.auxiliary) {
                unit.words = .have
            } else if use.contains(.conjunction) {
                unit.words = .clause
            } else {
                unit.words = .pronoun
            }
        } else if let last, !last.words.isDisjoint(with: EventWords.verbal), !lexeme.shape.hasCapital,
            vocabulary.adverbEndings.contains(where: { passage.bytes[lexeme.span.range].hasSuffix($0) })
        {
            unit.words = .adverb
        }
        unit.hasCapital = lexeme.shape.hasCapital && !lexeme.shape.contains(.sentenceStart)
        return unit
    }

    /// Tells for each unit the preposition it stands behind, and its clause.
    private mutating func govern(of ofGroup: UInt32) {
        var governor: UInt32 = 0
        var outer: UInt32 = 0
        var distance = 0
        var clause = 0
        var sawNoun = false
        var isChained = false
        for index in units.indices {
            let gap = units[index].gap
            let isAdjacent =
                index > 0 && gap == .none && (units[index - 1].isMention || units[index - 1].labels == .office)
                && units[index].labels.isDisjoint(with: UnitLabels.measures)
            if gap == .strong || !units[index].words.isDisjoint(with: [.relative, .clause, .doubt]) { clause += 1 }
            units[index].clause = clause
            if gap != .none {
                (governor, outer, sawNoun) = (0, 0, false)
                distance = 0
            }
            let unit = units[index]
            if unit.prepositions != 0 {
                let isArticle = unit.words.contains(.determiner) && (index > 0 && units[index - 1].isVerb)
                if !isArticle, !(unit.prepositions & ofGroup != 0 && index > 0 && units[index - 1].prepositions != 0) {
                    if unit.prepositions & ofGroup == 0 || !sawNoun {
                        outer = 0
                    } else if outer == 0 {
                        outer = governor
                    }
                    governor = unit.prepositions
                    isChained =
                        unit.prepositions & ofGroup != 0 && index > 0
                        && (units[index - 1].isPlain || units[index - 1].labels.contains(UnitLabels(.quantity)))
                    distance = 0
                }
                units[index].distance = distance
                continue
            }
            if unit.isVerb || !unit.words.isDisjoint(with: [.be, .have, .copula, .relative, .clause, .pronoun]) {
                (governor, outer, sawNoun) = (0, 0, false)
                distance = 0
            } else if unit.isMention || unit.labels == .office {
                if isAdjacent {
                    units[index].governor = units[index - 1].governor
                    units[index].outer = units[index - 1].outer
                } else if index > 1, units[index - 1].words.contains(.and), units[index - 2].isMention,
                    units[index - 2].labels != unit.labels
                {
                    // Parts of a list are of one kind: "chez Dell et Laure Simon" is none.
                    (governor, outer) = (0, 0)
                } else {
                    units[index].governor = governor
                    units[index].outer = outer
                    units[index].isChained = isChained && governor != 0
                }
                if unit.labels == UnitLabels(.person), units[index].governor & ofGroup != 0,
                    let office = office(before: index)
                {
                    // "le ministre de l'Économie Michel Sapin": the name stands where its office does.
                    units[index].governor = units[office].governor
                    units[index].outer = units[office].outer
                    units[index].isChained = units[office].isChained
                }
                units[index].distance = distance
                sawNoun = true
                if unit.isMention { (governor, outer) = (0, 0) }
                continue
            } else if unit.words.contains(.owner) || unit.words.contains(.and) {
                // The owner's noun belongs where the owner does, and so do the parts of a list.
                if index > 0, gap == .none { (governor, outer) = (units[index - 1].governor, units[index - 1].outer) }
                units[index].governor = governor
                units[index].outer = outer
                continue
            } else if !unit.words.contains(.determiner) {
                // "to access X", "pour protester contre X": a verb, which has a place of its own.
                if index > 0, units[index - 1].prepositions != 0, units[index - 1].prepositions & ofGroup == 0,
                    units[index - 1].words.contains(.control), unit.isPlain, !unit.hasCapital
                {
                    governor = SentenceUnit.otherPreposition
                }
                distance += 1
                sawNoun = true
                units[index].governor = governor
            }
            units[index].distance = distance
        }
    }

    /// The office whose noun phrase goes on up to a unit.
    private func office(before index: Int) -> Int? {
        var before = index
        while before > 0, index - before < 8, units[before].gap == .none {
            before -= 1
            if units[before].labels == .office { return before }
            if units[before].isVerb || units[before].labels == UnitLabels(.person)
                || units[before].words.contains(.have)
            {
                return nil
            }
        }
        return nil
    }

    /// The frames that a unit opens.
    func triggers(_ index: Int) -> [(frame: Int, form: EventPhrase.Form)] {
        units[index].phrase < 0 ? [] : vocabulary.phrases[Int(units[index].phrase)].triggers
    }

    /// Whether a pronoun or a description in it may mean somebody of the sentence before.
    var asksForContext: Bool {
        units.contains { !$0.words.isDisjoint(with: [.pronounFeminine, .pronounMasculine, .company]) }
    }

    /// Whether a unit is a name that owns what follows: *Tesla's*.
    func isOwner(_ index: Int) -> Bool {
        index + 1 < units.count && units[index + 1].words.contains(.owner) && units[index + 1].gap == .none
    }

    /// The index of the first unit of the part between commas that ends at a unit.
    func start(ofPartAt index: Int) -> Int {
        var start = index
        while start > 0, units[start].gap == .none { start -= 1 }
        return start
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
        count > suffix.count + 2 && self[(endIndex - suffix.count)...].elementsEqual(suffix)
    }
}
