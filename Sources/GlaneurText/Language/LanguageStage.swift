public import GlaneurCore
package import GlaneurModels

/// Tells the language of the document and of each of its blocks.
///
/// A short document is read as a whole. Of a longer one, some words every few lines are read; where they do not agree, the
/// block is read as a whole, sentence by sentence. A document with enough text in a second language has
/// ``Language/multiple``; ``SentenceLanguages`` then tells the language of each sentence.
public struct LanguageStage: Stage {
    private let identifier: LanguageIdentifier?
    private let declared: Language?

    /// Makes the stage.
    ///
    /// - Parameters:
    ///   - model: the model of languages. Without one, the language of a document that is not declared stays undetermined, and
    ///     a warning says so.
    ///   - declared: the language of every document, where the user says so.
    package init(model: LinearModel?, declared: Language? = nil) {
        identifier = model.map(LanguageIdentifier.init)
        self.declared = declared
    }

    /// The name users type.
    public var name: StageName { .language }
    /// What a document must have.
    public var needs: Layers { [.blocks, .view] }
    /// What a document has afterwards.
    public var gives: Layers { .language }

    /// A document has several languages when at least this share of its text is in another than the most of it.
    ///
    /// A twelfth of an article of thirty sentences is two or three of them: more than a title or a short quotation.
    private static let leastShare = 0.08

    /// Sets the languages of the document and its blocks.
    public func process(_ document: inout Document) throws(StageFailure) {
        if let language = declared ?? document.metadata.declaredLanguage {
            document.language = language
            document.languageScore = nil
            for index in document.blocks.indices { document.blocks[index].language = language }
            return
        }
        guard let identifier else {
            document.warnings.append(
                Warning(
                    code: "no-language-model", stage: name,
                    message: "the lexicons have no models/language.model: the language is not told"))
            document.languageScore = 0
            return
        }
        let view = document.view
        var reading = LanguageReading(identifier: identifier, bytes: view.bytes)
        for block in document.blocks {
            reading.read(view.viewSpan(of: block.span).range, counts: block.blockClass != .boilerplate)
        }
        reading.settle()
        for index in document.blocks.indices { document.blocks[index].language = reading.blocks[index].language }
        let verdict = reading.verdict
        document.language = reading.shareOfOthers >= LanguageStage.leastShare ? .multiple : verdict.language
        document.languageScore = (verdict.score * 1000).rounded() / 1000
    }
}
