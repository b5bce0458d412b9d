import GlaneurCore
import GlaneurLexicon

/// Splits the tokens of one block into sentences.
///
/// A sentence ends behind `.` `!` `?` or `…` with the closing quotes and brackets that follow, where white space and then a
/// capital, a figure, an opening quote or a dash come next. An ellipsis in front of a name goes on, and so does a sentence
/// behind an abbreviation that always has something after it. `:` and `;` never end one.
struct SentenceSplitter {
    private let bytes: [UInt8]
    private let words: PhraseTable

    init(bytes: [UInt8], words: PhraseTable) {
        self.bytes = bytes
        self.words = words
    }

    /// Appends the spans of the sentences that the tokens of a block make, in order.
    func split(_ tokens: ArraySlice<Token>, into spans: inout [ByteSpan]) {
        guard var first = tokens.indices.first else { return }
        var index = first
        while index < tokens.endIndex {
            guard let end = boundary(in: tokens, at: index) else {
                index += 1
                continue
            }
            spans.append(ByteSpan(tokens[first].span.start, tokens[end - 1].span.end))
            first = end
            index = end
        }
        if first < tokens.endIndex, let last = tokens.last {
            spans.append(ByteSpan(tokens[first].span.start, last.span.end))
        }
    }

    /// Returns the index behind the sentence that the token at `index` ends, if it ends one before the block does.
    private func boundary(in tokens: ArraySlice<Token>, at index: Int) -> Int? {
        let token = tokens[index]
        let mark = endMark(token)
        guard mark != .none else { return nil }
        var next = index + 1
        while next < tokens.endIndex, isCloser(tokens[next], behind: tokens[next - 1]) { next += 1 }
        guard next < tokens.endIndex, tokens[next].span.start > tokens[next - 1].span.end else { return nil }
        guard mayStart(tokens, at: next) else { return nil }
        switch mark {
        case .none: return nil
        case .stop: return isListNumber(tokens, before: index) ? nil : next
        case .ellipsis, .abbreviation: return isKnownWord(tokens, at: next) ? next : nil
        }
    }

    private enum EndMark {
        case none, stop, ellipsis, abbreviation
    }

    private func endMark(_ token: Token) -> EndMark {
        let start = token.span.start
        switch token.kind {
        case .punctuation:
            switch bytes[start] {
            case 0x2E: return token.span.count > 1 ? .ellipsis : .stop
            case 0x21, 0x3F: return .stop
            case 0xE2 where token.span.count == 3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xA6:
                return .ellipsis
            default: return .none
            }
        case .word where bytes[token.span.end - 1] == 0x2E: return .abbreviation
        default: return .none
        }
    }

    /// Whether a token closes a quotation or a bracket; a straight quotation mark does where it stands without a space.
    private func isCloser(_ token: Token, behind previous: Token) -> Bool {
        guard token.kind == .punctuation else { return false }
        switch bytes.scalar(at: token.span.start).value {
        case 0xBB, 0x201D, 0x2019, 0x29, 0x5D, 0x203A: return true
        case 0x22, 0x27: return token.span.start == previous.span.end
        default: return false
        }
    }

    /// Whether a sentence may start with the token at `index`: a capital, a figure, an opening mark or a dash before one.
    private func mayStart(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
        var index = index
        while index < tokens.endIndex {
            let token = tokens[index]
            let scalar = bytes.scalar(at: token.span.start).value
            switch token.kind {
            case .word: return Folding.isUppercase(scalar) || ScalarClass.of(scalar) == .letter && isMixedCase(token)
            case .number, .emoji, .handle, .hashtag, .url, .symbol: return true
            case .email: return false
            case .punctuation:
                switch scalar {
                case 0xAB, 0x201C, 0x22, 0x28, 0x5B, 0x2018, 0x27, 0x2D, 0x2013, 0x2014, 0xA1, 0xBF, 0x2022, 0x2039:
                    index += 1
                default: return false
                }
            }
        }
        return false
    }

    /// Whether a word that starts with a small letter has a capital inside: `xAI`, `iPhone`.
    private func isMixedCase(_ token: Token) -> Bool {
        token.span.range.dropFirst().contains { bytes[$0] >= 0x41 && bytes[$0] <= 0x5A }
    }

    /// Whether the first word from `index` on is one that any sentence can start with, and no name.
    private func isKnownWord(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
        guard let word = tokens[index...].first(where: { $0.kind == .word }) else { return true }
        let node = words.node(of: LexemeScanner.wordHash(bytes.span, in: word.span.range))
        // An initial is no elision, though "J." has the letter of "j'"; "M." may begin a sentence.
        if bytes[word.span.end - 1] == 0x2E, !node.classes.contains(.title) { return false }
        return !node.classes.isDisjoint(with: WordClass.Set(.stop, .common, .elision))
    }

    /// Whether the point at `index` belongs to a number that opens a list item: the number is the first token.
    private func isListNumber(_ tokens: ArraySlice<Token>, before index: Int) -> Bool {
        index == tokens.startIndex + 1 && tokens[index - 1].kind == .number && tokens[index - 1].span.count <= 2
    }
}
