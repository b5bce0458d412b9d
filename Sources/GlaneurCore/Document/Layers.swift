/// The layers of a document, as a set.
///
/// A stage needs some and gives others.
public struct Layers: OptionSet, Sendable, Hashable {
    /// The value as it is stored.
    public let rawValue: UInt16

    /// Makes a set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Undecoded bytes with their provenance.
    public static let bytes = Layers(rawValue: 1 << 0)
    /// Decoded text.
    public static let decoded = Layers(rawValue: 1 << 1)
    /// Extracted text, cut into blocks.
    public static let blocks = Layers(rawValue: 1 << 2)
    /// The normalised view.
    public static let view = Layers(rawValue: 1 << 3)
    /// The language of the document and of each block.
    public static let language = Layers(rawValue: 1 << 4)
    /// Sentences and tokens.
    public static let tokens = Layers(rawValue: 1 << 5)
    /// What the recognisers propose.
    public static let candidates = Layers(rawValue: 1 << 6)
    /// Settled mentions with their entities.
    public static let mentions = Layers(rawValue: 1 << 7)

    /// Quotations and events.
    public static let relations = Layers(rawValue: 1 << 8)

    /// The layers with their names, in the order in which the stages make them.
    public static let named: [(layer: Layers, name: String)] = [
        (.bytes, "bytes"), (.decoded, "decoded"), (.blocks, "blocks"), (.view, "view"), (.language, "language"),
        (.tokens, "tokens"), (.candidates, "candidates"), (.mentions, "mentions"), (.relations, "relations"),
    ]

    /// The names of the layers in the set.
    public var names: [String] {
        Layers.named.filter { contains($0.layer) }.map(\.name)
    }
}
