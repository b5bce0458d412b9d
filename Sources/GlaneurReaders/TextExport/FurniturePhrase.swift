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

    private let lexicon: Lexicon
    private let tables: [PhraseTable]

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        tables = [lexicon.words(.french), lexicon.words(.english)]
    }

    /// Reads a line of a few words.
    func read(_ lexemes: [Lexeme], of text: [UInt8]) -> Reading {
        var reading = Reading()
        var date = DateWords()
        var index = 0
        while index < lexemes.count {
            let nodes = tables.map { $0.node(of: lexemes[index].wordHash) }
            for node in nodes where node.isPhrase && node.classes.contains(.speechVerb) { reading.hasSpeechVerb = true }
            if let phrase = phrase(lexemes, at: index, nodes, &reading) {
                reading.phrases.append(phrase)
                date.skip(phrase)
                index = phrase.range.upperBound
            } else {
                date.read(lexemes[index], nodes, text)
                index += 1
            }
        }
        reading.isDate = date.isDate
        return reading
    }

    private func phrase(
        _ lexemes: [Lexeme], at index: Int, _ nodes: [PhraseTable.Node], _ reading: inout Reading
    ) -> FurniturePhrase? {
        var best: FurniturePhrase?
        for (words, node) in zip(tables, nodes) {
            // Hardly a word begins such a phrase, and one look tells.
            guard words.opened(by: node).contains(.furniture),
                let match = words.longestWord(lexemes, at: index, classes: WordClass.Set(.furniture)),
                match.end - index > best?.count ?? 0
            else { continue }
            if lexicon.hasValue(match.node, .furniture, FurniturePhrases.readerValue) {
                reading.addressesReader = true
                continue
            }
            guard let value = lexicon.value(match.node, .furniture),
                let (kind, use) = FurniturePhrases.parse(value)
            else { continue }
            let isSetOff = FurniturePhrases.isSetOff(lexemes, behind: match.end)
            // A single word is furniture only where it stands for itself: "Publicité", "Source-147", "12 commentaires".
            let isFirst = lexemes[..<index].allSatisfy { $0.shape.isNumber }
            let isTimed = kind == .byline && use == .plain && isTime(lexemes, at: match.end)
            guard match.end - index > 1 || use == .row || isTimed || isFirst && (use == .name || isSetOff) else {
                continue
            }
            let closes = match.end == lexemes.count && (lexemes[index].gap == .point || lexemes[index].gap == .other)
            best = FurniturePhrase(
                range: index..<match.end,
                span: ByteSpan(Int(lexemes[index].start), Int(lexemes[match.end - 1].end)), kind: kind, use: use,
                isSetOff: isSetOff, closesLine: closes)
        }
        return best
    }

    /// Whether a figure, a month or a day of the week stands there: "Updated 09:40".
    private func isTime(_ lexemes: [Lexeme], at index: Int) -> Bool {
        guard index < lexemes.count else { return false }
        let times = WordClass.Set(.month, .weekday)
        return lexemes[index].shape.contains(.digit)
            || tables.contains { table in
                let node = table.node(of: lexemes[index].wordHash)
                return node.isPhrase && !node.classes.isDisjoint(with: times)
            }
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

    mutating func read(_ lexeme: Lexeme, _ nodes: [PhraseTable.Node], _ text: [UInt8]) {
        let bytes = text[lexeme.span.range]
        defer { lastWasNumber = lexeme.shape.isNumber }
        if lexeme.shape.contains(.digit) {
            numbers += 1
            if bytes.count == 4, bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8) { hasYear = true }
            // "18h05" and "16:04".
            let isHour = lastWasNumber && bytes.first == UInt8(ascii: "h")
            hasClock = hasClock || isHour || lastWasNumber && bytes.count == 2 && lexeme.gap == .other
            return
        }
        let named = WordClass.Set(.month, .weekday)
        let other = WordClass.Set(.dateCue, .timeUnit, .daypart, .deictic, .stop)
        let classes = nodes.filter(\.isPhrase).map(\.classes)
        if classes.contains(where: { !$0.isDisjoint(with: named) }) {
            names += 1
        } else if !(numbers > 0 && lexeme.count <= 4 && (lexeme.shape.isAllCapitals || lexeme.count <= 2)),
            // "2:15 p.m. EDT".
            !classes.contains(where: { !$0.isDisjoint(with: other) })
        {
            isBroken = true
        }
    }
}
