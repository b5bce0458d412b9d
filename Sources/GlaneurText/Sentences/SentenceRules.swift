import GlaneurCore
import GlaneurLexicon

/// What is sure of the end of a sentence, whatever the words are.
///
/// Nothing here asks how deep quotations and brackets are nested: one mark that lacks its partner would spoil the rest of the text.
final class SentenceRules {
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

    init(lexicon: Lexicon, language: Language) {
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
    func gap(_ tokens: TokenWindow, before index: Int) -> Gap {
        let left = tokens[index - 1]
        let right = tokens[index]
        let first = tokens.bytes[right.span.start]
        let last = tokens.bytes[left.span.end - 1]
        let isSmall = first &- 0x61 < 26
        // Two words, the second small, or a comma before it: nine places in ten.
        // Only "b." and "b)" may open an item of a list.
        if right.kind == .word, isSmall, left.kind == .word && last != 0x2E || last == 0x2C && left.span.count == 1,
            right.span.count > 2 || tokens.last(right) != 0x2E && tokens.behind(right) != 0x29
        {
            return .inside
        }
        // A comma behind its word, a word behind its bracket.
        if left.span.end == right.span.start, last != 0x2E, last != 0x21, last != 0x3F, last < 0x80 { return .inside }
        return rareGap(tokens, before: index, isSmall: isSmall)
    }

    private func rareGap(_ tokens: TokenWindow, before index: Int, isSmall: Bool) -> Gap {
        let left = tokens[index - 1]
        let right = tokens[index]
        let mark = TokenShape(quick: left, in: tokens)
        guard left.span.end < right.span.start || mark.isEndMark else { return .inside }
        // A no-break space breaks no sentence: "12 000 GPU", "5,5 %", "20 Md€".
        if tokens.isBound(left, right), !isMarked(tokens, before: index, mark) { return .inside }
        switch right.kind {
        case .word:
            let first = tokens.bytes[right.span.start]
            let behind = tokens.behind(right)
            // "b." and "b)" may open an item of a list.
            if right.span.count <= 2, isSmall, tokens.bytes[right.span.end - 1] == 0x2E || behind == 0x29 {
                return .marked
            }
            let isCapital = !isSmall && (first < 0x80 || Folding.isUppercase(tokens.scalar(at: right.span.start).value))
            if isCapital {
                if isMarked(tokens, before: index, mark) { return .marked }
                // "le groupe Dassault S.A.", "12 000 GPU H100"
                if tokens.last(right) == 0x2E && mark == .capitalized || tokens.last(right) &- 0x30 < 10 {
                    return .inside
                }
                return .unmarked
            }
        case .number:
            // "2." and "2)" may open an item of a list.
            let behind = tokens.behind(right)
            let mayBeItem = right.span.count <= 2 && (behind == 0x2E || behind == 0x29)
            return mayBeItem || isMarked(tokens, before: index, mark) ? .marked : .unmarked
        case .punctuation:
            switch TokenShape(quick: right, in: tokens) {
            case .bullet, .ellipsis, .stop: return .marked
            case .mark where left.kind == .number: return .inside
            // A straight quotation mark without a space before it closes.
            case .straightQuote where left.span.end == right.span.start: return .inside
            case .apostrophe where left.span.end == right.span.start: return .inside
            case .opener, .straightQuote, .apostrophe, .mark:
                return isMarked(tokens, before: index, mark) ? .marked : .unmarked
            // A dash that is glued to a figure or a small word opens nothing: "-6 °C", "-lesquels".
            case .dash:
                guard index + 1 < tokens.endIndex else { return .inside }
                let next = tokens[index + 1]
                guard right.span.end < next.span.start || TokenShape(quick: next, in: tokens).mayStart else {
                    return .inside
                }
                return isMarked(tokens, before: index, mark) ? .marked : .unmarked
            default: return .inside
            }
        default: return isMarked(tokens, before: index, mark) ? .marked : .unmarked
        }
        // A small word comes next: only behind a sign that something has ended.
        switch left.kind {
        case .word: return mark == .abbreviated ? .marked : .inside
        case .number: return .inside
        case .punctuation: return mark == .comma ? .inside : isMarked(tokens, before: index, mark) ? .marked : .unmarked
        default: return .unmarked
        }
    }

    /// Whether an end mark, an abbreviation or a semicolon stands before the place, perhaps with closers behind it.
    private func isMarked(_ tokens: TokenWindow, before index: Int, _ left: TokenShape) -> Bool {
        var left = left
        var place = index - 1
        while left.mayClose, place > tokens.startIndex, place > index - 4 {
            place -= 1
            left = TokenShape(quick: tokens[place], in: tokens)
        }
        if left.isEndMark || left == .abbreviated || left == .semicolon { return true }
        // "2) Drain" and "b) the bills"
        return place < index - 1 && tokens[place].span.count <= 2 && (left == .number || left == .small)
    }

    /// What is sure of the place in front of `tokens[index]`, in the sentence that begins with `tokens[first]`.
    func verdict(_ tokens: TokenWindow, before index: Int, from first: Int) -> Verdict {
        if isPlainest(tokens, before: index, from: first) { return .boundary(.mark) }
        let mark = SentenceRules.mark(tokens, before: index, from: first)
        let shape = TokenShape(tokens[mark], in: tokens)
        let right = TokenShape(tokens[index], in: tokens)
        if right == .stop || right == .ellipsis { return spacedEllipsis(tokens, before: index) }
        if ListItem.mayBegin(tokens[first], in: tokens), let start = ListItem(tokens, at: first) {
            // The words of an item stand behind its number: "1. Open the door".
            if index <= start.end { return .none }
            if let item = ListItem(tokens, at: index), item.follows(start) { return .boundary(.item) }
        }
        // A reference belongs to the sentence before it: "in 1805. [6] He".
        if shape.isEndMark, SentenceRules.reference(tokens, from: index) != nil { return .none }
        if shape == .initial,
            mark == first || right == .initial || TokenShape(quick: tokens[mark - 1], in: tokens) == .abbreviated
        {
            // "J. R. Stone", "J.-M. G. Le Clézio"
            return .none
        }
        // "– Tu viens ? – Oui."
        if right == .dash, shape.isEndMark, TokenShape(quick: tokens[first], in: tokens) == .dash {
            return .boundary(.mark)
        }
        if shape == .abbreviated || shape == .initial, isInner(tokens, at: mark, before: right) { return .none }
        if shape == .stop, let verdict = behindSpacedEllipsis(tokens, at: mark, right: right) { return verdict }
        let isCapital = right.mayStart || right == .abbreviated && tokens.bytes[tokens[index].span.start] &- 0x61 >= 26
        if right == .small || right == .abbreviated, !isCapital {
            if goesOn(tokens, at: index, mark: mark, shape: shape) { return .none }
        }
        if shape == .semicolon,
            isCapital && !isOrdinary(tokens, at: index) || right == .small && !isList(tokens, from: first, to: index)
        {
            return .none
        }
        if right.isNumber, shape == .stop, isNumberSign(tokens, before: mark) { return .none }
        if shape == .initial, right == .capitalized, isName(tokens, at: mark, from: first, before: index) {
            return .boundary(.mark)
        }
        if right == .opener || right == .straightQuote, beginsQuotation(tokens, at: index, mark: mark) {
            return .boundary(.mark)
        }
        if right == .initial, shape == .stop, mark - 1 > first, isOrdinary(tokens, at: mark - 1),
            TokenShape(quick: tokens[mark - 1], in: tokens) == .small
        {
            return .boundary(.mark)
        }
        if isCapital, right != .initial, right != .capitals, right != .mixed,
            isPlain(tokens, before: index, mark: mark)
                || endsAbbreviated(tokens, before: index, mark: mark, from: first)
        {
            return .boundary(.mark)
        }
        return .open(usual: isUsual(tokens, before: index, mark: mark))
    }

    /// The index of the token that may end the sentence in front of `index`: what closes quotations and brackets, and references
    /// behind them, are passed over.
    static func mark(_ tokens: TokenWindow, before index: Int, from first: Int) -> Int {
        var mark = index - 1
        // Text may be nothing but quotation marks: a bound keeps the time linear.
        let floor = max(first, index - SentenceRules.reach)
        while mark > floor {
            if mark - 2 > floor, TokenShape(tokens[mark - 3], in: tokens).mayEnd,
                reference(tokens, from: mark - 2) == mark + 1
            {
                mark -= 3
            } else if TokenShape(tokens[mark], in: tokens).mayClose {
                mark -= 1
            } else {
                break
            }
        }
        return mark
    }

    /// The index behind a reference that begins at `index`: `[6]`, `[…]`.
    private static func reference(_ tokens: TokenWindow, from index: Int) -> Int? {
        guard index + 2 < tokens.endIndex, tokens[index].span.count == 1,
            tokens.bytes[tokens[index].span.start] == 0x5B,
            tokens[index + 2].span.count == 1, tokens.bytes[tokens[index + 2].span.start] == 0x5D
        else { return nil }
        switch TokenShape(tokens[index + 1], in: tokens) {
        case .shortNumber, .number, .ellipsis: return index + 3
        default: return nil
        }
    }

    /// Whether an abbreviation has something after it here: `e.g.`, `Mme.`, `pp.`; single letters may be anything, and what is
    /// also a word, as `No.` is, is an abbreviation before a number only.
    private func isInner(_ tokens: TokenWindow, at mark: Int, before right: TokenShape) -> Bool {
        let token = tokens[mark]
        let node = node(tokens, at: mark)
        // "M. Musk", "Mr. Angel"
        if right.mayStart, node.classes.contains(.title), tokens.bytes[token.span.start] &- 0x61 >= 26 { return true }
        guard token.span.count > 2 else { return false }
        guard lexicon.value(node, .abbreviation) == "inner" else { return false }
        return right.isNumber || node.classes.isDisjoint(with: WordClass.Set(.stop, .common))
    }

    /// Whether a sentence goes on although there is a mark, because a small word comes next: "« Qui ? » dit-il", "Yahoo! in".
    ///
    /// Behind a full stop or a question mark people who write without capitals may begin a sentence.
    private func goesOn(_ tokens: TokenWindow, at index: Int, mark: Int, shape: TokenShape) -> Bool {
        if shape.isEndMark, mark < index - 1 { return true }
        let before = mark > tokens.startIndex ? TokenShape(tokens[mark - 1], in: tokens) : .edge
        switch shape {
        case .question where tokens[mark].span.count == 1 && tokens.bytes[tokens[mark].span.start] == 0x21:
            return isFrench || before.mayStart
        case .ellipsis, .colon, .semicolon: return isFrench
        case .stop: return isFrench && before != .small
        case .abbreviated, .initial, .url, .email, .handle: return true
        default: return TokenShape(tokens[index - 1], in: tokens) == .small
        }
    }

    /// Whether a capital with a point is no initial but a name of one letter that ends its sentence, as in `sur X`.
    ///
    /// A small word stands before it, and a function word that begins no surname behind it.
    private func isName(_ tokens: TokenWindow, at mark: Int, from first: Int, before index: Int) -> Bool {
        guard mark == index - 1, mark - 3 >= first, TokenShape(quick: tokens[mark - 1], in: tokens) == .small else {
            return false
        }
        // "Entre-temps" is known by its first part.
        let span = tokens[index].span
        let end = span.range.first { tokens.bytes[$0] == 0x2D } ?? span.end
        let classes = words.node(of: LexemeScanner.wordHash(tokens.bytes.span, in: span.start..<end)).classes
        return classes.contains(.stop) && !classes.contains(.particle)
    }

    /// Whether an abbreviation that may end a sentence does: a title or a word that sentences begin with follows, and the sentence
    /// is long enough to be one.
    private func endsAbbreviated(_ tokens: TokenWindow, before index: Int, mark: Int, from first: Int) -> Bool {
        guard TokenShape(tokens[mark], in: tokens) == .abbreviated, mark == index - 1, index - first >= 5,
            tokens[mark].span.end < tokens[index].span.start
        else { return false }
        let classes = node(tokens, at: index).classes
        return classes.contains(.stop) || classes.contains(.title) && tokens.last(tokens[index]) == 0x2E
    }

    /// Whether a full stop stands behind a long small word, and a capital follows: the commonest end by far.
    private func isPlainest(_ tokens: TokenWindow, before index: Int, from first: Int) -> Bool {
        let mark = tokens[index - 1]
        let right = tokens[index]
        guard mark.span.count == 1, tokens.first(mark) == 0x2E, index - 2 > first, right.kind == .word,
            right.span.count > 1, tokens.first(right) &- 0x41 < 26, tokens.last(right) &- 0x61 < 26,
            mark.span.end < right.span.start
        else { return false }
        let word = tokens[index - 2]
        return word.kind == .word && word.span.count >= 5 && tokens.first(word) &- 0x61 < 26
            && word.span.end == mark.span.start
    }

    /// Whether a stop stands behind an ordinary word and white space and a capital follow: true of every such place of the French
    /// and English treebanks that the models are trained on.
    private func isPlain(_ tokens: TokenWindow, before index: Int, mark: Int) -> Bool {
        guard mark == index - 1, mark > tokens.startIndex,
            tokens[mark].span.end < tokens[index].span.start,
            tokens[mark - 1].kind == .word || tokens[mark - 1].kind == .number
        else { return false }
        let word = TokenShape(tokens[mark - 1], in: tokens)
        switch TokenShape(tokens[mark], in: tokens) {
        case .stop where word == .fourDigits || word == .number || word == .capitals || word == .mixed:
            return isOrdinary(tokens, at: index)
        // An unknown abbreviation is short.
        case .stop where word == .small || word == .capitalized:
            return tokens[mark - 1].span.count >= 5 || isOrdinary(tokens, at: mark - 1) || isOrdinary(tokens, at: index)
        // "Yahoo! Finance"
        case .question: return word == .small || tokens.bytes[tokens[mark].span.start] == 0x3F
        default: return false
        }
    }

    /// Whether a sentence may be items of a list with semicolons between: it begins small or with a sign, or has a colon.
    ///
    /// In running text no semicolon ends a sentence, and a capital behind one is that of a name.
    private func isList(_ tokens: TokenWindow, from first: Int, to end: Int) -> Bool {
        guard TokenShape(tokens[first], in: tokens).mayStart else { return true }
        return (max(first, end - 64)..<end).contains {
            tokens[$0].kind == .punctuation && tokens.first(tokens[$0]) == 0x3A
        }
    }

    /// Whether a quotation that begins with a capital follows an end mark behind a small word: "Qui reste ? « Personne »".
    private func beginsQuotation(_ tokens: TokenWindow, at index: Int, mark: Int) -> Bool {
        guard mark == index - 1, mark > tokens.startIndex, index + 1 < tokens.endIndex, tokens[mark].span.count == 1,
            TokenShape(quick: tokens[mark - 1], in: tokens) == .small, tokens[mark - 1].span.count > 1
        else { return false }
        switch TokenShape(quick: tokens[mark], in: tokens) {
        case .stop, .question: return TokenShape(quick: tokens[index + 1], in: tokens) == .capitalized
        default: return false
        }
    }

    /// Whether the token before a stop is a sign for a number: `N°. 12`.
    private func isNumberSign(_ tokens: TokenWindow, before mark: Int) -> Bool {
        guard mark > tokens.startIndex else { return false }
        let span = tokens[mark - 1].span
        // The degree sign or the masculine ordinal.
        return span.count >= 2 && tokens.bytes[span.end - 2] == 0xC2
            && [0xB0, 0xBA].contains(tokens.bytes[span.end - 1])
    }

    private func isOrdinary(_ tokens: TokenWindow, at index: Int) -> Bool {
        !node(tokens, at: index).classes.isDisjoint(with: WordClass.Set(.stop, .common))
    }

    private func node(_ tokens: TokenWindow, at index: Int) -> PhraseTable.Node {
        words.node(of: LexemeScanner.wordHash(tokens.bytes.span, in: tokens[index].span.range))
    }

    /// Tells of points with spaces between that none ends the sentence but a first one that is glued to its word.
    ///
    /// "compounds. . . . The practice"
    private func spacedEllipsis(_ tokens: TokenWindow, before index: Int) -> Verdict {
        guard TokenShape(tokens[index - 1], in: tokens) == .stop, index - 2 >= tokens.startIndex,
            tokens[index - 2].span.end == tokens[index - 1].span.start
        else { return .none }
        var end = index
        let limit = min(tokens.endIndex, index + SentenceRules.reach)
        while end < limit, TokenShape(tokens[end], in: tokens) == .stop { end += 1 }
        guard end < limit, end - index >= 3 else { return .none }
        switch TokenShape(tokens[end], in: tokens) {
        case .capitalized, .letter, .capitals: return .boundary(.mark)
        default: return .none
        }
    }

    /// What is behind points with spaces between: three are an ellipsis in the sentence, a fourth is its end.
    private func behindSpacedEllipsis(_ tokens: TokenWindow, at mark: Int, right: TokenShape) -> Verdict? {
        var first = mark
        let floor = max(tokens.startIndex, mark - SentenceRules.reach)
        while first > floor, TokenShape(tokens[first - 1], in: tokens) == .stop { first -= 1 }
        guard first < mark else { return nil }
        let isGlued = first > tokens.startIndex && tokens[first - 1].span.end == tokens[first].span.start
        return mark - first >= 3 && !isGlued && right.mayStart ? .boundary(.mark) : Verdict.none
    }

    /// Whether a sentence usually ends here: behind an end mark, in front of what can begin one.
    private func isUsual(_ tokens: TokenWindow, before index: Int, mark: Int) -> Bool {
        switch TokenShape(tokens[mark], in: tokens) {
        case .stop, .question: return mayStart(tokens, at: index)
        case .ellipsis, .abbreviated: return mayStart(tokens, at: index) && isKnownWord(tokens, at: index)
        default: return false
        }
    }

    /// Whether a sentence may start with the token at `index`: a capital, a figure, an opening mark or a dash before one.
    private func mayStart(_ tokens: TokenWindow, at index: Int) -> Bool {
        for place in index..<min(tokens.endIndex, index + SentenceRules.reach) {
            switch TokenShape(tokens[place], in: tokens) {
            case .small, .email, .edge: return false
            case .opener, .straightQuote, .apostrophe, .dash, .bullet: continue
            case .closer, .comma, .stop, .question, .ellipsis, .colon, .semicolon: return false
            default: return true
            }
        }
        return false
    }

    /// Whether the first word from `index` on is one that any sentence can start with, and no name.
    private func isKnownWord(_ tokens: TokenWindow, at index: Int) -> Bool {
        let limit = min(tokens.endIndex, index + SentenceRules.reach)
        guard let place = (index..<limit).first(where: { tokens[$0].kind == .word }) else { return true }
        let word = tokens[place]
        let node = node(tokens, at: place)
        // An initial is no elision, though "J." has the letter of "j'"; "M." may begin a sentence.
        if tokens.bytes[word.span.end - 1] == 0x2E, !node.classes.contains(.title) { return false }
        return !node.classes.isDisjoint(with: WordClass.Set(.stop, .common, .elision))
    }
}
