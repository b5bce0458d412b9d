import GlaneurCore
import GlaneurLexicon
import Glibc

/// One paragraph of a plain text with what its form tells.
struct TextLine {
    /// The bytes of the line, without white space at its ends.
    let span: ByteSpan
    /// The number of its words and figures, counted up to a bound.
    let lexemeCount: Int
    /// The last byte that is a mark, where the line ends with an ASCII mark or `…` (then `.`).
    let endMark: UInt8?
    /// Whether it is nothing but a web address.
    let isAddress: Bool
    /// Whether it starts with a bullet.
    let isListItem: Bool
    /// Whether it holds `©`.
    let hasCopyrightSign: Bool
    /// The phrases of furniture in it.
    let phrases: [FurniturePhrase]
    /// Whether it addresses the reader outside of those phrases.
    let addressesReader: Bool
    /// Whether it has a verb of speech.
    let hasSpeechVerb: Bool
    /// Whether it is a date or a time and nothing else.
    let isDate: Bool
    /// How many of its words begin with a capital.
    let capitalCount: Int
    /// Whether a word in capitals or a name with a slash ends it, as agencies sign pictures: `ESA/ATG`.
    let hasSignature: Bool
    /// Whether a name follows the phrase it begins with.
    let namesSomebody: Bool
    /// Whether the next line follows without an empty one between.
    let isJoinedToNext: Bool
    /// What furniture it is, and why; nothing for the article itself.
    var furniture: Furniture?
    /// What furniture it is if it stands where furniture stands.
    var doubtfulFurniture: Furniture?

    /// A kind of furniture and what speaks for it.
    struct Furniture {
        let kind: Block.Kind
        let reason: String
    }

    /// Lines with more words are never furniture, but for notices, which are wordy.
    static let longestFurniture = 60
    static let longestNotice = 100

    /// Whether it ends like a sentence.
    var isSentence: Bool { endMark == UInt8(ascii: ".") }

    /// Whether it reads as running text: it ends like a sentence, or is long.
    var isRunningText: Bool {
        lexemeCount >= 20 || lexemeCount >= 4 && endMark.map { $0 != 0x3B && $0 != 0x2C } ?? false
    }

    /// Cuts a text into lines; hard-wrapped lines are joined again.
    static func lines(of text: [UInt8], phrases: FurniturePhrases) -> [TextLine] {
        var spans: [(span: ByteSpan, isJoined: Bool)] = []
        var start = 0
        while start < text.count {
            let end = endOfLine(text, from: start)
            let trimmed = trim(text, start..<end)
            if !trimmed.isEmpty {
                if let last = spans.last, last.span.end < start, isWrapped(text, last.span, trimmed, lineStart: start) {
                    spans[spans.count - 1].span = ByteSpan(last.span.start, trimmed.end)
                } else {
                    spans.append((trimmed, false))
                }
            }
            start = end + 1
        }
        for index in spans.indices.dropLast() {
            let between = text[spans[index].span.end..<spans[index + 1].span.start]
            spans[index].isJoined = between.count { $0 == 0x0A } <= 1
        }
        var words = FurniturePhrases.Words()
        return spans.indices.map { index in
            // Furniture of more than a few words stands above the article or below it.
            let isAtEdge = index < 12 || index + 12 > spans.count
            let limit = isAtEdge || hasCopyrightSign(text, spans[index].span) ? 300 : 120
            return TextLine(
                text, spans[index].span, phrases: phrases, isJoinedToNext: spans[index].isJoined,
                readUpTo: limit, with: &words)
        }
    }

    /// The offset of the first line feed or carriage return from `start` on, or the count.
    private static func endOfLine(_ text: [UInt8], from start: Int) -> Int {
        text.withUnsafeBytes { buffer in
            func first(_ byte: Int32, before end: Int) -> Int {
                guard let base = buffer.baseAddress, let found = memchr(base + start, byte, end - start) else {
                    return end
                }
                return UnsafeRawPointer(found) - base
            }
            return first(0x0D, before: first(0x0A, before: buffer.count))
        }
    }

    /// ASCII white space only: a line of no-break spaces is residue that keeps its place.
    private static func trim(_ text: [UInt8], _ range: Range<Int>) -> ByteSpan {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        return ByteSpan(start, end)
    }

    /// Whether a line break between two lines was made by a fixed width: the first is 50 to 100 bytes long and ends in the
    /// middle of a sentence, and the second starts with a small letter.
    private static func isWrapped(_ text: [UInt8], _ first: ByteSpan, _ second: ByteSpan, lineStart: Int) -> Bool {
        let between = text[first.end..<lineStart]
        guard between.count(where: { $0 == 0x0A }) == 1 || between.elementsEqual([0x0D]) else { return false }
        let lastLine = text[..<first.end].lastIndex(of: 0x0A).map { first.end - $0 - 1 } ?? first.end
        guard (50...100).contains(lastLine) else { return false }
        let isOpen =
            (text[first.end - 1] | 0x20) &- 0x61 < 26 || text[first.end - 1] == 0x2C || text[first.end - 1] >= 0x80
        return isOpen && text[second.start] &- 0x61 < 26
    }

    /// Reads one line; longer ones than `limit` bytes are not read word by word.
    init(
        _ text: [UInt8], _ span: ByteSpan, phrases finder: FurniturePhrases, isJoinedToNext: Bool, readUpTo limit: Int,
        with words: inout FurniturePhrases.Words
    ) {
        self.span = span
        self.isJoinedToNext = isJoinedToNext
        // Nobody needs to count the words of a longer line.
        words.lexemes.removeAll(keepingCapacity: true)
        let isLong = span.count > limit
        if !isLong { LexemeScanner.scan(text, in: span.range, into: &words.lexemes) }
        lexemeCount = isLong ? TextLine.longestNotice + 1 : words.lexemes.count
        endMark = TextLine.endMark(text, span)
        let head = text[span.start..<min(span.end, span.start + 8)]
        let first = head.first ?? 0
        isAddress =
            (first == UInt8(ascii: "h") || first == UInt8(ascii: "w"))
            && (head.starts(with: "http://".utf8) || head.starts(with: "https://".utf8)
                || head.starts(with: "www.".utf8))
            && !text[span.range].contains(0x20)
        isListItem =
            (first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == 0xE2)
            && (head.starts(with: "- ".utf8) || head.starts(with: "* ".utf8) || head.starts(with: "•".utf8)
                || head.starts(with: "– ".utf8))
        let isShort = lexemeCount <= TextLine.longestNotice
        let reading = isShort ? finder.read(&words, of: text) : FurniturePhrases.Reading()
        hasCopyrightSign = isShort && TextLine.hasCopyrightSign(text, span)
        phrases = reading.phrases
        addressesReader = reading.addressesReader
        hasSpeechVerb = reading.hasSpeechVerb
        isDate = reading.isDate
        let lexemes = words.lexemes
        capitalCount = lexemes.count { $0.shape.hasCapital }
        hasSignature = isShort && TextLine.hasSignature(lexemes, text, endMark)
        let behind = reading.phrases.first.map { $0.range.upperBound } ?? 0
        namesSomebody = behind < lexemes.count && lexemes[behind].shape.contains(.initialCapital)
    }

    /// Whether the last words are a name that signs a picture and not the end of a sentence.
    private static func hasSignature(_ lexemes: [Lexeme], _ text: [UInt8], _ endMark: UInt8?) -> Bool {
        guard endMark == nil, lexemes.count >= 4, let last = lexemes.last, last.shape.contains(.initialCapital) else {
            return false
        }
        // "Mark Goff/West Pictures", without spaces around the slash.
        let tail = lexemes.suffix(4)
        // The end of an address looks like one.
        guard !hasAddress(text, Int(lexemes[0].start)..<Int(last.end)) else { return false }
        let slash = tail.first { $0.gap == .slash && text[Int($0.start) - 1] == UInt8(ascii: "/") }
        if let slash, tail.allSatisfy({ $0.start < slash.start || $0.shape.hasCapital }) { return true }
        func isCapitals(_ lexeme: Lexeme) -> Bool { lexeme.shape.isAllCapitals && lexeme.count > 1 }
        let signature = lexemes.reversed().prefix { isCapitals($0) || $0.count <= 2 }
        let capitals = signature.count
        // A line of capitals from end to end is a heading, and "LED TV" ends a name.
        guard let first = signature.last, first.gap == .point || first.gap == .other else { return false }
        return capitals >= 2 && capitals * 2 <= lexemes.count && tail.count(where: isCapitals) >= 2
    }

    /// Whether `://` stands in a range.
    private static func hasAddress(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count >= 3 else { return false }
        return (range.lowerBound..<range.upperBound - 2).contains {
            text[$0] == 0x3A && text[$0 + 1] == 0x2F && text[$0 + 2] == 0x2F
        }
    }

    /// Whether a sentence ends inside the line: an end mark behind a small letter with a space after it.
    func hasInnerStop(_ text: [UInt8]) -> Bool {
        for index in span.range.dropFirst().dropLast()
        where text[index] == 0x2E || text[index] == 0x21 || text[index] == 0x3F {
            if text[index + 1] == 0x20, text[index - 1] &- 0x61 < 26 { return true }
        }
        return false
    }

    private static func hasCopyrightSign(_ text: [UInt8], _ span: ByteSpan) -> Bool {
        guard span.count <= 300 else { return false }
        return text.withUnsafeBytes { buffer in
            guard var rest = buffer.baseAddress.map({ $0 + span.start }) else { return false }
            let last = rest + span.count - 1
            while rest < last, let found = memchr(rest, 0xC2, last - rest) {
                rest = UnsafeRawPointer(found) + 1
                if rest.load(as: UInt8.self) == 0xA9 { return true }
            }
            return false
        }
    }

    private static func endMark(_ text: [UInt8], _ span: ByteSpan) -> UInt8? {
        var end = span.end
        // Closing quotes, brackets and spaces stand behind the mark that counts.
        while end > span.start {
            let byte = text[end - 1]
            if byte == 0x22 || byte == 0x29 || byte == 0x20 || byte == 0x5D { end -= 1; continue }
            // Only the last bytes of such a mark are looked at any further.
            guard byte >= 0x80, end - span.start >= 2 else { break }
            let before = text[end - 2]
            if before == 0xC2, byte == 0xBB || byte == 0xA0 { end -= 2; continue }
            guard before == 0x80, end - span.start >= 3, text[end - 3] == 0xE2 else { break }
            if byte == 0x9D || byte == 0xAF { end -= 3; continue }
            if byte == 0xA6 { return UInt8(ascii: ".") }
            break
        }
        guard end > span.start else { return nil }
        let byte = text[end - 1]
        switch byte {
        case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2C: return byte
        default: return nil
        }
    }
}
