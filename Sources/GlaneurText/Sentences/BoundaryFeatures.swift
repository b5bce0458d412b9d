import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// Makes the features by which a model decides whether a sentence ends between two tokens.
///
/// The features look at four tokens on either side, at what the sentence has been so far, and at the white space between.
struct BoundaryFeatures {
    /// Rises whenever a feature changes: a model is good for the features it was trained with only.
    static let revision = 1

    private let bytes: [UInt8]
    private let lexicon: Lexicon
    private let words: PhraseTable
    private(set) var values: [UInt32] = []

    init(_ rules: SentenceRules) {
        bytes = rules.bytes
        lexicon = rules.lexicon
        words = rules.words
        values.reserveCapacity(64)
    }

    /// The sentence before the candidate.
    struct Sentence {
        /// The index of its first token.
        var first: Int
        /// The shape of the first token of the sentence before it.
        var previousStart: TokenShape
    }

    /// What is asked of one token.
    private struct Look {
        var form: UInt64
        var shape: UInt64
        var classes: UInt64
        var tail: UInt64

        static let edge = Look(form: 0, shape: 0, classes: 0, tail: 0)
    }

    private func look(_ tokens: ArraySlice<Token>, _ index: Int) -> Look {
        guard index >= tokens.startIndex, index < tokens.endIndex else { return .edge }
        let token = tokens[index]
        let span = token.span
        let shape = UInt64(TokenShape(token, in: bytes).rawValue)
        switch token.kind {
        case .word:
            let hash = LexemeScanner.wordHash(bytes.span, in: span.range)
            return Look(form: hash, shape: shape, classes: classes(of: hash), tail: tail(span))
        case .number: return Look(form: UInt64(span.count), shape: shape, classes: 0, tail: 0)
        case .url, .email, .handle, .hashtag: return Look(form: shape, shape: shape, classes: 0, tail: 0)
        case .punctuation, .symbol, .emoji:
            return Look(form: head(span), shape: shape, classes: 0, tail: 0)
        }
    }

    /// The classes of a word that say something of its place in a sentence, as bits.
    private func classes(of hash: UInt64) -> UInt64 {
        let node = words.node(of: hash)
        let classes = node.classes
        var bits: UInt64 = 1
        if classes.contains(.stop) { bits |= 2 }
        if classes.contains(.common) { bits |= 4 }
        if classes.contains(.title) { bits |= 8 }
        if classes.contains(.givenName) { bits |= 16 }
        if classes.contains(.month) || classes.contains(.weekday) { bits |= 32 }
        if classes.contains(.abbreviation) { bits |= lexicon.value(node, .abbreviation) == "inner" ? 64 : 256 }
        if classes.contains(.speechVerb) { bits |= 128 }
        return bits
    }

    /// The last three bytes, capitals of ASCII made small.
    private func tail(_ span: ByteSpan) -> UInt64 {
        var value: UInt64 = 0
        for index in max(span.start, span.end - 3)..<span.end { value = value << 8 | UInt64(bytes[index] | 0x20) }
        return value
    }

    /// The first eight bytes.
    private func head(_ span: ByteSpan) -> UInt64 {
        var value: UInt64 = 0
        for index in span.start..<min(span.end, span.start + 8) { value = value << 8 | UInt64(bytes[index]) }
        return value
    }

    /// Makes the features of the place in front of `tokens[index]`.
    mutating func make(_ tokens: ArraySlice<Token>, before index: Int, of sentence: Sentence) {
        values.removeAll(keepingCapacity: true)
        let mark = SentenceRules.mark(tokens, before: index, from: sentence.first, in: bytes)
        let closers = UInt64(min(2, index - 1 - mark))
        let marked = look(tokens, mark)
        let gap = gap(tokens, before: index)
        // What kind of place it is goes into every feature: what a word says behind a point differs from what it says elsewhere.
        let kind = marked.shape << 4 | closers << 2 | gap
        let left = look(tokens, index - 1)
        let left2 = look(tokens, mark - 1)
        let left3 = look(tokens, mark - 2)
        let right = look(tokens, index)
        let right2 = look(tokens, index + 1)
        let right3 = look(tokens, index + 2)
        let length = bucket(index - sentence.first)
        let start = look(tokens, sentence.first)
        let remaining = bucket(distanceToMark(tokens, from: index))

        add(0, kind)
        add(1, kind, marked.form)
        add(2, kind, right.form)
        add(3, kind, right.shape)
        add(4, kind, marked.form, right.form)
        add(5, kind, left2.shape, right.shape)
        add(6, kind, left2.form)
        add(7, kind, right2.form)
        add(8, kind, right.form, right2.form)
        add(9, kind, right.form, right2.shape)
        add(10, kind, left2.form, marked.form)
        add(11, kind, right.tail)
        add(12, kind, left2.tail, right.shape)
        add(13, kind, marked.tail, right.shape)
        add(14, kind, left2.shape << 8 | right.shape, right2.shape)
        add(15, kind, length)
        add(16, kind, length << 8 | right.shape, right.classes)
        add(17, kind, start.form)
        add(18, kind, start.shape << 8 | right.shape, length)
        add(19, kind, right.classes, marked.classes)
        add(20, kind, right.classes << 8 | right.shape, right2.classes << 8 | right2.shape)
        add(21, kind, remaining)
        add(22, kind, remaining << 8 | length, right.shape)
        add(23, kind, left3.shape << 8 | left2.shape, right.shape)
        add(24, kind, marked.shape << 16 | right.shape << 8 | right2.shape, right3.shape)
        add(25, kind, UInt64(sentence.previousStart.rawValue) << 16 | start.shape << 8 | right.shape)
        add(26, kind, left2.classes << 8 | marked.classes, right.classes)
        add(27, kind, right3.form)
        add(28, kind, left3.form)
        add(29, kind, right.shape << 8 | right2.shape, right3.shape << 8 | remaining)
        add(30, kind, left.form, right.form)
        add(31, kind, left2.form, right.form)
        add(32, 0, right.form, right.shape)
        add(33, 0, right.form, right2.form)
        add(34, gap, left.shape << 8 | right.shape, right2.shape)
        add(35, 0, length << 8 | start.shape, right.form)
    }

    private mutating func add(_ template: UInt64, _ kind: UInt64, _ first: UInt64 = 0, _ second: UInt64 = 0) {
        values.append(FeatureHash(template).adding(kind).adding(first).adding(second).value)
    }

    /// White space in front of a token: none, one space, more, a line end.
    private func gap(_ tokens: ArraySlice<Token>, before index: Int) -> UInt64 {
        let start = tokens[index - 1].span.end
        let end = tokens[index].span.start
        if start == end { return 0 }
        return bytes[start..<end].contains(0x0A) ? 3 : end - start == 1 ? 1 : 2
    }

    /// The number of tokens up to the next end mark, 32 at most.
    private func distanceToMark(_ tokens: ArraySlice<Token>, from index: Int) -> Int {
        let end = min(tokens.endIndex, index + 32)
        for place in index..<end where tokens[place].kind == .punctuation {
            if TokenShape(tokens[place], in: bytes).isEndMark { return place - index }
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
