import GlaneurCore
import GlaneurLexicon
package import GlaneurModels

/// Tells French, English and other languages apart by a model of the characters of their words.
package struct LanguageIdentifier: Sendable {
    /// The name of the model's file.
    package static let task = "language"
    /// What the model tells apart, in the order of its weights.
    package static let labels = ["fr", "en", "other"]

    private let model: LinearModel

    /// Makes an identifier that uses a model with ``labels``.
    package init(model: LinearModel) {
        precondition(model.header.labels == LanguageIdentifier.labels, "a model of \(LanguageIdentifier.labels)")
        self.model = model
    }

    /// What is used again from piece to piece of one document.
    struct Buffers {
        fileprivate var features = LanguageFeatures()
    }

    /// Returns the evidence in `bytes[range]`, which begins and ends between characters.
    func evidence(_ bytes: [UInt8], in range: Range<Int>, with buffers: inout Buffers) -> LanguageEvidence {
        buffers.features.removeAll()
        buffers.features.read(bytes, in: range)
        let scores = model.scoreOfThree(buffers.features.features)
        return LanguageEvidence(
            french: Int(scores[0]), english: Int(scores[1]), other: Int(scores[2]),
            features: buffers.features.features.count, foreignLetters: buffers.features.foreignLetters)
    }

    /// The most likely language of what was read, where `expected` is the language of the text around it.
    func verdict(_ evidence: LanguageEvidence, expecting expected: Language? = nil) -> LanguageVerdict {
        evidence.verdict(unit: model.header.unit, expecting: expected, prior: LanguageIdentifier.prior)
    }

    /// The logarithm of the odds that a piece of a document is in the language of the text around it.
    private static let prior: Float = 0.5
}
