package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// What is learned of the ends of sentences; without it rules alone decide.
package struct SentenceModels: Sendable {
    /// Turns places away where only a capital speaks for a new sentence.
    package var starts: LinearModel?
    /// Decides what rules leave open.
    package var sentences: LinearModel?

    /// Makes the models of a language.
    package init(starts: LinearModel? = nil, sentences: LinearModel? = nil) {
        self.starts = starts
        self.sentences = sentences
    }
}

/// Splits the tokens of one block into sentences.
///
/// A place between two tokens is a candidate where something on either side says that a sentence may end there: an end
/// mark, a colon, a bracket, an emoji on its left, or a capital, a figure, an opening mark on its right. For each, rules decide what is sure, and a
/// learned model the rest; where there is no model, a sentence ends where ``SentenceRules`` say that it usually does.
package final class SentenceSplitter {
    private let bytes: [UInt8]
    private let rules: SentenceRules
    private let models: SentenceModels
    private let features: BoundaryFeatures

    /// Makes a splitter of a text.
    package init(bytes: [UInt8], lexicon: Lexicon, language: Language, models: SentenceModels) {
        self.bytes = bytes
        self.models = models
        rules = SentenceRules(lexicon: lexicon, language: language)
        features = BoundaryFeatures(rules)
    }

    /// What the word on the left must weigh in the filter to decide alone, in units: among the words of the training sets only those
    /// weigh as much behind which no sentence has begun, articles and prepositions.
    private static let closedWord = 12
    /// What the four words around a place must weigh in the model to decide without the rest, in units: on the development sets
    /// 20 changes nothing, 14 two ends in a thousand, and saves half of the time of a look.
    private static let hopeless = 14

    /// Where a sentence ends and why.
    package struct Boundary: Sendable, Equatable {
        /// The index behind its last token.
        package var end: Int
        /// What said so.
        package var reason: SentenceEnding
    }

    /// Appends the ends of the sentences that the tokens of a block make, in order; the last is that of the block.
    package func split(_ tokens: ArraySlice<Token>, into boundaries: inout [Boundary]) {
        // The sums are values: a model that is looked at for every place counts references.
        let judge = models.sentences?.sum(floor: SentenceSplitter.hopeless)
        let gate = models.starts?.sum(floor: SentenceSplitter.closedWord)
        walk(tokens) { tokens, place, gap in
            if gap == .unmarked {
                guard let judge else { return false }
                if var sum = gate {
                    let isOpen = BoundaryGate.add(tokens, before: place.index, from: place.sentence.first, to: &sum)
                    guard isOpen, sum.value > 0 else { return false }
                }
                guard isEnd(tokens, place, by: judge) else { return false }
                boundaries.append(Boundary(end: place.index, reason: .model))
                return true
            }
            switch rules.verdict(tokens, before: place.index, from: place.sentence.first) {
            case .boundary(let reason):
                boundaries.append(Boundary(end: place.index, reason: reason))
                return true
            case .none: return false
            case .open(let usual):
                guard let judge else {
                    if usual { boundaries.append(Boundary(end: place.index, reason: .mark)) }
                    return usual
                }
                guard isEnd(tokens, place, by: judge) else { return false }
                boundaries.append(Boundary(end: place.index, reason: .model))
                return true
            }
        }
        if let last = tokens.indices.last { boundaries.append(Boundary(end: last + 1, reason: .block)) }
    }

    /// Adds the examples of a block to those that the filter of places without a mark is trained on.
    ///
    /// - Parameter isEnd: whether a sentence ends in front of the token with this index.
    package func startExamples(
        _ tokens: ArraySlice<Token>, isEnd: (Int) -> Bool, into examples: inout TrainingExamples
    ) {
        walk(tokens) { tokens, place, gap in
            let label = isEnd(place.index)
            if gap == .unmarked {
                var list: [UInt32] = []
                BoundaryGate.add(tokens, before: place.index, from: place.sentence.first, to: &list)
                examples.append(list, label: label ? 1 : 0)
            }
            return label
        }
    }

    /// Adds the examples of a block to those that the model of sentences is trained on: what rules leave open.
    ///
    /// - Parameter isEnd: whether a sentence ends in front of the token with this index.
    package func examples(
        _ tokens: ArraySlice<Token>, isEnd: (Int) -> Bool, into examples: inout TrainingExamples
    ) {
        walk(tokens) { tokens, place, gap in
            let label = isEnd(place.index)
            if gap == .marked {
                guard case .open = rules.verdict(tokens, before: place.index, from: place.sentence.first) else {
                    return label
                }
            }
            var list: [UInt32] = []
            features.add(tokens, before: place.index, of: place.sentence, to: &list)
            examples.append(list, label: label ? 1 : 0)
            return label
        }
    }

    /// A candidate and the sentence before it.
    private struct Place {
        var index: Int
        var sentence: BoundaryFeatures.Sentence
    }

    /// Whether the model of an empty sum says that a sentence ends at a place.
    @inline(__always)
    private func isEnd(_ tokens: TokenWindow, _ place: Place, by judge: ModelSum) -> Bool {
        var sum = judge
        features.add(tokens, before: place.index, of: place.sentence, to: &sum)
        return sum.value > 0
    }

    /// Calls `decide` for each candidate from left to right; it tells whether a sentence ends there.
    @inline(__always)
    private func walk(
        _ slice: ArraySlice<Token>, decide: (TokenWindow, Place, SentenceRules.Gap) -> Bool
    ) {
        guard let first = slice.indices.first else { return }
        TokenWindow.with(slice, bytes) { tokens in
            features.forget()
            var sentence = BoundaryFeatures.Sentence(first: first, previousStart: .edge)
            for index in (first + 1)..<tokens.endIndex {
                let gap = rules.gap(tokens, before: index)
                guard gap != .inside else { continue }
                if decide(tokens, Place(index: index, sentence: sentence), gap) {
                    sentence = BoundaryFeatures.Sentence(
                        first: index, previousStart: TokenShape(tokens[sentence.first], in: tokens))
                }
            }
        }
    }
}
