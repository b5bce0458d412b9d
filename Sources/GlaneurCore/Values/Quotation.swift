/// Words that a document gives as those of somebody else.
public struct Quotation: Sendable, Hashable {
    /// How words are quoted.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A whole sentence or more, between marks.
        case direct
        /// Some words inside a sentence of the author, between marks.
        case partial
        /// A block of its own, whether it has marks or not.
        case block
        /// An expression set apart by marks: no quotation, and not written into document lines.
        case term
    }

    /// The bytes of the text inside the marks, final punctuation included.
    public var span: ByteSpan
    /// How it is quoted.
    public var kind: Kind
    /// The index of the mention of who says it, where that is certain.
    public var speaker: Int?
    /// The bytes of the words that attribute it: `a déclaré`, `according to`.
    public var cue: ByteSpan?

    /// Makes a quotation.
    public init(span: ByteSpan, kind: Kind, speaker: Int? = nil, cue: ByteSpan? = nil) {
        self.span = span
        self.kind = kind
        self.speaker = speaker
        self.cue = cue
    }
}
