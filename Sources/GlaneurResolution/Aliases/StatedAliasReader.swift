import GlaneurCore
import GlaneurLexicon

/// Reads what a text says of two names of one thing: `X (formerly Twitter)`, `Quantix, rebaptisé Velar`.
struct StatedAliasReader {
    /// A cue behind a name.
    struct Statement {
        /// What it says.
        let relation: AliasWords.Relation
        /// Where the cue begins.
        let cueStart: Int
        /// Where the other name begins.
        let nameStart: Int
    }

    let text: [UInt8]
    let words: AliasWords
    /// The lexemes read last, kept for their memory.
    private var lexemes: [Lexeme] = []

    /// No cue and what leads to it are longer.
    private static let window = 96
    /// The words that may stand before a cue of several words: `X, the network formerly known as Twitter`.
    private static let wordsBefore = 4

    /// Makes a reader of a text.
    init(text: [UInt8], words: AliasWords) {
        self.text = text
        self.words = words
    }

    /// Reads the cue behind the name that ends at an offset, if there is one.
    mutating func statement(behind end: Int) -> Statement? {
        var index = end
        var isApposed = false
        // A quotation mark may close the name before the cue.
        while index < text.count, index < end + 8 {
            let (scalar, length) = text.scalar(at: index)
            switch scalar {
            case 0x2C, 0x28, 0x5B, 0x2013, 0x2014: isApposed = true
            case 0x20, 0xA0, 0x202F, 0x22, 0x201D, 0xBB: break
            default:
                guard index > end, ScalarClass.of(scalar) == .letter else { return nil }
                return statement(from: index, isApposed: isApposed)
            }
            index += length
        }
        return nil
    }

    private mutating func statement(from start: Int, isApposed: Bool) -> Statement? {
        if !isApposed {
            // Nine names in ten have a word behind them that begins no cue.
            var end = start
            while end < text.count, LexemeScanner.isWordByte(text[end]) { end += 1 }
            let hash = LexemeScanner.wordHash(text.span, in: start..<end)
            guard words.cueStarts.mayHold(hash), words.cues[hash] != nil else { return nil }
        }
        var limit = min(text.count, start + StatedAliasReader.window)
        while limit < text.count, text[limit] & 0xC0 == 0x80 { limit -= 1 }
        guard mayBeginCue(from: start, to: limit, behind: isApposed ? StatedAliasReader.wordsBefore : 0) else {
            return nil
        }
        lexemes.removeAll(keepingCapacity: true)
        LexemeScanner.scan(text, in: start..<limit, into: &lexemes)
        for index in 0...(isApposed ? StatedAliasReader.wordsBefore : 0) {
            guard index < lexemes.count else { return nil }
            if index > 0 {
                guard joins(lexemes[index].gap), !lexemes[index - 1].shape.hasCapital else { return nil }
            }
            guard let (cue, next) = cue(lexemes, at: index, isApposed: isApposed) else { continue }
            guard let nameStart = nameStart(lexemes, at: next, behind: cue) else { return nil }
            return Statement(relation: cue.relation, cueStart: Int(lexemes[index].start), nameStart: nameStart)
        }
        return nil
    }

    /// Whether a cue may begin behind no more than some words: a look at as few of them as it takes.
    ///
    /// Blanks end lexemes, so that what lies between two is cut as it is within a longer stretch.
    private mutating func mayBeginCue(from start: Int, to limit: Int, behind words: Int) -> Bool {
        var seen = 0
        var before: UInt64?
        var isLast = false
        var index = start
        while index < limit {
            var end = index
            while end < limit, text[end] != 0x20 { end += 1 }
            lexemes.removeAll(keepingCapacity: true)
            LexemeScanner.scan(text, in: index..<end, into: &lexemes)
            for lexeme in lexemes {
                if let before, self.words.cuePairs.mayHold(AliasWords.pair(before, lexeme.wordHash)) { return true }
                if isLast { return false }
                if self.words.cueWords.mayHold(lexeme.wordHash) { return true }
                before = lexeme.wordHash
                seen += 1
                // Behind a capital no cue is looked for, but this word may begin one.
                isLast = lexeme.shape.hasCapital || seen > words
            }
            index = end + 1
        }
        return false
    }

    private func cue(_ lexemes: [Lexeme], at index: Int, isApposed: Bool) -> (AliasWords.Cue, next: Int)? {
        for cue in words.cues[lexemes[index].wordHash] ?? [] {
            let end = index + cue.words.count
            guard end < lexemes.count, isApposed || !cue.isApposed else { continue }
            // Behind other words only a phrase is one: "a firm formerly known as", but not "a colleague formerly of".
            guard index == 0 || cue.words.count > 1 && cue.relation == .former else { continue }
            let matches = cue.words.indices.allSatisfy { place in
                lexemes[index + place].wordHash == cue.words[place] && (place == 0 || joins(lexemes[index + place].gap))
            }
            if matches { return (cue, end) }
        }
        return nil
    }

    /// What the cue says that stands before a name and opens a sentence, where another name follows behind a comma:
    /// `Formerly known as Bluegate, Corvida …`.
    ///
    /// - Returns: the relation of the other name, whose offset is returned, to this one.
    mutating func opening(before name: ByteSpan) -> Statement? {
        guard name.end + 2 < text.count, text[name.end] == UInt8(ascii: ","), text[name.end + 1] == 0x20,
            name.start > 2, text[name.start - 1] == 0x20
        else { return nil }
        var end = name.start - 1
        var word = wordStart(end)
        if words.articles.contains(LexemeScanner.wordHash(text.span, in: word..<end)), word > 1 {
            end = word - 1
            word = wordStart(end)
        }
        guard words.lastWords.contains(LexemeScanner.wordHash(text.span, in: word..<end)) else { return nil }
        var start = word
        while start > 0, end - start < StatedAliasReader.window, !isSentenceEnd(text[start - 1]) { start -= 1 }
        lexemes.removeAll(keepingCapacity: true)
        while start < end, text[start] == 0x20 || text[start] & 0xC0 == 0x80 { start += 1 }
        LexemeScanner.scan(text, in: start..<end, into: &lexemes)
        guard let first = lexemes.first,
            let cue = words.cues[first.wordHash]?.first(where: { !$0.isApposed && $0.words == lexemes.map(\.wordHash) })
        else { return nil }
        return Statement(relation: cue.relation, cueStart: start, nameStart: name.end + 2)
    }

    private func wordStart(_ end: Int) -> Int {
        var start = end
        while start > 0, LexemeScanner.isWordByte(text[start - 1]) { start -= 1 }
        return start
    }

    private func isSentenceEnd(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x2E || byte == 0x21 || byte == 0x3F
    }

    /// Where the name behind a cue begins: at once, or behind an article, a bracket or a quotation mark.
    private func nameStart(_ lexemes: [Lexeme], at index: Int, behind cue: AliasWords.Cue) -> Int? {
        var index = index
        guard follows(lexemes[index].gap) else { return nil }
        // An article: "rebaptisé le Crédit bleu", "formerly the Blue Bank".
        if index + 1 < lexemes.count, words.articles.contains(lexemes[index].wordHash), lexemes[index + 1].gap != .comma
        {
            index += 1
        }
        return Int(lexemes[index].start)
    }

    private func joins(_ gap: Lexeme.Gap) -> Bool { gap.joinsNames }

    private func follows(_ gap: Lexeme.Gap) -> Bool {
        // Other signs are quotation marks and brackets; a comma would begin another thing.
        switch gap {
        case .space, .hyphen, .apostrophe, .point, .other: true
        default: false
        }
    }
}
