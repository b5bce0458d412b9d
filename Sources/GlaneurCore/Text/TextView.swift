/// The text that analysis reads: the document's own bytes, or a normalised copy with the way back.
///
/// Stages compute on `bytes` and translate what they found with ``textSpan(of:)`` before they store it, so that every stored
/// span points into the document's text. News text is nearly always normalised already; then the view is the text.
public struct TextView: Sendable, Equatable {
    /// The bytes to analyse, valid UTF-8 in normalisation form C.
    public let bytes: [UInt8]

    /// The way from `bytes` to the document's text; nothing where they are the same.
    public let alignment: Alignment?

    /// Makes a view; `alignment` is nothing where `bytes` are the document's text itself.
    public init(bytes: [UInt8], alignment: Alignment?) {
        self.bytes = bytes
        self.alignment = alignment
    }

    /// Returns the span of the document's text that `span` of the view stands on.
    public func textSpan(of span: ByteSpan) -> ByteSpan {
        alignment?.sourceSpan(of: span) ?? span
    }

    /// Returns the span of the view made from `span` of the document's text.
    public func viewSpan(of span: ByteSpan) -> ByteSpan {
        alignment?.outputSpan(of: span) ?? span
    }
}
