import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// Makes the features by which a model decides whether a sentence ends between two tokens.
///
/// The features look at four tokens on either side, at what the sentence has been so far, and at the white space between.
final class BoundaryFeatures {
    /// Rises whenever a feature changes: a model is good for the features it was trained with only.
    static let revision = 6

    private let lexicon: Lexicon
    private let words: PhraseTable
    /// The looks at the tokens around the last candidates, each at the place of its index.
    private let looks: UnsafeMutablePointer<(index: Int, look: TokenLook)>
    private static let lookCount = 16
    /// The look at the first token of the sentence, which many candidates share.
    private var start = TokenLook.edge
    private var startIndex = -1

    init(_ rules: SentenceRules) {
        lexicon = rules.lexicon
        words = rules.words
        looks = .allocate(capacity: BoundaryFeatures.lookCount)
        looks.initialize(repeating: (-1, .edge), count: BoundaryFeatures.lookCount)
    }

    /// The sentence before the candidate.
    struct Sentence {
        /// The index of its first token.
        var first: Int
        /// The shape of the first token of the sentence before it.
        var previousStart: TokenShape
    }

    deinit { looks.deallocate() }

    /// Forgets the tokens of the last block.
    func forget() {
        startIndex = -1
        for place in 0..<BoundaryFeatures.lookCount { looks[place].index = -1 }
    }

    private func look(_ tokens: TokenWindow, _ index: Int) -> TokenLook {
        guard index >= tokens.startIndex, index < tokens.endIndex else { return .edge }
        let place = index & (BoundaryFeatures.lookCount - 1)
        if looks[place].index == index { return looks[place].look }
        let look = TokenLook(tokens, index, lexicon, words)
        looks[place] = (index, look)
        return look
    }

    private func shape(_ tokens: TokenWindow, _ index: Int) -> UInt64 {
        guard index >= tokens.startIndex, index < tokens.endIndex else { return 0 }
        return UInt64(TokenShape(quick: tokens[index], in: tokens).rawValue)
    }

    /// Adds the features of the place in front of `tokens[index]`.
    func add(
        _ tokens: TokenWindow, before index: Int, of sentence: Sentence, to features: inout some FeatureSink
    ) {
        func add(_ template: UInt64, _ kind: UInt64, _ first: UInt64 = 0, _ second: UInt64 = 0) {
            features.add(FeatureHash(template).adding(kind).adding(first).adding(second).value)
        }
        let mark = SentenceRules.mark(tokens, before: index, from: sentence.first)
        let closers = UInt64(min(2, index - 1 - mark))
        let marked = look(tokens, mark)
        let gap = gap(tokens, before: index)
        // What kind of place it is goes into every feature: what a word says behind a point differs from what it says elsewhere.
        let kind = marked.shape << 4 | closers << 2 | gap
        let left = look(tokens, index - 1)
        let left2 = look(tokens, mark - 1)
        let right = look(tokens, index)
        add(0, kind, marked.form)
        add(1, kind, right.form)
        add(2, kind, marked.form, right.form)
        add(3, kind, left2.form)
        add(4, kind, left2.form, marked.form)
        add(5, kind, right.tail)
        add(6, kind, left2.tail, right.shape)
        add(7, kind, marked.tail, right.shape)
        add(8, kind, right.classes, marked.classes)
        add(9, kind, left2.classes << 8 | marked.classes, right.classes)
        add(10, kind, left.form, right.form)
        add(11, kind, left2.form, right.form)
        add(12, 0, right.form, right.shape)
        // Four words often settle it.
        if features.isDecided { return }

        let left3 = shape(tokens, mark - 2)
        let right2 = look(tokens, index + 1)
        let right3 = shape(tokens, index + 2)
        let length = bucket(index - sentence.first)
        if startIndex != sentence.first {
            startIndex = sentence.first
            start = look(tokens, sentence.first)
        }
        let start = start
        let remaining = bucket(distanceToMark(tokens, from: index))
        let manner = manner(tokens, from: sentence.first, to: index)
        let next = outlook(tokens, from: index)
        add(13, kind, right2.form)
        add(14, kind, right.form, right2.form)
        add(15, kind, right.form, right2.shape)
        add(16, kind, length << 8 | right.shape, right.classes)
        add(17, kind, start.form)
        add(18, kind, start.shape << 8 | right.shape, length)
        add(19, kind, right.classes << 8 | right.shape, right2.classes << 8 | right2.shape)
        add(20, kind, remaining << 8 | length, right.shape)
        add(21, kind, left3 << 8 | left2.shape, right.shape)
        add(22, kind, marked.shape << 16 | right.shape << 8 | right2.shape, right3)
        add(23, kind, UInt64(sentence.previousStart.rawValue) << 16 | start.shape << 8 | right.shape)
        add(24, kind, right.shape << 8 | right2.shape, right3 << 8 | remaining)
        add(25, kind, manner << 8 | length, right.shape << 8 | right2.shape)
        add(26, kind, manner << 8 | start.shape, right.form)
        add(27, kind, next << 8 | length, manner)
        add(28, kind, next << 8 | remaining, manner)
        add(29, 0, right.form, right2.form)
        add(30, gap, left.shape << 8 | right.shape, right2.shape)
        add(31, 0, length << 8 | start.shape, right.form)
    }

    /// What the last words of the sentence are like: small words, capitals or both, brackets left open, quotation marks.
    private func manner(_ tokens: TokenWindow, from first: Int, to end: Int) -> UInt64 {
        var small: UInt64 = 0
        var capital: UInt64 = 0
        var opened = 0
        var quotes: UInt64 = 0
        for place in max(first, end - 24)..<end {
            switch TokenShape(quick: tokens[place], in: tokens) {
            case .small: small += 1
            case .capitalized: capital += 1
            case .opener: opened += 1
            case .closer: opened -= 1
            case .straightQuote: quotes ^= 1
            default: break
            }
        }
        let share: UInt64 = small == 0 ? capital == 0 ? 0 : 1 : capital == 0 ? 2 : small >= capital * 3 ? 3 : 4
        return share << 4 | (opened > 0 ? 2 : opened < 0 ? 1 : 0) << 2 | quotes
    }

    /// What the next words are like, up to an end mark: how many are small, how many have capitals, whether something closes.
    private func outlook(_ tokens: TokenWindow, from first: Int) -> UInt64 {
        var small: UInt64 = 0
        var capital: UInt64 = 0
        var closed: UInt64 = 0
        for place in min(first + 1, tokens.endIndex)..<min(tokens.endIndex, first + 8) {
            let shape = TokenShape(quick: tokens[place], in: tokens)
            if shape.isEndMark { break }
            switch shape {
            case .small: small += 1
            case .capitalized: capital += 1
            case .closer: closed = 1
            default: break
            }
        }
        return min(small, 4) << 8 | min(capital, 4) << 4 | closed
    }

    /// White space in front of a token: none, one space, more, a line end.
    private func gap(_ tokens: TokenWindow, before index: Int) -> UInt64 {
        let start = tokens[index - 1].span.end
        let end = tokens[index].span.start
        if start == end { return 0 }
        if end - start == 1 || tokens.isBound(tokens[index - 1], tokens[index]) {
            return tokens.bytes[start] == 0x0A ? 3 : 1
        }
        return tokens.bytes[start..<end].contains(0x0A) ? 3 : 2
    }

    /// The number of tokens up to the next end mark, 32 at most.
    private func distanceToMark(_ tokens: TokenWindow, from index: Int) -> Int {
        let end = min(tokens.endIndex, index + 32)
        for place in index..<end where tokens[place].kind == .punctuation {
            if TokenShape(tokens[place], in: tokens).isEndMark { return place - index }
        }
        return end - index == 32 ? 32 : 40
    }

    private func bucket(_ count: Int) -> UInt64 {
        switch count {
        case ...4: UInt64(max(0, count))
        case ...6: 5
        case ...9: 6
        case ...14: 7
        case ...22: 8
        case ...32: 9
        default: 10
        }
    }
}
