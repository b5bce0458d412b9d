import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// Makes the features that languages are told apart by: what stands in words, each by itself.
///
/// A word is a run of Latin letters with the apostrophes inside it and the one behind it (`l’`, `aujourd’hui`, `company’s`), in
/// lower case, with a space at both ends. Its features are all sequences of one to five characters and, where it is longer, the
/// whole. Digits, signs, addresses and links say nothing; words in other scripts are only counted.
package struct LanguageFeatures {
    /// Changes whenever the same text has other features, so that no reader takes a model made for others.
    package static let revision = 1

    /// The features of what was read so far.
    package private(set) var features: [UInt32] = []
    /// The number of letters that are not Latin.
    package private(set) var foreignLetters = 0

    /// The characters of the word that is being read.
    private var word: [UInt32] = []

    private static let longestGram = 5
    /// A longer run of letters is no word of the languages we know, but code or a picture of letters.
    private static let longestWord = 40
    private static let space: UInt32 = 0x20
    private static let apostrophe: UInt32 = 0x27

    /// Nothing is read yet.
    package init() {}

    /// Forgets what was read and keeps the memory.
    package mutating func removeAll() {
        features.removeAll(keepingCapacity: true)
        foreignLetters = 0
    }

    /// Reads `bytes[range]`, valid UTF-8 that begins and ends between characters.
    package mutating func read(_ bytes: [UInt8], in range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies in the bytes")
        bytes.withUnsafeBufferPointer { read($0, in: range) }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        var index = range.lowerBound
        /// How many features there were where the run without spaces began that we stand in.
        var runStart = features.count
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x0A || byte == 0x09 {
                index += 1
                runStart = features.count
            } else if let after = readWord(bytes, from: index, to: range.upperBound) {
                index = after
            } else if LanguageFeatures.isLinkSign(bytes, at: index, in: range) {
                // Addresses are written the same in all languages.
                features.removeLast(features.count - runStart)
                while index < range.upperBound, bytes[index] > 0x20 { index += 1 }
            } else {
                index += byte < 0x80 ? 1 : bytes.span.scalar(at: index).length
            }
        }
    }

    /// Reads the word at an offset and returns the offset behind it; nothing where none begins there.
    private mutating func readWord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        word.removeAll(keepingCapacity: true)
        word.append(LanguageFeatures.space)
        var index = start
        var foreign = 0
        while index < end {
            let byte = bytes[index]
            // Small letters first: they are nine in ten.
            if byte &- 0x61 < 26 {
                word.append(UInt32(byte))
                index += 1
            } else if byte &- 0x41 < 26 {
                word.append(UInt32(byte | 0x20))
                index += 1
            } else if byte == 0x27 {
                guard word.count > 1 else { break }
                word.append(LanguageFeatures.apostrophe)
                index += 1
            } else if byte < 0x80 {
                break
            } else {
                let (scalar, length) = bytes.span.scalar(at: index)
                if scalar == 0x2019 || scalar == 0x2BC {
                    guard word.count > 1 else { break }
                    word.append(LanguageFeatures.apostrophe)
                } else {
                    switch ScalarClass.beyondASCII(scalar) {
                    case .letter:
                        if !LanguageFeatures.isLatin(scalar) { foreign += 1 }
                        word.append(Folding.lowercase(scalar))
                    case .mark, .invisible: break
                    default: return finishWord(foreign: foreign, from: start, at: index)
                    }
                }
                index += length
            }
        }
        return finishWord(foreign: foreign, from: start, at: index)
    }

    private mutating func finishWord(foreign: Int, from start: Int, at end: Int) -> Int? {
        guard word.count > 1 else { return end > start ? end : nil }
        foreignLetters += foreign
        guard foreign == 0, word.count <= LanguageFeatures.longestWord + 1 else { return end }
        word.append(LanguageFeatures.space)
        word.withUnsafeBufferPointer { word in
            for start in word.indices {
                var hash = FeatureHash(0)
                let last = min(start + LanguageFeatures.longestGram, word.count)
                for index in start..<last {
                    hash = hash.adding(UInt64(word[index]))
                    // A space alone is no sequence.
                    if index > 0, index > start || index < word.count - 1 { features.append(hash.value) }
                }
            }
            guard word.count > LanguageFeatures.longestGram else { return }
            features.append(word.reduce(FeatureHash(1)) { $0.adding(UInt64($1)) }.value)
        }
        return end
    }

    /// Whether a sign inside a run without spaces makes it an address: `://`, `@`, a point before a small letter.
    private static func isLinkSign(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, in range: Range<Int>) -> Bool {
        switch bytes[index] {
        case 0x40: return true
        case 0x3A: return index + 2 < range.upperBound && bytes[index + 1] == 0x2F && bytes[index + 2] == 0x2F
        case 0x2E:
            guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
            return (bytes[index - 1] | 0x20) &- 0x61 < 26 && bytes[index + 1] &- 0x61 < 26
        default: return false
        }
    }

    private static func isLatin(_ scalar: UInt32) -> Bool {
        scalar < 0x250 || scalar &- 0x1E00 < 0x100 || scalar &- 0xFB00 < 7
    }
}
