import GlaneurCore
import GlaneurLexicon

/// What is sure of the end of a sentence, whatever the words are.
///
/// Nothing here asks how deep quotations and brackets are nested: one mark that lacks its partner would spoil the rest of the text.
struct SentenceRules {
    let bytes: [UInt8]
    let lexicon: Lexicon
    let words: PhraseTable
    private let isFrench: Bool

    /// How many tokens are looked at in search of what usually is one or two away.
    private static let reach = 12

    /// What the rules say of a candidate.
    enum Verdict {
        /// A sentence ends here.
        case boundary(SentenceEnding)
        /// None does.
        case none
        /// It depends; `usual` is what is true more often.
        case open(usual: Bool)
    }

    init(bytes: [UInt8], lexicon: Lexicon, language: Language) {
        self.bytes = bytes
        self.lexicon = lexicon
        words = lexicon.words(language)
        isFrench = language == .french
    }

    /// What a place between two tokens looks like.
    enum Gap {
        /// No sentence ends here.
        case inside
        /// A capital or a figure on the right is all that speaks for a new sentence.
        case unmarked
        /// Something has ended, or begins.
        case marked
    }

    /// What the place in front of `tokens[index]` looks like.
    @inline(__always)
    func gap(_ tokens: ArraySlice<Token>, before index: Int) -> Gap {
        let left = tokens[index - 1]
        let right = tokens[index]
        let first = bytes[right.span.start]
        let isSmall = first &- 0x61 < 26
        // Two words, the second small: nine places in ten.
        if right.kind == .word, isSmall, left.kind == .word, right.span.count > 2, bytes[left.span.end - 1] != 0x2E {
            return .inside
        }
        guard isApart(left, right) else { return .inside }
        switch right.kind {
        case .word where isSmall && right.span.count <= 2:
            // "b." and "b)" may open an item of a list.
            if bytes[right.span.end - 1] == 0x2E || bytes[min(right.span.end, bytes.count - 1)] == 0x29 { return .marked }
        case .word where isSmall: break
        case .word where first < 0x80 || Folding.isUppercase(bytes.scalar(at: right.span.start).value):
            return isPlainWord(left) ? .unmarked : .marked
        case .word: break
        case .number:
            let behind = bytes[min(right.span.end, bytes.count - 1)]
            return isPlainWord(left) && behind != 0x2E && behind != 0x29 ? .unmarked : .marked
        case .punctuation:
            switch TokenShape(right, in: bytes) {
            case .opener, .straightQuote, .apostrophe, .bullet, .mark, .ellipsis, .stop: return .marked
            // A dash that is glued to a figure or a small word opens nothing: "-6 °C", "-lesquels".
            case .dash:
                guard index + 1 < tokens.endIndex else { return .inside }
                let next = tokens[index + 1]
                return right.span.end < next.span.start || TokenShape(next, in: bytes).mayStart ? .marked : .inside
            default: return .inside
            }
        default: return .marked
        }
        // A small word comes next: only behind a sign that something has ended.
        switch left.kind {
        case .word: return bytes[left.span.end - 1] == 0x2E ? .marked : .inside
        case .number: return .inside
        case .punctuation: return TokenShape(left, in: bytes) != .comma ? .marked : .inside
        default: return .marked
        }
    }

    /// Whether a token is a word or a figure without a point of its own.
    @inline(__always)
    private func isPlainWord(_ token: Token) -> Bool {
        (token.kind == .word || token.kind == .number) && bytes[token.span.end - 1] != 0x2E
    }

    /// Whether there is white space between, or an end mark without it.
    private func isApart(_ left: Token, _ right: Token) -> Bool {
        left.span.end < right.span.start || left.kind == .punctuation && TokenShape(left, in: bytes).isEndMark
    }

    /// What is sure of the place in front of `tokens[index]`, in the sentence that begins with `tokens[first]`.
    func verdict(_ tokens: ArraySlice<Token>, before index: Int, from first: Int) -> Verdict {
        let mark = SentenceRules.mark(tokens, before: index, from: first, in: bytes)
        let shape = TokenShape(tokens[mark], in: bytes)
        let right = TokenShape(tokens[index], in: bytes)
        if right == .stop || right == .ellipsis { return spacedEllipsis(tokens, before: index) }
        if ListItem.mayBegin(tokens[first], in: bytes), let start = ListItem(tokens, at: first, in: bytes) {
            // The words of an item stand behind its number: "1. Open the door".
            if index <= start.end { return .none }
            if let item = ListItem(tokens, at: index, in: bytes), item.follows(start) { return .boundary(.item) }
        }
        // A reference belongs to the sentence before it: "in 1805. [6] He".
        if shape.isEndMark, SentenceRules.reference(tokens, from: index, in: bytes) != nil { return .none }
        if shape == .abbreviated || shape == .initial, isInner(tokens[mark], before: right) { return .none }
        if shape == .stop, let verdict = behindSpacedEllipsis(tokens, at: mark, right: right) { return verdict }
        let isCapital = right.mayStart || right == .abbreviated && bytes[tokens[index].span.start] &- 0x61 >= 26
        if right == .small || right == .abbreviated, !isCapital {
            if goesOn(tokens, at: index, mark: mark, shape: shape) { return .none }
        }
        if shape == .semicolon, isCapital && !isOrdinary(tokens[index]) || right == .small && !isList(tokens[first..<index]) {
            return .none
        }
        if right.isNumber, shape == .stop, isNumberSign(tokens, before: mark) { return .none }
        if isCapital, right != .initial, right != .capitals, right != .mixed,
            isPlain(tokens, before: index, mark: mark) || endsAbbreviated(tokens, before: index, mark: mark, from: first)
        {
            return .boundary(.mark)
        }
        return .open(usual: isUsual(tokens, before: index, mark: mark))
    }

    /// The index of the token that may end the sentence in front of `index`: what closes quotations and brackets, and references
    /// behind them, are passed over.
    static func mark(_ tokens: ArraySlice<Token>, before index: Int, from first: Int, in bytes: [UInt8]) -> Int {
        var mark = index - 1
        // Text may be nothing but quotation marks: a bound keeps the time linear.
        let floor = max(first, index - SentenceRules.reach)
        while mark > floor {
            if mark - 2 > floor, TokenShape(tokens[mark - 3], in: bytes).mayEnd,
                reference(tokens, from: mark - 2, in: bytes) == mark + 1
            {
                mark -= 3
            } else if TokenShape(tokens[mark], in: bytes).mayClose {
                mark -= 1
            } else {
                break
            }
        }
        return mark
    }

    /// The index behind a reference that begins at `index`: `[6]`, `[…]`.
    private static func reference(_ tokens: ArraySlice<Token>, from index: Int, in bytes: [UInt8]) -> Int? {
        guard index + 2 < tokens.endIndex, tokens[index].span.count == 1, bytes[tokens[index].span.start] == 0x5B,
            tokens[index + 2].span.count == 1, bytes[tokens[index + 2].span.start] == 0x5D
        else { return nil }
        switch TokenShape(tokens[index + 1], in: bytes) {
        case .shortNumber, .number, .ellipsis: return index + 3
        default: return nil
        }
    }

    /// Whether an abbreviation has something after it here: `e.g.`, `Mme.`, `pp.`; single letters may be anything, and what is
    /// also a word, as `No.` is, is an abbreviation before a number only.
    private func isInner(_ token: Token, before right: TokenShape) -> Bool {
        let node = node(of: token)
        // "M. Musk", "Mr. Angel"
        if right.mayStart, node.classes.contains(.title), bytes[token.span.start] &- 0x61 >= 26 { return true }
        guard token.span.count > 2 else { return false }
        guard lexicon.value(node, .abbreviation) == "inner" else { return false }
        return right.isNumber || node.classes.isDisjoint(with: WordClass.Set(.stop, .common))
    }

    /// Whether a sentence goes on although there is a mark, because a small word comes next: "« Qui ? » dit-il", "Yahoo! in".
    ///
    /// Behind a full stop or a question mark people who write without capitals may begin a sentence.
    private func goesOn(_ tokens: ArraySlice<Token>, at index: Int, mark: Int, shape: TokenShape) -> Bool {
        if shape.isEndMark, mark < index - 1 { return true }
        let before = mark > tokens.startIndex ? TokenShape(tokens[mark - 1], in: bytes) : .edge
        switch shape {
        case .question where tokens[mark].span.count == 1 && bytes[tokens[mark].span.start] == 0x21:
            return isFrench || before.mayStart
        case .ellipsis, .colon, .semicolon: return isFrench
        case .stop: return isFrench && before != .small
        case .abbreviated, .url, .email, .handle: return true
        default: return TokenShape(tokens[index - 1], in: bytes) == .small
        }
    }

    /// Whether an abbreviation that may end a sentence does: a title or a word that sentences begin with follows, and the sentence
    /// is long enough to be one.
    private func endsAbbreviated(_ tokens: ArraySlice<Token>, before index: Int, mark: Int, from first: Int) -> Bool {
        guard TokenShape(tokens[mark], in: bytes) == .abbreviated, mark == index - 1, index - first >= 5,
            tokens[mark].span.end < tokens[index].span.start
        else { return false }
        return !node(of: tokens[index]).classes.isDisjoint(with: WordClass.Set(.stop, .title))
    }

    /// Whether a stop stands behind an ordinary word and white space and a capital follow: true of every such place of the French
    /// and English treebanks that the models are trained on.
    private func isPlain(_ tokens: ArraySlice<Token>, before index: Int, mark: Int) -> Bool {
        guard mark == index - 1, mark > tokens.startIndex,
            tokens[mark].span.end < tokens[index].span.start, tokens[mark - 1].kind == .word
        else { return false }
        let word = TokenShape(tokens[mark - 1], in: bytes)
        switch TokenShape(tokens[mark], in: bytes) {
        // An unknown abbreviation is short.
        case .stop where word == .small || word == .capitalized:
            return tokens[mark - 1].span.count >= 5 || isOrdinary(tokens[mark - 1]) || isOrdinary(tokens[index])
        // "Yahoo! Finance"
        case .question: return word == .small || bytes[tokens[mark].span.start] == 0x3F
        default: return false
        }
    }

    /// Whether a sentence may be items of a list with semicolons between: it begins small or with a sign, or has a colon. In
    /// running text no semicolon ends a sentence, and a capital behind one is that of a name.
    private func isList(_ sentence: ArraySlice<Token>) -> Bool {
        guard let first = sentence.first, TokenShape(first, in: bytes).mayStart else { return true }
        return sentence.suffix(64).contains { $0.kind == .punctuation && bytes[$0.span.start] == 0x3A }
    }

    /// Whether the token before a stop is a sign for a number: `N°. 12`.
    private func isNumberSign(_ tokens: ArraySlice<Token>, before mark: Int) -> Bool {
        guard mark > tokens.startIndex else { return false }
        let span = tokens[mark - 1].span
        // The degree sign or the masculine ordinal.
        return span.count >= 2 && bytes[span.end - 2] == 0xC2 && [0xB0, 0xBA].contains(bytes[span.end - 1])
    }

    private func isOrdinary(_ word: Token) -> Bool {
        !node(of: word).classes.isDisjoint(with: WordClass.Set(.stop, .common))
    }

    private func node(of token: Token) -> PhraseTable.Node {
        words.node(of: LexemeScanner.wordHash(bytes.span, in: token.span.range))
    }

    /// Points with spaces between: none of them ends the sentence but a first one that is glued to its word, as in
    /// "compounds. . . . The practice".
    private func spacedEllipsis(_ tokens: ArraySlice<Token>, before index: Int) -> Verdict {
        guard TokenShape(tokens[index - 1], in: bytes) == .stop, index - 2 >= tokens.startIndex,
            tokens[index - 2].span.end == tokens[index - 1].span.start
        else { return .none }
        var end = index
        let limit = min(tokens.endIndex, index + SentenceRules.reach)
        while end < limit, TokenShape(tokens[end], in: bytes) == .stop { end += 1 }
        guard end < limit, end - index >= 3 else { return .none }
        switch TokenShape(tokens[end], in: bytes) {
        case .capitalized, .letter, .capitals: return .boundary(.mark)
        default: return .none
        }
    }

    /// What is behind points with spaces between: three are an ellipsis in the sentence, a fourth is its end.
    private func behindSpacedEllipsis(_ tokens: ArraySlice<Token>, at mark: Int, right: TokenShape) -> Verdict? {
        var first = mark
        let floor = max(tokens.startIndex, mark - SentenceRules.reach)
        while first > floor, TokenShape(tokens[first - 1], in: bytes) == .stop { first -= 1 }
        guard first < mark else { return nil }
        let isGlued = first > tokens.startIndex && tokens[first - 1].span.end == tokens[first].span.start
        return mark - first >= 3 && !isGlued && right.mayStart ? .boundary(.mark) : Verdict.none
    }

    /// Whether a sentence usually ends here: behind an end mark, in front of what can begin one.
    private func isUsual(_ tokens: ArraySlice<Token>, before index: Int, mark: Int) -> Bool {
        switch TokenShape(tokens[mark], in: bytes) {
        case .stop, .question: return mayStart(tokens, at: index)
        case .ellipsis, .abbreviated: return mayStart(tokens, at: index) && isKnownWord(tokens, at: index)
        default: return false
        }
    }

    /// Whether a sentence may start with the token at `index`: a capital, a figure, an opening mark or a dash before one.
    private func mayStart(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
        for place in index..<min(tokens.endIndex, index + SentenceRules.reach) {
            switch TokenShape(tokens[place], in: bytes) {
            case .small, .email, .edge: return false
            case .opener, .straightQuote, .apostrophe, .dash, .bullet: continue
            case .closer, .comma, .stop, .question, .ellipsis, .colon, .semicolon: return false
            default: return true
            }
        }
        return false
    }

    /// Whether the first word from `index` on is one that any sentence can start with, and no name.
    private func isKnownWord(_ tokens: ArraySlice<Token>, at index: Int) -> Bool {
        guard let word = tokens[index...].prefix(SentenceRules.reach).first(where: { $0.kind == .word }) else {
            return true
        }
        let node = node(of: word)
        // An initial is no elision, though "J." has the letter of "j'"; "M." may begin a sentence.
        if bytes[word.span.end - 1] == 0x2E, !node.classes.contains(.title) { return false }
        return !node.classes.isDisjoint(with: WordClass.Set(.stop, .common, .elision))
    }
}
