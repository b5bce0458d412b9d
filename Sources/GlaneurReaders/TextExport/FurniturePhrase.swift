import GlaneurCore
import GlaneurLexicon

/// A phrase of page furniture in a line: `lire aussi`, `Photo by`, `12 commentaires`.
struct FurniturePhrase {
    /// How a phrase makes a line furniture; the word behind the colon of its value in the tables.
    enum Use: String {
        /// By standing in it.
        case plain
        /// So too, and the lines below belong to it: `sur le même sujet`.
        case opens
        /// With a name behind it, a mark, or nothing: `par`, `photo`.
        case name
        /// Where nothing else stands in the line: `AFP`.
        case alone
        /// Where its like stands beside it: `Facebook`, `X`.
        case row
    }

    /// The lexemes of the line that it covers.
    let range: Range<Int>
    /// The bytes that it covers.
    let span: ByteSpan
    /// The kind of block it makes.
    let kind: Block.Kind
    /// How it does so.
    let use: Use
    /// Whether a mark sets off what follows, or nothing follows.
    let isSetOff: Bool
    /// Whether it ends the line, and a mark stands before it: "Paris in December / File photo".
    let closesLine: Bool

    /// The number of its lexemes.
    var count: Int { range.count }
}

/// Finds the phrases of furniture in lines.
struct FurniturePhrases {
    /// What the words of a line say of it.
    struct Reading {
        /// The phrases, in text order, without overlap.
        var phrases: [FurniturePhrase] = []
        /// Whether a word outside of them addresses the reader: `vous`, `your`.
        var addressesReader = false
        /// Whether there is a verb of speech: then somebody reports.
        var hasSpeechVerb = false
        /// Whether it is a day, a time or both, and nothing else.
        var isDate = false
    }

    /// The value of words that address the reader, who is addressed by furniture more than by articles.
    private static let readerValue: StaticString = "reader"

    /// What both languages say of the lexemes of a line, in buffers that are kept from line to line.
    struct Words {
        /// The lexemes of the line.
        var lexemes: [Lexeme] = []
        fileprivate var french: [PhraseTable.Node] = []
        fileprivate var english: [PhraseTable.Node] = []

        fileprivate func nodes(_ index: Int) -> (french: PhraseTable.Node, english: PhraseTable.Node) {
            (french[index], english[index])
        }
    }

    private let lexicon: Lexicon
    private let french: PhraseTable
    private let english: PhraseTable

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        french = lexicon.words(.french)
        english = lexicon.words(.english)
    }

    /// Reads a line of a few words.
    func read(_ words: inout Words, of text: [UInt8]) -> Reading {
        ask(french, words.lexemes, into: &words.french)
        ask(english, words.lexemes, into: &words.english)
        var reading = Reading()
        var date = DateWords()
        var index = 0
        while index < words.lexemes.count {
            let nodes = words.nodes(index)
            let speaks =
                nodes.french.isPhrase && nodes.french.classes.contains(.speechVerb)
                || nodes.english.isPhrase && nodes.english.classes.contains(.speechVerb)
            if speaks { reading.hasSpeechVerb = true }
            if let phrase = phrase(words.lexemes, at: index, nodes, &reading) {
                reading.phrases.append(phrase)
                date.skip(phrase)
                index = phrase.range.upperBound
            } else {
                date.read(words.lexemes[index], nodes, text)
                index += 1
            }
        }
        reading.isDate = date.isDate
        return reading
    }

    private func ask(_ table: PhraseTable, _ lexemes: [Lexeme], into nodes: inout [PhraseTable.Node]) {
        nodes.removeAll(keepingCapacity: true)
        nodes.append(contentsOf: repeatElement(.none, count: lexemes.count))
        lexemes.withUnsafeBufferPointer { lexemes in
            nodes.withUnsafeMutableBufferPointer { nodes in table.forEachWord(of: lexemes) { nodes[$0] = $1 } }
        }
    }

    /// Hardly a word begins such a phrase, and one look tells.
    private func phrase(
        _ lexemes: [Lexeme], at index: Int, _ nodes: (french: PhraseTable.Node, english: PhraseTable.Node),
        _ reading: inout Reading
    ) -> FurniturePhrase? {
        var best: FurniturePhrase?
        if french.opened(by: nodes.french).contains(.furniture) { find(french, lexemes, at: index, &reading, &best) }
        if english.opened(by: nodes.english).contains(.furniture) { find(english, lexemes, at: index, &reading, &best) }
        return best
    }

    /// Sets `best` to the phrase of one language at an index, where that is longer.
    private func find(
        _ table: PhraseTable, _ lexemes: [Lexeme], at index: Int, _ reading: inout Reading,
        _ best: inout FurniturePhrase?
    ) {
        guard let match = table.longestWord(lexemes, at: index, classes: WordClass.Set(.furniture)),
            match.end - index > best?.count ?? 0
        else { return }
        if lexicon.hasValue(match.node, .furniture, FurniturePhrases.readerValue) {
            reading.addressesReader = true
            return
        }
        guard let value = lexicon.value(match.node, .furniture),
            let (kind, use) = FurniturePhrases.parse(value)
        else { return }
        let isSetOff = FurniturePhrases.isSetOff(lexemes, behind: match.end)
        // A single word is furniture only where it stands for itself: "Publicité", "Source-147", "12 commentaires".
        let isFirst = lexemes[..<index].allSatisfy { $0.shape.isNumber }
        let isTimed = kind == .byline && use == .plain && isTime(lexemes, at: match.end)
        guard match.end - index > 1 || use == .row || isTimed || isFirst && (use == .name || isSetOff) else { return }
        let closes = match.end == lexemes.count && (lexemes[index].gap == .point || lexemes[index].gap == .other)
        best = FurniturePhrase(
            range: index..<match.end,
            span: ByteSpan(Int(lexemes[index].start), Int(lexemes[match.end - 1].end)), kind: kind, use: use,
            isSetOff: isSetOff, closesLine: closes)
    }

    /// Whether a figure, a month or a day of the week stands there: "Updated 09:40".
    private func isTime(_ lexemes: [Lexeme], at index: Int) -> Bool {
        guard index < lexemes.count else { return false }
        if lexemes[index].shape.contains(.digit) { return true }
        func isNamed(_ table: PhraseTable) -> Bool {
            let node = table.node(of: lexemes[index].wordHash)
            return node.isPhrase && !node.classes.isDisjoint(with: WordClass.Set(.month, .weekday))
        }
        return isNamed(french) || isNamed(english)
    }

    private static func parse(_ value: String) -> (Block.Kind, FurniturePhrase.Use)? {
        let parts = value.split(separator: ":", maxSplits: 1)
        guard let kind = parts.first.flatMap({ Block.Kind(rawValue: String($0)) }) else { return nil }
        guard parts.count == 2 else { return (kind, .plain) }
        return FurniturePhrase.Use(rawValue: String(parts[1])).map { (kind, $0) }
    }

    /// Whether what follows some words is set off from them by a mark, or is nothing.
    private static func isSetOff(_ lexemes: [Lexeme], behind end: Int) -> Bool {
        guard end < lexemes.count else { return true }
        switch lexemes[end].gap {
        case .space, .apostrophe, .none, .comma: return false
        case .hyphen: return lexemes[end].shape.isNumber
        default: return true
        }
    }
}

/// Tells whether the words of a line are a date and a time and nothing else.
private struct DateWords {
    private var numbers = 0
    private var names = 0
    private var hasYear = false
    private var hasClock = false
    private var isBroken = false
    private var lastWasNumber = false

    var isDate: Bool { !isBroken && numbers > 0 && (names > 0 || hasYear && numbers > 2 || hasClock) }

    mutating func skip(_ phrase: FurniturePhrase) {
        if phrase.kind != .byline { isBroken = true }
        lastWasNumber = false
    }

    mutating func read(
        _ lexeme: Lexeme, _ nodes: (french: PhraseTable.Node, english: PhraseTable.Node), _ text: [UInt8]
    ) {
        // Most lines are none from their first word on.
        if isBroken { return }
        defer { lastWasNumber = lexeme.shape.isNumber }
        if lexeme.shape.contains(.digit) {
            let bytes = text[lexeme.span.range]
            numbers += 1
            if bytes.count == 4, bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8) { hasYear = true }
            // "18h05" and "16:04".
            let isHour = lastWasNumber && bytes.first == UInt8(ascii: "h")
            hasClock = hasClock || isHour || lastWasNumber && bytes.count == 2 && lexeme.gap == .other
            return
        }
        let named = WordClass.Set(.month, .weekday)
        let other = WordClass.Set(.dateCue, .timeUnit, .daypart, .deictic, .stop)
        func belongs(_ classes: WordClass.Set) -> Bool {
            nodes.french.isPhrase && !nodes.french.classes.isDisjoint(with: classes)
                || nodes.english.isPhrase && !nodes.english.classes.isDisjoint(with: classes)
        }
        if belongs(named) {
            names += 1
        } else if !(numbers > 0 && lexeme.count <= 4 && (lexeme.shape.isAllCapitals || lexeme.count <= 2)),
            // "2:15 p.m. EDT".
            !belongs(other)
        {
            isBroken = true
        }
    }
}
