import GlaneurCore
import GlaneurLexicon

/// Words that are a contraction in one sentence and another word in the next.
extension MultiwordTokenizer {
    /// Whether the token at `index`, whose row in the table is marked with `?`, is a contraction in its sentence.
    ///
    /// `des` is an article at the start of a sentence and behind a verb or a mark: in French treebanks it is `de` + `les` in 98
    /// of 100 cases behind a noun or an adjective, and never at the start. `du` is an article once in fifty. `its` is `it` + `s`
    /// only in careless writing, where a function word follows that cannot begin what is owned.
    func isContraction(_ tokens: [Token], at index: Int, from first: Int) -> Bool {
        let span = tokens[index].span
        if language != .french {
            guard index + 1 < tokens.count, tokens[index + 1].kind == .word else { return false }
            return partOfSpeech(tokens[index + 1]).map { $0 != "aux" && $0 != "conj" } ?? false
        }
        guard bytes[span.end - 1] | 0x20 == UInt8(ascii: "s") else { return true }
        guard index > first else { return false }
        let previous = tokens[index - 1]
        guard previous.kind == .word else { return previous.kind != .punctuation }
        return partOfSpeech(previous).map { $0 != "aux" && $0 != "prep" } ?? true
    }

    /// The part of speech of a function word.
    private func partOfSpeech(_ token: Token) -> String? {
        let node = lexicon.words(language).node(of: LexemeScanner.wordHash(bytes.span, in: token.span.range))
        return lexicon.value(node, .stop)
    }
}
