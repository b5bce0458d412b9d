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
            for index in lexemes.indices {
                let start = Int(lexemes[index].start)
                while nextOpaque < opaque.endIndex, opaque[nextOpaque].end <= start { nextOpaque += 1 }
                if nextOpaque < opaque.endIndex, opaque[nextOpaque].start <= start {
                    lexemes[index].shape.insert(.opaque)
                } else {
                    lexemes[index].words = words.node(of: lexemes[index].wordHash)
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
