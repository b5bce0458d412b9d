import GlaneurCore
import GlaneurLexicon

/// Finds the tokens that stand for several syntactic words: `du`, `aux`, `don't`, `China's`, `cannot`.
struct MultiwordTokenizer {
    let bytes: [UInt8]
    let language: Language
    let lexicon: Lexicon

    /// Appends the multi-word tokens among `tokens[first...]`; spans are offsets into `bytes`.
    func find(in tokens: [Token], from first: Int, into found: inout [MultiwordToken]) {
        let words = lexicon.words(language)
        for index in first..<tokens.count where tokens[index].kind == .word {
            let span = tokens[index].span
            // First: without its apostrophe "don't" is "dont", which the contractions know as a typing error.
            if language == .english, let forms = clitic(span) {
                found.append(MultiwordToken(token: index, forms: forms))
                continue
            }
            if span.count <= 12 {
                let node = words.node(of: LexemeScanner.wordHash(bytes.span, in: span.range))
                if node.classes.contains(.contraction), let value = lexicon.value(node, .contraction) {
                    if language == .french, isArticle(tokens, at: index, from: first) { continue }
                    found.append(MultiwordToken(token: index, forms: cased(value, like: span)))
                }
            }
        }
    }

    /// Whether `des` opens its noun phrase and is an article: at the start of a sentence, or behind a verb or a comma.
    ///
    /// Counts from French treebanks: behind a noun or an adjective it is `de` + `les` in 98 %, at the start never.
    private func isArticle(_ tokens: [Token], at index: Int, from first: Int) -> Bool {
        guard tokens[index].span.count == 3, bytes[tokens[index].span.end - 1] | 0x20 == 0x73 else { return false }
        guard index > first else { return true }
        let previous = tokens[index - 1]
        guard previous.kind == .word else { return previous.kind == .punctuation }
        let node = lexicon.words(language).node(of: LexemeScanner.wordHash(bytes.span, in: previous.span.range))
        return lexicon.value(node, .stop).map { $0 == "aux" || $0 == "prep" } ?? false
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
    private func cased(_ value: String, like span: ByteSpan) -> [String] {
        var forms = value.split(separator: " ").map(String.init)
        guard Folding.isUppercase(bytes.scalar(at: span.start).value), let first = forms.first else { return forms }
        forms[0] = first.prefix(1).uppercased() + first.dropFirst()
        return forms
    }
}
