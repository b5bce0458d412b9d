import GlaneurCore
import GlaneurLexicon

/// A phrase of a word class, found in a passage.
struct WordPhrase {
    /// The index of its first lexeme.
    let start: Int
    /// The index behind its last lexeme.
    let end: Int
    /// What the word table knows of it.
    let node: PhraseTable.Node
}

/// A passage as the readers of amounts and dates share it.
///
/// It is one reference where a passage is four to count for each reader. Indices beyond its ends are allowed and know nothing.
final class PassageReader: Sendable {
    let lexicon: Lexicon
    let language: Language
    let bytes: [UInt8]
    let span: ByteSpan
    let lexemes: [Lexeme]
    let published: String?
    /// The words of the passage's language.
    let words: PhraseTable

    /// Makes a reader of a passage.
    init(_ passage: Passage) {
        lexicon = passage.lexicon
        language = passage.language
        bytes = passage.bytes
        span = passage.span
        lexemes = passage.lexemes
        published = passage.published
        words = passage.words
    }

    /// The language's code, `fr` or `en`, for the names of rules.
    var languageCode: String { language == .french ? "fr" : "en" }

    /// Returns the bytes of the lexemes of a range as a string.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[span(range).range], as: UTF8.self)
    }

    /// Returns the span from the first to the last of a range of lexemes.
    func span(_ range: Range<Int>) -> ByteSpan {
        ByteSpan(Int(lexemes[range.lowerBound].start), Int(lexemes[range.upperBound - 1].end))
    }

    /// The lexeme at an index, if there is one that means something.
    @inline(__always)
    func lexeme(_ index: Int) -> Lexeme? {
        guard index >= 0, index < lexemes.count, !lexemes[index].shape.contains(.opaque) else { return nil }
        return lexemes[index]
    }

    /// Whether the word at an index belongs to a class.
    @inline(__always)
    func belongs(_ index: Int, _ wordClass: WordClass) -> Bool {
        index >= 0 && index < lexemes.count && lexemes[index].classes.contains(wordClass)
    }

    /// The number that the word at an index has in a class.
    func number(_ index: Int, _ wordClass: WordClass) -> Int? {
        guard belongs(index, wordClass) else { return nil }
        return lexicon.number(lexemes[index].words, wordClass)
    }

    /// The value that the word at an index has in a class.
    func value(_ index: Int, _ wordClass: WordClass) -> String? {
        guard belongs(index, wordClass) else { return nil }
        return lexicon.value(lexemes[index].words, wordClass)
    }

    /// Whether one of the values that the word at an index has in a class is `value`.
    func belongs(_ index: Int, _ wordClass: WordClass, as value: String) -> Bool {
        guard belongs(index, wordClass) else { return false }
        return lexicon.hasValue(lexemes[index].words, wordClass, value)
    }

    /// Finds the longest phrase of a class that starts at an index and lies in one clause.
    ///
    /// Full stops and commas end it, unless the point stands inside an abbreviation (`U.S.`).
    func phrase(at index: Int, _ wordClass: WordClass) -> WordPhrase? {
        guard let first = lexeme(index) else { return nil }
        var node = first.words
        if node.payload == 0, node.next == 0 { return nil }
        var best: WordPhrase?
        var end = index + 1
        while true {
            if node.isPhrase, node.classes.contains(wordClass) { best = WordPhrase(start: index, end: end, node: node) }
            guard node.next != 0, let following = lexeme(end), joins(following, after: end - 1) else { return best }
            node = words.node(of: following.wordHash, behind: node.next)
            end += 1
        }
    }

    private func joins(_ following: Lexeme, after index: Int) -> Bool {
        switch following.gap {
        case .none, .space, .hyphen, .apostrophe, .slash: true
        case .point: lexemes[index].count <= 2 && Int(following.start) - Int(lexemes[index].end) == 1
        default: false
        }
    }

    /// Finds the phrase of a class that ends before an index, the longest of at most five words.
    func phrase(endingBefore index: Int, _ wordClass: WordClass) -> WordPhrase? {
        guard let last = lexeme(index - 1) else { return nil }
        if last.classes.contains(.phraseEnd) {
            for start in max(0, index - 5)..<index - 1 {
                if let match = phrase(at: start, wordClass), match.end == index { return match }
            }
        }
        guard last.classes.contains(wordClass), last.words.isPhrase,
            let match = phrase(at: index - 1, wordClass), match.end == index
        else { return nil }
        return match
    }

    /// The offset behind any spaces that start at `offset`, no-break and thin ones included, on one line.
    func endOfSpaces(_ offset: Int) -> Int {
        var offset = offset
        while offset < span.end, let length = spaceLength(offset) { offset += length }
        return offset
    }

    /// The number of bytes of the space at `offset`, if there is one.
    func spaceLength(_ offset: Int) -> Int? {
        guard offset < span.end else { return nil }
        switch bytes[offset] {
        case 0x20, 0x09: return 1
        case 0xC2: return offset + 1 < span.end && bytes[offset + 1] == 0xA0 ? 2 : nil
        case 0xE2:
            guard offset + 2 < span.end, bytes[offset + 1] == 0x80 else { return nil }
            return bytes[offset + 2] <= 0x8A || bytes[offset + 2] == 0xAF ? 3 : nil
        default: return nil
        }
    }

    /// The offset of the first of the spaces that end at `offset`.
    func startOfSpaces(_ offset: Int) -> Int {
        var offset = offset
        while offset > span.start {
            if bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 {
                offset -= 1
            } else if offset - 2 >= span.start, spaceLength(offset - 2) == 2 {
                offset -= 2
            } else if offset - 3 >= span.start, spaceLength(offset - 3) == 3 {
                offset -= 3
            } else {
                break
            }
        }
        return offset
    }

    /// The byte at `offset`, or 0 outside the passage.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 {
        offset >= span.start && offset < span.end ? bytes[offset] : 0
    }

    /// The number of bytes of the hyphen, dash or minus sign at `offset`, if there is one.
    func dashLength(_ offset: Int) -> Int? {
        switch byte(offset) {
        case 0x2D: 1
        case 0xE2 where byte(offset + 1) == 0x80 && (0x90...0x94).contains(byte(offset + 2)): 3
        case 0xE2 where byte(offset + 1) == 0x88 && byte(offset + 2) == 0x92: 3
        default: nil
        }
    }

    /// The whole number of a lexeme of at most four digits.
    func wholeNumber(_ index: Int) -> Int? {
        guard let lexeme = lexeme(index), lexeme.shape.isNumber, lexeme.count <= 4 else { return nil }
        var number = 0
        for offset in Int(lexeme.start)..<Int(lexeme.end) {
            guard DigitRun.isDigit(byte(offset)) else { return nil }
            number = number * 10 + Int(byte(offset)) - 0x30
        }
        return number
    }

    /// The index of the first lexeme that starts at `offset` or behind it, looking on from `index`.
    func lexemeIndex(from index: Int, atOrBehind offset: Int) -> Int {
        var index = index
        while index < lexemes.count, Int(lexemes[index].start) < offset { index += 1 }
        return index
    }

    /// Whether a proper name may end at an index: a capital, and no word of grammar.
    func looksLikeName(_ index: Int) -> Bool {
        guard let lexeme = lexeme(index), lexeme.shape.hasCapital else { return false }
        let plain: WordClass.Set = .functionWords
        if !lexeme.classes.isDisjoint(with: plain) { return false }
        return true
    }
}

extension WordClass.Set {
    /// Classes of words that are no part of a name, however they are written.
    static let functionWords = WordClass.Set(
        .stop, .countStop, .qualifier, .dateCue, .range, .month, .weekday, .deictic, .cardinal, .ordinal, .of, .per,
        .changeVerb, .speechVerb, .setCue, .currencyCode, .season, .period, .timeVague)
}
