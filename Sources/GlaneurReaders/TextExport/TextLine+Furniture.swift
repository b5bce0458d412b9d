import GlaneurCore
import GlaneurLexicon

extension TextLine {
    /// Reads a text by itself, as a line that stands nowhere; nothing for one too long to be furniture.
    init?(judging text: [UInt8], phrases: FurniturePhrases?) {
        guard let phrases, !text.isEmpty, text.count <= TextLine.longestJudged else { return nil }
        var words = FurniturePhrases.Words()
        self.init(
            text, ByteSpan(0, text.count), phrases: phrases, isJoinedToNext: false, readUpTo: TextLine.longestJudged,
            with: &words)
        judgeWords(of: text)
    }

    private static let longestJudged = 600

    /// Whether a phrase of several words in it tells of the author, wherever it stands in the line.
    var tellsOfAuthor: Bool { phrases.contains { $0.kind == .byline && $0.use == .plain && $0.count >= 3 } }

    /// Says what the words of the line make of it, wherever it stands.
    ///
    /// What is sure goes into `furniture`; a sentence that only begins like furniture, as "Cookies are small files" does,
    /// goes into `doubtfulFurniture`.
    mutating func judgeWords(of text: [UInt8]) {
        if lexemeCount == 0 { return judge(.residue, "form:no-words") }
        if isAddress { return judge(.relatedLinks, "form:address") }
        if let notice { return judge(notice, of: text) }
        guard lexemeCount <= TextLine.longestFurniture else { return }
        let own = phrases.filter { $0.use != .row }
        if let first = own.first, lead(of: first) {
            judgeStart(first, of: text)
        } else if let first = own.first(where: { $0.use == .plain || $0.use == .opens }) {
            judgeInside(first, of: text)
        }
        if furniture == nil, let last = phrases.last, last.closesLine, last.kind.belongsToPicture, lexemeCount <= 40 {
            judge(last, of: text)
        }
        // "© AFP" signs a picture, "AFP" a report.
        if let own = furniture, own.kind == .sourceLine, hasCopyrightSign { judge(.credit, own.reason) }
        if furniture == nil, hasCopyrightSign {
            let isNotice = own.contains { $0.kind == .disclosure }
            let kind: Block.Kind =
                isNotice || startsWithYear(text) ? .disclosure : startsWithSign(text) ? .credit : .caption
            judge(kind, "form:copyright-sign")
        }
    }

    /// Whether a phrase begins the line, but for figures: "12 commentaires".
    private func lead(of phrase: FurniturePhrase) -> Bool {
        phrase.range.lowerBound == 0 || phrase.range.lowerBound <= 2 && phrase.kind == .comments
    }

    /// The words of a notice that a long line begins with: "If you purchase a product through our links, …".
    private var notice: FurniturePhrase? {
        guard (TextLine.longestFurniture + 1...TextLine.longestNotice).contains(lexemeCount), addressesReader,
            let first = phrases.first, first.range.lowerBound == 0, first.use == .plain, first.count >= 3
        else { return nil }
        return first.kind == .disclosure || first.kind == .residue ? first : nil
    }

    /// The share of the words that furniture phrases cover.
    var coverage: Double {
        Double(phrases.reduce(0) { $0 + $1.count }) / Double(max(1, lexemeCount))
    }

    private mutating func judgeStart(_ phrase: FurniturePhrase, of text: [UInt8]) {
        let rest = lexemeCount - phrase.range.upperBound
        switch phrase.use {
        case .row: return
        case .alone:
            if rest <= 1, endMark == nil || rest == 0 { judge(phrase, of: text) }
            return
        case .name:
            // "By Jane Doe | Reuters" stands where a byline stands; layout decides.
            if rest == 0 || phrase.isSetOff || namesSomebody, !isSentence || lexemeCount <= 8, lexemeCount <= 20 {
                if phrase.kind == .byline { doubt(phrase, of: text) } else { judge(phrase, of: text) }
            }
            return
        case .plain, .opens: break
        }
        let isReport = hasSpeechVerb && isSentence
        // "Posted on social media by …" is no line of dates and names.
        if phrase.kind == .byline, lexemeCount > 20, coverage < 0.5 { return }
        let isPlainly =
            rest == 0 || lexemeCount <= 8 && !isSentence || coverage >= 0.5
            || phrase.isSetOff && (!isSentence || lexemeCount <= 12 || phrase.kind.belongsToPicture)
            || own(beside: phrase) || addressesReader && !isReport
            || endMark == nil && lexemeCount <= 30
        if isPlainly, !(isReport && lexemeCount > 12 && coverage < 0.5 && !phrase.kind.belongsToPicture) {
            judge(phrase, of: text)
        } else {
            doubt(phrase, of: text)
        }
    }

    private mutating func judgeInside(_ phrase: FurniturePhrase, of text: [UInt8]) {
        let isShort = lexemeCount <= 12 && endMark == nil && !phrase.kind.isOfFewWords
        let isDouble = own(beside: phrase) && !phrase.kind.isOfFewWords
        // "We tell you that some links on this page pay us" reports nothing.
        let isReport = hasSpeechVerb && isSentence && coverage < 0.5 && !(isDouble && addressesReader)
        if !isReport, isShort || isDouble || coverage >= (phrase.kind.isOfFewWords ? 0.5 : 0.3) {
            judge(phrase, of: text)
        } else if isReport || addressesReader && lexemeCount <= 25 && !phrase.kind.isOfFewWords {
            // A report that quotes a banner is none; "see what is in your inbox" may be one.
            doubt(phrase, of: text)
        }
    }

    /// Whether there is another phrase beside this one.
    private func own(beside phrase: FurniturePhrase) -> Bool {
        phrases.contains { $0.range != phrase.range && ($0.use == .plain || $0.use == .opens) }
    }

    private mutating func judge(_ kind: Block.Kind, _ reason: String) {
        furniture = Furniture(kind: kind, reason: reason)
    }

    private mutating func judge(_ phrase: FurniturePhrase, of text: [UInt8]) {
        furniture = Furniture(kind: phrase.kind, reason: TextLine.reason(phrase, of: text))
    }

    private mutating func doubt(_ phrase: FurniturePhrase, of text: [UInt8]) {
        doubtfulFurniture = Furniture(kind: phrase.kind, reason: TextLine.reason(phrase, of: text))
    }

    private static func reason(_ phrase: FurniturePhrase, of text: [UInt8]) -> String {
        "lexicon:furniture \"\(String(decoding: text[phrase.span.range], as: UTF8.self).lowercased())\""
    }

    /// "© 2025" is a notice of rights, "© AFP" signs a picture.
    private func startsWithYear(_ text: [UInt8]) -> Bool {
        guard startsWithSign(text) else { return false }
        let rest = text[span.range].drop { $0 &- 0x30 >= 10 && !UInt8.isLetter($0) }
        return rest.prefix(4).count == 4 && rest.prefix(4).allSatisfy { $0 &- 0x30 < 10 }
    }

    private func startsWithSign(_ text: [UInt8]) -> Bool {
        text[span.range].starts(with: [0xC2, 0xA9]) || text[span.range].starts(with: [0x28, 0xC2, 0xA9])
    }
}

extension UInt8 {
    fileprivate static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 }
}

extension Block.Kind {
    /// Whether blocks of the kind stand at a picture.
    fileprivate var belongsToPicture: Bool { self == .caption || self == .credit }

    /// Whether blocks of the kind hold little beside the phrase: in longer ones it is a phrase of the article.
    fileprivate var isOfFewWords: Bool { self == .navigation || self == .share || self == .relatedLinks }
}
