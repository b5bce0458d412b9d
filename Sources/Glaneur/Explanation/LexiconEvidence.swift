import GlaneurCore
import GlaneurLexicon

/// Asks the lexicons about spans of a document, as recognisers do.
struct LexiconEvidence {
    let document: Document
    let lexicon: Lexicon

    /// Returns the concepts for which the whole of a span is a form.
    func senses(of span: ByteSpan) -> [Explanation.Sense] {
        let lexemes = lexemes(of: span)
        guard !lexemes.isEmpty else { return [] }
        var senses: [Explanation.Sense] = []
        lexicon.names.forEachName(lexemes, at: 0) { match in
            guard match.end == lexemes.count else { return }
            senses = lexicon.nameForms(match.node).map { form in
                Explanation.Sense(
                    concept: lexicon.concept(form.concept), isWeak: form.flags.contains(.weak),
                    isStrict: form.flags.contains(.strict), isAdmitted: form.admits(lexemes[...]))
            }
        }
        return senses
    }

    /// Returns the names of the word classes that the whole of a span belongs to.
    func classes(of span: ByteSpan, language: Language) -> [String] {
        let lexemes = lexemes(of: span)
        guard let match = lexicon.words(language).longestWord(lexemes, at: 0), match.end == lexemes.count else {
            return []
        }
        return WordClass.names.filter { name in
            WordClass(name).map { match.node.classes.contains($0) } ?? false
        }
    }

    private func lexemes(of span: ByteSpan) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(document.view.bytes, in: document.view.viewSpan(of: span).range, into: &lexemes)
        return lexemes
    }
}
