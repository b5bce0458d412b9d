import GlaneurCore
import GlaneurLexicon

/// What features say of one token: its form, shape, classes and ending, as numbers to be hashed.
struct TokenLook {
    /// The lower-case form of a word, the length of a figure, the bytes of a sign.
    var form: UInt64
    /// The shape.
    var shape: UInt64
    /// The classes of the word that say something of its place in a sentence, as bits.
    var classes: UInt64
    /// The last three bytes of a word in lower case.
    var tail: UInt64

    /// Nothing: before the first or behind the last token.
    static let edge = TokenLook(form: 0, shape: 0, classes: 0, tail: 0)

    private init(form: UInt64, shape: UInt64, classes: UInt64, tail: UInt64) {
        self.form = form
        self.shape = shape
        self.classes = classes
        self.tail = tail
    }

    /// Looks at `tokens[index]`, which may lie outside.
    init(_ tokens: TokenWindow, _ index: Int, _ lexicon: Lexicon, _ words: PhraseTable) {
        guard index >= tokens.startIndex, index < tokens.endIndex else {
            self = .edge
            return
        }
        let token = tokens[index]
        let span = token.span
        let shape = UInt64(TokenShape(token, in: tokens).rawValue)
        switch token.kind {
        case .word:
            let hash = LexemeScanner.wordHash(tokens.bytes.span, in: span.range)
            self.init(
                form: hash, shape: shape,
                classes: TokenLook.classes(words.node(of: hash), lexicon, hasPoint: tokens.bytes[span.end - 1] == 0x2E),
                tail: tokens.tail(span))
        case .number: self.init(form: UInt64(span.count), shape: shape, classes: 0, tail: 0)
        case .url, .email, .handle, .hashtag: self.init(form: shape, shape: shape, classes: 0, tail: 0)
        case .punctuation, .symbol, .emoji:
            self.init(form: tokens.head(span), shape: shape, classes: 0, tail: 0)
        }
    }

    private static func classes(_ node: PhraseTable.Node, _ lexicon: Lexicon, hasPoint: Bool) -> UInt64 {
        let classes = node.classes
        var bits: UInt64 = 1
        if classes.contains(.stop) { bits |= 2 }
        if classes.contains(.common) { bits |= 4 }
        if classes.contains(.title) { bits |= 8 }
        if classes.contains(.givenName) { bits |= 16 }
        if classes.contains(.month) || classes.contains(.weekday) { bits |= 32 }
        if hasPoint, classes.contains(.abbreviation) {
            bits |= lexicon.value(node, .abbreviation) == "inner" ? 64 : 256
        }
        if classes.contains(.speechVerb) { bits |= 128 }
        return bits
    }

}
