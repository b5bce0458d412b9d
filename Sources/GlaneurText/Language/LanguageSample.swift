/// Chooses the pieces of a text that its language is told by.
enum LanguageSample {
    /// A text of at most so many bytes is read as a whole: a headline, a message, a short notice.
    static let wholeSize = 3000
    /// How much is read at one place of a longer text: four or five words.
    private static let windowSize = 24
    /// How far the places of a longer text lie apart, from start to start, whatever blocks lie between.
    ///
    /// An article of 5 KB is read at five places, in about a twentieth of the time that its sentences and tokens take; so were 5,000
    /// French and 5,000 English articles, and each got its language.
    private static let stride = 1200
    /// Where all is read, a piece ends with the sentence, but not before it has so many bytes.
    private static let leastPiece = 40
    /// Nor does it become longer than this.
    private static let longestPiece = 240

    /// Appends windows of `range`, each of whole words.
    ///
    /// - Parameter skip: how far behind the start of the range the first one begins; afterwards the same for the range behind it.
    static func windows(
        _ bytes: [UInt8], in range: Range<Int>, skipping skip: inout Int, into pieces: inout [Range<Int>]
    ) {
        var next = range.lowerBound + skip
        while next < range.upperBound {
            let start = next == range.lowerBound ? next : wordStart(bytes, from: next, to: range.upperBound)
            let end = wordStart(bytes, from: min(start + windowSize, range.upperBound), to: range.upperBound)
            // Where only the end of a word is left, the next block is read in its place.
            guard start < end else { break }
            pieces.append(start..<end)
            // A word of many strides is passed once, not from each of them.
            repeat { next += stride } while next < end
        }
        skip = max(0, next - range.upperBound)
    }

    /// Appends pieces that cover `range`, each about a sentence.
    static func sentences(_ bytes: [UInt8], in range: Range<Int>, into pieces: inout [Range<Int>]) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            let isEnd = byte == 0x0A || (byte == 0x2E || byte == 0x21 || byte == 0x3F) && index - start >= leastPiece
            guard isEnd && (index == range.upperBound || bytes[index] <= 0x20) || index - start >= longestPiece else {
                continue
            }
            index = wordStart(bytes, from: index, to: range.upperBound)
            pieces.append(start..<index)
            start = index
        }
        if start < range.upperBound { pieces.append(start..<range.upperBound) }
    }

    /// The offset behind the next white space, or the end.
    private static func wordStart(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, bytes[index - 1] > 0x20 { index += 1 }
        return index
    }
}
