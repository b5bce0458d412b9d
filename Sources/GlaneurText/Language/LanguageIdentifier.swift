import GlaneurCore
import GlaneurLexicon

/// What speaks for each language in a piece of text.
struct LanguageEvidence {
    /// The number of lexemes seen.
    var lexemes = 0
    /// Function words of French that are none in English, and French letters.
    var french = 0.0
    /// Function words of English that are none in French.
    var english = 0.0
    /// Function words of other languages, and letters that neither language has.
    var other = 0.0

    /// Adds up evidence.
    mutating func add(_ more: LanguageEvidence) {
        lexemes += more.lexemes
        french += more.french
        english += more.english
        other += more.other
    }

    /// The language with the strongest evidence and its share of all evidence; undetermined where there is too little.
    var verdict: (language: Language, score: Double) {
        let total = french + english + other
        let best = max(french, english)
        // Running French and English have a distinctive function word in every third to fifth place; 6 % is a list.
        guard total > 0, best > other, best >= 0.06 * Double(lexemes) else { return (.undetermined, 0) }
        // One word of evidence proves little: half a word of doubt is added.
        let score = (best / (total + 0.5) * 1000).rounded() / 1000
        return (french > english ? .french : .english, score)
    }
}

/// Counts what speaks for French, English and other languages.
struct LanguageIdentifier: Sendable {
    let lexicon: Lexicon

    /// How much of a block is read at first: 128 bytes hold about seven function words.
    private static let sampleSize = 128
    /// How much is read where that left doubt.
    private static let longSampleSize = 1024

    /// Longer words are hardly ever function words.
    private static let longestFunctionWord = 5

    /// Returns the evidence in `bytes[range]`.
    ///
    /// - Parameter lexemes: a buffer that is used again from block to block.
    func evidence(_ bytes: [UInt8], in range: Range<Int>, with lexemes: inout [Lexeme]) -> LanguageEvidence {
        let first = evidence(bytes, in: range, upTo: LanguageIdentifier.sampleSize, with: &lexemes)
        let isClear = max(first.french, first.english) >= 4 && min(first.french, first.english) + first.other < 2
        guard !isClear, range.count > LanguageIdentifier.sampleSize else { return first }
        return evidence(bytes, in: range, upTo: LanguageIdentifier.longSampleSize, with: &lexemes)
    }

    private func evidence(
        _ bytes: [UInt8], in range: Range<Int>, upTo size: Int, with lexemes: inout [Lexeme]
    ) -> LanguageEvidence {
        var evidence = LanguageEvidence()
        lexemes.removeAll(keepingCapacity: true)
        var end = min(range.upperBound, range.lowerBound + size)
        while end < range.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        LexemeScanner.scan(bytes, in: range.lowerBound..<end, into: &lexemes)
        let french = lexicon.words(.french)
        let english = lexicon.words(.english)
        for lexeme in lexemes where !lexeme.shape.isNumber {
            evidence.lexemes += 1
            // Longer words are looked up only where a block is so short that each word counts.
            if lexeme.count > LanguageIdentifier.longestFunctionWord, lexemes.count > 12 { continue }
            let classesFrench = french.node(of: lexeme.wordHash).classes
            let classesEnglish = english.node(of: lexeme.wordHash).classes
            let isFrench = classesFrench.contains(.stop)
            let isEnglish = classesEnglish.contains(.stop)
            if isFrench != isEnglish {
                if isFrench { evidence.french += 1 } else { evidence.english += 1 }
            } else if !isFrench {
                if classesFrench.contains(.otherStop) {
                    evidence.other += 1
                } else {
                    let inFrench = classesFrench.contains(.common)
                    let inEnglish = classesEnglish.contains(.common)
                    if inFrench != inEnglish { if inFrench { evidence.french += 0.4 } else { evidence.english += 0.4 } }
                }
            }
            if bytes[Int(lexeme.start)] >= 0xD0 { evidence.other += 1 }
        }
        return evidence
    }
}
