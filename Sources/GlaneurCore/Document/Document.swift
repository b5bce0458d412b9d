/// One article on its way through the pipeline.
///
/// A document starts as undecoded `bytes` with a provenance. Each stage adds the layers it `gives`; `layers` tells which are
/// there. `text` never changes once it is extracted, and every span of every layer points into it.
public struct Document: Sendable, Equatable {
    /// The identity of the document in its corpus: `seeds/000.txt`.
    public var id: String
    /// Where it comes from.
    public var provenance: Provenance
    /// What it says of itself.
    public var metadata: Metadata
    /// The layers made so far.
    public var layers: Layers

    /// When the document is given up.
    public var deadline = Deadline.none

    /// The bytes as read, before decoding; empty afterwards.
    public var bytes: [UInt8]
    /// The decoded and extracted text, valid UTF-8.
    public var text: [UInt8]
    /// The way from `text` (before decoding: from `bytes`) back to the bytes on disk.
    public var origin: Origin
    /// The text that analysis reads.
    public var view: TextView

    /// The language of the whole document.
    public var language: Language
    /// How sure the language is, from 0 to 1; nothing where it was declared.
    public var languageScore: Double?
    /// The blocks of the text, in order, without overlap.
    public var blocks: [Block]
    /// The sentences, in order, without overlap, each inside one block.
    public var sentences: [Sentence]
    /// The tokens, in order, without overlap.
    public var tokens: [Token]
    /// The multi-word tokens among them, in order.
    public var multiwordTokens: [MultiwordToken]
    /// Everything the recognisers propose; they may overlap.
    public var candidates: [Mention]
    /// What is left after overlaps and aliases are settled: flat, in text order.
    public var mentions: [Mention]
    /// What is quoted, in text order; a quotation inside another one comes behind it.
    public var quotations: [Quotation]
    /// What the text states that happened, in the order of the words that tell it.
    public var events: [Event]
    /// What became of the candidates that are no mentions, for `explain`.
    public var rejections: [Rejection]
    /// What a reader of the output should know.
    public var warnings: [Warning]
    /// What one stage leaves for another, beside the layers.
    package var workings = Workings()

    /// Makes a document of bytes that are still to be decoded.
    public init(
        id: String, bytes: [UInt8], provenance: Provenance, metadata: Metadata = Metadata(), origin: Origin = Origin()
    ) {
        self.id = id
        self.provenance = provenance
        self.metadata = metadata
        self.layers = .bytes
        self.bytes = bytes
        self.text = []
        self.origin = origin
        self.view = TextView(bytes: [], alignment: nil)
        self.language = .undetermined
        self.languageScore = nil
        self.blocks = []
        self.sentences = []
        self.tokens = []
        self.multiwordTokens = []
        self.candidates = []
        self.mentions = []
        self.quotations = []
        self.events = []
        self.rejections = []
        self.warnings = []
    }

    /// Returns the text of a span as a string, for people and files.
    public func string(_ span: ByteSpan) -> String {
        String(decoding: text[span.range], as: UTF8.self)
    }

    /// The language a block is analysed in: its own, or the document's, or English where neither is French or English.
    public func analysisLanguage(of block: Block) -> Language {
        switch (block.language, language) {
        case (.french, _), (.english, _): block.language
        case (_, .french): .french
        default: .english
        }
    }

    /// Returns the block that holds the first byte of `span`, if any.
    public func block(at span: ByteSpan) -> Block? {
        let index = blocks.partitioningIndex { $0.span.end > span.start }
        guard index < blocks.count, blocks[index].span.start <= span.start else { return nil }
        return blocks[index]
    }
}
