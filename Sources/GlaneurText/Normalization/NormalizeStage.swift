public import GlaneurCore

/// Makes the view that analysis reads: the text itself where it is in normalisation form C, else a normalised copy.
///
/// The text never changes. News is nearly always normalised already; then the view shares the text's storage.
public struct NormalizeStage: Stage {
    /// `normalize`.
    public let name = StageName.normalize
    /// Blocks: text that no later stage changes.
    public let needs: Layers = .blocks
    /// The view.
    public let gives: Layers = .view

    /// Makes the stage; it has no options.
    public init() {}

    /// Makes the view; the text of the document stays as it is.
    public func process(_ document: inout Document) throws(StageFailure) {
        let text = document.text
        guard !Normalizer.isNormalized(text) else {
            document.view = TextView(bytes: text, alignment: nil)
            return
        }
        guard let view = Normalizer.normalized(text) else {
            throw StageFailure(
                .tooLarge, stage: name, document: document.id,
                message: "\(text.count) bytes of text cannot be normalised")
        }
        document.view = view
    }
}
