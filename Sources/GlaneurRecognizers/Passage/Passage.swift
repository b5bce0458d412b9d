package import GlaneurCore
package import GlaneurLexicon

/// One block of a document, cut into lexemes that the lexicons have been asked about: what a recogniser reads.
///
/// All offsets are bytes of the document's view. Nothing a recogniser finds crosses a block. It is a class because readers of
/// all kinds hold on to it while they look at a few words, and one reference is cheaper to hold than five.
package final class Passage: Sendable {
    /// The lexicons.
    package let lexicon: Lexicon
    /// The language of the block, or of the document where the block has none of its own.
    package let language: Language
    /// The whole view of the document.
    package let bytes: [UInt8]
    /// The bytes of the block.
    package let span: ByteSpan
    /// The lexemes of the block, with what the language's words say of each.
    package let lexemes: [Lexeme]
    /// Whether capitals say nothing here: most words that could do without have one.
    package let isWrittenInCapitals: Bool
    /// The time of publication, where it is known.
    let anchor: TimeAnchor?
    /// The words of the passage's language.
    let words: PhraseTable

    /// Makes a passage and asks the lexicons about each lexeme.
    ///
    /// - Parameters:
    ///   - sentenceStarts: the offsets at which sentences start, in order.
    ///   - opaque: the spans of addresses and handles, in order, in which no lexeme means anything.
    ///   - points: the offsets of the points that belong to the words before them, in order.
    ///   - anchor: the time of publication, where it is known.
    package init(
        lexicon: Lexicon, language: Language, bytes: [UInt8], span: ByteSpan, sentenceStarts: ArraySlice<Int> = [],
        opaque: ArraySlice<ByteSpan> = [], points: ArraySlice<Int> = [], anchor: TimeAnchor? = nil
    ) {
        self.lexicon = lexicon
        self.language = language
        self.bytes = bytes
        self.span = span
        self.anchor = anchor
        var lexemes: [Lexeme] = []
        lexemes.reserveCapacity(span.count / 5)
        LexemeScanner.scan(bytes, in: span.range, into: &lexemes)
        let words = lexicon.words(language)
        self.words = words
        var nextStart = sentenceStarts.startIndex
        var nextOpaque = opaque.startIndex
        var nextPoint = points.startIndex
        var previousEnd = -1
        lexemes.withUnsafeMutableBufferPointer { lexemes in
            words.forEachWord(of: UnsafeBufferPointer(lexemes)) { lexemes[$0].words = $1 }
            for index in lexemes.indices {
                let start = Int(lexemes[index].start)
                while nextOpaque < opaque.endIndex, opaque[nextOpaque].end <= start { nextOpaque += 1 }
                if nextOpaque < opaque.endIndex, opaque[nextOpaque].start <= start {
                    lexemes[index].shape.insert(.opaque)
                    lexemes[index].words = .none
                }
                while nextStart < sentenceStarts.endIndex, sentenceStarts[nextStart] <= previousEnd { nextStart += 1 }
                if nextStart < sentenceStarts.endIndex, sentenceStarts[nextStart] <= start {
                    lexemes[index].shape.insert(.sentenceStart)
                    nextStart += 1
                }
                let end = Int(lexemes[index].end)
                while nextPoint < points.endIndex, points[nextPoint] < end { nextPoint += 1 }
                if nextPoint < points.endIndex, points[nextPoint] == end { lexemes[index].shape.insert(.pointed) }
                previousEnd = start
            }
        }
        self.lexemes = lexemes
        isWrittenInCapitals = Passage.isWrittenInCapitals(lexemes, bytes[span.range])
    }

    private static func isWrittenInCapitals(_ lexemes: [Lexeme], _ bytes: ArraySlice<UInt8>) -> Bool {
        // A short sentence may hold little but names; a headline has no full stop.
        if let last = bytes.last(where: { $0 != 0x20 }), last == UInt8(ascii: ".") { return false }
        var capitals = 0
        var total = 0
        for lexeme in lexemes where lexeme.count >= 4 && !lexeme.shape.isNumber {
            total += 1
            if lexeme.shape.hasCapital { capitals += 1 }
        }
        // Headlines in English title case have 80 to 100 %; running text with many names stays under 50 %.
        return total >= 4 && capitals * 10 >= total * 7
    }

    /// Returns the bytes of the lexemes of a range as a string.
    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[span(range).range], as: UTF8.self)
    }

    /// Returns the span from the first to the last of a range of lexemes.
    package func span(_ range: Range<Int>) -> ByteSpan {
        ByteSpan(Int(lexemes[range.lowerBound].start), Int(lexemes[range.upperBound - 1].end))
    }
}

/// Finds mentions of some kinds in one passage after the other.
package protocol Recognizer: Sendable {
    /// Appends what it finds, in the order of the text; candidates may overlap. Spans are offsets into the view.
    func recognize(_ passage: Passage, into candidates: inout [Mention])

    /// The same for the passages of a document, which may tell of one another.
    func recognize(_ passages: [Passage], into candidates: inout [Mention])
}

extension Recognizer {
    /// Reads one passage after the other.
    package func recognize(_ passages: [Passage], into candidates: inout [Mention]) {
        for passage in passages { recognize(passage, into: &candidates) }
    }
}
