package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// The learned models of languages and of the segment stage.
///
/// Each may be missing. Sentences and words are then found by rules alone; languages are not told at all.
package struct TextModels: Sendable {
    /// What the stage asks of one language.
    package struct Segmentation: Sendable {
        /// Where sentences end.
        package var sentences = SentenceModels()
        /// Which of two senses an ambiguous contraction has.
        package var words: LinearModel?

        /// No models.
        package init() {}
    }

    /// A model of the segment stage: its name in file names, and the features it is made for.
    package enum Task: String, CaseIterable, Sendable {
        case starts, sentences, words

        /// The name of the model of a language: `sentences-fr`.
        package func name(_ language: Language) -> String { "\(rawValue)-\(language.code)" }

        /// The revision of the features.
        package var revision: Int {
            switch self {
            case .starts: BoundaryGate.revision
            case .sentences: BoundaryFeatures.revision
            case .words: SenseFeatures.revision
            }
        }
    }

    /// Which language a text is in.
    package var language: LinearModel?
    private var french = Segmentation()
    private var english = Segmentation()

    /// No models.
    package init() {}

    /// Opens the models of a folder.
    ///
    /// - Throws: `LexiconError` where one cannot be used.
    package init(_ folder: ModelFolder) throws(LexiconError) {
        language = try folder.model(LanguageIdentifier.task, revision: LanguageFeatures.revision)
        for language in [Language.french, .english] {
            for task in Task.allCases {
                self[language, task] = try folder.model(task.name(language), revision: task.revision)
            }
        }
    }

    /// The models of a language; those of English for any but French.
    package subscript(language: Language) -> Segmentation {
        get { language == .french ? french : english }
        set { if language == .french { french = newValue } else { english = newValue } }
    }

    /// One model of a language.
    package subscript(language: Language, task: Task) -> LinearModel? {
        get {
            switch task {
            case .starts: self[language].sentences.starts
            case .sentences: self[language].sentences.sentences
            case .words: self[language].words
            }
        }
        set {
            switch task {
            case .starts: self[language].sentences.starts = newValue
            case .sentences: self[language].sentences.sentences = newValue
            case .words: self[language].words = newValue
            }
        }
    }

    /// What the models say, in one word: it changes where any of them does.
    package var fingerprint: String {
        let segmentation = [Language.french, .english].flatMap { language in
            Task.allCases.map { self[language, $0] }
        }
        return ([language] + segmentation).map { $0.map { String($0.checksum, radix: 16) } ?? "-" }
            .joined(separator: ".")
    }
}
