package import GlaneurCore
package import GlaneurLexicon

/// Cuts text into surface tokens after the conventions of Universal Dependencies for French and English.
///
/// One algorithm serves both languages; what differs (elision, clitics, prefixes, abbreviations) stands in the word tables. The
/// straight and the curly apostrophe are one, and every no-break or thin space may stand between digit groups.
package struct Tokenizer: Sendable {
    let language: Language
    let words: PhraseTable

    /// Makes the tokenizer of a language; English for any but French.
    package init(lexicon: Lexicon, language: Language) {
        self.language = language == .french ? .french : .english
        words = lexicon.words(self.language)
    }

    /// Appends the tokens of `bytes[range]`, valid UTF-8.
    package func tokenize(_ bytes: [UInt8], in range: Range<Int>, into tokens: inout [Token]) {
        var scanner = TokenScanner(bytes: bytes, end: range.upperBound, language: language, words: words)
        var index = range.lowerBound
        while index < range.upperBound {
            let (next, kind) = scanner.token(at: index)
            if let kind { tokens.append(Token(span: ByteSpan(index, next), kind: kind)) }
            index = next
        }
    }
}

/// Reads one token after the other.
struct TokenScanner {
    let bytes: [UInt8]
    let end: Int
    let isFrench: Bool
    let words: PhraseTable
    /// Whether a single opening quotation mark waits for its partner, so that `s'` is no possessive.
    private var hasOpenQuote = false
    /// The clitic (`-il`, `-t-il`) that comes next, as the word in front of it has found it.
    var pendingClitic: Range<Int>?

    init(bytes: [UInt8], end: Int, language: Language, words: PhraseTable) {
        self.bytes = bytes
        self.end = end
        isFrench = language == .french
        self.words = words
    }

    /// Returns the offset behind the token (or the white space) at `index`, and what kind of token it is.
    mutating func token(at index: Int) -> (next: Int, kind: Token.Kind?) {
        if let clitic = pendingClitic, clitic.lowerBound == index { return (cliticToken(clitic), .word) }
        let (scalar, length) = bytes.scalar(at: index)
        switch ScalarClass.of(scalar) {
        case .space, .newline, .control, .invisible: return (index + length, nil)
        case .letter, .mark: return word(at: index)
        case .digit: return (number(at: index), .number)
        case .emoji: return (emojiSequence(at: index), .emoji)
        case .punctuation: return punctuation(scalar, at: index, length: length)
        case .symbol: return (symbol(at: index, length: length), .symbol)
        }
    }

    // MARK: Looking ahead

    /// The class of the scalar at `index`, or white space behind the end.
    func kind(at index: Int) -> ScalarClass {
        index < end ? ScalarClass.of(bytes.scalar(at: index).value) : .newline
    }

    /// The byte at `index`, or a line feed behind the end.
    func byte(at index: Int) -> UInt8 { index < end ? bytes[index] : 0x0A }

    /// The length of an apostrophe, straight or curly, that starts at `index`; 0 where there is none.
    func apostrophe(at index: Int) -> Int {
        switch byte(at: index) {
        case 0x27: 1
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99: 3
        case 0xCA where index + 1 < end && bytes[index + 1] == 0xBC: 2
        default: 0
        }
    }

    /// The length of a hyphen, U+002D, U+2010 or U+2011, that starts at `index`; 0 where there is none.
    func hyphen(at index: Int) -> Int {
        switch byte(at: index) {
        case 0x2D: 1
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && (bytes[index + 2] | 1) == 0x91: 3
        default: 0
        }
    }

    /// The offset behind the run of letters, digits, marks and invisible characters that starts at `index`.
    func runEnd(from index: Int) -> Int {
        var index = index
        while index < end {
            let byte = bytes[index]
            if byte < 0x80 {
                guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x5F else { return index }
                index += 1
                continue
            }
            let (scalar, length) = bytes.scalar(at: index)
            switch ScalarClass.beyondASCII(scalar) {
            case .letter, .digit, .mark, .invisible: index += length
            default: return index
            }
        }
        return index
    }

    func isUppercase(at index: Int) -> Bool {
        index < end && Folding.isUppercase(bytes.scalar(at: index).value)
    }

    func node(_ range: Range<Int>, behind state: UInt32 = 0) -> PhraseTable.Node {
        words.node(of: LexemeScanner.wordHash(bytes.span, in: range), behind: state)
    }

    // MARK: Marks and signs

    private mutating func punctuation(_ scalar: UInt32, at index: Int, length: Int) -> (next: Int, kind: Token.Kind) {
        switch scalar {
        case 0x2E: return (repeated(from: index) { $0 == 0x2E }, .punctuation)
        case 0x21, 0x3F: return (repeated(from: index) { $0 == 0x21 || $0 == 0x3F }, .punctuation)
        case 0x2D, 0x2A, 0x5F: return (repeated(from: index) { $0 == UInt8(scalar) }, .punctuation)
        case 0x40 where kind(at: index + 1) == .letter: return (runEnd(from: index + 1), .handle)
        case 0x23 where kind(at: index + 1) == .letter: return (runEnd(from: index + 1), .hashtag)
        case 0x3A, 0x3B:
            let end = emoticonEnd(at: index)
            return end > index ? (end, .emoji) : (index + 1, .punctuation)
        case 0x27, 0x2018, 0x2019:
            // "'68" and "'em" are figures and words with a dropped beginning.
            hasOpenQuote = scalar == 0x2018 || (scalar == 0x27 && !hasOpenQuote)
            return (index + length, .punctuation)
        default: return (index + length, .punctuation)
        }
    }

    private func repeated(from index: Int, _ holds: (UInt8) -> Bool) -> Int {
        var index = index
        while index < end, holds(bytes[index]) { index += 1 }
        return index
    }

    /// `:)` `:-(` `;)` `:D` and their like, behind white space only.
    private func emoticonEnd(at index: Int) -> Int {
        guard index == 0 || bytes[index - 1] <= 0x20 else { return index }
        let nose = byte(at: index + 1) == 0x2D ? 1 : 0
        switch byte(at: index + 1 + nose) {
        case 0x29, 0x28, 0x44, 0x50, 0x70, 0x2F, 0x7C: break
        default: return index
        }
        let after = index + 2 + nose
        return kind(at: after) == .letter || kind(at: after) == .digit ? index : after
    }

    private func symbol(at index: Int, length: Int) -> Int {
        // "<3"
        if bytes[index] == 0x3C, byte(at: index + 1) == 0x33, kind(at: index + 2) != .digit { return index + 2 }
        return index + length
    }

    private func emojiSequence(at index: Int) -> Int {
        var index = index + bytes.scalar(at: index).length
        while index < end {
            let (scalar, length) = bytes.scalar(at: index)
            switch scalar {
            case 0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3, 0xE0020...0xE007F: index += length
            case 0x200D where kind(at: index + length) == .emoji:
                index += length
                index += bytes.scalar(at: index).length
            case 0x1F1E6...0x1F1FF: return index + length
            default: return index
            }
        }
        return index
    }

    /// Notes that the pending single quotation mark has its partner.
    mutating func closeQuote() { hasOpenQuote = false }

    /// Whether a single quotation mark that comes now opens nothing.
    var hasNoOpenQuote: Bool { !hasOpenQuote }
}
