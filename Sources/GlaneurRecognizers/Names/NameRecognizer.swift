package import GlaneurCore
import GlaneurLexicon

/// Finds names: forms of the lexicons, and unknown words with capitals told by the words around them; a tagger decides between
/// them and finds more.
///
/// It proposes more than will stand. A candidate below ``NameScore/threshold`` is there for the resolve stage, which knows
/// the whole document: `Bannon` stands because `Peter Bannon` does.
package struct NameRecognizer: Recognizer {
    private let tagger: NameTagger?

    /// Makes the recogniser; without a tagger it knows lexicons and rules alone.
    package init(tagger: NameTagger? = nil) { self.tagger = tagger }

    package func recognize(_ passages: [Passage], into candidates: inout [Mention]) {
        guard let tagger else {
            for passage in passages { recognize(passage, into: &candidates) }
            return
        }
        let proposals = passages.map { passage in
            var proposals: [Mention] = []
            recognize(passage, into: &proposals)
            return proposals
        }
        for (index, names) in tagger.names(passages, proposals: proposals).enumerated() {
            settle(names, proposals[index], in: passages[index], into: &candidates)
        }
    }

    /// Makes candidates of what the tagger found and of what else was proposed.
    ///
    /// A proposal for the same span lends a name its finer label and its identity; where the form is sure of what it is, it
    /// decides the kind. Proposals that the tagger did not follow stand only where the document supports them.
    private func settle(
        _ names: [NameTagger.Name], _ proposals: [Mention], in passage: Passage, into candidates: inout [Mention]
    ) {
        var isDone = [Bool](repeating: false, count: proposals.count)
        let start = candidates.count
        let finder = LexiconNameFinder(passage: passage, isHeadline: false)
        let places = Dictionary(grouping: proposals.indices) { proposals[$0].span }
        for name in names.map({ withoutYear(withoutNouns($0, in: passage), known: finder) }) {
            let span = passage.nameSpan(name.range)
            let same = places[span] ?? []
            for index in same { isDone[index] = true }
            let best = same.filter { lends(proposals[$0], to: name) }
                .max { proposals[$0].score ?? 1 < proposals[$1].score ?? 1 }
            var mention: Mention
            if let best, proposals[best].entityID != nil {
                mention = proposals[best]
            } else if let known = finder.name(at: name.range, isOf: { NameTagger.kind($0) == name.kind }) {
                mention = passage.mention(of: known)
            } else if let best {
                mention = proposals[best]
            } else {
                let label = OtherNames(passage: passage, proposals: proposals).label(of: name)
                mention = Mention(span: span, label: label, maker: NameTagger.maker, score: name.score)
            }
            mention.score = max(mention.score ?? 1, name.score)
            candidates.append(mention)
        }
        // A copy: a slice would make each passage copy the candidates of all before it.
        let settled = Array(candidates[start...])
        for index in proposals.indices where !isDone[index] {
            var mention = proposals[index]
            // A longer or shorter form of what the tagger found there says nothing more: `îles Canaries`.
            if let id = mention.entityID,
                settled.contains(where: { $0.entityID == id && $0.span.overlaps(mention.span) })
            {
                continue
            }
            // Its training text marks few events, works and laws: a form of several words that means one of them stands where
            // it saw nothing, as in `la Guerre froide`. For other kinds the tagger is right more often.
            let isTold =
                mention.isOfLexicon && mention.score ?? 1 >= NameScore.lexicon
                && NameTagger.kind(mention.label) == .miscellaneous
                && passage.lexemes(of: mention.span).count > 1
                && !settled.contains(where: { $0.span.overlaps(mention.span) })
            if !isTold { mention.score = min(mention.score ?? 1, NameScore.unfollowed) }
            candidates.append(mention)
        }
    }

    /// Takes ordinary nouns off the end of an English name, which are written small and are no part of it: `AI6 chip`.
    private func withoutNouns(_ name: NameTagger.Name, in passage: Passage) -> NameTagger.Name {
        guard passage.language == .english else { return name }
        var range = name.range
        while range.count > 1, let last = range.last, !passage.lexemes[last].shape.hasCapital,
            passage.lexemes[last].classes.contains(.common), passage.lexemes[last].gap == .space,
            passage.lexemes[range.lowerBound].shape.hasCapital
        {
            range = range.lowerBound..<last
        }
        return NameTagger.Name(range: range, kind: name.kind, score: name.score)
    }

    /// Takes a year off either end of a name whose rest the lexicons know, for the year is a date: `1936 Olympic Games`.
    private func withoutYear(_ name: NameTagger.Name, known finder: LexiconNameFinder) -> NameTagger.Name {
        func isYear(_ index: Int) -> Bool { finder.passage.wholeNumber(index).map { 1000...2999 ~= $0 } ?? false }
        guard name.range.count > 1 else { return name }
        var ranges: [Range<Int>] = []
        if isYear(name.range.lowerBound) { ranges.append(name.range.dropFirst()) }
        if isYear(name.range.upperBound - 1) {
            // A word of grammar may stand before the year: `Jeux olympiques de 1936`.
            ranges.append(name.range.dropLast())
            ranges.append(name.range.dropLast(2))
        }
        let rest = ranges.first { range in
            !range.isEmpty && finder.name(at: range, isOf: { NameTagger.kind($0) == name.kind }) != nil
        }
        return rest.map { NameTagger.Name(range: $0, kind: name.kind, score: name.score) } ?? name
    }

    private func lends(_ proposal: Mention, to name: NameTagger.Name) -> Bool {
        NameTagger.kind(proposal.label) == name.kind
            || proposal.score ?? 1 >= NameScore.lexicon && proposal.isOfLexicon
    }

    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {
        let isHeadline = passage.isWrittenInCapitals
        let known = LexiconNameFinder(passage: passage, isHeadline: isHeadline).find()
        for name in known where name.score > 0 {
            candidates.append(passage.mention(of: name))
        }
        ProductVersions(passage: passage).propose(known, into: &candidates)
        OfficialNames(passage: passage).propose(into: &candidates)
        let classifier = RunClassifier(passage: passage, isHeadline: isHeadline)
        CapitalizedRuns(passage: passage).forEach(outside: known) { run, parts in
            classifier.propose(run, known: parts, into: &candidates)
        }
    }
}

extension Passage {
    /// The candidate for a form of the lexicons.
    func mention(of name: LexiconName) -> Mention {
        let span = nameSpan(name.range)
        return Mention(
            span: name.isPointed && bytes[span.end - 1] != UInt8(ascii: ".")
                ? ByteSpan(span.start, span.end + 1) : span, label: name.label,
            maker: lexicon.maker(ofConcept: name.concept), score: name.score,
            entityID: lexicon.entityID(ofConcept: name.concept))
    }

    /// The candidate for a name that a rule found.
    func mention(_ range: Range<Int>, _ label: Label, rule: RuleName, score: Double) -> Mention {
        Mention(span: nameSpan(range), label: label, maker: rule.name(language), score: score)
    }

    /// The lexemes that a span covers.
    func lexemes(of span: ByteSpan) -> Range<Int> {
        let start = lexemes.partitioningIndex { Int($0.end) > span.start }
        var end = start
        while end < lexemes.count, Int(lexemes[end].start) < span.end { end += 1 }
        return start..<end
    }

    /// Returns the span of a name from its first to its last lexeme.
    ///
    /// An abbreviation keeps its last point: `U.S.`, `Inc.`
    func nameSpan(_ range: Range<Int>) -> ByteSpan {
        let last = lexemes[range.upperBound - 1]
        let start = Int(lexemes[range.lowerBound].start)
        let end = Int(last.end)
        guard last.shape.contains(.pointed) else { return ByteSpan(start, end) }
        return ByteSpan(start, end + 1)
    }
}
