/// A document that says what another one says.
public struct DuplicateRecord: Sendable, Hashable {
    /// How far the two agree.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// To the byte, white space at the end aside.
        case exact
        /// So far that one is an edited, shortened or lengthened copy of the other.
        case near
    }

    /// The id of the document that can be left out.
    public var id: String
    /// The id of the document that stands for it; it sorts before ``id``.
    public var original: String
    /// How far they agree.
    public var kind: Kind
    /// The share of the shorter text that stands in the other one too, 1 for exact duplicates.
    public var score: Double

    /// Makes a record.
    public init(id: String, original: String, kind: Kind, score: Double) {
        self.id = id
        self.original = original
        self.kind = kind
        self.score = score
    }
}
