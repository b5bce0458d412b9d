package import GlaneurCore
import GlaneurLexicon

/// Finds names: forms of the lexicons, and unknown words with capitals told by the words around them.
///
/// It proposes more than will stand. A candidate below ``NameScore/threshold`` is there for the resolve stage, which knows
/// the whole document: `Bannon` stands because `Peter Bannon` does.
package struct NameRecognizer: Recognizer {
    private let tagger: NameTagger?

    /// Makes the recogniser; without a tagger it knows lexicons and rules alone.
    package init(tagger: NameTagger? = nil) { self.tagger = tagger }

    package func recognize(_ passages: [Passage], into candidates: inout [Mention]) {
        if let tagger {
            tagger.tag(passages, into: &candidates)
        } else {
            for passage in passages { recognize(passage, into: &candidates) }
        }
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
    /// Whether capitals say nothing here: most words that could do without have one.
    var isWrittenInCapitals: Bool {
        // A short sentence may hold little but names; a headline has no full stop.
        if let last = bytes[span.range].last(where: { $0 != 0x20 }), last == UInt8(ascii: ".") { return false }
        var capitals = 0
        var total = 0
        for lexeme in lexemes where lexeme.count >= 4 && !lexeme.shape.isNumber {
            total += 1
            if lexeme.shape.hasCapital { capitals += 1 }
        }
        // Headlines in English title case have 80 to 100 %; running text with many names stays under 50 %.
        return total >= 4 && capitals * 10 >= total * 7
    }

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
