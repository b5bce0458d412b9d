import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// Finds the tokens that stand for several syntactic words: `du`, `aux`, `don't`, `China's`, `cannot`.
struct MultiwordTokenizer {
    let bytes: [UInt8]
    let language: Language
    let lexicon: Lexicon
    private var senses: WordSenses

    init(bytes: [UInt8], language: Language, lexicon: Lexicon, model: LinearModel?) {
        self.bytes = bytes
        self.language = language
        self.lexicon = lexicon
        senses = WordSenses(bytes: bytes, lexicon: lexicon, language: language, model: model)
    }

    /// Appends the multi-word tokens of a sentence; spans are offsets into `bytes`.
    mutating func find(in sentence: ArraySlice<Token>, into found: inout [MultiwordToken]) {
        let words = lexicon.words(language)
        for index in sentence.indices where sentence[index].kind == .word {
            let span = sentence[index].span
            // First: without its apostrophe "don't" is "dont", which the contractions know as a typing error.
            if language == .english, let forms = clitic(span) {
                found.append(MultiwordToken(token: index, forms: forms))
                continue
            }
            if span.count <= 12 {
                let node = words.node(of: LexemeScanner.wordHash(bytes.span, in: span.range))
                if node.classes.contains(.contraction), let value = lexicon.value(node, .contraction) {
                    let contraction = Contraction(value)
                    guard !contraction.isAmbiguous || senses.isContraction(sentence, at: index) ?? contraction.isUsual
                    else { continue }
                    found.append(MultiwordToken(token: index, forms: cased(contraction.words, like: span)))
                }
            }
        }
    }

    /// The two words of an English token with an apostrophe.
    private func clitic(_ span: ByteSpan) -> [String]? {
        let range = span.range
        guard let mark = range.last(where: { bytes[$0] == 0x27 || bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x80 }),
            mark > range.lowerBound
        else { return nil }
        let markLength = bytes[mark] == 0x27 ? 1 : 3
        let tail = bytes[(mark + markLength)..<span.end].map { $0 | 0x20 }
        let split: Int
        switch String(decoding: tail, as: UTF8.self) {
        case "t" where bytes[mark - 1] | 0x20 == 0x6E && mark - 1 > span.start: split = mark - 1
        case "s", "re", "ve", "ll", "d", "m": split = mark
        case "" where bytes[mark - 1] | 0x20 == 0x73: split = mark
        default: return nil
        }
        return [span.start..<split, split..<span.end].map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// The words of a contraction, with the capital of the token on the first.
    private func cased(_ words: [String], like span: ByteSpan) -> [String] {
        var forms = words
        guard Folding.isUppercase(bytes.scalar(at: span.start).value), let first = forms.first else { return forms }
        forms[0] = first.prefix(1).uppercased() + first.dropFirst()
        return forms
    }
}
