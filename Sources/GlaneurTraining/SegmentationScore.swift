package import GlaneurCore

/// How well tokens, words and sentences agree with gold.
///
/// The measure is that of the CoNLL 2018 shared task (Zeman et al. 2018): tokens and sentences agree where both ends do; the words
/// of a multi-word token carry its span and are aligned by their longest common subsequence.
package struct SegmentationScore: Sendable, Equatable {
    /// Counts of one layer.
    package struct Counts: Sendable, Equatable {
        /// What both have.
        package var correct = 0
        /// What gold has.
        package var gold = 0
        /// What the system has.
        package var system = 0

        /// The harmonic mean of precision and recall, from 0 to 1.
        package var f1: Double { gold + system == 0 ? 0 : 2 * Double(correct) / Double(gold + system) }

        static func += (left: inout Counts, right: Counts) {
            left.correct += right.correct
            left.gold += right.gold
            left.system += right.system
        }
    }

    /// Surface tokens.
    package var tokens = Counts()
    /// Syntactic words.
    package var words = Counts()
    /// Sentences.
    package var sentences = Counts()

    /// Nothing counted.
    package init() {}

    /// Counts a document that was segmented.
    package init(_ gold: Treebank.TreebankDocument, _ document: Document) {
        sentences = SegmentationScore.common(gold.sentences, document.sentences.map(\.span))
        tokens = SegmentationScore.common(gold.tokens.map(\.span), document.tokens.map(\.span))
        var forms = [[String]](repeating: [], count: document.tokens.count)
        for token in document.multiwordTokens { forms[token.token] = token.forms }
        let system = document.tokens.indices.flatMap {
            SegmentationScore.words(document.tokens[$0].span, forms[$0], in: document.text)
        }
        words = SegmentationScore.common(
            gold.tokens.flatMap { SegmentationScore.words($0.span, $0.words, in: gold.text) }, system)
    }

    /// Adds the counts of further documents.
    package static func += (left: inout SegmentationScore, right: SegmentationScore) {
        left.tokens += right.tokens
        left.words += right.words
        left.sentences += right.sentences
    }

    /// A syntactic word with the span of its token.
    private struct Word {
        var span: ByteSpan
        var form: String
        var isPart: Bool
    }

    private static func words(_ span: ByteSpan, _ forms: [String], in text: [UInt8]) -> [Word] {
        guard !forms.isEmpty else {
            let form = String(decoding: text[span.range], as: UTF8.self).lowercased()
            return [Word(span: span, form: form, isPart: false)]
        }
        return forms.map { Word(span: span, form: $0.lowercased(), isPart: true) }
    }

    private static func common(_ gold: [ByteSpan], _ system: [ByteSpan]) -> Counts {
        let known = Set(gold)
        return Counts(correct: system.count { known.contains($0) }, gold: gold.count, system: system.count)
    }

    private static func common(_ gold: [Word], _ system: [Word]) -> Counts {
        var counts = Counts(correct: 0, gold: gold.count, system: system.count)
        var left = 0
        var right = 0
        while left < gold.count, right < system.count {
            let (first, second) = (gold[left], system[right])
            if !first.isPart, !second.isPart {
                if first.span == second.span {
                    counts.correct += 1
                    left += 1
                    right += 1
                } else if first.span.start <= second.span.start {
                    left += 1
                } else {
                    right += 1
                }
                continue
            }
            if first.isPart, !second.isPart, second.span.start < first.span.start {
                right += 1
                continue
            }
            if !first.isPart, second.isPart, first.span.start < second.span.start {
                left += 1
                continue
            }
            // A multi-word token on either side: all words in the span that both cover together.
            var end = first.isPart ? first.span.end : second.span.end
            let (from, start) = (left, right)
            func isBeyond(_ words: [Word], _ index: Int) -> Bool {
                guard index < words.count else { return true }
                return words[index].isPart ? words[index].span.start >= end : words[index].span.end > end
            }
            while !isBeyond(gold, left) || !isBeyond(system, right) {
                if left < gold.count, right >= system.count || gold[left].span.start <= system[right].span.start {
                    if gold[left].isPart { end = max(end, gold[left].span.end) }
                    left += 1
                } else {
                    if system[right].isPart { end = max(end, system[right].span.end) }
                    right += 1
                }
            }
            counts.correct += longestCommon(gold[from..<left].map(\.form), system[start..<right].map(\.form))
        }
        return counts
    }

    private static func longestCommon(_ first: [String], _ second: [String]) -> Int {
        var row = [Int](repeating: 0, count: second.count + 1)
        for form in first {
            var diagonal = 0
            for index in second.indices {
                let above = row[index + 1]
                row[index + 1] = form == second[index] ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[second.count]
    }
}
