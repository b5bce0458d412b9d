import GlaneurCore
import GlaneurLexicon

/// Reads one token after the other into a batch.
///
/// ``fill()`` deals with what is most of any text, a word of letters before a space or a comma; the extensions read the rest.
/// The bytes are valid UTF-8 and every offset is checked against ``end``, so the buffer needs no checks of its own.
struct TokenScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where the text starts, so that a look back stops there.
    let start: Int
    let end: Int
    let isFrench: Bool
    let lexicon: Lexicon
    let words: PhraseTable
    private let output: UnsafeMutableBufferPointer<Token>
    private var index: Int
    /// The number of tokens in the batch.
    private(set) var count = 0

    /// Whether a single opening quotation mark waits for its partner, so that `s'` is no possessive.
    var hasOpenQuote = false
    /// How many round brackets are open, so that `:)` behind a word is no emoticon.
    var openBrackets = 0
    /// No e-mail address starts before this offset: a look-ahead came here and found none.
    var noEmailBefore = 0
    /// The bytes looked at so far, for the law that says they are a few times the text.
    var bytesRead = 0

    /// The most tokens that one step may add: a word and the clitics behind it.
    private static let mostAtOnce = 4

    init(
        bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, language: Language, lexicon: Lexicon,
        output: UnsafeMutableBufferPointer<Token>
    ) {
        self.bytes = bytes
        start = range.lowerBound
        end = range.upperBound
        isFrench = language == .french
        self.lexicon = lexicon
        words = lexicon.words(language)
        self.output = output
        index = range.lowerBound
    }

    /// Fills the batch anew and tells whether there was anything left to read.
    mutating func fill() -> Bool {
        count = 0
        let limit = output.count - TokenScanner.mostAtOnce
        while index < end, count < limit {
            let byte = bytes[index]
            if (byte | 0x20) &- 0x61 < 26 {
                let run = runEnd(from: index)
                let next = self.byte(at: run)
                // Four words in five end here.
                if next == 0x20 || next == 0x2C || next == 0x0A {
                    emit(index, run, .word)
                    index = run
                } else {
                    index = word(from: index, run: run)
                }
                if next == 0x20 { skipSpace() }
            } else if byte == 0x20 {
                index += 1
            } else if byte == 0x2C {
                emit(index, index + 1, .punctuation)
                index += 1
                skipSpace()
            } else {
                index = token(at: index)
            }
        }
        return count > 0 || index < end
    }

    @inline(__always)
    private mutating func skipSpace() {
        if index < end, bytes[index] == 0x20 { index += 1 }
    }

    /// Adds a token to the batch.
    @inline(__always)
    mutating func emit(_ start: Int, _ end: Int, _ kind: Token.Kind) {
        output[count] = Token(span: ByteSpan(start, end), kind: kind)
        count += 1
    }

    /// Reads the token (or the white space) at `index`, which starts with no ASCII letter, and returns the offset behind it.
    private mutating func token(at index: Int) -> Int {
        let (scalar, length) = scalar(at: index)
        switch ScalarClass.of(scalar) {
        case .space, .newline, .control, .invisible: return index + length
        case .letter, .mark: return word(from: index, run: runEnd(from: index))
        case .digit: return number(from: index, digits: index)
        case .emoji: return sign(index, emojiEnd(from: index), .emoji)
        case .punctuation: return punctuation(scalar, at: index, length: length)
        case .symbol: return symbol(scalar, at: index, length: length)
        }
    }

    /// Adds a token and returns its end.
    mutating func sign(_ start: Int, _ end: Int, _ kind: Token.Kind) -> Int {
        emit(start, end, kind)
        return end
    }
}
