package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// Finds the tokens that stand for several syntactic words: `du`, `aux`, `don't`, `China's`, `cannot`.
///
/// Most tokens are passed over by a look at two or three of their bytes. The words of a contraction are shared by all tokens that
/// stand for them; those of an English token with an apostrophe are made where one is found.
package struct MultiwordTokenizer {
    private let bytes: [UInt8]
    private let isFrench: Bool
    private let lexicon: Lexicon
    private let words: PhraseTable
    private let senses: WordSenses

    /// Makes the tokenizer of a text in a language; English for any but French.
    ///
    /// - Parameter model: tells the senses of ambiguous words; without it each has the one that is usual.
    package init(bytes: [UInt8], language: Language, lexicon: Lexicon, model: LinearModel?) {
        self.bytes = bytes
        self.lexicon = lexicon
        isFrench = language == .french
        words = lexicon.words(language)
        senses = WordSenses(bytes: bytes, lexicon: lexicon, language: language, model: model)
    }

    /// Appends the multi-word tokens of a sentence; spans are offsets into the bytes.
    package mutating func find(in sentence: ArraySlice<Token>, into found: inout [MultiwordToken]) {
        let (isFrench, text) = (isFrench, bytes)
        // Every token comes through here, and all spans lie in the bytes they were cut from.
        text.withUnsafeBufferPointer { bytes in
            sentence.withUnsafeBufferPointer { tokens in
                let filter = MultiwordFilter(bytes: bytes)
                for place in tokens.indices {
                    let span = tokens[place].span
                    guard isFrench ? filter.passesFrench(span) : filter.passesEnglish(span), tokens[place].kind == .word
                    else { continue }
                    let index = sentence.startIndex + place
                    // First: without its apostrophe "don't" is "dont", which the contractions know as a typing error.
                    if !isFrench, let forms = MultiwordTokenizer.clitic(in: bytes, span) {
                        found.append(MultiwordToken(token: index, forms: forms))
                    } else if let forms = contraction(sentence, at: index, bytes, span) {
                        found.append(MultiwordToken(token: index, forms: forms))
                    }
                }
            }
        }
    }

    /// The words that the token at `index` stands for, if it is a contraction in its sentence.
    private mutating func contraction(
        _ sentence: ArraySlice<Token>, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan
    ) -> [String]? {
        let node = words.node(of: LexemeScanner.wordHash(bytes.span, in: span.range))
        guard let contraction = lexicon.contraction(node) else { return nil }
        if contraction.isAmbiguous, !(senses.isContraction(sentence, at: index) ?? contraction.isUsual) { return nil }
        return bytes[span.start] &- 0x41 < 26 ? contraction.capitalizedWords : contraction.words
    }

    // MARK: English clitics

    /// The two words of an English token that ends with an apostrophe and at most two letters.
    private static func clitic(in bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) -> [String]? {
        for tail in 0..<min(3, span.count) {
            let mark = span.end - 1 - tail
            let length: Int
            switch bytes[mark] {
            case UInt8(ascii: "'"), UInt8(ascii: "`"): length = 1
            // The last bytes of U+2019 and U+02BC.
            case 0x99 where mark - 2 >= span.start && bytes[mark - 2] == 0xE2: length = 3
            case 0xBC where mark - 1 >= span.start && bytes[mark - 1] == 0xCA: length = 2
            default: continue
            }
            let apostrophe = mark + 1 - length
            guard apostrophe > span.start, let split = split(in: bytes, span, at: apostrophe, tail: tail) else {
                return nil
            }
            return [
                String(decoding: bytes[span.start..<split], as: UTF8.self),
                String(decoding: bytes[split..<span.end], as: UTF8.self),
            ]
        }
        return nil
    }

    /// Where the second word begins: at the apostrophe, or at the `n` of `n't`.
    private static func split(
        in bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan, at apostrophe: Int, tail: Int
    ) -> Int? {
        let before = bytes[apostrophe - 1] | 0x20
        let last = bytes[span.end - 1] | 0x20
        switch tail {
        case 0: return before == UInt8(ascii: "s") ? apostrophe : nil
        case 1:
            switch last {
            case UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "m"): return apostrophe
            case UInt8(ascii: "t"):
                return before == UInt8(ascii: "n") && apostrophe - 1 > span.start ? apostrophe - 1 : nil
            default: return nil
            }
        default:
            switch (bytes[span.end - 2] | 0x20, last) {
            case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
                (UInt8(ascii: "l"), UInt8(ascii: "l")):
                return apostrophe
            default: return nil
            }
        }
    }
}
