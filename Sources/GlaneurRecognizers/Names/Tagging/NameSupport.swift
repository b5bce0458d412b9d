import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// What lexicons and rules say for the tags of lexemes before the model has spoken, in steps of its scores.
///
/// The model knows the lexicons by its features, but only as far as its training text bears them out. A form that means
/// one thing alone deserves more trust than text of other kinds taught; these weights were chosen on the development sets, where
/// they change little, and on news, where they help.
struct NameSupport {
    private let unit: Double

    /// A form of the lexicons that means one thing.
    private static let strongForm = 2.0
    /// A form of a product, an event, a work, a law or a people that means one thing: training text marks few of these.
    private static let strongOther = 4.0
    /// A form of such a thing that is also a word, where its surroundings speak for it.
    private static let weakOther = 2.0
    /// Any other form that is also a word, where its surroundings speak for it.
    private static let weakForm = 1.0
    /// A rule such as a first name with a family name.
    private static let strongRule = 2.0
    /// A rule such as two unknown words with capitals.
    private static let weakRule = 1.0
    /// An acronym that names nothing: `GPU`, `PDG`.
    private static let acronym = -3.0
    /// A word with a capital inside a sentence that no list of words knows: a name of some kind.
    private static let unknown = 1.0

    /// Makes the support for a model with so many steps to 1.
    init(unit: Int) { self.unit = Double(unit) }

    /// What the proposals of a passage say of the tags of some lexemes, in a buffer that goes from passage to passage.
    struct Proposed {
        /// The scores of each lexeme; beyond the end there are none.
        private var scores: [TagDecoder.Scores] = []
        /// The lexemes that have some.
        private var touched: [Int] = []

        /// What is said of a lexeme.
        @inline(__always)
        subscript(index: Int) -> TagDecoder.Scores { index < scores.count ? scores[index] : TagDecoder.Scores() }

        fileprivate mutating func add(_ steps: Int16, to tag: Int, at index: Int) {
            while scores.count <= index { scores.append(TagDecoder.Scores()) }
            scores[index][tag - 1] &+= steps
            touched.append(index)
        }

        fileprivate mutating func removeAll() {
            for index in touched { scores[index] = TagDecoder.Scores() }
            touched.removeAll(keepingCapacity: true)
        }
    }

    /// Sets `proposed` to what the proposals of a passage say.
    func read(_ proposals: [Mention], in passage: Passage, into proposed: inout Proposed) {
        proposed.removeAll()
        for index in NameSupport.surest(of: proposals) {
            let range = passage.lexemes(of: proposals[index].span)
            guard !range.isEmpty, let kind = NameTagger.kinds.firstIndex(of: NameTagger.kind(proposals[index].label))
            else { continue }
            let steps = Int16(NameSupport.weight(of: proposals[index]) * unit / Double(range.count))
            guard steps != 0 else { continue }
            for place in range {
                let tag: SpanTags.Place =
                    range.count == 1
                    ? .single : place == range.lowerBound ? .first : place == range.upperBound - 1 ? .last : .middle
                proposed.add(steps, to: SpanTags.tag(tag, kind: kind), at: place)
            }
        }
    }

    /// What a lexeme with a capital says by itself.
    @inline(__always)
    func word(_ lexeme: Lexeme, inHeadline: Bool) -> TagDecoder.Scores {
        let isUnknown = !inHeadline && self.isUnknown(lexeme)
        let isAcronym = lexeme.classes.contains(.acronymStop) && lexeme.shape.isAllCapitals
        guard isUnknown || isAcronym else { return TagDecoder.Scores() }
        var scores = TagDecoder.Scores(repeating: isUnknown ? Int16(NameSupport.unknown * unit) : 0)
        if isAcronym {
            for kind in 0..<SpanTags.kinds {
                for place in [SpanTags.Place.single, .first, .last] {
                    scores[SpanTags.tag(place, kind: kind) - 1] &+= Int16(NameSupport.acronym * unit)
                }
            }
        }
        return scores
    }

    /// Whether a word has a capital that neither a sentence nor an ordinary word accounts for.
    private func isUnknown(_ lexeme: Lexeme) -> Bool {
        lexeme.shape.contains(.initialCapital) && !lexeme.shape.contains(.sentenceStart)
            && !lexeme.shape.isAllCapitals && lexeme.count >= 4
            && (lexeme.gap == .space || lexeme.gap == .apostrophe)
            && lexeme.classes.isDisjoint(with: WordClass.Set(.common, .stop, .title, .month, .weekday))
    }

    /// The proposals that are the surest for their spans, the first of several that are, in their order.
    private static func surest(of proposals: [Mention]) -> [Int] {
        guard proposals.count > 1 else { return Array(proposals.indices) }
        func score(_ index: Int) -> Double { proposals[index].score ?? 1 }
        let order = proposals.indices.sorted { left, right in
            let (one, other) = (proposals[left].span, proposals[right].span)
            guard one == other else { return one < other }
            return score(left) == score(right) ? left < right : score(left) > score(right)
        }
        var best: [Int] = []
        for index in order where best.last.map({ proposals[$0].span != proposals[index].span }) ?? true {
            best.append(index)
        }
        return best.sorted()
    }

    private static func weight(of proposal: Mention) -> Double {
        let score = proposal.score ?? 1
        guard score >= NameScore.threshold else { return 0 }
        if proposal.isOfLexicon {
            let isOther = NameTagger.kind(proposal.label) == .miscellaneous
            guard score >= NameScore.lexicon else { return isOther ? weakOther : weakForm }
            return isOther ? strongOther : strongForm
        }
        return score >= NameScore.organizationTail ? strongRule : weakRule
    }
}
