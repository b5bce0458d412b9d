public import GlaneurCore
package import GlaneurLexicon

/// Tells the language of the document and of each of its blocks by their function words and letters.
public struct LanguageStage: Stage {
    private let identifier: LanguageIdentifier
    private let declared: Language?

    /// Makes the stage.
    ///
    /// - Parameter declared: the language of every document, where the user says so.
    package init(lexicon: Lexicon, declared: Language? = nil) {
        identifier = LanguageIdentifier(lexicon: lexicon)
        self.declared = declared
    }

    /// The name users type.
    public var name: StageName { .language }
    /// What a document must have.
    public var needs: Layers { [.blocks, .view] }
    /// What a document has afterwards.
    public var gives: Layers { .language }

    /// Sets the languages of the document and its blocks.
    public func process(_ document: inout Document) throws(StageFailure) {
        if let language = declared ?? document.metadata.declaredLanguage {
            document.language = language
            document.languageScore = nil
            for index in document.blocks.indices { document.blocks[index].language = language }
            return
        }
        let view = document.view
        var whole = LanguageEvidence()
        var lexemes: [Lexeme] = []
        var bytesOf: [Language: Int] = [:]
        for index in document.blocks.indices {
            let block = document.blocks[index]
            let evidence = identifier.evidence(view.bytes, in: view.viewSpan(of: block.span).range, with: &lexemes)
            let verdict = evidence.verdict
            document.blocks[index].language = verdict.language
            whole.add(evidence)
            if block.blockClass != .boilerplate { bytesOf[verdict.language, default: 0] += block.span.count }
        }
        let verdict = whole.verdict
        document.language = verdict.language
        document.languageScore = verdict.score
        let french = bytesOf[.french, default: 0]
        let english = bytesOf[.english, default: 0]
        // A quarter of the text in the other language is more than a quotation or a headline.
        if min(french, english) * 4 > french + english {
            document.language = .multiple
        }
    }
}
