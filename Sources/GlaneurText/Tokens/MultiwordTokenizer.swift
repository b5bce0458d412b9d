package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// Finds the tokens that stand for several syntactic words: `du`, `aux`, `don't`, `China's`, `cannot`.
///
/// Most tokens are passed over by a look at two or three of their bytes; strings are made only for what is found.
package struct MultiwordTokenizer: Sendable {
    let bytes: [UInt8]
    let language: Language
    let lexicon: Lexicon
    private var senses: WordSenses

    /// Makes the tokenizer of a text in a language; English for any but French.
    ///
    /// - Parameter model: tells the senses of ambiguous words; without it each has the one that is usual.
    package init(bytes: [UInt8], language: Language, lexicon: Lexicon, model: LinearModel?) {
        self.bytes = bytes
        self.language = language
        self.lexicon = lexicon
        senses = WordSenses(bytes: bytes, lexicon: lexicon, language: language, model: model)
    }

    /// Appends the multi-word tokens of a sentence; spans are offsets into `bytes`.
    package mutating func find(in sentence: ArraySlice<Token>, into found: inout [MultiwordToken]) {
        let words = lexicon.words(language)
        // Every token comes through here, and all spans lie in the bytes they were cut from.
        bytes.withUnsafeBufferPointer { bytes in
            for index in sentence.indices where sentence[index].kind == .word {
                let span = sentence[index].span
                // First: without its apostrophe "don't" is "dont", which the contractions know as a typing error.
                if language != .french, let forms = MultiwordTokenizer.clitic(in: bytes, span) {
                    found.append(MultiwordToken(token: index, forms: forms))
                    continue
                }
                guard mayBeContraction(bytes, span) else { continue }
                let node = words.node(of: LexemeScanner.wordHash(bytes.span, in: span.range))
                guard let value = lexicon.value(node, .contraction) else { continue }
                let contraction = Contraction(value)
                guard !contraction.isAmbiguous || senses.isContraction(sentence, at: index) ?? contraction.isUsual
                else { continue }
                found.append(
                    MultiwordToken(token: index, forms: MultiwordTokenizer.forms(contraction.words, like: bytes, span)))
            }
        }
    }

    // MARK: Contractions

    /// Whether a word can stand in the table of contractions at all, by its length and two of its letters.
    ///
    /// In French a contraction is one of `à` or `de` with an article (`au`, `du`, `des`, `auxquels`); in English the table has
    /// verbs that have lost an apostrophe or run together with `not`, `to` and their like. A test holds the tables to it.
    private func mayBeContraction(_ bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) -> Bool {
        if language == .french {
            guard 2...12 ~= span.count else { return false }
            let second = bytes[span.start + 1] | 0x20
            guard second == UInt8(ascii: "u") || second == UInt8(ascii: "e") else { return false }
            let initial = bytes[span.start] | 0x20
            return initial == UInt8(ascii: "a") || initial == UInt8(ascii: "d")
        }
        guard 2...8 ~= span.count else { return false }
        let last = bytes[span.end - 1] | 0x20
        let beforeLast = bytes[span.end - 2] | 0x20
        return switch last {
        case UInt8(ascii: "t"): beforeLast == UInt8(ascii: "n") || beforeLast == UInt8(ascii: "o")
        case UInt8(ascii: "a"): beforeLast == UInt8(ascii: "n") || beforeLast == UInt8(ascii: "t")
        case UInt8(ascii: "m"): beforeLast == UInt8(ascii: "i")
        case UInt8(ascii: "e"): beforeLast == UInt8(ascii: "v") || beforeLast == UInt8(ascii: "r")
        case UInt8(ascii: "s"):
            beforeLast == UInt8(ascii: "t") || beforeLast == UInt8(ascii: "e") || beforeLast == UInt8(ascii: "o")
        case UInt8(ascii: "l"): beforeLast == UInt8(ascii: "l")
        case UInt8(ascii: "o"): beforeLast == UInt8(ascii: "n")
        default: false
        }
    }

    /// The words of a contraction, with the capital of the token on the first.
    private static func forms(_ words: [String], like bytes: UnsafeBufferPointer<UInt8>, _ span: ByteSpan) -> [String] {
        var forms = words
        if bytes[span.start] &- 0x41 < 26, let first = forms.first { forms[0] = first.prefix(1).uppercased() + first.dropFirst() }
        return forms
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
            guard apostrophe > span.start, let split = split(in: bytes, span, at: apostrophe, tail: tail) else { return nil }
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
            case UInt8(ascii: "t"): return before == UInt8(ascii: "n") && apostrophe - 1 > span.start ? apostrophe - 1 : nil
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
