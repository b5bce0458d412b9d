import Glaneur
import GlaneurCore

extension Document {
    /// Makes a document of annotated text as it goes into the pipeline, its language declared where it is known.
    init(id: String, text: String, declaring language: Language) {
        self.init(
            id: id, text: text, metadata: Metadata(declaredLanguage: language == .undetermined ? nil : language))
    }
}
